package dev.readout.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.util.BytesRef;

/**
 * Stems of English words that people ask with rather than about ("spat", "in a nutshell"): that a
 * record lacks one says nothing about whether it answers. Immutable.
 */
record OrdinaryWords(Set<String> stems) {
  private static final String FILE = "ordinary-words.txt";

  OrdinaryWords {
    stems = Set.copyOf(stems);
  }

  /** The words of {@code ordinary-words.txt}, analysed; a generation keeps the result. */
  static OrdinaryWords shipped() {
    try (InputStream in = OrdinaryWords.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not beside its class");
      }
      String words =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .collect(Collectors.joining(" "));
      return new OrdinaryWords(stems(words));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  private static Set<String> stems(String words) throws IOException {
    Set<String> stems = new HashSet<>();
    try (Analyzer analyzer = new TextAnalyzer(TextAnalyzer.Form.STEMS);
        TokenStream stream = analyzer.tokenStream("", words)) {
      CharTermAttribute token = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        stems.add(token.toString());
      }
      stream.end();
    }
    return stems;
  }

  boolean contains(String stem) {
    return stems.contains(stem);
  }

  BytesRef encode() throws IOException {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    out.writeSetOfStrings(stems);
    return new BytesRef(out.toArrayCopy());
  }

  static OrdinaryWords decode(BytesRef bytes) throws IOException {
    DataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    return new OrdinaryWords(in.readSetOfStrings());
  }
}
