package dev.readout.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.OddText;
import dev.readout.corpus.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipInputStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever has become of a backup, what is read of it is what was written, or it is refused. */
final class BackupFuzzTest {
  private static final Map<String, String> FILES =
      Map.of(
          "records/README.md",
          "hello",
          "records/restrictions/2024-06-01-tariff.md",
          "the duty on bicycles ".repeat(200),
          "records/关税.md",
          "关税",
          "index/current",
          "000001\n",
          "settings/readout.yaml",
          "");

  private static byte[] whole() {
    CraftedBackup backup = new CraftedBackup();
    FILES.forEach(backup::file);
    return backup.bytes();
  }

  @Provide
  Arbitrary<String> odd() {
    return OddText.upTo(8);
  }

  @Property
  void read_bytesChanged_isTheSameOrRefused(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = whole();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      bytes = mutated(bytes, random);
    }
    assertSameOrRefused(bytes);
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    int end = Math.min(bytes.length, at + random.nextInt(1, 200));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, at);
    switch (random.nextInt(5)) {
      case 0 -> out.write(bytes[at] ^ (1 << random.nextInt(8)));
      case 1 -> out.writeBytes(Arrays.copyOfRange(bytes, at, end));
      case 2 -> end = at;
      case 3 -> {
        byte[] noise = new byte[end - at];
        random.nextBytes(noise);
        out.writeBytes(noise);
      }
      default -> {
        // Left out.
      }
    }
    int from = Math.min(bytes.length, random.nextInt(5) == 0 ? at : Math.max(at + 1, end));
    out.write(bytes, from, bytes.length - from);
    return out.size() == 0 ? new byte[] {0} : out.toByteArray();
  }

  private static void assertSameOrRefused(byte[] bytes) {
    Map<String, String> read = new HashMap<>();
    try {
      BackupReader reader = new BackupReader(new ByteArrayInputStream(bytes));
      reader.read(file -> collecting(file, read));
    } catch (UnusableBackupException _) {
      return;
    }
    assertThat(read).isEqualTo(FILES);
  }

  private static OutputStream collecting(StoredFile file, Map<String, String> into) {
    return new ByteArrayOutputStream() {
      @Override
      public void close() {
        into.put(file.name(), toString(StandardCharsets.UTF_8));
      }
    };
  }

  @Property
  void read_manifestMutated_isTheSameOrRefused(@ForAll long seed) throws Exception {
    String manifest;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(whole()))) {
      assertThat(zip.getNextEntry().getName()).isEqualTo("manifest.json");
      manifest = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
    }
    CraftedBackup backup = new CraftedBackup();
    FILES.forEach(backup::file);
    String odd = OddText.mutated(manifest, new Random(seed));
    assertSameOrRefused(backup.manifest(odd.isEmpty() ? " " : odd).bytes());
  }

  @Property
  void of_anyName_neverLeadsOutOfItsFolder(@ForAll("odd") String path) {
    Path home = Path.of("/home/readout/staging");
    for (Part part : Part.values()) {
      String name = part.nameOf(path);
      if (Part.of(name).isPresent() && canName(path)) {
        Path resolved = home.resolve(path);
        assertThat(resolved.normalize()).isEqualTo(resolved);
        assertThat(resolved.startsWith(home) && !resolved.equals(home)).isTrue();
      }
    }
  }

  /** Not every machine has a file's name in every script; a restore refuses it there. */
  private static boolean canName(String path) {
    try {
      return !Path.of(path).toString().isEmpty();
    } catch (InvalidPathException _) {
      return false;
    }
  }

  @Property
  void read_anyNames_areThoseAnnouncedOrRefused(
      @ForAll("odd") String announced, @ForAll("odd") String stored) {
    byte[] text = announced.getBytes(StandardCharsets.UTF_8);
    CraftedBackup backup = new CraftedBackup();
    try {
      backup
          .announce("records/" + announced, text.length, Sha256.of(text))
          .entry("records/" + stored, text);
      Map<String, String> read = new HashMap<>();
      new BackupReader(backup.stream()).read(file -> collecting(file, read));
      assertThat(read.keySet()).containsExactly("records/" + announced);
      assertThat(stored).isEqualTo(announced);
    } catch (UnusableBackupException | IllegalArgumentException _) {
      // The latter of a name that is too long for any zip.
    }
  }
}
