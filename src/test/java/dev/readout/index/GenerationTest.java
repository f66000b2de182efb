package dev.readout.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.answer.ShippedIndex;
import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Statement;
import dev.readout.index.Evidence.Candidate;
import dev.readout.meaning.Models;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A generation of the shipped corpus. */
@Timeout(600)
final class GenerationTest {
  private static Corpus corpus;
  private static Generation generation;

  @BeforeAll
  static void build(@TempDir Path folder) {
    corpus = new CorpusReader(ShippedIndex.CORPUS).read();
    ShippedIndex.copyTo(folder);
    generation = new IndexDirectory(folder, ShippedIndex.CLOCK, Models.off()).open();
  }

  @AfterAll
  static void close() {
    generation.close();
  }

  @Test
  void records_readBack_equalTheCorpus() {
    assertThat(generation.records()).isEqualTo(corpus.records());
  }

  @Test
  void statements_readBack_areSlicesOfTheirRecords() {
    assertThat(corpus.records())
        .allMatch(
            record ->
                generation.find(record.id()).orElseThrow().statements().equals(record.statements())
                    && record.statements().stream().allMatch(s -> s.isSliceOf(record.body())));
  }

  @Test
  void terms_readBack_equalTheCorpus() {
    assertThat(generation.terms()).isEqualTo(corpus.terms());
  }

  @Test
  void topics_readBack_equalTheCorpus() {
    assertThat(generation.topics()).isEqualTo(corpus.topics());
  }

  @Test
  void info_counts_areThoseOfTheCorpus() {
    assertThat(generation.info().records()).isEqualTo(corpus.records().size());
    assertThat(generation.info().statements())
        .isEqualTo(
            corpus.records().stream()
                .map(CorpusRecord::statements)
                .mapToInt(List<Statement>::size)
                .sum());
  }

  @Test
  void info_reach_isTheLastPublishedDayOfEachSide() {
    assertThat(generation.info().reachesToUs()).isAfter(LocalDate.of(2026, 9, 1));
    assertThat(generation.info().reachesToPrc()).isAfter(LocalDate.of(2026, 9, 1));
  }

  @Test
  void hide_record_isFoundByNothing(@TempDir Path folder) throws IOException {
    Corpus two = SampleIndex.corpus(new RecordDraft("tariff-truce"), new RecordDraft("port-fees"));
    try (Generation open = SampleIndex.open(folder, two)) {
      open.hide(Set.of("tariff-truce", "unknown"));

      assertThat(open.hidden()).isEqualTo(1);
      assertThat(open.find("tariff-truce")).isEmpty();
      assertThat(open.records()).extracting(CorpusRecord::id).containsExactly("port-fees");
      assertThat(open.suggestRecords("", SearchFilter.ALL, EnumSet.allOf(Kind.class), 9))
          .extracting(CorpusRecord::id)
          .containsExactly("port-fees");
      String words = two.records().getFirst().statements().getFirst().text();
      QueryPlan plan = open.plan(words);
      assertThat(open.evidence(plan, open.candidates(plan, SearchFilter.ALL)))
          .extracting(found -> found.record().id())
          .doesNotContain("tariff-truce");
      assertThat(open.statements(List.of(words), SearchFilter.ALL, 9))
          .extracting(found -> found.record().id())
          .doesNotContain("tariff-truce");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "purchas, purchases",
    "agenc, agency",
    "tariff, tariffs",
    "zyzzyva, zyzzyva",
    "镓锗, 镓锗"
  })
  void commonestForm_ofAStem_isAWordAsItIsWritten(String stem, String word) {
    assertThat(generation.commonestForm(stem)).isEqualTo(word);
  }

  @Test
  void find_unknownId_isEmpty() {
    assertThat(generation.find("2025-01-01-lunch")).isEmpty();
  }

  @Test
  void term_unknownId_isEmpty() {
    assertThat(generation.term("lunch")).isEmpty();
  }

  @Test
  void ofMeeting_twoReadouts_areInOrderOfId() {
    assertThat(generation.ofMeeting("2017-07-19-comprehensive-economic-dialogue"))
        .extracting(CorpusRecord::id)
        .containsExactly("2017-07-19-ced-prc-readout", "2017-07-19-ced-us-statement");
  }

