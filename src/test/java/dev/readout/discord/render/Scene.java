package dev.readout.discord.render;

import dev.readout.answer.Answer;
import dev.readout.answer.Change;
import dev.readout.answer.ComingDays;
import dev.readout.answer.DateText;
import dev.readout.answer.Digest;
import dev.readout.answer.Drift;
import dev.readout.answer.GapTerms;
import dev.readout.answer.Listings;
import dev.readout.answer.Lookups.Lookup;
import dev.readout.answer.Question;
import dev.readout.answer.Samples;
import dev.readout.answer.ServingIndex;
import dev.readout.answer.ShippedIndex;
import dev.readout.answer.TermText;
import dev.readout.answer.Timeline;
import dev.readout.answer.VerdictText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.corpus.Standing.StandingPeriod;
import dev.readout.discord.picture.Picture;
import dev.readout.discord.picture.Picture.Look;
import dev.readout.discord.picture.PicturePhrase;
import dev.readout.discord.picture.RatesPicture;
import dev.readout.discord.picture.StandingPicture;
import dev.readout.discord.picture.TimelinePicture;
import dev.readout.discord.render.Reply.Frame;
import dev.readout.index.Generation;
import dev.readout.index.GenerationInfo;
import dev.readout.store.NoteTable.Bundle;
import dev.readout.store.NoteTable.NewNote;
import dev.readout.store.WatchTable.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a member does with the shipped records on a fixed day, and what they see. */
final class Scene {
  static final long MEMBER = 80351110224678912L;

  /** As somebody sees it whom nobody else watches, and the other way round. */
  static final Frame PRIVATE = new Frame(MEMBER, true, true, "7K2MQ9XA", null);

  static final Frame PUBLIC = new Frame(MEMBER, false, true, "7K2MQ9XA", null);

  private final ServingIndex desk;
  private final GenerationInfo info;

  /** Over a fixed index, as far as it is told of, which no added record changes. */
  Scene(Generation generation) {
    this(generation, Samples.INDEX);
  }

  Scene(Generation generation, GenerationInfo info) {
    this.desk = ServingIndex.of(generation, ShippedIndex.CLOCK, 100);
    this.info = info;
  }

  ServingIndex desk() {
    return desk;
  }

  Answer answer(String question, @Nullable Language language) {
    return desk.answerer()
        .answer(
            new Question(question, language, null, null, null, null, null, Question.BUDGET_CHARS));
  }

  /** With the counts of a fixed index, which do not change whenever a record is added. */
  Answer.Answered answered(String question, @Nullable Language language) {
    Answer.Answered answer = (Answer.Answered) answer(question, language);
    return new Answer.Answered(
        answer.question(),
        answer.language(),
        answer.asOf(),
        Samples.INDEX,
        answer.repairs(),
        answer.verdict(),
        answer.lead(),
        answer.blocks(),
        answer.more(),
        answer.missing(),
        answer.statuses(),
        answer.related(),
        answer.searchedBy());
  }

  Reply ask(String question, @Nullable Language language, Frame frame) {
    return switch (answer(question, language)) {
      case Answer.Answered answered -> new AnswerMessage(answered, frame, "").reply();
      case Answer.Declined declined ->
          DeclinedMessage.of(declined, frame, GapTerms.of(desk.generation(), question));
      case Answer.Invalid invalid -> throw new IllegalArgumentException(invalid.toString());
    };
  }

  /** All pages of all statements. */
  List<Reply> pages(Answer.Answered answer, Frame frame) {
    return Pages.of(new AnswerPages(answer, frame, desk.generation()::find, ""));
  }

  Reply compare(String meeting, Function<ComparisonMessage, Reply> rendered, Language language) {
    return found(
        desk.lookups().compare(meeting),
        comparison ->
            rendered.apply(new ComparisonMessage(comparison, info, withoutReceipt(), language)));
  }

  Reply status(String measure, Language language) {
    return found(
        desk.lookups().status(measure, ShippedIndex.TODAY),
        status ->
            new StatusMessage(
                    status,
                    StandingPicture.of(status, new Look("dark", language)),
                    info,
                    desk.generation()::find,
                    withoutReceipt(),
                    language)
                .reply());
  }

