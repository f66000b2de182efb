package dev.readout.discord.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.Answer;
import dev.readout.answer.Lookups.Explanation;
import dev.readout.answer.MeasureStatus;
import dev.readout.answer.MeetingComparison;
import dev.readout.answer.ReceiptBook.KeptAnswer;
import dev.readout.answer.ReceiptBook.ReceiptState;
import dev.readout.answer.Samples;
import dev.readout.answer.ShippedIndex;
import dev.readout.answer.quote.QuoteChecker.QuoteReport;
import dev.readout.answer.quote.QuoteFinding;
import dev.readout.answer.quote.QuoteFinding.Passage;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Term;
import dev.readout.discord.picture.Picture;
import dev.readout.discord.picture.Picture.Look;
import dev.readout.discord.picture.StandingPicture;
import dev.readout.discord.render.NoticeMessage.NearestMessage;
import dev.readout.discord.render.Reply.Frame;
import dev.readout.index.Generation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.tree.MessageComponentTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of every reply, whatever a record holds: every page is made, or a test fails here. */
@ExtendWith(ShippedIndex.class)
final class RenderingRulesTest {
  private static final String URL = "https://example.org/1";

  /** Of an answer that declines, in pixels. */
  private static final int MAX_DECLINED_HEIGHT = 320;

  private static final List<String> QUESTIONS =
      List.of(
          "What did each side say about connected cars in October 2024?",
          "Is the affiliates rule in force?",
          "who is Li Chenggang",
          "did they agree on TikTok in Madrid",
          "rare earth export controls",
          "soybean purchases",
          "fentanyl tariff",
          "What is the Entity List?",
          "port fees");

  private static List<String> texts(Reply reply) {
    return MessageComponentTree.of(reply.components()).findAll(TextDisplay.class).stream()
        .map(TextDisplay::getContent)
        .toList();
  }

  private static List<Reply> pages(Answer.Answered answer, Frame frame) {
    return Pages.of(new AnswerPages(answer, frame, _ -> Optional.empty(), ""));
  }

  /** Each statement stands whole with its source beside it, on exactly one page. */
  private static void statementsStandWithTheirSource(
      List<Reply> pages, List<Snippet> snippets, Language language) {
    List<String> texts = pages.stream().flatMap(page -> texts(page).stream()).toList();
    for (Snippet snippet : snippets) {
      String words = StatementLine.words(snippet, language);
      List<String> with =
          texts.stream()
              .filter(text -> text.lines().anyMatch(line -> isLine(line, words)))
              .toList();
      assertThat(with).as(words).isNotEmpty();
      String source = SourceLine.of(snippet, language);
      assertThat(with)
          .allSatisfy(text -> assertThat(text.indexOf(source, text.indexOf(words))).isPositive());
    }
  }

  private static boolean isLine(String line, String words) {
    return line.equals(words) || line.equals(Markdown.bullet(words));
  }

  @Test
  void pages_realAnswers_everyStatementWholeWithItsSource(Generation generation) {
    Scene scene = new Scene(generation);
    for (Language language : Language.values()) {
      for (String question : QUESTIONS) {
        Answer.Answered answer = scene.answered(question, language);
        statementsStandWithTheirSource(pages(answer, Scene.PRIVATE), answer.all(), language);
      }
    }
  }

  @Test
  void reply_realAnswers_fitAPhoneWithEveryStatementsLink(Generation generation) {
    Scene scene = new Scene(generation);
    for (Language language : Language.values()) {
      for (String question : QUESTIONS) {
        Answer.Answered answer = scene.answered(question, language);
        Reply reply = new AnswerMessage(answer, Scene.PUBLIC, "").reply();
        assertHeight(reply, PhoneHeight.ANSWER);
        String text = String.join("\n", texts(reply));
        assertThat(text.lines().filter(line -> !line.isBlank())).doesNotHaveDuplicates();
        assertThat(text)
            .doesNotContain("secondary sources", "RIN ", "FR Doc", "generation", "第 000");
        assertThat(
                answer.verdict() != null
                    || text.contains(StatementLine.brief(answer.lead(), language)))
            .as(text)
            .isTrue();
      }
    }
  }

