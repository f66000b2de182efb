package dev.readout.answer;

import dev.readout.answer.Answer.Missing;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.index.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers a question of several parts, "what is the rule, and is it still in force": each part by
 * itself, too, so that what tells it stands in front, be it a verdict or the statement that leads.
 * What came of a part is taken only where fields tell it or the reader, who reads English, takes it
 * for an answer; otherwise the answer to the whole stays as it is. Thread-safe.
 */
final class PartAnswers {
  /** From about 0 on the reader takes a statement rather for an answer than for none. */
  private static final double MIN_LOGIT = 1;

  private final Generation generation;

  PartAnswers(Generation generation) {
    this.generation = generation;
  }

  Answer answer(Question question, Function<Question, Answer> answerer) {
    Answer whole = answerer.apply(question);
    Optional<String> first = QuestionParts.firstOf(question.text());
    if (first.isEmpty()) {
      return TypedText.inParts(question.text())
          .<Answer>flatMap(text -> ofEach(whole, question.as(text), answerer))
          .orElse(whole);
    }
    return told(whole)
        .filter(all -> !all.isByDay() && standsAlone(first.get(), question))
        .<Answer>map(all -> ofParts(all, first.get(), question, answerer))
        .findFirst()
        .orElse(whole);
  }

  /**
   * Asked of two sides or rounds: what tells each, if both are told by different statements, and
   * none sets one against the other.
   */
  private Optional<Answer> ofEach(
      Answer whole, Question asked, Function<Question, Answer> answerer) {
    if (told(whole).anyMatch(all -> Accounts.setsApart(all.lead().statement().text()))) {
      return Optional.empty();
    }
    List<Answer.Answered> parts =
        Stream.concat(
                QuestionParts.firstOf(asked.text()).stream(),
                QuestionParts.later(asked.text()).stream())
            .flatMap(part -> told(answerer.apply(asked.as(part))))
            .filter(part -> isOfWhatIsNamed(part) || isRightlyTold(part))
            .toList();
    List<Snippet> leads = parts.stream().map(Answer.Answered::lead).distinct().toList();
    return leads.size() < 2
        ? Optional.empty()
        : Optional.of(
            shown(
                told(whole).findFirst().orElseGet(() -> parts.getFirst().to(whole.question())),
                null,
                Stream.concat(leads.stream(), told(whole).flatMap(all -> all.snippets().stream())),
                parts,
                List.of()));
  }

  /** Whether it leads with a meeting's own record, or no other side's, with all that is named. */
  private boolean isOfWhatIsNamed(Answer.Answered part) {
    String asked = part.question().text();
    CorpusRecord record = part.lead().record();
    boolean isOfTheSide =
        record.side() == Side.JOINT
            || record.side() == QuestionReader.read(asked, part.asOf()).side();
    return record.kind() == Kind.MEETING
        || (isOfTheSide
            && generation
                .termsIn(record.title() + "\n" + part.lead().statement().text())
                .containsAll(QuestionParts.things(asked, generation)));
  }

  private Answer.Answered ofParts(
      Answer.Answered whole, String first, Question question, Function<Question, Answer> answerer) {
    List<Answer.Answered> told =
        told(answerer.apply(question.as(first)))
            .filter(PartAnswers::isRead)
            .filter(part -> whole.verdict() == null || !isOfAnother(part, whole.verdict()))
            .toList();
    CorpusRecord record = (told.isEmpty() ? whole : told.getFirst()).opensWith();
    List<Missing> untold = new ArrayList<>();
    List<Answer.Answered> parts = new ArrayList<>(told);
    for (String later : QuestionParts.later(question.text())) {
      String asked = QuestionParts.resolved(later, first, record, question, generation);
      told(answerer.apply(question.as(asked)))
          .filter(part -> isTold(part, whole))
          .findFirst()
          .ifPresentOrElse(parts::add, () -> untold.add(QuestionParts.missing(later)));
    }
    return together(whole, parts, untold);
  }

  /** Whether it names something itself, or no later part names what may be meant for it, too. */
  private boolean standsAlone(String first, Question whole) {
    return !QuestionParts.named(first, generation).isEmpty()
        || QuestionParts.later(whole.text()).stream()
            .allMatch(later -> QuestionParts.named(later, generation).isEmpty());
  }

  private static Stream<Answer.Answered> told(Answer answer) {
    return answer instanceof Answer.Answered told ? Stream.of(told) : Stream.empty();
  }

  /** Whether the reader has read it: in Chinese, put into English. */
  private static boolean isRead(Answer.Answered part) {
    return !Language.hasChinese(part.question().text())
        || part.searchedBy() == Answer.SearchedBy.WORDS_AND_MEANING;
  }

  private static boolean areAllRead(List<Answer.Answered> parts) {
    return parts.size() > 1 && parts.stream().allMatch(PartAnswers::isRead);
  }

  /**
   * Whether fields tell a later part, or what the reader takes for an answer to it; where it cannot
   * read, what the whole found, too, of the side and with what the part asks for.
   */
  private boolean isTold(Answer.Answered part, Answer.Answered whole) {
    String asked = part.question().text();
    Snippet lead = part.lead();
    if (!isRead(part)) {
      Reading reading = QuestionReader.read(asked, part.asOf());
      return whole.all().contains(lead)
          && (reading.side() == null || reading.side() == lead.record().side())
          && (reading.slots().isEmpty() ? reading.side() != null : isFilled(reading, asked, lead));
    }
    return (part.verdict() != null && mayOpen(part)) || isRightlyTold(part);
  }

