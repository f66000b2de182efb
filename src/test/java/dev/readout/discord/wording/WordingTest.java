package dev.readout.discord.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.reading.Language;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class WordingTest {
  private static final Pattern GAP = Pattern.compile("%\\d\\$s");
  private static final Object[] FILLINGS = {"<1>", "<2>", "<3>", "<4>", "<5>", "<6>"};

  static Stream<Wording> all() {
    return Stream.of(Phrase.values(), SourcePhrase.values(), InboxPhrase.values())
        .flatMap(Stream::of);
  }

  private static List<String> gaps(Wording wording, Language language) {
    return new TreeSet<>(
            GAP.matcher(wording.in(language)).results().map(MatchResult::group).toList())
        .stream().toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void in_everyLanguage_hasTheSameGapsAndNoOthers(Wording wording) {
    for (Language language : Language.values()) {
      assertThat(wording.in(language)).isNotBlank();
      assertThat(gaps(wording, language)).as("%s", language).isEqualTo(gaps(wording, Language.EN));
      if (!gaps(wording, language).isEmpty()) {
        assertThat(wording.in(language, FILLINGS)).doesNotContain("%1$s").contains("<1>");
      }
    }
  }
}
