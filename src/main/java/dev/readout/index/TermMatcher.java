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
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;

/**
 * Finds the names of the term list in a text, in either language and script; the longest name wins and names do not
 * overlap, so that "Unreliable Entity List" is not also "Entity List". Texts and questions are both marked with the ids of
 * the terms found, and so meet whatever name each uses: one index term with one document frequency, where alternatives
 * spelt out in the query would each bring their own. Thread-safe.
 */
final class TermMatcher {
  private static final int MAX_SHORT_CHARS = 4;

  private final Analyzer stems = new TextAnalyzer(TextAnalyzer.Form.STEMS);
  private final SynonymMap names;
  private final Map<String, Set<String>> shortNames = new HashMap<>();

  TermMatcher(List<Term> terms) {
    try {
      SynonymMap.Builder builder = new SynonymMap.Builder(true);
      for (Term term : terms) {
        for (String name : term.names()) {
          if (name.length() <= MAX_SHORT_CHARS) {
            shortNames.computeIfAbsent(term.id(), id -> new HashSet<>()).add(name.toLowerCase(Locale.ROOT));
          }
          CharsRef tokens = tokens(name);
          if (tokens.length > 0) {
            builder.add(tokens, new CharsRef(term.id()), true);
          }
        }
      }
      this.names = builder.build();
    } catch (IOException e) {
      throw new UncheckedIOException("term names could not be put together", e);
    }
  }

  /**
   * A term named in a text.
   *
   * @param start first character of the name in the text
   * @param end one past the last
   */
  record Named(String termId, int start, int end) {}

  List<Named> match(String text) {
    if (names.fst == null) {
      return List.of();
    }
    List<Named> found = new ArrayList<>();
    try (TokenStream tokens = new SynonymGraphFilter(stems.tokenStream("", text), names, false)) {
      CharTermAttribute token = tokens.addAttribute(CharTermAttribute.class);
      TypeAttribute type = tokens.addAttribute(TypeAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        Named named = new Named(token.toString(), offset.startOffset(), offset.endOffset());
        if (type.type().equals(SynonymGraphFilter.TYPE_SYNONYM) && isMeant(named, text)) {
          found.add(named);
        }
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory could not be read", e);
    }
    return found;
  }

  /**
   * Stems of short words fall together by chance ("use" and "US"): such a name must be written as it is listed. What was
   * spelled out before analysis ("%") has no place of its own in the text.
   */
  private boolean isMeant(Named named, String text) {
    String written = text.substring(named.start(), named.end()).toLowerCase(Locale.ROOT);
    if (written.isEmpty() || written.length() > MAX_SHORT_CHARS || Character.isIdeographic(written.codePointAt(0))) {
      return true;
    }
    Set<String> names = shortNames.getOrDefault(named.termId(), Set.of());
    return names.contains(written)
        || (written.endsWith("s") && names.contains(written.substring(0, written.length() - 1)));
  }

  private CharsRef tokens(String name) throws IOException {
    CharsRefBuilder joined = new CharsRefBuilder();
    try (TokenStream tokens = stems.tokenStream("", name)) {
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
