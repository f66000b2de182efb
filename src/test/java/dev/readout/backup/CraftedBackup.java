package dev.readout.backup;

import dev.readout.corpus.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A backup as nobody's program writes it. */
final class CraftedBackup {
  private static final class Entry {
    private final String name;
    private final byte[] bytes;

    Entry(String name, byte[] bytes) {
      this.name = name;
      this.bytes = bytes;
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final List<String> announced = new ArrayList<>();
  private String format = "1";
  private String tables = "";
  private String manifest = "";

  /** With one record, announced and there. */
  static CraftedBackup sample() {
    return new CraftedBackup().file("records/README.md", "hello");
  }

  /** One more file, announced and there. */
  CraftedBackup file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  CraftedBackup file(String name, byte[] bytes) {
    return announce(name, bytes.length, Sha256.of(bytes)).entry(name, bytes);
  }

  CraftedBackup announce(String name, long size, String sha256) {
    announced.add(
        "{\"name\":\"%s\",\"size\":%d,\"sha256\":\"%s\",\"modified\":\"2026-01-01T00:00:00Z\"}"
            .formatted(quoted(name), size, sha256));
    return this;
  }

  /** Whatever is no escape of JSON already. */
  private static String quoted(String name) {
    return name.replaceAll("\\\\(?!u)", "\\\\\\\\").replace("\"", "\\\"");
  }

  CraftedBackup entry(String name, byte[] bytes) {
    entries.add(new Entry(name, bytes));
    return this;
  }

  CraftedBackup format(String json) {
    format = json;
    return this;
  }

  CraftedBackup tables(String version) {
    tables = version;
    return this;
  }

  /** This instead of a manifest. */
  CraftedBackup manifest(String text) {
    manifest = text;
    return this;
  }

  private String json() {
    return manifest.isEmpty()
        ? "{\"format\":%s,\"program\":\"9.9\",\"made\":\"%s\",\"tables\":\"%s\",\"files\":[%s]}"
            .formatted(
                format, Instant.parse("2026-11-24T12:00:00Z"), tables, String.join(",", announced))
        : manifest;
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      add(zip, new Entry("manifest.json", json().getBytes(StandardCharsets.UTF_8)));
      for (Entry entry : entries) {
        add(zip, entry);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void add(ZipOutputStream zip, Entry entry) throws IOException {
    zip.putNextEntry(new ZipEntry(entry.name));
    zip.write(entry.bytes);
    zip.closeEntry();
  }

  InputStream stream() {
    return new ByteArrayInputStream(bytes());
  }
}
