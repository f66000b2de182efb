package dev.readout.intake.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.intake.release.ReleaseFile.Manifest;
import dev.readout.intake.release.ReleaseFile.ReleaseKey;
import dev.readout.intake.release.ReleaseFile.ReleaseRefusedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReleaseFileTest {
  @TempDir Path folder;
  private Path records;
  private byte[] release;

  @BeforeEach
  void pack() {
    records = SampleRecords.write(folder.resolve("records"), "2026-12-04", SampleRecords.NEW);
    release = SampleRecords.pack(records);
  }

  @Test
  void pack_sameRecords_sameBytes() {
    assertThat(SampleRecords.pack(records)).isEqualTo(release);
    assertThat(SampleRecords.read(release).summary())
        .isEqualTo("records 2026-12-04: 1 records, 1 statements, the newest of 2026-11-30");
  }

  @Test
  void pack_defectiveRecordsOrAVersionBeforeThem_isRefused() throws IOException {
    Files.writeString(records.resolve("VERSION"), "2026-11-29");
    assertThatThrownBy(() -> SampleRecords.pack(records)).hasMessageContaining("2026-11-30");
    Files.writeString(records.resolve("topics.yaml"), "- id: x");
    assertThatThrownBy(() -> SampleRecords.pack(records)).hasMessageContaining("defects");
  }

  @Test
  void read_noKeyOrAnother_isRefused() {
    assertRefused(release, null, "records.key is not set");
    assertRefused(release, ReleaseKey.generate().publicKey(), "not signed with records.key");
    assertRefused(release, "AAAA", "records.key is no public key");
  }

  private static void assertRefused(byte[] bytes, @Nullable String key, String why) {
    assertThatThrownBy(() -> ReleaseFile.read(bytes, key))
        .isInstanceOf(ReleaseRefusedException.class)
        .hasMessageContaining(why);
  }

  private static void assertRefused(byte[] bytes, String why) {
    assertRefused(bytes, SampleRecords.KEY.publicKey(), why);
  }

  @Test
  void read_cutAnywhere_isRefused() {
    // Behind the last file there is only the zip's own list of contents, which nobody needs.
    String bytes = new String(release, StandardCharsets.ISO_8859_1);
    int central = bytes.indexOf("PK\u0001\u0002");
    for (int length = 0; length < central; length += 97) {
      byte[] cut = Arrays.copyOf(release, length);
      assertThatThrownBy(() -> SampleRecords.read(cut))
          .as("%d bytes", length)
          .isInstanceOf(ReleaseRefusedException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"records/terms.yaml", "manifest.json", "manifest.sig"})
  void read_anEntryChangedOrMissing_isRefused(String name) throws IOException {
    Map<String, byte[]> changed = entries();
    changed.put(name, "other".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> SampleRecords.read(zip(changed)))
        .isInstanceOf(ReleaseRefusedException.class);
    Map<String, byte[]> fewer = entries();
    fewer.remove(name);
    assertThatThrownBy(() -> SampleRecords.read(zip(fewer)))
        .isInstanceOf(ReleaseRefusedException.class);
  }

  @Test
  void read_moreThanWasSigned_isRefused() throws IOException {
    Map<String, byte[]> more = entries();
    more.put("records/zz.md", new byte[1]);
    assertRefused(zip(more), "more than the manifest says");
  }

  @Test
  void read_withoutSignature_saysSo() throws IOException {
    Map<String, byte[]> unsigned = entries();
    unsigned.remove("manifest.sig");
    assertRefused(zip(unsigned), "not signed");
    assertRefused("<html>".getBytes(StandardCharsets.UTF_8), "no whole release");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../VERSION", "/etc/passwd", "a/b/c.md", "a\\\\b", ".hidden", ""})
  void manifest_aFileElsewhere_isNone(String name) {
    String json =
        """
        {"version":"2026-12-04","schema":1,"program":"1.0.0","records":1,"statements":1,
         "newest":"2026-11-30","files":{"%s":""}}
        """
            .formatted(name);
    assertThatThrownBy(() -> Manifest.ofJson(json.getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("no name of a file of records");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1.0.0, 1.0.0, true",
    "1, 1.10.0, 1.9.1, false",
    "1, 1.9.0, 1.10.0, true",
    "1, 9.0.0, dev, true",
    "2, 1.0.0, 9.0.0, false",
    "1, later, 9.0.0, false"
  })
  void refuseIfTooNew_formOrProgram(int schema, String needs, String running, boolean passes) {
    Manifest manifest =
        new Manifest("2026-12-04", schema, needs, 1, 1, "2026-11-30", Map.of("a.md", ""));
    if (passes) {
      manifest.refuseIfTooNew(running);
    } else {
      assertThatThrownBy(() -> manifest.refuseIfTooNew(running))
          .isInstanceOf(ReleaseRefusedException.class)
          .hasMessageContaining("update the program first");
    }
  }

  private Map<String, byte[]> entries() throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(release))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
