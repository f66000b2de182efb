package dev.readout.index;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.JsonCodec;
import dev.readout.corpus.Sha256;
import dev.readout.index.Fields.FieldWeights;
import dev.readout.meaning.Embedder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.TreeMap;
import org.apache.lucene.util.Version;

/** What an index was built by and from: one with another fingerprint is rebuilt, not misread. */
final class Fingerprint {
  /** Between the folder's fingerprint and the records', where they are not just the folder's. */
  private static final char PLUS = '+';

  /** Between the fingerprint of what a server's records stand on and theirs. */
  private static final char SERVER = '/';

  /** Raised whenever fields, analysis, weights of fields or stored forms change. */
  static final int FORMAT = 17;

  /** Half of the hexadecimal digits tell corpora apart well enough. */
  private static final int SHOWN_CHARS = 32;

  private Fingerprint() {}

  /** The version of the engine and of this package's own forms, and the model of meanings. */
  static String ofSettings() {
    return "format %d, Lucene %s, %s, meaning by %s"
        .formatted(FORMAT, Version.LATEST, FieldWeights.DESCRIPTION, Embedder.MODEL);
  }

  /** Of a corpus that is not just what lies in the folder with this fingerprint. */
  static String ofCorpus(String folder, List<CorpusRecord> records) {
    return folder + PLUS + ofRecords(records);
  }

  /** Of a server's own records, indexed by terms and topics of this fingerprint. */
  static String ofServer(String lexicon, List<CorpusRecord> records) {
    return lexicon + SERVER + ofRecords(records);
  }

  /** Of a global corpus with a server's records on it. */
  static String over(String globalCorpus, String server) {
    return globalCorpus + server.substring(server.lastIndexOf(SERVER));
  }

  static String shortened(String hash) {
    return hash.substring(0, SHOWN_CHARS);
  }

  /** Of the same ground with other records on it. */
  static String changed(String corpus, List<CorpusRecord> records) {
    return corpus.indexOf(SERVER) < 0
        ? ofCorpus(groundOf(corpus), records)
        : ofServer(groundOf(corpus), records);
  }

  /** What a corpus stands on: a server's on terms and topics, a global one on the folder. */
  static String groundOf(String corpus) {
    int end =
        Math.max(
            corpus.lastIndexOf(SERVER), corpus.indexOf(SERVER) < 0 ? corpus.lastIndexOf(PLUS) : -1);
    return end < 0 ? corpus : corpus.substring(0, end);
  }

  /** Whether a global corpus holds other records than its folder. */
  static boolean isJustTheFolder(String corpus) {
    return corpus.indexOf(PLUS) < 0;
  }

  private static String ofRecords(List<CorpusRecord> records) {
    return shortened(Sha256.of(records.stream().map(JsonCodec::writeBytes)));
  }

  /** Names, sizes and times of files: cheap, other after every edit; throws if unreadable. */
  static String ofCorpus(Path directory) {
    TreeMap<String, String> files = new TreeMap<>();
    try {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              files.put(
                  directory.relativize(file).toString(),
                  attributes.size() + " " + attributes.lastModifiedTime().toMillis());
              return FileVisitResult.CONTINUE;
            }
          });
      return shortened(Sha256.of(files.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the corpus folder " + directory, e);
    }
  }
}
