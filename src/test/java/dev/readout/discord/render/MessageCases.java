package dev.readout.discord.render;

import dev.readout.answer.Answer;
import dev.readout.answer.Answer.Missing;
import dev.readout.answer.Answer.SearchedBy;
import dev.readout.answer.Holdings;
import dev.readout.answer.Lookups.Explanation;
import dev.readout.answer.MeasureStatus;
import dev.readout.answer.Question;
import dev.readout.answer.ReceiptBook.KeptAnswer;
import dev.readout.answer.ReceiptBook.ReceiptState;
import dev.readout.answer.Samples;
import dev.readout.answer.quote.QuoteChecker.QuoteReport;
import dev.readout.answer.quote.QuoteFinding;
import dev.readout.answer.quote.QuoteFinding.Passage;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Term;
import dev.readout.corpus.Topic;
import dev.readout.discord.picture.Picture;
import dev.readout.discord.render.NoticeMessage.NearestMessage;
import dev.readout.discord.render.Reply.Frame;
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
    cases.put("ask-en-private", () -> ask(cars, Language.EN, Scene.PRIVATE));
    cases.put("ask-en-all", () -> pages(cars).getFirst());
    cases.put("ask-en-all-page-2", () -> pages(cars).get(1));
    cases.put("ask-en-measure", () -> ask("Is the affiliates rule in force?", null, Scene.PUBLIC));
    cases.put("ask-zh-measure", () -> ask("关联方规则还有效吗？", Language.ZH, Scene.PUBLIC));
    cases.put("ask-listed", () -> ask("is CATL on the 1260H list", null, Scene.PUBLIC));
    cases.put("ask-who-is-listed", () -> ask("1260H清單上有誰？", Language.ZH_TW, Scene.PUBLIC));
    cases.put("ask-zh-cn", () -> ask("实体清单是什么？", Language.ZH, Scene.PUBLIC));
    cases.put("ask-zh-tw", () -> ask("實體清單是什麼？", Language.ZH_TW, Scene.PUBLIC));
  }

  private Reply ask(String question, @Nullable Language language, Frame frame) {
    return new AnswerMessage(scene.answered(question, language), frame, "").reply();
  }

  private List<Reply> pages(String question) {
    return scene.pages(scene.answered(question, Language.EN), Scene.PRIVATE);
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
    cases.put(
        "all-too-long",
        () ->
            Pages.of(
                    new AnswerPages(
                        Made.answered("Too long?", Language.EN, tooLong(Side.US)),
                        Scene.PUBLIC,
                        _ -> Optional.empty(),
                        ""))
                .getFirst());
    Missing pizza = new Missing(Missing.Kind.NOWHERE, "pizza");
    List<Snippet> near = List.of(Samples.summary(US), Samples.summary(PRC));
    cases.put("declined", () -> declined(pizza, List.of()));
    cases.put("declined-nearest", () -> declined(pizza, near));
    cases.put("declined-unsure", () -> declined(new Missing(Missing.Kind.DETAIL, ""), near));
    cases.put(
        "citation",
        () ->
            new CitationMessage(
                    Made.answered("Who?", Language.EN, US, PRC),
                    "7K2MQ9XA",
                    Scene.withoutReceipt(),
                    Language.EN)
                .reply());
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

  private static Answer.Answered repaired() {
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

  private static Reply declined(Missing missing, List<Snippet> near) {
    return DeclinedMessage.of(
        new Answer.Declined(
            Question.of("best pizza in Shanghai", 6_000),
            Language.EN,
            Samples.TODAY,
            Samples.INDEX,
            Map.of(),
            List.of(missing),
            near,
            List.of(US, PRC, HOSTILE),
            List.of("Another question?"),
            SearchedBy.WORDS),
        Scene.withoutReceipt(),
        List.of("pizza", "entity-list"));
  }

  private void addLookups() {
    cases.put(
        "compare-geneva", () -> scene.compare("Geneva", ComparisonMessage::table, Language.EN));
    cases.put(
        "compare-geneva-topic",
        () -> scene.compare("Geneva", message -> message.topic("tariffs"), Language.EN));
    cases.put(
        "compare-geneva-sources",
        () -> scene.compare("Geneva", ComparisonMessage::accounts, Language.EN));
    cases.put(
        "compare-london-zh-tw",
        () -> scene.compare("倫敦", ComparisonMessage::table, Language.ZH_TW));
    cases.put("status-stated", () -> scene.status("fentanyl tariff", Language.EN));
    cases.put("status-not-stated", () -> scene.status("affiliates rule", Language.ZH));
    cases.put("next", () -> scene.coming(Language.EN).meetings());
    cases.put("expiring", () -> scene.coming(Language.EN).ends(60));
    cases.put("expiring-zh-tw", () -> scene.coming(Language.ZH_TW).ends(3));
    cases.put("listed", () -> scene.listed("Inspur", Language.EN));
    cases.put("listed-not-zh-tw", () -> scene.listed("浪潮花店", Language.ZH_TW));
    cases.put("drift", () -> scene.drift("rare-earths", Side.PRC, Language.EN));
    cases.put("drift-zh-cn", () -> scene.drift("tariffs", Side.US, Language.ZH));
    cases.put("explain", () -> scene.explain("entity list", Language.EN));
  }

  private void addMadeLookups() {
    CorpusRecord measure =
        Made.record(Side.US, "A rule", URL, Made.history(24), "A note.", "A rule was made.");
    cases.put(
        "status-long-history",
        () ->
            new StatusMessage(
                    MeasureStatus.of(measure, LocalDate.of(2025, 6, 1)).orElseThrow(),
                    Picture.NOTHING,
                    Samples.INDEX,
                    id -> id.equals("proof") ? Optional.of(US) : Optional.empty(),
                    Scene.withoutReceipt(),
                    Language.EN)
                .reply());
    Term term =
        new Term(
            "t",
            "concept",
            List.of("Term"),
            List.of("T"),
            List.of("术语"),
            List.of("術語"),
            null,
            null);
    cases.put(
        "explain-no-entry",
        () ->
            new ExplanationMessage(
                    new Explanation(term, null, List.of(), List.of(US), 1),
                    Scene.withoutReceipt(),
                    Language.EN)
                .brief(_ -> Optional.empty()));
    Topic topic = new Topic("tariffs", "Tariffs", "关税", "關稅", "");
    cases.put(
        "status-history",
        () ->
            StatusMessage.history(
                measure, _ -> Optional.of(US), Scene.withoutReceipt(), Language.EN));
    cases.put("explain-entry", () -> scene.entry("entity list", Language.EN));
    cases.put("holdings", () -> holdings(new Holdings(null, sides(), List.of(US, PRC))));
    cases.put("holdings-topic", () -> holdings(new Holdings(topic, sides(), List.of())));
    cases.put(
        "nearest",
        () ->
            NearestMessage.of(
                Phrase.NO_SUCH_MEASURE,
                "@everyone " + "x".repeat(200),
                List.of(US, PRC),
                new ComponentId.View(ComponentId.Part.MEASURE, "any"),
                CorpusRecord::id,
                Scene.withoutReceipt(),
                Language.EN));
    cases.put(
        "sources",
        () ->
            SourcesMessage.of(
                List.of(HOSTILE, PRC), List.of(), Scene.withoutReceipt(), Language.EN));
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
    return SourcesMessage.holdings(holdings, Samples.INDEX, Scene.withoutReceipt(), Language.EN);
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
    return AnswerMessage.again(kept, state, Scene.PUBLIC, Language.EN);
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
    return new QuoteMessage(
            new QuoteReport(List.of(finding), true), Scene.withoutReceipt(), Language.EN)
        .reply();
  }

  private static Frame pinging() {
    return new Frame(Scene.MEMBER, false, false, "7K2MQ9XA", 53908232506183680L);
  }

  static Reply first(Answer.Answered answer, Frame frame, String note) {
    return new AnswerMessage(answer, frame, note).reply();
  }
}
