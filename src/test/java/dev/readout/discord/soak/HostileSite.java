package dev.readout.discord.soak;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.readout.intake.extract.HostileDocuments;
import dev.readout.intake.fetch.Format;
import dev.readout.intake.fetch.Original;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.Deflater;

/**
 * Web sites on loopback that mean no good: answers that never end, are a lie or unfold to more than
 * there is, the documents of {@link HostileDocuments}, and feeds of all that. Thread-safe.
 */
final class HostileSite implements AutoCloseable {
  private static final byte[] MIB = "a".repeat(1 << 20).getBytes(ISO_8859_1);
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  /** A host is asked by one at a time, so that one would hold itself up. */
  private static final int HOSTS = 8;

  private static final int SLOWLY_MILLIS = 500;
  private static final int LONGEST_MILLIS = 120_000;

  private final List<ServerSocket> hosts;
  private final Path folder;
  private final Map<String, Answer> answers = new LinkedHashMap<>();
  private final List<String> feeds = new ArrayList<>();

  private interface Answer {
    void send(OutputStream out) throws IOException, InterruptedException;
  }

  private HostileSite(List<ServerSocket> hosts, Path folder) {
    this.hosts = hosts;
    this.folder = folder;
  }

  /**
   * Starts one.
   *
   * @param folder where it puts its documents, of some 100 MB
   */
  static HostileSite start(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<ServerSocket> hosts = new ArrayList<>();
    for (int i = 1; i <= HOSTS; i++) {
      hosts.add(new ServerSocket(0, 100, InetAddress.getByName("127.0.6." + i)));
    }
    HostileSite site = new HostileSite(hosts, folder);
    site.addAnswers();
    site.addDocuments();
    site.addFeeds();
    hosts.forEach(host -> thread(() -> site.accept(host)));
    return site;
  }

  /** Pages and documents. */
  List<URI> pages() {
    return answers.keySet().stream().filter(path -> !feeds.contains(path)).map(this::at).toList();
  }

  /** Feeds and lists, and pages that are none. */
  List<URI> feeds() {
    List<String> all = new ArrayList<>(feeds);
    answers.keySet().stream().filter(path -> path.startsWith("/wire/")).forEach(all::add);
    return all.stream().map(this::at).toList();
  }

  /** The documents as files, to be uploaded. */
  List<Path> documents() throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private URI at(String path) {
    ServerSocket host = hosts.get(Math.floorMod(path.hashCode(), HOSTS));
    return URI.create(
        "http://" + host.getInetAddress().getHostAddress() + ":" + host.getLocalPort() + path);
  }

  /** Of its own: what writes without end would keep virtual threads, Discord's, from running. */
  private static void thread(Runnable work) {
    Thread.ofPlatform().daemon().name("hostile").start(work);
  }

  private void accept(ServerSocket host) {
    while (!host.isClosed()) {
      try {
        Socket connection = host.accept();
        thread(() -> serve(connection));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket connection) {
    try (connection;
        BufferedReader in =
            new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1))) {
      connection.setSoTimeout(LONGEST_MILLIS);
      String request = in.readLine();
      for (String line = request; line != null && !line.isEmpty(); line = in.readLine()) {
        // Headers are of no interest.
      }
      String[] words = String.valueOf(request).split("[ ?]", -1);
      answers
          .getOrDefault(words.length > 1 ? words[1] : "", HostileSite::nothing)
          .send(connection.getOutputStream());
    } catch (IOException e) {
      // Whoever asked has had enough.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void nothing(OutputStream out) throws IOException {
    text(out, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(ISO_8859_1));
    out.flush();
  }

  private void addAnswers() {
    endless("chunk-extension", OK + "Transfer-Encoding: chunked\r\n\r\n5;");
    endless("trailer", OK + "Transfer-Encoding: chunked\r\n\r\n0\r\nA: ");
    endless("header", OK + "A: ");
    endless("gzip-name", OK + "Content-Encoding: gzip\r\n\r\n\u001f\u008b\b\b\0\0\0\0\0\0");
    endless("status", "HTTP/1.1 200 ");
    endless("body", OK + "Content-Type: text/html\r\n\r\n<p>");
    endless("length", OK + "Content-Length: 9223372036854775807\r\n\r\n");
    answer(
        "informational",
        out -> {
          while (true) {
            text(out, "HTTP/1.1 100 Continue\r\nA: b\r\n\r\n");
          }
        });
    answer("negative-length", out -> text(out, OK + "Content-Length: -5\r\n\r\nabc"));
    answer(
        "huge-chunk", out -> text(out, OK + "Transfer-Encoding: chunked\r\n\r\nffffffffffff\r\n"));
    answer("no-http", out -> text(out, "\u0000\u0001\u0002 hello\r\n\r\n"));
    answer("half", out -> text(out, OK + "Content-Length: 1000\r\n\r\n<p>half"));
    answer("switching", out -> text(out, "HTTP/1.1 101 Switching Protocols\r\n\r\n"));
    answer("around", out -> text(out, moved("/wire/around-again")));
    answer("around-again", out -> text(out, moved("/wire/around")));
    answer("inside", out -> text(out, moved("http://169.254.169.254/latest/meta-data")));
    answer("silent", _ -> Thread.sleep(LONGEST_MILLIS));
    answer(
        "slow",
        out -> {
          text(out, OK + "Content-Type: text/html\r\n\r\n");
          for (int i = 0; i < LONGEST_MILLIS / SLOWLY_MILLIS; i++) {
            text(out, "<p>");
            Thread.sleep(SLOWLY_MILLIS);
          }
        });
    answer(
        "bomb",
        out -> {
          text(out, OK + "Content-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n");
          out.write(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0});
          byte[] mebibyte = deflatedZeros();
          while (true) {
            out.write(mebibyte);
          }
        });
    answer(
        "large",
        out -> {
          text(out, OK + "Content-Type: text/html\r\n\r\n<!doctype html><title>T</title>");
          for (int i = 0; i < 9; i++) {
            text(out, "<!-- ");
            out.write(MIB);
            text(out, " -->");
          }
          text(out, "<main><p>The two sides agreed to meet again in the spring of 2026.</main>");
        });
  }

