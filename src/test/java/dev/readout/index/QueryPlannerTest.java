package dev.readout.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a question is read, over a generation of four records. */
final class QueryPlannerTest {
  private static Generation generation;

  @BeforeAll
  static void build(@TempDir Path folder) throws IOException {
    generation =
        SampleIndex.open(
            folder,
            SampleIndex.corpus(
                List.of(
                    SampleIndex.term("semiconductors", List.of("semiconductors"), List.of("半导体")),
                    SampleIndex.term("he-lifeng", List.of("He Lifeng"), List.of("何立峰"))),
                new RecordDraft("chips")
                    .title("Semiconductors and chips")
                    .says("Bicycles were not discussed on 8 October 2024."),
                new RecordDraft("soy")
                    .side(Side.PRC)
                    .title("Soybeans bought by China")
                    .participants("Gina Raimondo"),
                new RecordDraft("vans").title("Vehicles with connected software"),
                new RecordDraft("earths")
                    .title("Export controls on rare earths")
                    .says("The earth was named in the 2025 announcement.")));
  }

  @AfterAll
  static void close() {
    generation.close();
  }

  private static QueryPlan plan(String question) {
    return generation.plan(question);
  }

  private static List<String> texts(String question, QueryToken.Kind kind) {
    return plan(question).tokens().stream()
        .filter(token -> token.kind() == kind)
        .map(QueryToken::text)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "semiconducters, semiconductors",
    "soybeens, soybeans",
    "Raimundo, raimondo",
    "Vehicels, vehicles",
    "erth, earth",
    "eatrh, earth",
    "arth, earth",
    "Raaimondo, raimondo",
    "vehiiiicles, vehicles",
    "rareearths, rare earths",
    "exportcontrols, export controls",
    "soybeansin, soybeans in",
  })
  void plan_misspeltWord_isRepaired(String written, String meant) {
    QueryPlan plan = plan("What about " + written + " then?");

    assertThat(plan.repairs()).isEqualTo(Map.of(written, meant));
    assertThat(plan.text()).isEqualTo("What about " + meant + " then?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "semiconductors",
        "Soybean",
        "bicycles",
        "discussing",
        "connect",
        "chips",
        "vans",
        "Lifeng",
        "what",
        "about",
      })
  void plan_wordThatARecordOrTermKnows_isNeverRepaired(String word) {
    assertThat(plan(word).repairs()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"helicopters", "zebra", "chip5", "xxxxxxxxxxxx", "sog", "大豆腐", "Ωμέγα"})
  void plan_unknownWordLikeNoOther_isLeftAlone(String word) {
    QueryPlan plan = plan(word);

    assertThat(plan.repairs()).isEmpty();
    assertThat(plan.text()).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({
    "What hapened then?, What happened then?",
    "Waht was said?, what was said?",
    "Teh talks?, the talks?",
    "Was it discused?, Was it discussed?",
    "The weathr there?, The weather there?",
    "Whatdid it say?, what did it say?",
    "What is thethe rule?, What is the the rule?",
    "Are they conected?, Are they connected?",
    "An anouncment?, An announcement?",
    "What did Raimonod's wish?, What did raimondo's wish?",
  })
  void plan_misspeltCommonWord_isRead(String question, String meant) {
    assertThat(plan(question).text()).isEqualTo(meant);
  }

  @Test
  void plan_repairToAWordThatNoRecordHas_isNotTold() {
    assertThat(plan("What hapened to soybeens?").repairs())
        .isEqualTo(Map.of("soybeens", "soybeans"));
    assertThat(plan("the weathr").tokens()).noneMatch(QueryToken::known);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What was said in Zurich?",
        "Did they name Nvidia in Rome?",
        "Is the hotel on the beach?",
        "Who paid for the dinner, Vance or Sony?",
        "Did the stocktaking take long?",
        "Was it unassessed?",
        "Did YMTC complain?",
        "Has the earl come?",
      })
  void plan_nameOrCommonWordThatNoRecordHas_isLeftAlone(String question) {
    assertThat(plan(question).text()).isEqualTo(question);
  }

  @Test
  void plan_wordWithCapitalInASentence_needsANameToBeRepairedTo() {
    assertThat(plan("did Raimond go").text()).isEqualTo("did raimondo go");
    assertThat(plan("did Sofware go").text()).isEqualTo("did Sofware go");
    assertThat(plan("did sofware go").text()).isEqualTo("did software go");
  }

  @Test
  void plan_wordThatFoldingLeavesNothingOf_isLeftOut() {
    assertThat(generation.plan("ʹ soybeans").tokens())
        .extracting(QueryToken::text)
        .containsExactly("soybean");
  }

  @Test
  void plan_twoMisspeltWords_areBothRepaired() {
    assertThat(plan("soybeens or semiconducters").text()).isEqualTo("soybeans or semiconductors");
  }

  @Test
  void plan_namedTerm_isATokenWithItsId() {
    assertThat(plan("何立峰談半導體").termIds()).containsExactly("he-lifeng", "semiconductors");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "on 8 October 2024 | 2024-10-08",
        "in October 2024 | 2024-10",
        "in 2024 | 2024",
        "2024年10月 | 2024-10",
      })
  void plan_writtenDate_isAToken(String question, String token) {
    assertThat(texts(question, QueryToken.Kind.DATE)).containsExactly(token);
  }

  @Test
  void plan_dayThatTheCalendarLacks_isNoDateToken() {
    assertThat(texts("30 February 2024", QueryToken.Kind.DATE)).isEmpty();
  }

  @Test
  void plan_englishWords_areStems() {
    assertThat(texts("connected vehicles", QueryToken.Kind.WORD))
        .containsExactly("connect", "vehicl");
  }

  @Test
  void plan_chineseWords_areCharactersAndPairs() {
    assertThat(texts("芯片", QueryToken.Kind.CHARACTER)).containsExactly("芯", "片");
    assertThat(texts("芯片", QueryToken.Kind.PAIR)).containsExactly("芯片");
  }

  @Test
  void plan_traditionalCharacters_areTheSimplifiedOnes() {
    assertThat(texts("關稅", QueryToken.Kind.PAIR)).containsExactly("关税");
  }

  @Test
  void plan_knownAndUnknownWords_areTold() {
    assertThat(plan("bicycles helicopters").tokens())
        .extracting(QueryToken::known)
        .containsExactly(true, false);
  }

  @Test
  void plan_tokens_areInOrderOfPlaceAndWithinTheText() {
    QueryPlan plan =
        plan("On 8 October 2024, did He Lifeng discuss semiconductors (芯片) in the U.S.?");

    assertThat(plan.tokens()).isSortedAccordingTo(Comparator.comparingInt(QueryToken::start));
    assertThat(plan.tokens())
        .allMatch(t -> 0 <= t.start() && t.start() <= t.end() && t.end() <= plan.text().length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "?!…", "the of and", "\u0000\u202E"})
  void plan_nothingToSearchFor_findsNothing(String question) {
    QueryPlan plan = plan(question);

    assertThat(plan.hasContent()).isFalse();
    assertThat(generation.candidates(plan, SearchFilter.ALL)).isEmpty();
  }

  @Test
  void plan_onlyWordsOfAsking_hasNoContent() {
    assertThat(plan("what did they say about it").hasContent()).isFalse();
  }

  @Test
  void plan_rareWord_weighsMoreThanACommonOne() {
    List<QueryToken> tokens = plan("bicycles tests").tokens();

    assertThat(tokens.getFirst().idf()).isGreaterThan(tokens.getLast().idf());
  }
}
