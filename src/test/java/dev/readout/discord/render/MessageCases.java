package dev.readout.discord.render;

import dev.readout.answer.Answer;
import dev.readout.answer.Explanation;
import dev.readout.answer.Holdings;
import dev.readout.answer.MeasureStatus;
import dev.readout.answer.Missing;
import dev.readout.answer.Problem;
import dev.readout.answer.Question;
import dev.readout.answer.SearchedBy;
import dev.readout.answer.Snippet;
import dev.readout.answer.quote.Passage;
import dev.readout.answer.quote.QuoteFinding;
import dev.readout.answer.quote.QuoteReport;
import dev.readout.answer.reading.Language;
import dev.readout.answer.receipt.KeptAnswer;
import dev.readout.answer.receipt.ReceiptState;
import dev.readout.answer.wording.Samples;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.corpus.Term;
import dev.readout.corpus.Topic;
import dev.readout.discord.wording.Phrase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Every kind of reply by a name: real ones from the shipped records, and made-up ones for what must
 * not change with them.
 */
final class MessageCases {
  private static final String URL = "https://example.org/1";
  private static final CorpusRecord US =
      Made.record(Side.US, "American account", URL, Made.sentences(6, "Washington"));
  private static final CorpusRecord PRC =
      Made.record(Side.PRC, "Chinese account", URL, Made.sentences(6, "Beijing"));
  private static final CorpusRecord HOSTILE =
      Made.record(
          Side.US,
          "[" + "Long title ".repeat(27) + "](x)",
          "https://example.org/a_(b)>c [d]",
          Made.HOSTILE,
          Made.HOSTILE + " again");

  private final Map<String, Supplier<Reply>> cases = new LinkedHashMap<>();
  private final Scene scene;

  private MessageCases(Scene scene) {
    this.scene = scene;
  }

  static Map<String, Supplier<Reply>> of(Scene scene) {
    MessageCases all = new MessageCases(scene);
    all.addAnswers();
    all.addMadeAnswers();
    all.addLookups();
    all.addMadeLookups();
    all.addReceipts();
    all.addQuotes();
    all.cases.putAll(SourceCases.all());
    return all.cases;
  }

  private void addAnswers() {
    String cars = "What did each side say about connected cars in October 2024?";
    cases.put("ask-en-private", () -> ask(cars, Language.EN, Scene.PRIVATE, 1));
    cases.put("ask-en-page-2", () -> ask(cars, Language.EN, Scene.PRIVATE, 2));
    cases.put(
        "ask-en-measure", () -> ask("Is the affiliates rule in force?", null, Scene.PUBLIC, 1));
    cases.put("ask-zh-measure", () -> ask("关联方规则还有效吗？", Language.ZH, Scene.PUBLIC, 1));
    cases.put("ask-zh-cn", () -> ask("实体清单是什么？", Language.ZH, Scene.PUBLIC, 1));
    cases.put("ask-zh-tw", () -> ask("實體清單是什麼？", Language.ZH_TW, Scene.PUBLIC, 1));
  }

  private Reply ask(String question, @Nullable Language language, Frame frame, int page) {
    Answer.Answered answer = scene.answered(question, language);
    return Pages.of(scene.message(answer, frame), answer).get(page - 1);
  }

  private void addMadeAnswers() {
    cases.put(
        "ask-pinged", () -> first(Made.answered("Who?", Language.EN, US, PRC), pinging(), ""));
    cases.put(
        "ask-shortest",
        () -> {
          CorpusRecord one = Made.record(Side.US, "One", URL, "One statement.");
          return first(Made.answered("", Language.EN, one), Scene.withoutReceipt(), "");
        });
    cases.put(
        "ask-hostile",
        () -> first(Made.answered(Made.HOSTILE, Language.EN, HOSTILE), Scene.PUBLIC, ""));
    cases.put("ask-longest", () -> first(full(), Scene.PRIVATE, ""));
    cases.put(
        "ask-too-long",
        () ->
            first(
                Made.answered("Too long?", Language.EN, tooLong(Side.US), tooLong(Side.PRC)),
                Scene.PUBLIC,
                ""));
    cases.put("ask-repaired", () -> first(repaired(), Scene.PUBLIC, ""));
    cases.put("declined", () -> first(declined(List.of()), Scene.withoutReceipt(), ""));
    cases.put(
        "declined-nearest",
        () ->
            first(
                declined(List.of(Samples.summary(US), Samples.summary(PRC))),
                Scene.withoutReceipt(),
                ""));
    cases.put(
        "invalid",
        () ->
            first(
                new Answer.Invalid(
                    Question.of("", 6_000),
                    Language.EN,
                    Samples.TODAY,
                    Samples.INDEX,
                    new Problem.Empty()),
                Scene.withoutReceipt(),
                ""));
  }

  static CorpusRecord tooLong(Side side) {
    return Made.record(
        side, "Long account of " + side, URL, Made.statement(3_900, "A very long sentence "));
  }

  private static Answer.Answered full() {
    return Made.answered(
        "What was agreed?",
        Language.EN,
        Made.record(Side.US, "American account", URL, Made.sentences(40, "Washington")),
        Made.record(Side.PRC, "Chinese account", URL, Made.sentences(40, "Beijing")));
  }

  private static Answer repaired() {
    Answer.Answered answer = Made.answered("Afiliates?", Language.EN, US, PRC);
    return new Answer.Answered(
        answer.question(),
        answer.language(),
        answer.asOf(),
        answer.index(),
        Map.of("afiliates", "affiliates"),
        answer.verdict(),
        answer.lead(),
        answer.blocks(),
        answer.more(),
        answer.missing(),
        answer.statuses(),
        answer.related(),
        answer.searchedBy());
  }