  ComingMessage coming(Language language) {
    return new ComingMessage(
        new ComingDays(desk.generation(), ShippedIndex.TODAY),
        ShippedIndex.TODAY,
        Samples.INDEX,
        withoutReceipt(),
        language);
  }

  /** The seven days that end on a day. */
  Reply digest(LocalDate last, Language language) {
    return DigestMessage.forMembers(Digest.of(desk.generation(), last), Samples.INDEX, language)
        .reply(withoutReceipt());
  }

  /** What is told of a measure's present state to who watches it. */
  Reply note(String measure, Language language) {
    CorpusRecord record = desk.generation().find(measure).orElseThrow();
    StandingPeriod period = record.standing().periods().getLast();
    Change change =
        new Change(
            measure,
            Change.Type.STANDING,
            record,
            period,
            record.standing().periods().getFirst(),
            period.by());
    String line = NoteMessage.line(change, desk.generation()::find, ShippedIndex.TODAY, language);
    Place place = Place.of(Scope.GLOBAL, 0, 1, language.wireName());
    List<NewNote> notes = List.of(new NewNote(0, change.id(), line));
    return NoteMessage.of(new Bundle(place, notes, "", false), language);
  }

  /** A topic's timeline, a measure's rates, or the bar of its standing. */
  Picture picture(String command, String of, Language language) {
    Look look = new Look("dark", language);
    if (command.equals("status")) {
      return found(
          desk.lookups().status(of, ShippedIndex.TODAY),
          status -> StandingPicture.of(status, look));
    }
    String day = PicturePhrase.AS_OF.in(language, DateText.of(ShippedIndex.TODAY, language));
    if (command.equals("rates")) {
      CorpusRecord measure = desk.generation().find(of).orElseThrow();
      return RatesPicture.of(
          List.of(measure),
          VerdictText.name(measure, language),
          day,
          ShippedIndex.TODAY,
          look,
          desk.generation()::find);
    }
    Timeline timeline =
        Timeline.ofTopic(desk.generation(), of, LocalDate.of(2026, 3, 1), ShippedIndex.TODAY);
    String title =
        desk.generation().topics().stream()
            .filter(topic -> topic.id().equals(of))
            .map(topic -> TermText.name(topic, language))
            .findFirst()
            .orElseThrow();
    return TimelinePicture.of(timeline, title, day, look);
  }

  Reply drawn(Picture picture, Language language) {
    return PictureMessage.of(
        picture, ShippedIndex.TODAY, Samples.INDEX, withoutReceipt(), language);
  }

  Reply listed(String name, Language language) {
    return new ListedMessage(
            new Listings(desk.generation()).find(name, ShippedIndex.TODAY),
            ShippedIndex.TODAY,
            info,
            withoutReceipt(),
            language)
        .reply();
  }

  Reply drift(String topic, Side side, Language language) {
    Drift drift = Drift.of(desk.generation(), topic, side, "", "2026-09-01").orElseThrow();
    return new DriftMessage(drift, info, withoutReceipt(), language).reply();
  }

  Reply explain(String term, Language language) {
    return found(
        desk.lookups().explain(term),
        explanation ->
            new ExplanationMessage(explanation, withoutReceipt(), language)
                .brief(desk.generation()::find));
  }

  Reply entry(String term, Language language) {
    return found(
        desk.lookups().explain(term),
        explanation -> new ExplanationMessage(explanation, withoutReceipt(), language).entry());
  }

  Reply quote(String message, Language language) {
    return new QuoteMessage(desk.quotes().check(message), withoutReceipt(), language).reply();
  }

  private static <T, R> R found(Lookup<T> lookup, Function<T, R> shown) {
    return switch (lookup) {
      case Lookup.Found<T> found -> shown.apply(found.value());
      case Lookup.NotFound<T> none ->
          throw new IllegalArgumentException("not found; nearest: " + none.nearest());
    };
  }

  /** Only an answer has a receipt. */
  static Frame withoutReceipt() {
    return new Frame(MEMBER, false, true, null, null);
  }
}