  private void answer(String name, Answer answer) {
    answers.put("/wire/" + name, answer);
  }

  private void endless(String name, String beginning) {
    answer(
        name,
        out -> {
          text(out, beginning);
          while (true) {
            out.write(MIB);
          }
        });
  }

  private static String moved(String to) {
    return "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + to + "\r\n\r\n";
  }

  /** Refers to nothing before, so that it can be sent again and again. */
  private static byte[] deflatedZeros() {
    byte[] buffer = new byte[1 << 20];
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      deflater.setInput(new byte[1 << 20]);
      return Arrays.copyOf(buffer, deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH));
    }
  }

  private void addDocuments() throws IOException {
    for (Map.Entry<String, Supplier<Original>> document : HostileDocuments.all().entrySet()) {
      Original original = document.getValue().get();
      String name = document.getKey().replaceAll("[^A-Za-z0-9]+", "-");
      String end = ending(original.format());
      document(name + "." + end, type(original.format()), original.bytes());
    }
  }

  private static String ending(Format format) {
    return switch (format) {
      case PDF -> "pdf";
      case HTML -> "html";
      case MARKDOWN -> "md";
      default -> "txt";
    };
  }

  private static String type(Format format) {
    return switch (format) {
      case PDF -> "application/pdf";
      case HTML -> "text/html";
      case MARKDOWN -> "text/markdown";
      default -> "text/plain";
    };
  }

  private void document(String name, String type, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    answers.put(
        "/document/" + name,
        out -> {
          text(
              out,
              OK
                  + "Content-Type: "
                  + type
                  + "\r\nContent-Length: "
                  + Files.size(file)
                  + "\r\n\r\n");
          Files.copy(file, out);
          out.flush();
        });
  }

  private void addFeeds() {
    String everything =
        answers.keySet().stream()
            .map(path -> "<item><title>t</title><link>" + at(path) + "</link></item>")
            .collect(Collectors.joining());
    feed("everything.xml", () -> rss(everything));
    feed("many.xml", () -> rss("<item><title>t</title><link>/a</link></item>".repeat(200_000)));
    feed("deep.html", () -> ("<p>" + "<b>".repeat(12) + "<p>x").repeat(40_000));
    feed("links.html", () -> "<a href=/a>".repeat(500_000));
    feed("nested.xml", () -> rss("<item>".repeat(1_000_000)));
    feed("attributes.html", () -> "<a" + " href=/a b=c".repeat(500_000) + ">");
    feed(
        "laughs.xml",
        () ->
            "<!DOCTYPE r [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
                + rss("<item><title>&c;</title><link>/a</link></item>"));
    feed("deep.json", () -> "[".repeat(5_000_000));
  }

  private static String rss(String items) {
    return "<rss version=\"2.0\"><channel><title>t</title>" + items + "</channel></rss>";
  }

  private void feed(String name, Supplier<String> body) {
    feeds.add("/feed/" + name);
    answers.put(
        "/feed/" + name,
        out -> {
          byte[] bytes = body.get().getBytes(ISO_8859_1);
          String type = name.endsWith("xml") ? "application/rss+xml" : "text/html";
          text(out, OK + "Content-Type: " + type + "\r\nConnection: close\r\n\r\n");
          out.write(bytes);
          out.flush();
        });
  }

  @Override
  public void close() throws IOException {
    for (ServerSocket host : hosts) {
      host.close();
    }
  }
}