  private static Answer declined(List<Snippet> near) {
    return new Answer.Declined(
        Question.of("best pizza in Shanghai", 6_000),
        Language.EN,
        Samples.TODAY,
        Samples.INDEX,
        Map.of(),
        List.of(new Missing(Missing.Kind.NOWHERE, "pizza")),
        near,
        List.of(US, PRC, HOSTILE),
        List.of("Another question?"),
        SearchedBy.WORDS);
  }

  private void addLookups() {
    cases.put("compare-geneva", () -> scene.compare("Geneva", 1, Language.EN));
    cases.put("compare-geneva-page-2", () -> scene.compare("Geneva", 2, Language.EN));
    cases.put("compare-london-zh-tw", () -> scene.compare("倫敦", 1, Language.ZH_TW));
    cases.put("status-stated", () -> scene.status("fentanyl tariff", Language.EN));
    cases.put("status-not-stated", () -> scene.status("affiliates rule", Language.ZH));
    cases.put("explain", () -> scene.explain("entity list", Language.EN));
  }

  private void addMadeLookups() {
    CorpusRecord measure =
        Made.record(Side.US, "A rule", URL, Made.history(24), "A note.", "A rule was made.");
    cases.put(
        "status-long-history",
        () ->
            StatusMessage.of(
                MeasureStatus.of(measure, LocalDate.of(2025, 6, 1)).orElseThrow(),
                id -> id.equals("proof") ? Optional.of(US) : Optional.empty(),
                Scene.withoutReceipt(),
                Language.EN));
    Term term =
        new Term("t", "concept", List.of("Term"), List.of("T"), List.of("术语"), List.of("術語"), null);
    cases.put(
        "explain-no-entry",
        () ->
            ExplanationMessage.of(
                new Explanation(term, null, List.of(), List.of(US), 1),
                Scene.withoutReceipt(),
                Language.EN));
    Topic topic = new Topic("tariffs", "Tariffs", "关税", "關稅", "");
    cases.put("holdings", () -> holdings(new Holdings(null, sides(), List.of(US, PRC))));
    cases.put("holdings-topic", () -> holdings(new Holdings(topic, sides(), List.of())));
    cases.put(
        "nearest",
        () ->
            NearestMessage.of(
                Phrase.NO_SUCH_MEASURE,
                "@everyone " + "x".repeat(200),
                List.of(US, PRC),
                Scene.withoutReceipt(),
                Language.EN));
    cases.put(
        "sources",
        () ->
            SourcesMessage.of(
                Made.answered("Who?", Language.EN, HOSTILE, PRC),
                Scene.withoutReceipt(),
                Language.EN));
    cases.put(
        "shown",
        () ->
            ShownMessage.of(
                first(Made.answered("Who?", Language.EN, US, PRC), Scene.PRIVATE, "").components(),
                "A **member**",
                Scene.MEMBER,
                Language.EN));
  }

  private static List<Holdings.OfSide> sides() {
    LocalDate first = LocalDate.of(2017, 4, 7);
    return List.of(
        new Holdings.OfSide(Side.US, 1_200, 6_000, first, Samples.TODAY),
        new Holdings.OfSide(Side.PRC, 0, 0, null, null));
  }

  private static Reply holdings(Holdings holdings) {
    return HoldingsMessage.of(holdings, Samples.INDEX, Scene.withoutReceipt(), Language.EN);
  }

  private void addReceipts() {
    cases.put("receipt-same", () -> receipt(new ReceiptState(List.of(), List.of(), List.of())));
    cases.put(
        "receipt-withdrawn",
        () -> receipt(new ReceiptState(List.of(US), List.of(), List.of(PRC, PRC, PRC, PRC))));
  }

  private static Reply receipt(ReceiptState state) {
    KeptAnswer kept =
        new KeptAnswer(
            "7K2MQ9XA",
            Instant.parse("2026-11-01T12:00:00Z"),
            Made.answered("", Language.EN, US, PRC),
            Map.of());
    return ReceiptMessage.of(kept, state, Scene.PUBLIC, Language.EN);
  }

  private void addQuotes() {
    CorpusRecord record = Samples.record("account", Kind.READOUT, Side.US);
    Passage words = new Passage(List.of(Samples.verbatim(record)));
    Passage summary = new Passage(List.of(Samples.summary(record)));
    cases.put(
        "quote-verbatim",
        () ->
            quote(
                new QuoteFinding.Verbatim(
                    "words of a source", words, List.of(), List.of(summary))));
    cases.put(
        "quote-in-summary",
        () ->
            quote(
                new QuoteFinding.Verbatim("A summary of account.", summary, List.of(), List.of())));
    cases.put(
        "quote-near", () -> scene.quote("“We have no framework for a TikTok deal.”", Language.EN));
    cases.put("quote-too-short", () -> quote(new QuoteFinding.TooShort("words")));
    cases.put(
        "quote-not-found", () -> quote(new QuoteFinding.NotFound("other words", List.of(US))));
    cases.put(
        "quote-part",
        () ->
            scene.quote(
                "“We have a framework for a TikTok deal, and the moon is made of green"
                    + " cheese, as everybody in the room knew at once”",
                Language.ZH_TW));
  }

  private static Reply quote(QuoteFinding finding) {
    return QuoteMessage.of(
        new QuoteReport(List.of(finding), true), Scene.withoutReceipt(), Language.EN);
  }

  private static Frame pinging() {
    return new Frame(Scene.MEMBER, false, false, "7K2MQ9XA", 53908232506183680L);
  }

  static Reply first(Answer answer, Frame frame, String note) {
    return new AnswerMessage(answer, frame, _ -> Optional.empty(), note).first();
  }
}
