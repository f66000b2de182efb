package dev.readout.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickPatternTest {
  private static final List<String> TEXTS =
      List.of(
          "",
          "w",
          "when",
          "When does it end?",
          "so when did they say it ends",
          "whenever it ended",
          "Is the rule's 25% duty still in force?",
          "tariffs (when?) ‘over’",
          "what’s the U.S. reply",
          "a date",
          "稀土when到期",
          "9when, _when, éwhen, e\u0301when",
          "FX’s so-so when\twhen",
          "the list\nof dates");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\b(?:when|what|over)\\b",
        "\\bwhen\\b.*\\bend(?:s|ed)?\\b",
        "^\\W*(?:so )?(?:when|is)\\b",
        "\\bdate\\W*$",
        "^when\\b|\\bends\\b",
        "^[|(]?(?:when|w)\\b",
        "^(?<!x)when",
        "^\\(?tariffs|list",
        "(?<!so )when\\b",
        "(?<![0-9a-z])[0-9]+%",
        "\\B(?:ver|hen)",
        "\\b['’]s\\b",
        "^(?!.*\\bwhen\\b)\\W*(?:\\w+ ){0,3}\\w{3,}s\\b",
        "[0-9]{2}% d|u\\.s\\.",
        "(?<=so )when",
        "\\b$",
        "s?$",
        "\\?$|ends$",
        "[^a-z]$",
        "(?<!d)$",
        "^$",
        "x*",
        "(?:when|what's) (?:does|did)(?: it| they)? (?:ends?|end\\b)",
        "(?i)WHEN|(?=.*稀土).*到期",
        "so\\W?s{1,2}o|d{0}ate|ta(?:ri)?ff?s",
        "(?<who>they) say|\\p{L}hen\\u0020d|dut[xy]{1}",
        "(?m)^of\\b",
        "U\\.S\\.|[\\]a]x|list\\nof"
      })
  void in_asPattern(String regex) {
    Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    QuickPattern quick = QuickPattern.of(regex);
    for (int round = 0; round < 2; round++) { // what may begin is known the second time
      assertThat(TEXTS)
          .allSatisfy(
              text -> {
                assertThat(quick.isIn(text)).isEqualTo(pattern.matcher(text).find());
                assertThat(quick.in(text).stream().map(MatchResult::group))
                    .isEqualTo(pattern.matcher(text).results().map(MatchResult::group).toList());
                assertThat(quick.replaceAll(text, "<$0>"))
                    .isEqualTo(pattern.matcher(text).replaceAll("<$0>"));
                assertThat(quick.replaceAll(text, found -> "$" + found.group()))
                    .isEqualTo(pattern.matcher(text).replaceAll("\\$$0"));
                assertThat(quick.replaceFirst(text, "<$0>"))
                    .isEqualTo(pattern.matcher(text).replaceFirst("<$0>"));
                assertThat(quick.replaceFirst(text, found -> "$" + found.group()))
                    .isEqualTo(pattern.matcher(text).replaceFirst("\\$$0"));
                assertThat(quick.isWhole(text)).isEqualTo(pattern.matcher(text).matches());
                int middle = text.length() / 2;
                assertThat(quick.whole(text, 0, middle) != null)
                    .isEqualTo(pattern.matcher(text).region(0, middle).matches());
              });
    }
  }
}
