package dev.readout.intake.extract;

import dev.readout.intake.fetch.Format;
import dev.readout.intake.fetch.Original;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** Made-up pages in the form of official sites, and how they are extracted in tests. */
final class Pages {
  /** Noon of the day after most of the pages were published. */
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-05-14T12:00:00Z"));

  private static final Path FOLDER = Path.of("src/test/resources/intake/pages");

  private Pages() {}

  static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Extraction extract(byte[] bytes) {
    return new HtmlExtractor(CLOCK).extract(Original.of(bytes, Format.HTML, null));
  }

  static Extraction extract(String html) {
    return extract(html.getBytes(StandardCharsets.UTF_8));
  }

  /** What a text says that is extracted from a page of some length. */
  static Extraction.Extracted extracted(String html) {
    return (Extraction.Extracted) extract(html);
  }

  /** Takes what comes of a page now for what should. */
  static void approve(String page) {
    try {
      Files.writeString(
          FOLDER.resolve(page + ".expected.txt"), rendered(extract(bytes(page + ".html"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In a form that can be read and compared. */
  static String rendered(Extraction extraction) {
    if (!(extraction instanceof Extraction.Extracted page)) {
      return extraction + "\n";
    }
    StringBuilder text = new StringBuilder();
    text.append("title: ").append(page.title()).append('\n');
    text.append("published: ").append(page.published()).append('\n');
    text.append("language: ").append(page.language()).append('\n');
    text.append("publisher: ").append(page.publisher()).append("\n\n");
    text.append("=== body\n").append(page.body()).append("\n\n=== statements\n");
    for (Extraction.Slice slice : page.statements()) {
      text.append("* ").append(page.body(), slice.start(), slice.end()).append('\n');
      text.append("  ").append(slice.fragment()).append('\n');
    }
    return text.toString();
  }
}
