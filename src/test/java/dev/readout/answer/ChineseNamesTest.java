package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.RatePeriod;
import dev.readout.corpus.Language;
import dev.readout.corpus.Source;
import dev.readout.corpus.Source.SourceType;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChineseNamesTest {
  private static final Corpus CORPUS = new CorpusReader(Path.of("index-data")).read();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "all Chinese goods | ZH | 所有中国商品",
        "all Chinese goods | ZH_TW | 所有中國商品",
        "all Chinese goods | EN | all Chinese goods",
        "400 yuan per net ton | ZH | 每净吨400元人民币",
        "Federal Register | ZH_TW | 《聯邦公報》",
        "The Daily Scout | ZH | The Daily Scout"
      })
  void of_englishText_isChineseForWhoReadsIt(String english, Language language, String shown) {
    assertThat(ChineseNames.of(english, language)).isEqualTo(shown);
  }

  /** A missing line of {@code chinese.txt} is printed. */
  @Test
  void of_shippedRatesParticipantsAndOfficialPublishers_isChinese() {
    Set<String> english = new TreeSet<>();
    for (CorpusRecord record : CORPUS.records()) {
      record.rates().stream().map(RatePeriod::of).forEach(english::add);
      record.rates().stream()
          .map(RatePeriod::rate)
          .filter(rate -> !rate.matches("[0-9.]+%"))
          .forEach(english::add);
      record.participants().stream().filter(name -> !isTerm(name)).forEach(english::add);
      record.linkedSource().stream()
          .filter(source -> source.type() == SourceType.OFFICIAL)
          .map(Source::publisher)
          .flatMap(Stream::ofNullable)
          .forEach(english::add);
    }

    assertThat(english)
        .isNotEmpty()
        .allSatisfy(
            text -> assertThat(ChineseNames.of(text, Language.ZH)).containsPattern("\\p{IsHan}|或"));
  }

  private static boolean isTerm(String name) {
    return CORPUS.terms().stream().anyMatch(term -> term.en().contains(name));
  }
}
