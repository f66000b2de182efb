package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.Lookups.Explanation;
import dev.readout.answer.Lookups.Lookup;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.index.Generation;
import java.time.LocalDate;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ShippedIndex.class)
final class LookupsTest {
  private static final String MADRID = "2025-09-14-madrid-talks-meeting";

  private final Generation generation;
  private final Lookups desk;

  LookupsTest(Generation generation) {
    this.generation = generation;
    this.desk = new Lookups(generation);
  }

  private static <T> T found(Lookup<T> lookup) {
    return switch (lookup) {
      case Lookup.Found<T>(T value) -> value;
      case Lookup.NotFound<T> nothing -> throw new AssertionError("not found: " + nothing);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "2025-09-14-madrid-talks-meeting, 2025-09-14-madrid-talks-meeting",
    "' 2025-09-14-madrid-talks-meeting ', 2025-09-14-madrid-talks-meeting",
    "2025-09-15-madrid-us-remarks, 2025-09-14-madrid-talks-meeting",
    "2025-09-15-madrid-prc-readout, 2025-09-14-madrid-talks-meeting",
    "the Madrid talks, 2025-09-14-madrid-talks-meeting",
    "Busan summit, 2025-10-30-busan-summit-meeting",
    "Raimondo and Wang Wentao call of October 2024, 2024-10-08-raimondo-wang-call",
    "马德里会谈, 2025-09-14-madrid-talks-meeting",
    "吉隆坡, 2025-10-25-kuala-lumpur-talks-meeting",
    "Kuala Lumpur, 2025-10-25-kuala-lumpur-talks-meeting",
    "釜山, 2025-10-30-busan-summit-meeting",
    "日內瓦, 2025-05-10-geneva-talks-meeting",
    "伦敦, 2025-06-09-london-talks-meeting",
    "斯德哥爾摩, 2025-07-28-stockholm-talks-meeting",
    "马德里, 2025-09-14-madrid-talks-meeting",
    "达沃斯, 2026-01-19-bessent-he-davos-meeting",
    "巴黎, 2026-03-15-paris-talks-meeting",
    "首爾, 2026-05-13-seoul-talks-meeting",
    "纽约, 2026-09-20-new-york-talks-meeting",
    "华盛顿, 2026-09-24-washington-summit-meeting",
    "北京, 2026-05-14-beijing-summit-meeting"
  })
  void compare_idReadOutOrWords_isTheMeeting(String idOrWords, String meeting) {
    assertThat(found(desk.compare(idOrWords)).meeting().id()).isEqualTo(meeting);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "the", "zyzzyva", "best pizza in town", "Atlantis summit"})
  void compare_nothingSuch_isNotFound(String words) {
    Lookup<MeetingComparison> lookup = desk.compare(words);

    assertThat(lookup instanceof Lookup.NotFound).as("not found: %s", words).isTrue();
  }

  @Test
  void compare_idOfAMeetingWithoutReadOuts_isNeverAnotherMeeting() {
    CorpusRecord silent =
        generation
            .records()
            .filter(record -> record.kind() == Kind.MEETING)
            .filter(
                meeting ->
                    generation.ofMeeting(meeting.id()).stream()
                        .noneMatch(record -> record.kind() == Kind.READOUT))
            .findFirst()
            .orElseThrow();

    switch (desk.compare(silent.id())) {
      case Lookup.Found<MeetingComparison>(MeetingComparison comparison) ->
          assertThat(comparison.meeting().id()).isEqualTo(silent.id());
      case Lookup.NotFound<MeetingComparison> notFound ->
          assertThat(notFound.nearest()).hasSizeLessThanOrEqualTo(3);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2025-09-29-bis-affiliates-rule, 2025-09-29-bis-affiliates-rule",
    "2025-11-10-bis-affiliates-rule-suspension, 2025-11-10-bis-affiliates-rule-suspension",
    "affiliates rule, 2025-09-29-bis-affiliates-rule",
    "50% rule, 2025-09-29-bis-affiliates-rule",
    "gallium ban, 2024-12-03-mofcom-46-ban-us-gallium-germanium-antimony",
    "镓锗禁令, 2024-12-03-mofcom-46-ban-us-gallium-germanium-antimony",
    "鎵鍺禁令, 2024-12-03-mofcom-46-ban-us-gallium-germanium-antimony",
    "US port fees on Chinese ships, 2025-04-17-section-301-shipbuilding-port-fees",
    "port fees on US ships, 2025-10-10-prc-special-port-fees",
    "关联企业规则, 2025-09-29-bis-affiliates-rule",
    "關聯企業規則, 2025-09-29-bis-affiliates-rule",
    "fentanyl tariff, 2025-02-01-eo-14195-fentanyl-tariff-10",
    "芬太尼关税, 2025-02-01-eo-14195-fentanyl-tariff-10",
    "芬太尼關稅, 2025-02-01-eo-14195-fentanyl-tariff-10",
    "reciprocal tariff, 2025-04-02-eo-14257-reciprocal-tariff"
  })
  void status_idOrWords_isTheMeasure(String idOrWords, String measure) {
    assertThat(found(desk.status(idOrWords, ShippedIndex.TODAY)).measure().id()).isEqualTo(measure);
  }

  @ParameterizedTest
  @CsvSource({
    "section 301, 2018-07-06-section-301-list-1",
    "301条款, 2018-07-06-section-301-list-1",
    "entity list, 2025-09-12-entity-list-23-china",
    "實體清單, 2025-09-12-entity-list-23-china",
    "rare earth export controls, 2025-10-09-mofcom-57-five-more-rare-earths"
  })
  void status_severalNamedAlike_areAllNear(String words, String one) {
    Lookup.NotFound<MeasureStatus> lookup =
        (Lookup.NotFound<MeasureStatus>) desk.status(words, ShippedIndex.TODAY);

    assertThat(lookup.areMeant()).isTrue();
    assertThat(lookup.nearest())
        .hasSizeGreaterThan(1)
        .allMatch(record -> record.kind().isMeasure())
        .extracting(CorpusRecord::id)
        .contains(one);
  }

  @ParameterizedTest
  @CsvSource({"2025-10-15, IN_FORCE", "2026-01-01, SUSPENDED"})
  void status_day_isTheStandingOnIt(LocalDate day, LegalState state) {
    MeasureStatus status = found(desk.status("affiliates rule", day));

    assertThat(status.day()).isEqualTo(day);
    assertThat(status.current()).isNotNull();
    assertThat(status.current().state()).isEqualTo(state);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "the", "zyzzyva", "best pizza in town", "天气怎么样"})
  void status_nothingSuch_isNotFound(String words) {
    Lookup<MeasureStatus> lookup = desk.status(words, ShippedIndex.TODAY);

    assertThat(lookup instanceof Lookup.NotFound).as("not found: %s", words).isTrue();
  }

  @Test
  void status_idOfAMeeting_isNotFoundButNearMeasures() {
    Lookup<MeasureStatus> lookup = desk.status(MADRID, ShippedIndex.TODAY);

    assertThat(lookup).isInstanceOf(Lookup.NotFound.class);
    assertThat(((Lookup.NotFound<MeasureStatus>) lookup).nearest())
        .hasSizeLessThanOrEqualTo(3)
        .allMatch(record -> record.kind().isMeasure());
  }

  @ParameterizedTest
  @CsvSource({
    "entity-list, entity-list",
    "Entity List, entity-list",
    "what is the Entity List?, entity-list",
    "实体清单, entity-list",
    "實體清單, entity-list",
    "BIS, bis",
    "bis, bis",
    "商务部, mofcom",
    "MOFCOM, mofcom",
    "Li Chenggang, li-chenggang"
  })
  void explain_idNameOrAbbreviation_isTheTerm(String idOrWords, String term) {
    Explanation explanation = found(desk.explain(idOrWords));

    assertThat(explanation.term().id()).isEqualTo(term);
    assertThat(explanation.entry()).isNotNull();
    assertThat(explanation.snippets())
        .isNotEmpty()
        .allMatch(snippet -> snippet.record().equals(explanation.entry()));
  }

  @Test
  void explain_term_listsItsNewestUsesWithoutTheEntryItself() {
    Explanation explanation = found(desk.explain("BIS"));

    assertThat(explanation.usedIn())
        .hasSize(5)
        .doesNotContain(explanation.entry())
        .isSortedAccordingTo(Comparator.comparing(CorpusRecord::anchorDay).reversed());
    assertThat(explanation.uses()).isGreaterThan(5);
  }

  @Test
  void explain_termWithoutEntry_hasUsesOnly() {
    Explanation explanation = found(desk.explain("affiliates rule"));

    assertThat(explanation.entry()).isNull();
    assertThat(explanation.snippets()).isEmpty();
    assertThat(explanation.usedIn()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "zyzzyva", "the", "披萨"})
  void explain_unknown_isNotFound(String words) {
    assertThat(desk.explain(words)).isInstanceOf(Lookup.NotFound.class);
  }

  @Test
  void explain_unknownNearSomething_showsEntriesOnly() {
    Lookup<Explanation> lookup = desk.explain("zyzzyva licence");

    if (lookup instanceof Lookup.NotFound<Explanation> notFound) {
      assertThat(notFound.nearest())
          .hasSizeLessThanOrEqualTo(3)
          .allMatch(r -> r.kind() == Kind.GLOSSARY || r.kind() == Kind.EXPLAINER);
    }
  }
}
