package dev.readout.intake;

import static java.util.stream.Collectors.joining;

import dev.readout.intake.fetch.TestKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * Pages of our own making in the shape of the official sites', over TLS under their names: each
 * lists something, and two of the sites fail as such sites do. What is fetched while this is open
 * trusts them. Confined to one thread.
 */
public final class SampleSites implements AutoCloseable {
  /** What the Federal Register lists. */
  public static final String NOTICE = "Made Up for a Test: Extension of the Pause of a Rule";

  private static final String REGISTER = "www.federalregister.gov";
  private static final String TRUST = "javax.net.ssl.trustStore";
  private static final List<String> HOSTS =
      List.of(
          REGISTER,
          "ustr.gov",
          "www.commerce.gov",
          "home.treasury.gov",
          "www.mofcom.gov.cn",
          "www.mfa.gov.cn");

  private final PageServer site;

  private SampleSites(PageServer site) {
    this.site = site;
  }

  /**
   * Opens all of them, and writes the pack that lists their feeds.
   *
   * @param folder of the keys
   * @param pack the file to write
   */
  public static SampleSites open(Path folder, Path pack) throws Exception {
    Path keys = folder.resolve("keys.p12");
    String names = HOSTS.stream().map(host -> "dns:" + host).collect(joining(","));
    SSLContext context = TestKeys.make(keys, names);
    System.setProperty(TRUST, keys.toString());
    System.setProperty(TRUST + "Password", TestKeys.PASSWORD);
    SampleSites sites = new SampleSites(PageServer.over(context));
    sites.publish();
    Files.writeString(pack, sites.feeds());
    return sites;
  }

  private String feeds() {
    return Stream.of(
            "{kind: federal-register, address: '%s'}"
                .formatted(site.at(REGISTER, "/search?publication_date&fields")),
            "{kind: list-page, address: '%s', links: '/releases/*', match: [China, Beijing]}"
                .formatted(site.at("ustr.gov", "/releases")),
            "{kind: list-page, address: '%s', links: '/news/*'}"
                .formatted(site.at("www.commerce.gov", "/news")),
            "{kind: list-page, address: '%s', links: '/jy*'}"
                .formatted(site.at("home.treasury.gov", "/treasury")),
            "{kind: json-list, address: '%s', pointer: /data/html, links: '/art/*', every: 3}"
                .formatted(site.at("www.mofcom.gov.cn", "/unit")),
            "{kind: list-page, address: '%s', links: '*/fyr_*'}"
                .formatted(site.at("www.mfa.gov.cn", "/fyr/")))
        .collect(joining("\n- ", "- ", "\n"));
  }

  private void publish() {
    put(
        "/search?publication_date&fields",
        "application/json",
        """
        {"count": 1, "total_pages": 1, "results": [{"title": "%s", "type": "Rule",
          "action": "Notice of extension.", "document_number": "2026-90001",
          "publication_date": "2026-11-09", "effective_on": "2026-11-10", "citation": "91 FR 90001",
          "html_url": "%s", "raw_text_url": "%s"}]}\
        """
            .formatted(
                NOTICE, site.at(REGISTER, "/documents/1"), site.at(REGISTER, "/text/1.txt")));
    put(
        "/text/1.txt",
        "text/plain",
        NOTICE
            + """


            This notice is made up for a test; no agency has published it. The Bureau of Industry \
            and Security extends the pause of the rule published at 90 FR 47201 until January 10, \
            2027. Exporters need do nothing before that day, and the Bureau will say in time what \
            follows.
            """);

    page("/releases", "<a href='/releases/1'>Talks</a><a href='/releases/2'>Peru</a>");
    site.page("/releases/1", PageServer.dated("Talks", "2026-05-12"), "A talk with China.");
    site.page("/releases/2", PageServer.dated("Peru", "2026-05-12"), "A talk with Peru.");

    page("/news", "<title>Access Denied</title><p>You have no permission to see it.</p>");

    page("/treasury", "<a href='/jy1'>One</a>");
    site.status("/jy1", 403, "");

    put(
        "/unit",
        "application/json",
        "{\"success\": true, \"data\": {\"html\": \"<ul><li><a href='/art/1.html'>公告</a></ul>\"}}");
    site.put("/art/1.html", "text/html", PageServer.fixture("mofcom-announcement-utf8.html"));

    page("/fyr/", "<a href='./202605/fyr_1.shtml'>发言人</a><a href='/'>首页</a>");
    site.page(
        "/fyr/202605/fyr_1.shtml",
        PageServer.dated("发言人答记者问", "2026-05-12"),
        "发言人就样品零件回答了记者的提问，并说双方将继续就样品零件保持沟通。");
  }

  private void page(String path, String body) {
    put(path, "text/html; charset=utf-8", "<!doctype html><html>" + body);
  }

  private void put(String path, String type, String text) {
    site.put(path, type, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    site.close();
    System.clearProperty(TRUST);
    System.clearProperty(TRUST + "Password");
  }
}
