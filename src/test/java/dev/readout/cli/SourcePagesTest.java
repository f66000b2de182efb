package dev.readout.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.readout.cli.TestTerminal.Run;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators' pages and feeds, fetched from a web server on loopback. */
final class SourcePagesTest {
  private static final Path PAGE =
      Path.of("src/test/resources/intake/pages/commerce-press-release.html");
  private static final String TITLE =
      "Made-up Example: Sample Secretary and Model Minister Discuss Widgets";

  @TempDir Path folder;
  private TinyInstallation installation;
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final HttpServer server;

  SourcePagesTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] page = pages.getOrDefault(path, "").getBytes(UTF_8);
            String type = path.endsWith(".xml") ? "application/rss+xml" : "text/html";
            exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
            exchange.sendResponseHeaders(
                page.length == 0 ? 404 : 200, page.length == 0 ? -1 : page.length);
            exchange.getResponseBody().write(page);
          }
        });
    server.start();
  }

  @BeforeEach
  void install() throws IOException {
    installation = new TinyInstallation(folder);
    pages.put("/widgets", Files.readString(PAGE));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String at(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private String printed(String... arguments) {
    Run run = installation.run(arguments);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return run.out();
  }

  private Run failed(int code, String... arguments) {
    Run run = installation.run(arguments);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.code()).isEqualTo(code);
    return run;
  }

  @Test
  void add_page_isFiledAsProposedAndRefreshed() {
    assertThat(failed(2, "source", "add", at("/widgets"), "--yes", "--side", "us").err())
        .contains("cannot be filed as those of us; write --side joint or --side other");
    assertThat(printed("source", "add", at("/widgets"), "--yes"))
        .startsWith(TITLE + "\n")
        .contains("address    " + at("/widgets"), "words of   127.0.0.1", "published  2026-05-12")
        .contains("Source 1 is stored");
    assertThat(failed(1, "source", "add", at("/widgets")).err()).contains("source 1 already");
    assertThat(printed("source", "refresh", "1")).isEqualTo("Source 1 has not changed.\n");

    pages.computeIfPresent("/widgets", (_, page) -> page.replace("Modelburg", "Patternville"));
    assertThat(printed("source", "refresh", "1")).contains("has changed; run 'bin/readout index'");
    printed("index");
    assertThat(printed("ask", "Where does the working group on sample exports meet next?"))
        .contains("meets next in Patternville", at("/widgets"));

    pages.remove("/widgets");
    assertThat(failed(1, "source", "refresh", "1").err()).contains("keeps the text it has");
    assertThat(printed("source", "list")).contains("failed: gone");
  }

  @Test
  void add_pageThatIsNotThere_fails() {
    assertThat(failed(1, "source", "add", at("/nothing")).err()).contains("The page is not there");
  }

  @Test
  void feed_newItems_waitForApproval() {
    pages.put(
        "/feed.xml",
        """
        <?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
        <link>%s</link><description>News</description>
        <item><title>Widgets</title><link>%s</link></item></channel></rss>
        """
            .formatted(at("/"), at("/widgets")));
    assertThat(printed("source", "feed", "add", at("/feed.xml"))).startsWith("Feed 1 is added");
    assertThat(failed(1, "source", "feed", "add", at("/feed.xml")).err()).contains("is feed 1");
    assertThat(printed("source", "feed", "list")).contains("rss · not looked at yet", "1 feed\n");
    assertThat(printed("source", "feed", "check", "1"))
        .startsWith("Feed 1: 1 new waiting, 0 taken");
    assertThat(printed("source", "list", "--state", "waiting"))
        .contains("    1  waiting   " + TITLE + "\n");
    printed("source", "refuse", "1");
    printed("source", "approve", "1");
    assertThat(printed("source", "list")).endsWith("0 waiting, 1 accepted\n");
    printed("source", "feed", "remove", "1");
    assertThat(printed("source", "feed", "list")).isEqualTo("0 feeds\n");
  }
}
