package dev.readout.discord.render;

import dev.readout.answer.MeasureStatus;
import dev.readout.answer.TextKey;
import dev.readout.answer.VerdictText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.discord.render.SourceId.Effect;
import dev.readout.intake.Inbox;
import dev.readout.store.SourceEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/**
 * What waits for a decision after so many, of so many in all, and the question what it changes;
 * above it what must be said before, if anything. Pure functions.
 */
public record InboxMessage(
    List<Inbox.Item> items,
    int waiting,
    int from,
    String notAssessed,
    boolean global,
    Language language) {
  public static final int MAX_ITEMS = 10;

  /** Measures asked about in one message. */
  private static final int MAX_QUESTIONS = 3;

  private static final int MAX_NAME_CHARS = 80;
  private static final int MAX_NAMED = 2;

  /** A page of it, as many as fit. */
  public Reply reply() {
    return Reply.of(MessageLimits.most(Math.min(items.size() - from, MAX_ITEMS), 1, this::page));
  }

  private List<MessageTopLevelComponent> page(int count) {
    List<Inbox.Item> shown = items.subList(from, from + count);
    List<String> lines = new ArrayList<>();
    lines.add(notAssessed.isEmpty() ? heading() : heading() + "\n" + notAssessed);
    shown.forEach(item -> lines.add(lines(item, language)));
    List<MessageTopLevelComponent> parts = new ArrayList<>();
    parts.add(TextDisplay.of(String.join("\n", lines)));
    parts.addAll(CatalogueMessage.numbers(shown.stream().map(Inbox.Item::entry).toList(), global));
    List<Button> all = new ArrayList<>();
    if (count > 0) {
      SourceId several = new SourceId.Decide(false, global);
      all.add(Button.primary(several.encode(), InboxPhrase.DECIDE.in(language)));
    }
    if (from + count < items.size()) {
      SourceId more = new SourceId.Inbox(from + count, global);
      all.add(Button.secondary(more.encode(), SourcePhrase.MORE.in(language)));
    }
    if (!all.isEmpty()) {
      parts.add(ActionRow.of(all));
    }
    return parts;
  }

  private String heading() {
    String whose = global ? " · " + SourcePhrase.FOR_ALL_SERVERS.in(language) : "";
    String counted =
        items.size() == waiting
            ? InboxPhrase.ALL_WEIGHED.in(language, waiting)
            : InboxPhrase.NEWEST_WEIGHED.in(language, items.size(), waiting);
    return Markdown.heading(InboxPhrase.INBOX.in(language)) + " · " + counted + whose;
  }

  /** A document, and what makes it matter. */
  public static String lines(Inbox.Item item, Language language) {
    String line = CatalogueMessage.line(item.entry(), language);
    String marks = String.join(" · ", marks(item, language));
    return marks.isEmpty() ? line : line + "\n" + Markdown.small(marks);
  }

  private static List<String> marks(Inbox.Item item, Language language) {
    List<String> marks = new ArrayList<>();
    item.measures().stream()
        .limit(MAX_NAMED)
        .forEach(measure -> marks.add(InboxPhrase.NAMES.in(language, name(measure, language))));
    if (item.hasEnd()) {
      marks.add(InboxPhrase.TELLS_AN_END.in(language));
    }
    if (item.entry().record().meeting() != null) {
      marks.add(InboxPhrase.OF_A_MEETING.in(language));
    }
    if (item.entry().feed() != null) {
      marks.add(SourcePhrase.BY_FEED.in(language, item.entry().feed()));
    }
    if (item.isHeld()) {
      marks.add(InboxPhrase.HELD.in(language));
    }
    return marks;
  }

  /** A measure's name, safe to show. */
  public static String name(CorpusRecord measure, Language language) {
    return Markdown.escapeLine(VerdictText.name(measure, language), MAX_NAME_CHARS);
  }

  /** A measure that a source names, as it stands today. */
  public record Named(SourceEntry entry, MeasureStatus status) {}

  /**
   * Asks for each measure whether the source changes its standing, with a button for each answer
   * and the command for those that have no room.
   */
  public static List<MessageTopLevelComponent> questions(
      List<Named> named, String more, boolean global, Language language) {
    List<MessageTopLevelComponent> parts = new ArrayList<>();
    for (Named one : named.subList(0, Math.min(named.size(), MAX_QUESTIONS))) {
      CorpusRecord measure = one.status().measure();
      parts.add(
          TextDisplay.of(
              InboxPhrase.QUESTION.in(language, one.entry().number(), name(measure, language))
                  + "\n"
                  + Markdown.small(
                      InboxPhrase.RECORDED.in(
                          language,
                          Markdown.escapeLine(VerdictText.headline(one.status(), language))))));
      parts.add(
          ActionRow.of(
              Arrays.stream(Effect.values())
                  .map(
                      effect ->
                          Button.secondary(
                              new SourceId.Assess(
                                      effect, false, one.entry().number(), measure.id(), global)
                                  .encode(),
                              said(effect).in(language)))
                  .toList()));
    }
    if (named.size() > MAX_QUESTIONS) {
      parts.add(
          TextDisplay.of(
              InboxPhrase.MORE_QUESTIONS.in(language, named.size() - MAX_QUESTIONS, more)));
    }
    return parts;
  }

  /** What is said of a measure by pressing for it. */
  public static TextKey said(Effect effect) {
    return InboxPhrase.valueOf(effect.name());
  }
}
