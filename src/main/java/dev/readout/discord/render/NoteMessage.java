package dev.readout.discord.render;

import dev.readout.answer.Change;
import dev.readout.answer.DateText;
import dev.readout.answer.Label;
import dev.readout.answer.MeasureStatus;
import dev.readout.answer.SideText;
import dev.readout.answer.StandingText;
import dev.readout.answer.VerdictText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Standing.StandingPeriod;
import dev.readout.discord.render.Containers.Standings;
import dev.readout.discord.render.SourceId.Action;
import dev.readout.store.Feed;
import dev.readout.store.FeedbackTable.FeedbackCounts;
import dev.readout.store.MatterTable.Matter;
import dev.readout.store.NoteTable.Bundle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is told who watches something, and moderators of what waits for them, with what
 * they can do about it. Pure functions.
 */
public final class NoteMessage {
  private NoteMessage() {}

  /** Two decisions about each of two documents. */
  private static final int BUTTONS_A_ROW = 4;

  /**
   * One change: of what, from what to what, since when by law and since when, today, it is known,
   * and what says so.
   */
  public static String line(
      Change change,
      Function<String, Optional<CorpusRecord>> records,
      LocalDate today,
      Language language) {
    CorpusRecord record = change.record();
    if (change.type() == Change.Type.ACCOUNT) {
      return Markdown.bullet(
          WatchPhrase.NEW.in(language)
              + Label.COLON.in(language)
              + SourceLine.title(record, language)
              + StatementLine.DOT
              + SideText.name(record.side(), language)
              + StatementLine.DOT
              + StatementLine.source(record, language));
    }
    List<String> lines = new ArrayList<>();
    MeasureStatus now = MeasureStatus.of(record, today).orElseThrow();
    lines.add(
        Markdown.bullet(
            Standings.mark(now) + " " + Markdown.bold(SourceLine.title(record, language))));
    lines.add("  " + Markdown.escapeLine(said(change, now, today, language)));
    String before = before(change, language);
    if (!before.isEmpty()) {
      lines.add("  " + Markdown.escapeLine(before));
    }
    Optional.ofNullable(change.source())
        .filter(id -> !id.equals(record.id()))
        .flatMap(records)
        .ifPresent(
            proof ->
                lines.add(
                    "  "
                        + Label.PROOF.in(language)
                        + Label.COLON.in(language)
                        + SourceLine.title(proof, language)
                        + StatementLine.DOT
                        + StatementLine.source(proof, language)));
    lines.add("  " + WatchPhrase.KNOWN_SINCE.in(language, DateText.of(today, language)));
    return String.join("\n", lines);
  }

  private static String said(Change change, MeasureStatus now, LocalDate today, Language language) {
    return switch (change.type()) {
      case STANDING ->
          (Objects.requireNonNull(change.period()).covers(today)
                  ? WatchPhrase.NOW
                  : WatchPhrase.RECORDED)
              .in(language, state(change.period(), language));
      case LAST_DAY -> WatchPhrase.OTHER_END.in(language, state(change.period(), language));
      case BEGINS -> WatchPhrase.BEGINS.in(language, state(change.period(), language));
      case ENDS_SOON ->
          WatchPhrase.ENDS_SOON.in(
              language,
              DateText.of(
                  Objects.requireNonNull(Objects.requireNonNull(change.period()).to()), language),
              VerdictText.headline(now, language));
      case PASSED -> VerdictText.headline(now, language);
      case LATER_SOURCE -> Label.NOT_ASSESSED.in(language);
      case ACCOUNT -> throw new IllegalArgumentException("no standing: " + change.id());
    };
  }

  private static String before(Change change, Language language) {
    return change.type() == Change.Type.STANDING || change.type() == Change.Type.BEGINS
        ? Optional.ofNullable(change.before())
            .map(was -> WatchPhrase.BEFORE.in(language, StandingText.of(was, language)))
            .orElse("")
        : "";
  }

  private static String state(@Nullable StandingPeriod period, Language language) {
    return StandingText.of(Objects.requireNonNull(period), language);
  }

  /** What is watched, place by place. */
  public static Reply watched(List<String> lines, Language language) {
    return MessageLimits.lines(
        Markdown.heading(WatchPhrase.LIST.in(language)), lines, List.of(), language);
  }

  /** A message of one or more changes, or of what waits for moderators. */
  public static Reply of(Bundle bundle, Language language) {
    List<Matter> matters =
        bundle.notes().stream().flatMap(note -> Matter.of(note.event()).stream()).toList();
    WatchPhrase heading = matters.isEmpty() ? WatchPhrase.HEADING : WatchPhrase.FOR_MODERATORS;
    Reply reply =
        Reply.text(
                Markdown.heading(heading.in(language, bundle.notes().size()))
                    + "\n"
                    + String.join("\n", bundle.texts())
                    + "\n"
                    + Markdown.small(WatchPhrase.HOW_TO_STOP.in(language)))
            .followedBy(buttons(matters, language));
    return bundle.isAgain() ? reply.under(Markdown.small(WatchPhrase.AGAIN.in(language))) : reply;
  }

  public static String fails(Feed feed, Language language) {
    return CatalogueMessage.feed(feed, "⚠️ " + WatchPhrase.FEED_FAILS.in(language) + " ", language);
  }

  /** An answer that was not liked; by whom is nobody's business. */
  public static String disliked(String receipt, FeedbackCounts votes, Language language) {
    return Markdown.bullet(
        "👎 "
            + WatchPhrase.DISLIKED.in(
                language,
                receipt,
                counted(Phrase.WRONG_SOURCE, votes.wrongSource(), language)
                    + Label.BETWEEN_NAMES.in(language)
                    + counted(Phrase.OUT_OF_DATE, votes.outOfDate(), language)));
  }

  private static String counted(Phrase verdict, long votes, Language language) {
    return verdict.in(language) + " " + votes;
  }

  /** The buttons of what a message tells, each with the number or receipt that it is about. */
  static List<ActionRow> buttons(List<Matter> matters, Language language) {
    List<Button> all = new ArrayList<>();
    for (Matter matter : matters) {
      switch (matter.type()) {
        case WAITS -> {
          all.add(decision(Action.APPROVE, SourcePhrase.APPROVE, matter, language));
          all.add(decision(Action.REFUSE, SourcePhrase.REFUSE, matter, language));
        }
        case FAILS -> {} // there is nothing to decide
        case DISLIKED ->
            all.add(
                Button.secondary(
                    new ComponentId.All(matter.subject()).encode(),
                    SourcePhrase.SHOW.in(language) + " " + matter.subject()));
      }
    }
    return Actions.rows(all, BUTTONS_A_ROW);
  }

  private static Button decision(
      Action action, SourcePhrase label, Matter matter, Language language) {
    long number = Long.parseLong(matter.subject());
    String id = new SourceId.Of(action, number, false).encode();
    String text = label.in(language) + " " + number;
    return action == Action.REFUSE ? Button.secondary(id, text) : Button.primary(id, text);
  }
}