  /**
   * Whether the reader takes what leads for an answer, and whoever is asked about is named there.
   */
  private boolean isRightlyTold(Answer.Answered part) {
    String asked = part.question().text();
    String text = part.lead().statement().text();
    return generation.termsIn(text).containsAll(QuestionParts.persons(asked, generation))
        && (Language.hasChinese(asked) || isAnsweredBy(part, part.lead()));
  }

  /** Whether the reader takes a statement for an answer to a part. */
  private boolean isAnsweredBy(Answer.Answered part, Snippet by) {
    return generation.read(part.question().text(), by.record(), by.statement().text()).orElse(0)
        >= MIN_LOGIT;
  }

  private boolean isFilled(Reading reading, String asked, Snippet lead) {
    StatementForm question = StatementForm.of(asked);
    StatementForm statement = StatementForm.of(lead.statement());
    return reading.slots().stream().anyMatch(slot -> statement.fills(slot, question, generation));
  }

  /**
   * @param whole the answer to all of it
   * @param parts those to its parts that are told alone, in their order
   * @param untold the later parts that are not
   */
  private Answer.Answered together(
      Answer.Answered whole, List<Answer.Answered> parts, List<Missing> untold) {
    boolean areAllTold = areAllRead(parts) && untold.isEmpty();
    boolean areOnlyPartsRead = areAllTold && !isRead(whole);
    Verdict verdict = verdict(areOnlyPartsRead ? null : whole.verdict(), parts);
    boolean arePartsFirst =
        areOnlyPartsRead
            || parts.stream().anyMatch(part -> isToldBy(part, verdict))
            || (areAllTold && parts.stream().noneMatch(part -> isAnsweredBy(part, whole.lead())));
    Stream<Snippet> leads =
        parts.stream().filter(part -> !isToldBy(part, verdict)).map(Answer.Answered::lead);
    Stream<Snippet> lead = Stream.of(whole.lead());
    return shown(
        whole,
        verdict,
        Stream.concat(
            arePartsFirst ? Stream.concat(leads, lead) : Stream.concat(lead, leads),
            whole.snippets().stream()),
        parts,
        untold);
  }

  /** As many as there is room for, in this order; the first of each part in any case. */
  private static Answer.Answered shown(
      Answer.Answered whole,
      @Nullable Verdict verdict,
      Stream<Snippet> order,
      List<Answer.Answered> parts,
      List<Missing> untold) {
    List<Snippet> shown = new ArrayList<>();
    for (Snippet next : order.distinct().toList()) {
      int chars = shown.stream().mapToInt(one -> one.statement().text().length()).sum();
      if (shown.size() <= parts.size()
          || (shown.size() < Composer.MAX_SHOWN
              && chars + next.statement().text().length() <= Composer.SHOWN_CHARS)) {
        shown.add(next);
      }
    }
    return new Answer.Answered(
        whole.question(),
        whole.language(),
        whole.asOf(),
        whole.index(),
        whole.repairs(),
        verdict,
        shown.getFirst(),
        Answer.Block.bySide(shown.subList(1, shown.size())),
        whole.all().stream().filter(one -> !shown.contains(one)).toList(),
        whole.missing().stream()
            .filter(one -> one.kind() != Missing.Kind.PART || untold.contains(one))
            .toList(),
        Stream.concat(Stream.of(whole), parts.stream())
            .flatMap(one -> one.statuses().stream())
            .filter(one -> isOf(one, verdict, shown))
            .distinct()
            .toList(),
        whole.related(),
        whole.searchedBy());
  }

  /** The whole's; a part's own where no part has that. Since when is told by nothing else. */
  private static @Nullable Verdict verdict(@Nullable Verdict ofAll, List<Answer.Answered> parts) {
    boolean isOfItsStart = ofAll != null && ofAll.slot() == Slot.START;
    return isOfItsStart || parts.stream().anyMatch(part -> isToldBy(part, ofAll))
        ? ofAll
        : parts.stream()
            .filter(PartAnswers::mayOpen)
            .flatMap(part -> Stream.ofNullable(part.verdict()))
            .findFirst()
            .orElse(ofAll);
  }

  /** Whether fields tell the first part otherwise than the whole, which names more. */
  private static boolean isOfAnother(Answer.Answered first, Verdict ofAll) {
    return first.verdict() != null && !isToldBy(first, ofAll);
  }

  /** How something stands opens only where a part asks for that; what is on a list does not. */
  private static boolean mayOpen(Answer.Answered part) {
    Verdict verdict = part.verdict();
    return verdict == null
        || (!verdict.isOfLists()
            && (verdict.slot() != Slot.STANDING
                || QuestionParts.asksWhetherItStands(part.question().text())));
  }

  private static boolean isOf(
      MeasureStatus status, @Nullable Verdict verdict, List<Snippet> shown) {
    CorpusRecord measure = status.measure();
    return (verdict != null && verdict.records().contains(measure))
        || shown.stream().anyMatch(one -> one.record().equals(measure));
  }

  /** Whether a part is told by the verdict that is shown. */
  private static boolean isToldBy(Answer.Answered part, @Nullable Verdict verdict) {
    Verdict own = part.verdict();
    return own != null
        && verdict != null
        && verdict.slot() == own.slot()
        && verdict.records().getFirst().equals(own.records().getFirst());
  }
}
