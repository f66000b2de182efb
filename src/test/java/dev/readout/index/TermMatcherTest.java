package dev.readout.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Term;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TermMatcherTest {
  private static final List<Term> LIST =
      List.of(
          term(
              "united-states",
              List.of("United States", "U.S.", "American"),
              List.of("US", "USA"),
              List.of("美国")),
          term(
              "electric-vehicles",
              List.of("electric vehicles"),
              List.of("EV", "EVs"),
              List.of("电动汽车")),
          term("entity-list", List.of("Entity List"), List.of("EL"), List.of("实体清单")),
          term(
              "unreliable-entity-list",
              List.of("Unreliable Entity List"),
              List.of("UEL"),
              List.of("不可靠实体清单")),
          term("tariff", List.of("tariffs"), List.of(), List.of("关税")),
          term(
              "icts",
              List.of("information and communications technology and services"),
              List.of("ICTS"),
              List.of()),
          term("percent", List.of("percent"), List.of(), List.of()),
          new Term(
              "legislature",
              "agency",
              List.of("Legislative Yuan"),
              List.of(),
              List.of(),
              List.of("立法院"),
              null,
              null));
  private static final TermMatcher TERMS = TermMatcher.of(LIST);

  private static Term term(String id, List<String> en, List<String> abbr, List<String> zhHans) {
    return new Term(id, "list", en, abbr, zhHans, List.of(), null, null);
  }

  private static List<String> ids(String text) {
    return TERMS.match(text).stream().map(TermMatcher.Named::termId).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "Who is on the Unreliable Entity List?, unreliable-entity-list",
    "Who is on the Entity List?, entity-list",
    "谁在不可靠实体清单上？, unreliable-entity-list",
    "谁在实体清单上？, entity-list",
  })
  void match_nameInsideALongerName_isOnlyTheLongest(String text, String id) {
    assertThat(ids(text)).containsExactly(id);
  }

  @ParameterizedTest
  @CsvSource({
    "哪些公司被列入不可靠實體清單？, unreliable-entity-list",
    "加徵關稅的商品, tariff",
    "電動汽車出口, electric-vehicles",
    "立法院通過, legislature",
    "立法院通过, legislature",
  })
  void match_eitherScript_isTheTerm(String text, String id) {
    assertThat(ids(text)).containsExactly(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the US said",
        "the U.S. said",
        "the USA said",
        "The United States said",
        "American firms",
        "US's view"
      })
  void match_anyNameOfUnitedStates_isUnitedStates(String text) {
    assertThat(ids(text)).containsExactly("united-states");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the use of chips",
        "they used chips",
        "it uses chips",
        "using chips",
        "reuse",
        "a user",
        "useful",
        "usable"
      })
  void match_use_isNotUnitedStates(String text) {
    assertThat(ids(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EV",
        "EVs",
        "evs",
        "electric vehicle",
        "Electric Vehicles",
        "ELECTRIC VEHICLES",
        "electric vehicle's"
      })
  void match_anyFormOfElectricVehicles_isElectricVehicles(String text) {
    assertThat(ids("about " + text + " from China")).containsExactly("electric-vehicles");
  }

  @ParameterizedTest
  @ValueSource(strings = {"even", "ever", "evolve", "elect", "else", "ice", "icy"})
  void match_wordThatOnlyBeginsLikeAName_isNothing(String word) {
    assertThat(ids(word)).isEmpty();
  }

  @Test
  @DefaultLocale("tr-TR")
  void match_turkishLocale_foldsCaseTheSame() {
    assertThat(ids("icts and ENTITY LIST and TARIFFS"))
        .containsExactly("icts", "entity-list", "tariff");
  }

  @Test
  void match_severalNames_areInOrderOfPlace() {
    assertThat(ids("tariffs of the US on electric vehicles"))
        .containsExactly("tariff", "united-states", "electric-vehicles");
  }

  @Test
  void match_found_knowsItsPlaceInTheText() {
    String text = "Is the Entity List long?";

    TermMatcher.Named named = TERMS.match(text).getFirst();

    assertThat(text.substring(named.start(), named.end())).isEqualTo("Entity List");
  }

  @Test
  void match_sameNameTwice_isFoundTwice() {
    assertThat(ids("tariffs on tariffs")).containsExactly("tariff", "tariff");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "nothing of it", "?!", "😀", "\uD83D", "10%", "Entity", "List Entity"})
  void match_noName_isEmptyOrHarmless(String text) {
    assertThat(TERMS.match(text)).noneMatch(named -> named.termId().equals("entity-list"));
  }

  @Test
  void match_percentSign_isPercent() {
    assertThat(ids("a 10% duty")).containsExactly("percent");
  }

  @Test
  void match_noTermsAtAll_isEmpty() {
    assertThat(TermMatcher.of(List.of()).match("tariffs")).isEmpty();
  }

  @Test
  void decode_encoded_findsTheSame() throws IOException {
    String text = "US tariffs on EVs, the Unreliable Entity List (不可靠實體清單) and using ICTS";

    assertThat(TermMatcher.decode(TERMS.encode(), LIST).match(text))
        .isEqualTo(TERMS.match(text))
        .hasSize(6);
  }

  @Test
  void decode_noTermsEncoded_findsNothing() throws IOException {
    assertThat(TermMatcher.decode(TermMatcher.of(List.of()).encode(), List.of()).match("tariffs"))
        .isEmpty();
  }
}
