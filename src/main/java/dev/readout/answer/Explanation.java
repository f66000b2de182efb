package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A term of the term list explained. Immutable.
 *
 * @param entry the glossary or explainer record that defines it; null when the sources hold none
 * @param snippets the entry's statements in their order; empty without an entry
 * @param usedIn other records that name it, the newest first, at most 5
 * @param uses how many records name it
 */
public record Explanation(
    Term term,
    @Nullable CorpusRecord entry,
    List<Snippet> snippets,
    List<CorpusRecord> usedIn,
    int uses) {
  public Explanation {
    snippets = List.copyOf(snippets);
    usedIn = List.copyOf(usedIn);
  }
}