  @Test
  void ofMeeting_noSuchMeeting_isEmpty() {
    assertThat(generation.ofMeeting("2025-01-01-lunch")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What did each side say about connected cars in October 2024?",
        "is the affilates rule still in force",
        "2024年10月中美商务部长通话谈了什么？",
        "關稅",
      })
  void candidates_sameQuestionTwice_areEqual(String question) {
    assertThat(generation.candidates(generation.plan(question), SearchFilter.ALL))
        .isEqualTo(generation.candidates(generation.plan(question), SearchFilter.ALL))
        .isNotEmpty();
  }

  @Test
  void candidates_sameQuestionOnManyThreads_areEqual() throws Exception {
    String question = "What did He Lifeng and Bessent agree in Geneva?";
    List<Candidate> expected = generation.candidates(generation.plan(question), SearchFilter.ALL);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<List<Candidate>>> answers =
          IntStream.range(0, 40)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> generation.candidates(generation.plan(question), SearchFilter.ALL)))
              .toList();
      for (Future<List<Candidate>> answer : answers) {
        assertThat(answer.get(5, TimeUnit.MINUTES)).isEqualTo(expected);
      }
    }
  }

  static Stream<String> hostileTexts() {
    return Stream.of(
        "",
        "+tariff -china && (rule || \"list\") AND OR NOT !",
        "title:tariff id:* *:* tar?ff* tariff~2 \"a b\"~5 tariff^9",
        "\"unclosed (bracket [2024 TO {2025",
        "\\ \\\\ \\u0041 /reg.*ex/ ${jndi:ldap://x} <b> %s %n {}",
        "\u0000\u0001\u007F\u0085\u2028\uFEFF\uFFFF",
        "\u202Etariffs\u202C \u2066a\u2069 \u200Ba\u200Dt\u0301",
        "😀 🇨🇳🇺🇸 👩‍👩‍👧 ☎️",
        "\uD83D",
        "\uDE00",
        "a\uD83Db\uDE00c 关\uD83D税 \uDE00\uD83D",
        "\uD840\uDC00\uD869\uDED6 𝕌𝕊 ﬁnance Ǆ ŉ ẞ İstanbul ıI",
        "关税Tariff壁垒2024年13月45日%％$",
        "0000-00-00 2024-99-99 99 May 2024 1e999 -0 ٣٤٥ ２０２４年",
        "เซมิคอนดักเตอร์ полупроводники أشباه الموصلات 半導体 반도체",
        "a".repeat(10_000),
        "关".repeat(10_000),
        "😀".repeat(5_000),
        " ".repeat(10_000),
        "\u0301".repeat(2_000),
        "tariff ".repeat(1_428),
        "US ".repeat(3_333),
        "2024 ".repeat(2_000),
        "中美".repeat(5_000),
        "1 ".repeat(5_000),
        "May 1, ".repeat(1_428),
        "semiconducter".repeat(769),
        distinctWords(1_400));
  }

  private static String distinctWords(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "qz" + Integer.toString(i + 50_000, 26).replaceAll("[0-9]", "x") + " ")
        .reduce("", String::concat);
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void plan_hostileText_isOnlyText(String text) {
    QueryPlan plan = generation.plan(text);

    assertThat(generation.evidence(plan, generation.candidates(plan, SearchFilter.ALL)))
        .isNotNull();
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void suggest_hostileText_isOnlyText(String text) {
    assertThat(generation.suggest(text, SearchFilter.ALL, 25)).hasSizeLessThanOrEqualTo(25);
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  @DefaultLocale("tr-TR")
  void plan_hostileTextUnderTurkishLocale_isOnlyText(String text) {
    assertThat(generation.plan(text).tokens()).hasSizeLessThanOrEqualTo(QueryPlanner.MAX_TOKENS);
  }

  @Test
  @DefaultLocale("tr-TR")
  void candidates_turkishLocale_areTheSame() {
    String question = "IS THE AFFILIATES RULE STILL IN FORCE IN APRIL 2026?";
    List<Candidate> turkish = generation.candidates(generation.plan(question), SearchFilter.ALL);

    Locale.setDefault(Locale.ROOT); // the extension restores it

    assertThat(generation.candidates(generation.plan(question), SearchFilter.ALL))
        .isEqualTo(turkish);
  }

  @Test
  void open_missingFolder_isRefused(@TempDir Path folder) {
    assertThatThrownBy(() -> Generation.of(Segment.open(folder.resolve("000007")), Models.off()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("000007");
  }
}
