package dev.readout.index;

import dev.readout.corpus.Term;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;
import org.apache.lucene.util.fst.ByteSequenceOutputs;
import org.apache.lucene.util.fst.FST;

/**
 * Finds names of the term list in a text, in either language and script, the longest first and
 * without overlaps. Texts and questions are marked with the ids, so that they meet whatever name
 * each uses, with one document frequency. Thread-safe.
 */
final class TermMatcher {
  private static final int MAX_SHORT_CHARS = 4;

  /** Before the id of a term that was found by a short name. */
  private static final char SHORT = '!';

  private static final Analyzer STEMS = new TextAnalyzer(TextAnalyzer.Form.STEMS);
  private final SynonymMap names;
  private final Map<String, Set<String>> shortNames = new HashMap<>();

  private TermMatcher(SynonymMap names, List<Term> terms) {
    this.names = names;
    for (Term term : terms) {
      for (String name : term.names()) {
        if (isShort(name)) {
          shortNames
              .computeIfAbsent(term.id(), id -> new HashSet<>())
              .add(name.toLowerCase(Locale.ROOT));
        }
      }
    }
  }

  /** Analyses every name; {@link #encode} keeps that, which takes longer than a start may. */
  static TermMatcher of(List<Term> terms) {
    try {
      SynonymMap.Builder builder = new SynonymMap.Builder(true);
      for (Term term : terms) {
        for (String name : term.names()) {
          CharsRef tokens = tokens(name);
          if (tokens.length > 0) {
            builder.add(tokens, new CharsRef(isShort(name) ? SHORT + term.id() : term.id()), true);
          }
        }
      }
      return new TermMatcher(builder.build(), terms);
    } catch (IOException e) {
      throw new UncheckedIOException("term names could not be put together", e);
    }
  }

  private static boolean isShort(String name) {
    return name.length() <= MAX_SHORT_CHARS && !Character.isIdeographic(name.codePointAt(0));
  }

  BytesRef encode() throws IOException {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    out.writeVInt(names.maxHorizontalContext);
    out.writeVInt(names.words.size());
    BytesRef word = new BytesRef();
    for (int i = 0; i < names.words.size(); i++) {
      names.words.get(i, word);
      out.writeString(word.utf8ToString());
    }
    out.writeByte((byte) (names.fst == null ? 0 : 1));
    if (names.fst != null) {
      names.fst.save(out, out);
    }
    return new BytesRef(out.toArrayCopy());
  }

  static TermMatcher decode(BytesRef bytes, List<Term> terms) throws IOException {
    DataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    int maxHorizontalContext = in.readVInt();
    BytesRefHash words = new BytesRefHash();
    for (int left = in.readVInt(); left > 0; left--) {
      words.add(new BytesRef(in.readString()));
    }
    FST<BytesRef> fst =
        in.readByte() == 0
            ? null
            : new FST<>(FST.readMetadata(in, ByteSequenceOutputs.getSingleton()), in);
    return new TermMatcher(new SynonymMap(fst, words, maxHorizontalContext), terms);
  }

  /** A term named in a text from a character to one past its last. */
  record Named(String termId, int start, int end) {}

  List<Named> match(String text) {
    if (names.fst == null) {
      return List.of();
    }
    List<Named> found = new ArrayList<>();
    try (TokenStream tokens = new SynonymGraphFilter(STEMS.tokenStream("", text), names, false)) {
      CharTermAttribute token = tokens.addAttribute(CharTermAttribute.class);
      TypeAttribute type = tokens.addAttribute(TypeAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        if (type.type().equals(SynonymGraphFilter.TYPE_SYNONYM)) {
          boolean isShort = token.charAt(0) == SHORT;
          String id = isShort ? token.subSequence(1, token.length()).toString() : token.toString();
          Named named = new Named(id, offset.startOffset(), offset.endOffset());
          if ((!isShort || isWrittenAsListed(named, text)) && !found.contains(named)) {
            found.add(named);
          }
        }
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory could not be read", e);
    }
    return found;
  }

  /** Short stems fall together ("using", "US"): such a name must be written as it is listed. */
  private boolean isWrittenAsListed(Named named, String text) {
    String written =
        text.substring(named.start(), named.end())
            .toLowerCase(Locale.ROOT)
            .replaceFirst("['’]s$", "");
    Set<String> names = shortNames.getOrDefault(named.termId(), Set.of());
    return names.contains(written)
        || (written.endsWith("s") && names.contains(written.substring(0, written.length() - 1)));
  }

  private static CharsRef tokens(String name) throws IOException {
    CharsRefBuilder joined = new CharsRefBuilder();
    try (TokenStream tokens = STEMS.tokenStream("", name)) {
      CharTermAttribute token = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        if (joined.length() > 0) {
          joined.append(SynonymMap.WORD_SEPARATOR);
        }
        joined.append(token.buffer(), 0, token.length());
      }
      tokens.end();
    }
    return joined.toCharsRef();
  }
}
