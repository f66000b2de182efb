package dev.readout.answer;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.Listings.Named;
import dev.readout.corpus.Language;
import dev.readout.corpus.Snippet;
import dev.readout.index.Generation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A false "listed" would be as bad as a false "not". */
@ExtendWith(ShippedIndex.class)
final class ListingsTest {
  private final Listings listings;

  ListingsTest(Generation generation) {
    this.listings = new Listings(generation);
  }

  private Named find(String name) {
    return listings.find(name, ShippedIndex.TODAY);
  }

  private static List<String> lines(Named named) {
    return named.listed().stream()
        .map(
            one ->
                ListingText.name(one, Language.EN)
                    + " "
                    + ListingText.of(one, ShippedIndex.TODAY, Language.EN))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Inspur Group Co., Ltd. | ",
        "Inspur Co., Ltd. | Entity List: Inspur since 2 March 2023; in force on ",
        "浪潮集團 | Entity List: Inspur since 2 March 2023; in force on ",
        "4paradigm | Entity List: 4Paradigm since 2 March 2023; in force on ",
        "Xiamen Meiya Pico | Entity List: Xiamen Meiya Pico since 9 October 2019; in force on ",
        "厦门美亚柏科 | Entity List: Xiamen Meiya Pico since 9 October 2019; in force on ",
        "Global Dimensions | Export control list of entities: Global Dimensions LLC since 25 ",
        "Arrow Electronics | Entity List: Arrow China Electronics Trading since 8 October 2025;"
            + " no longer since 12 November 2025",
        "Sierra Nevada | Unreliable Entity List: Sierra Nevada since 9 April 2025; no longer since"
            + " 12 August 2025",
        "Leidos | Export control list of entities: Leidos since 4 March 2025; rescinded from 10"
            + " November 2025",
        "Insitu | Unreliable Entity List: Insitu since 4 April 2025; not stated for ",
        "Tencent | Section 1260H list: Tencent since 7 January 2025; superseded from 8 June 2026;"
            + " whether",
        "Wingtech | Entity List: Wingtech the records do not say how it stands",
        "CXMT | Section 5949: ChangXin Memory in force from 23 December 2027"
      })
  void find_name_standsAsRecorded(String name, String begins) {
    if (begins == null) {
      assertThat(find(name).listed()).isEmpty();
    } else {
      assertThat(lines(find(name))).first().asString().startsWith(begins);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nvidia",
        "Intel",
        "WuXi AppTec",
        "TP-Link",
        "Nexperia",
        "Boeing",
        "Raytheon",
        "Hanwha",
        "Hengli",
        "TSMC",
        "Samsung",
        "Huawie",
        "China",
        "Entity List",
        "BIS",
        "",
        "*"
      })
  void find_nameThatNoStatementListsSo_isNotListed(String name) {
    assertThat(find(name).listed()).isEmpty();
    assertThat(ListingText.none(find(name), Language.EN)).contains("which is not a no");
  }

  @ParameterizedTest
  @CsvSource({
    "Boeing, 'Boeing Defense, Space & Security'",
    "Raytheon, Raytheon Missiles & Defense",
    "Huawie, Huawei",
    "BGI, Units of the gene-sequencing group BGI",
    "Inspur, Inspur subsidiaries",
    "Huawei Cloud, Huawei"
  })
  void find_nameLikeAnother_offersThatOne(String name, String near) {
    assertThat(find(name).near()).contains(near);
  }

  @ParameterizedTest
  @CsvSource({"WuXi AppTec, The withdrawn list", "Hengli, The US Treasury had sanctioned"})
  void find_nameBesideAListOrSanctions_showsTheStatementForWhatItSays(String name, String says) {
    assertThat(find(name).beside())
        .first()
        .satisfies(snippet -> assertThat(snippet.statement().text()).startsWith(says));
  }

  @Test
  void find_everyListedName_isShownWithStatementsThatNameItAndItsList(Generation generation) {
    for (var name : listings.names()) {
      assertThat(find(name.en()).listed())
          .isNotEmpty()
          .allSatisfy(
              one -> {
                String said =
                    one.says().stream()
                        .map(Snippet::statement)
                        .map(statement -> statement.text())
                        .collect(joining("\n"));
                assertThat(said).contains(one.name().en());
                assertThat(generation.termsIn(said + "\n" + one.record().title()))
                    .contains(one.list().id());
              });
    }
  }
}