  @Test
  void declinedStatusExplained_inEachLanguage_fitTheirHeight(Generation generation) {
    Scene scene = new Scene(generation);
    for (Language language : Language.values()) {
      for (String question : List.of("best pizza in Shanghai", "What did Bessent say yesterday?")) {
        assertHeight(scene.ask(question, language, Scene.PUBLIC), MAX_DECLINED_HEIGHT);
      }
      for (String measure : List.of("affiliates rule", "fentanyl tariff", "port fees")) {
        assertHeight(scene.status(measure, language), PhoneHeight.STATUS);
      }
      for (String term : List.of("entity list", "de minimis", "rare earths")) {
        assertHeight(scene.explain(term, language), PhoneHeight.EXPLANATION);
      }
    }
  }

  private static void assertHeight(Reply reply, int most) {
    assertThat(PhoneHeight.of(reply.components()))
        .as(() -> String.join("\n", texts(reply)))
        .isLessThanOrEqualTo(most);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-10-15, 3BA55D", // in force: green
    "2025-12-01, F0B232", // suspended: amber
    "2026-11-24, 80848E" // not known: grey
  })
  void status_onADay_hasTheColourOfItsStanding(
      LocalDate day, String colour, Generation generation) {
    CorpusRecord rule = generation.find("2025-09-29-bis-affiliates-rule").orElseThrow();
    Reply reply =
        new StatusMessage(
                MeasureStatus.of(rule, day).orElseThrow(),
                Picture.NOTHING,
                Samples.INDEX,
                generation::find,
                Scene.withoutReceipt(),
                Language.EN)
            .reply();

    assertThat(MessageComponentTree.of(reply.components()).findAll(Container.class))
        .first()
        .extracting(Container::getAccentColorRaw)
        .isEqualTo(Integer.parseInt(colour, 16));
  }

  @Test
  void reply_bothAskedFor_bothGovernmentsAreHeard(Generation generation) {
    Answer.Answered answer =
        new Scene(generation)
            .answered("What did each side say about soybeans in Busan?", Language.EN);
    String text = String.join("\n", texts(new AnswerMessage(answer, Scene.PUBLIC, "").reply()));
    assertThat(text).contains("**Washington** ", "**Beijing** ");
  }

  @Test
  void table_everyMeeting_fitsItsHeight(Generation generation) {
    Scene scene = new Scene(generation);
    for (Language language : Language.values()) {
      for (String meeting : List.of("Busan", "Geneva", "London", "Stockholm", "Madrid", "Paris")) {
        assertHeight(
            scene.compare(meeting, ComparisonMessage::table, language), PhoneHeight.COMPARISON);
      }
    }
  }

  @Test
  void ends_manyPassed_fitTheirHeightAndTheRestIsCounted(Generation generation) {
    for (Language language : Language.values()) {
      Reply ends = new Scene(generation).coming(language).ends(10);
      assertHeight(ends, PhoneHeight.COMPARISON);
      assertThat(String.join("\n", texts(ends)))
          .containsPattern("and \\d+ more|另有 \\d+ 项|另有 \\d+ 項");
    }
  }

  @Test
  void status_inChinese_goodsToo(Generation generation) {
    Reply status =
        new Scene(generation).status("2024-09-13-section-301-four-year-review", Language.ZH);
    assertThat(String.join("\n", texts(status))).contains("中国电动汽车：").doesNotContain("electric");
  }

  @Test
  void shown_everyCase_keepsEveryText(Generation generation) {
    MessageCases.of(new Scene(generation))
        .forEach(
            (name, reply) -> {
              Reply before = reply.get();
              String longName = "名".repeat(80);
              Reply shown =
                  ShownMessage.of(before.components(), longName, Scene.MEMBER, Language.EN);
              assertThat(texts(shown)).as(name).containsAll(texts(before));
              assertThat(texts(shown).getLast()).as(name).contains("名");
            });
  }

  /** A box says something, and no line says the same name twice. */
  @Test
  void reply_everyCaseAndTerm_hasNoEmptyContainerAndNoNameTwice(Generation generation) {
    Scene scene = new Scene(generation);
    Stream<Reply> cases = MessageCases.of(scene).values().stream().map(Supplier::get);
    Stream<Reply> terms =
        generation.terms().stream()
            .filter(term -> !term.isVocabulary())
            .flatMap(
                term ->
                    Stream.of(Language.values())
                        .map(language -> scene.explain(term.id(), language)));
    Stream.concat(cases, terms)
        .forEach(
            reply -> {
              MessageComponentTree all = MessageComponentTree.of(reply.components());
              assertThat(all.findAll(Container.class))
                  .allSatisfy(
                      box ->
                          assertThat(texts(Reply.of(List.of(box))))
                              .as("a box without a text")
                              .anyMatch(text -> !text.isBlank()));
              assertThat(
                      texts(reply).stream().flatMap(String::lines).map(RenderingRulesTest::names))
                  .allSatisfy(names -> assertThat(names).doesNotHaveDuplicates());
            });
  }

  /** What stands side by side in a line, as a reader sees it. */
  private static List<String> names(String line) {
    String seen =
        line.replaceAll("]\\(<[^>]*>\\)", "]").replaceAll("^(?:### |-# |- )|[\\[\\]*`\\\\]", "");
    return Stream.of(seen.split(" · |: |：|[;；、]\\s*"))
        .map(String::strip)
        .filter(part -> part.length() > 1)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 100, abc ",
    "40, 150, abc ",
    "12, 900, abc ",
    "4, 1900, abc ",
    "3, 2800, abc ",
    "2, 3400, abc ",
    "8, 400, 汉字",
    "3, 1100, 汉字",
    "2, 2900, 汉字",
    "2, 3000, 😀"
  })
  void pages_statementsThatFit_standWhole(int count, int chars, String unit) {
    Answer.Answered answer = answer(count, chars, unit);
    statementsStandWithTheirSource(pages(answer, Scene.PRIVATE), answer.all(), Language.EN);
  }

  @ParameterizedTest
  @CsvSource({"3900, abc ", "6000, abc ", "2600, *", "3300, 汉字"})
  void pages_statementTooLongForAnyMessage_pointsToItsSource(int chars, String unit) {
    Answer.Answered answer = answer(1, chars, unit);
    assertThat(pages(answer, Scene.PRIVATE))
        .hasSize(2)
        .allSatisfy(
            page ->
                assertThat(String.join("\n", texts(page)))
                    .contains(Phrase.STATEMENT_TOO_LONG.in(Language.EN), "(<" + URL + ">)"));
  }

  /** Two accounts of so many statements of so many characters. */
  private static Answer.Answered answer(int count, int chars, String unit) {
    return Made.answered(
        "用".repeat(300),
        Language.EN,
        Made.record(Side.US, "American account", URL, statements(count, chars, unit, "A")),
        Made.record(Side.PRC, "Chinese account", URL, statements(count, chars, unit, "B")));
  }

  private static String[] statements(int count, int chars, String unit, String name) {
    return Stream.iterate(1, number -> number + 1)
        .limit(count)
        .map(number -> name + number + " " + Made.statement(chars - 5, unit))
        .toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource({"100, abc ", "1900, abc ", "3900, abc ", "3300, 汉字", "3900, *"})
  void pages_comparison_neverTooMuch(int chars, String unit) {
    CorpusRecord us = Made.record(Side.US, "US", URL, statements(5, chars, unit, "A"));
    CorpusRecord prc = Made.record(Side.PRC, "PRC", URL, statements(3, chars, unit, "B"));
    MeetingComparison comparison =
        new MeetingComparison(
            us,
            List.of(us),
            List.of(prc),
            List.of(
                new MeetingComparison.Row(
                    null, Made.block(us, 0).snippets(), Made.block(prc, 0).snippets())),
            List.of(),
            List.of());
    ComparisonMessage message =
        new ComparisonMessage(comparison, Samples.INDEX, Scene.PRIVATE, Language.EN);
    assertThat(texts(message.table())).isNotEmpty();
    String topic = String.join("\n", texts(message.topic("-")));
    if (chars < 1_000) {
      assertThat(topic).contains("A1 ", "A5 ", "B3 ");
    } else {
      assertThat(topic).contains("**Washington**", "**Beijing**", "7 more do not fit".substring(2));
    }
  }

  @ParameterizedTest
  @CsvSource({"100, abc ", "3900, abc ", "3300, 汉字"})
  void of_longStatements_neverTooMuch(int chars, String unit) {
    CorpusRecord record =
        Made.record(
            Side.US,
            Made.HOSTILE.repeat(9),
            Made.LONG_URL,
            Made.history(120),
            Made.statement(chars, unit),
            statements(8, chars, unit, "A"));
    List<CorpusRecord> many = Collections.nCopies(50, record);
    Term term = new Term("t", "concept", List.of("T"), List.of(), List.of(), List.of(), null, null);
    Frame frame = Scene.withoutReceipt();
    MeasureStatus status = MeasureStatus.of(record, LocalDate.of(2025, 6, 1)).orElseThrow();
    List<Snippet> snippets = Made.block(record, 0).snippets();
    Answer.Answered answer = Made.answered(Made.HOSTILE, Language.EN, record, record);
    QuoteFinding quote =
        new QuoteFinding.Verbatim(
            Made.statement(chars, unit), new Passage(snippets), List.of(), List.of());
    KeptAnswer kept = new KeptAnswer("7K2MQ9XA", Instant.EPOCH, answer, Map.of());
    assertThat(
            List.of(
                new ExplanationMessage(
                        new Explanation(term, record, snippets, many, 50), frame, Language.EN)
                    .brief(_ -> Optional.of(record)),
                new StatusMessage(
                        status,
                        StandingPicture.of(status, new Look("light", Language.EN)),
                        Samples.INDEX,
                        _ -> Optional.of(record),
                        frame,
                        Language.EN)
                    .reply(),
                StatusMessage.history(record, _ -> Optional.of(record), frame, Language.EN),
                SourcesMessage.of(many, List.of(), frame, Language.EN),
                new CitationMessage(answer, "7K2MQ9XA", frame, Language.EN).reply(),
                new AnswerMessage(answer, Scene.PUBLIC, "").reply(),
                new QuoteMessage(
                        new QuoteReport(Collections.nCopies(8, quote), true), frame, Language.EN)
                    .reply(),
                NearestMessage.of(
                    Phrase.NO_SUCH_TERM,
                    "x".repeat(4_000),
                    many.subList(0, 3),
                    new ComponentId.View(ComponentId.Part.TERM, "any"),
                    CorpusRecord::id,
                    frame,
                    Language.EN),
                AnswerMessage.again(
                    kept, new ReceiptState(many, many, many), Scene.PUBLIC, Language.EN)))
        .allSatisfy(reply -> assertThat(texts(reply)).isNotEmpty());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void of_hostileSources_neverTooMuchAndNothingButText(Language language) {
    assertThat(SourceCases.hostile(language))
        .allSatisfy(
            reply ->
                assertThat(String.join("\n", texts(reply)))
                    .isNotBlank()
                    .doesNotContain("@everyone <", " <@8", "](https://evil", "\n# no heading"));
  }
}
