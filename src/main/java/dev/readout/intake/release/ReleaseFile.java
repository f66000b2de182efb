package dev.readout.intake.release;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A release of records as it travels: a zip of {@code manifest.json}, {@code manifest.sig} and then
 * {@code records/…}. The signature is of the manifest, which has the SHA-256 of every file, so that
 * nothing is unpacked before it is known whose it is. The same records make the same bytes.
 * Immutable.
 */
public final class ReleaseFile {
  /** Largest release, packed. */
  public static final int MAX_BYTES = 16 << 20;

  static final String VERSION_FILE = "VERSION";
  static final String MANIFEST = "manifest.json";

  private static final String SIGNATURE = "manifest.sig";
  private static final String RECORDS = "records/";
  private static final int MAX_MANIFEST_BYTES = 4 << 20;
  private static final int MAX_UNPACKED_BYTES = 48 << 20;

  private static final FileTime TIME = FileTime.from(Instant.parse("1980-02-01T00:00:00Z"));

  private final Manifest manifest;
  private final Map<String, byte[]> contents;

  private ReleaseFile(Manifest manifest, Map<String, byte[]> contents) {
    this.manifest = manifest;
    this.contents = contents;
  }

  /** Packs and signs records for that version of the program, or the first; or refuses. */
  public static byte[] pack(Path folder, @Nullable String program, String privateKey)
      throws IOException {
    CorpusReader.Reading reading = new CorpusReader(folder).check();
    int defects = reading.defects().size();
    if (defects > 0) {
      throw new ReleaseRefusedException(
          "the records have %d defects; 'bin/readout check' lists them".formatted(defects));
    }
    Path file = folder.resolve(VERSION_FILE);
    LocalDate newest =
        reading.corpus().records().stream()
            .map(CorpusRecord::published)
            .flatMap(Stream::ofNullable)
            .max(Comparator.naturalOrder())
            .orElseThrow(() -> new ReleaseRefusedException("there are no records"));
    LocalDate version =
        RecordReleases.versionOf(folder)
            .filter(day -> !day.isBefore(newest))
            .orElseThrow(
                () ->
                    new ReleaseRefusedException(
                        "write the day of the release, such as 2026-11-26, into %s; it is not before %s, when a record was published"
                            .formatted(file, newest)));
    Map<String, byte[]> files = files(folder);
    Map<String, String> hashes = new TreeMap<>();
    files.forEach((name, content) -> hashes.put(name, Sha256.of(content)));
    Manifest manifest =
        new Manifest(
            version.toString(),
            Manifest.SCHEMA,
            Objects.requireNonNullElse(program, Manifest.FIRST_PROGRAM),
            reading.corpus().records().size(),
            reading.corpus().statementCount(),
            newest.toString(),
            hashes);
    return zip(manifest.toJson(), files, privateKey);
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (!name.startsWith(".") && !name.equals(MANIFEST)) {
          files.put(name, Files.readAllBytes(path));
        }
      }
    }
    return files;
  }

  static byte[] zip(byte[] manifest, Map<String, byte[]> files, String privateKey)
      throws IOException {
    SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(MANIFEST, manifest);
    entries.put(SIGNATURE, ReleaseKey.sign(manifest, privateKey));
    files.forEach((name, content) -> entries.put(RECORDS + name, content));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()).setLastModifiedTime(TIME));
        zip.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  /** Reads a release; refuses one that is not whole or signed, and without a key any. */
  public static ReleaseFile read(byte[] release, @Nullable String publicKey) {
    if (publicKey == null) {
      throw new ReleaseRefusedException(
          "records.key is not set; set it to the public key of whoever keeps the records");
    }
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(release))) {
      byte[] json = entry(zip, MANIFEST, MAX_MANIFEST_BYTES);
      byte[] signature = entry(zip, SIGNATURE, MAX_MANIFEST_BYTES);
      if (!ReleaseKey.hasSigned(signature, json, publicKey)) {
        throw new ReleaseRefusedException("the release is not signed with records.key");
      }
      Manifest manifest = Manifest.ofJson(json);
      Map<String, byte[]> contents = records(zip, manifest);
      contents.put(MANIFEST, json);
      return new ReleaseFile(manifest, contents);
    } catch (IOException | IllegalArgumentException e) {
      throw new ReleaseRefusedException("this is no whole release: " + e.getMessage(), e);
    }
  }

  private static byte[] entry(ZipInputStream zip, String name, int maxBytes) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    if (entry == null || !entry.getName().equals(name)) {
      throw new IOException(name.equals(SIGNATURE) ? "it is not signed" : name + " is missing");
    }
    byte[] content = zip.readNBytes(maxBytes + 1);
    if (content.length > maxBytes) {
      throw new IOException(name + " is too large");
    }
    return content;
  }

  /** Exactly the manifest's, each as it says. */
  private static Map<String, byte[]> records(ZipInputStream zip, Manifest manifest)
      throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    int left = MAX_UNPACKED_BYTES;
    for (Map.Entry<String, String> file : manifest.files().entrySet()) {
      byte[] content = entry(zip, RECORDS + file.getKey(), left);
      left -= content.length;
      if (!Sha256.of(content).equals(file.getValue())) {
        throw new IOException(file.getKey() + " is not as the manifest says");
      }
      files.put(file.getKey(), content);
    }
    if (zip.getNextEntry() != null) {
      throw new IOException("it holds more than the manifest says");
    }
    return files;
  }

  Manifest manifest() {
    return manifest;
  }

  /** All files to be kept, by name: the records, and the manifest as it was signed. */
  Map<String, byte[]> contents() {
    return new TreeMap<>(contents);
  }

  public String summary() {
    return manifest.summary();
  }

  /** A release is not taken, and nothing has changed; the message says why. */
  public static final class ReleaseRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReleaseRefusedException(String message) {
      super(message);
    }

    ReleaseRefusedException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** What a release says of itself: its day, the form of its records, SHA-256 of each file. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Manifest(
      String version,
      int schema,
      String program,
      int records,
      int statements,
      String newest,
      Map<String, String> files) {

    /** Raised when records have something that programs before would refuse or misread. */
    static final int SCHEMA = 1;

    /** The first version of the program that reads {@link #SCHEMA}. */
    static final String FIRST_PROGRAM = "1.0.0";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern PROGRAM = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){0,3}");

    /** A folder at most, and nothing that leads out of it. */
    private static final Pattern FILE =
        Pattern.compile("(?:[A-Za-z0-9][A-Za-z0-9._-]{0,99}/)?[A-Za-z0-9][A-Za-z0-9._-]{0,149}");

    Manifest {
      var _ = LocalDate.parse(version);
      for (String file : files.keySet()) {
        if (!FILE.matcher(file).matches()) {
          throw new IllegalArgumentException("no name of a file of records: " + file);
        }
      }
      files = new TreeMap<>(files);
    }

    LocalDate day() {
      return LocalDate.parse(version);
    }

    String summary() {
      return "records %s: %d records, %d statements, the newest of %s"
          .formatted(version, records, statements, newest);
    }

    /** Refuses what this program is too old for; without a version it never is. */
    void refuseIfTooNew(@Nullable String running) {
      if (schema > SCHEMA) {
        throw new ReleaseRefusedException(
            "records %s are of form %d and this program reads %d; update the program first"
                .formatted(version, schema, SCHEMA));
      }
      if (!PROGRAM.matcher(program).matches()
          || (running != null
              && PROGRAM.matcher(running).matches()
              && Version.parse(running).compareTo(Version.parse(program)) < 0)) {
        throw new ReleaseRefusedException(
            "records %s need Readout %s and this is %s; update the program first"
                .formatted(version, program, running));
      }
    }

    byte[] toJson() throws IOException {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    /** What {@link #toJson} wrote; throws when it is something else. */
    static Manifest ofJson(byte[] json) throws IOException {
      return MAPPER.readValue(json, Manifest.class);
    }
  }

  /** Ed25519 keys as texts, Base64 of X.509 and PKCS #8; the private one is secret. */
  public record ReleaseKey(String publicKey, String privateKey) {
    private static final String ED25519 = "Ed25519";

    public static ReleaseKey generate() {
      try {
        KeyPair pair = KeyPairGenerator.getInstance(ED25519).generateKeyPair();
        Base64.Encoder base64 = Base64.getEncoder();
        return new ReleaseKey(
            base64.encodeToString(pair.getPublic().getEncoded()),
            base64.encodeToString(pair.getPrivate().getEncoded()));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
      }
    }

    /** Neither half of a key belongs in a log. */
    @Override
    public String toString() {
      return "ReleaseKey[]";
    }

    static byte[] sign(byte[] content, String privateKey) {
      try {
        Signature signature = Signature.getInstance(ED25519);
        var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey.strip()));
        signature.initSign(KeyFactory.getInstance(ED25519).generatePrivate(encoded));
        signature.update(content);
        return signature.sign();
      } catch (GeneralSecurityException | IllegalArgumentException e) {
        throw new ReleaseFile.ReleaseRefusedException(
            "that is no private key; 'bin/readout records keygen FILE' makes one", e);
      }
    }

    /** Whether the other half of the public key has signed it. */
    static boolean hasSigned(byte[] signed, byte[] content, String publicKey) {
      Signature signature;
      try {
        signature = Signature.getInstance(ED25519);
        var encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey.strip()));
        signature.initVerify(KeyFactory.getInstance(ED25519).generatePublic(encoded));
        signature.update(content);
      } catch (GeneralSecurityException | IllegalArgumentException e) {
        throw new ReleaseFile.ReleaseRefusedException(
            "records.key is no public key; set it to what 'bin/readout records keygen' printed", e);
      }
      try {
        return signature.verify(signed);
      } catch (GeneralSecurityException _) {
        return false; // of another length than a signature has
      }
    }
  }
}
