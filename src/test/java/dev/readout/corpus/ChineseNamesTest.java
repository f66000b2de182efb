package dev.readout.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Persons and agencies that the shipped statements name are named in their Chinese too. */
final class ChineseNamesTest {
  private static final Set<String> KINDS = Set.of("person", "agency");

  /** What Chinese says of them that is no name, or a name that is another's elsewhere. */
  private static final Map<String, String> OTHERWISE =
      Map.of(
          "donald-trump", "元首",
          "joe-biden", "元首",
          "xi-jinping", "元首",
          "us-treasury", "财政部",
          "us-commerce-department", "商务部",
          "white-house", "总统行政办公室",
          "cac", "网信主管部门");

  private static final Corpus CORPUS = new CorpusReader(TinyCorpus.SHIPPED).read();
  private static final Map<String, Term> TERMS = new HashMap<>();

  static {
    CORPUS.terms().forEach(term -> names(term).forEach(name -> TERMS.put(name, term)));
  }

  /** The longest name first, and none within a word. */
  private static final Pattern NAME =
      Pattern.compile(
          TERMS.keySet().stream()
              .sorted(Comparator.comparingInt(String::length).reversed())
              .map(Pattern::quote)
              .collect(Collectors.joining("|", "(?<![\\p{L}0-9-])(?:", ")(?![\\p{L}0-9])")));

  private static Stream<String> names(Term term) {
    return Stream.concat(term.en().stream(), term.abbr().stream());
  }

  @Test
  void statement_personOrAgency_isNamedInChinese() {
    List<String> unnamed =
        CORPUS.records().stream()
            .flatMap(record -> record.statements().stream())
            .flatMap(ChineseNamesTest::unnamed)
            .toList();

    assertThat(unnamed).isEmpty();
  }

  private static Stream<String> unnamed(Statement statement) {
    String chinese = Objects.requireNonNull(statement.zh());
    return NAME.matcher(statement.text())
        .results()
        .map(MatchResult::group)
        .distinct()
        .filter(name -> !isNamed(name, chinese))
        .map(name -> name + " in " + statement.recordId() + ": " + chinese);
  }

  private static boolean isNamed(String name, String chinese) {
    Term term = Objects.requireNonNull(TERMS.get(name));
    return !KINDS.contains(term.kind())
        || Stream.of(
                List.of(name),
                term.zhHans(),
                term.abbr(),
                List.of(OTHERWISE.getOrDefault(term.id(), name)))
            .flatMap(List::stream)
            .anyMatch(chinese::contains);
  }
}
