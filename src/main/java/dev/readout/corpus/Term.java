package dev.readout.corpus;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A concept with all its names, at least one English, the preferred first; a person's side or a
 * town's country, if said; {@code vocabulary} for ordinary words; the record that defines it, if
 * any. Immutable.
 */
public record Term(
    String id,
    String kind,
    List<String> en,
    List<String> abbr,
    List<String> zhHans,
    List<String> zhHant,
    @Nullable Side side,
    @JsonAlias("record") @Nullable String recordId) {

  public Term {
    en = List.copyOf(en);
    abbr = List.copyOf(abbr);
    zhHans = List.copyOf(zhHans);
    zhHant = List.copyOf(zhHant);
    if (en.isEmpty()) {
      throw new IllegalArgumentException("term " + id + " has no English name");
    }
  }

  /** Every name, English first, without repeats. */
  public List<String> names() {
    return Stream.of(en, abbr, zhHans, zhHant).flatMap(List::stream).distinct().toList();
  }

  /** An ordinary word such as "suspend", listed for its translation only. */
  public boolean isVocabulary() {
    return kind.equals("vocabulary");
  }
}
