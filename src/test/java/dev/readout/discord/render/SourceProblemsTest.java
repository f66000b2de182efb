package dev.readout.discord.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Language;
import dev.readout.intake.Draft.Drafting;
import dev.readout.intake.Draft.ProblemWord;
import dev.readout.intake.extract.Extraction;
import dev.readout.intake.fetch.Fetched;
import dev.readout.store.RefusedChangeException.CatalogueLimit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SourceProblemsTest {

  @ParameterizedTest
  @EnumSource(Language.class)
  void of_everyReason_saysSomethingOfItsOwn(Language language) {
    List<String> fetched =
        Arrays.stream(Fetched.Reason.values())
            .map(reason -> new Drafting.NotFetched(new Fetched.Refused(reason, "", null)))
            .map(why -> SourceProblems.of(why, "`/feed`", language))
            .toList();
    List<String> read =
        Arrays.stream(Extraction.Reason.values())
            .map(reason -> SourceProblems.of(new Drafting.NotRead(reason), "`/feed`", language))
            .toList();
    List<String> limits =
        Arrays.stream(CatalogueLimit.values())
            .map(limit -> SourceProblems.of(limit, language))
            .toList();

    assertThat(fetched).doesNotHaveDuplicates();
    assertThat(read).doesNotHaveDuplicates().anyMatch(text -> text.contains("`/feed`"));
    assertThat(limits).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(Fetched.Reason.class)
  void ofWord_whatTheCatalogueRemembers_isSaidInFull(Fetched.Reason reason) {
    String word = ProblemWord.word(reason);

    assertThat(SourceProblems.ofWord(word, Language.EN)).isNotEqualTo(word).endsWith(".");
  }
}
