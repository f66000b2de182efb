package dev.readout.discord.render;

import dev.readout.answer.DateText;
import dev.readout.answer.Digest;
import dev.readout.answer.Label;
import dev.readout.answer.SideText;
import dev.readout.answer.StandingText;
import dev.readout.corpus.Language;
import dev.readout.discord.render.Containers.Standings;
import dev.readout.discord.render.Reply.Frame;
import dev.readout.index.GenerationInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/** A week in short; what was asked without an answer has terms for moderators only. Immutable. */
public record DigestMessage(
    Digest digest, Unanswered unanswered, GenerationInfo index, Language language) {
  /** Leaves room for the lines around it in a message, in Chinese too. */
  private static final int MAX_CHARS = 2_400;

  private static final int MAX_LINES = 8;

  /** For members, who are not told what was asked about without an answer. */
  public static DigestMessage forMembers(Digest digest, GenerationInfo index, Language language) {
    return new DigestMessage(digest, new Unanswered(digest.first(), List.of()), index, language);
  }

  /** For moderators: what was asked about without an answer since a day. */
  public record Unanswered(LocalDate since, List<CoverageMessage.Counted> terms) {
    public Unanswered {
      terms = List.copyOf(terms);
    }
  }

  /** As much of it as a message holds; what is left out is counted. */
  public String text() {
    for (int lines = MAX_LINES; ; lines--) {
      String text = text(lines);
      boolean fits =
          text.length() <= MAX_CHARS
              && PhoneHeight.of(List.of(TextDisplay.of(text))) + 2 * PhoneHeight.ROW
                  <= PhoneHeight.COMPARISON;
      if (fits || lines == 1) {
        return text;
      }
    }
  }

  /** The same as a reply. */
  public Reply reply(Frame frame) {
    return Reply.text(text()).followedBy(List.of(Actions.row(frame)));
  }

  private String text(int most) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Markdown.heading(
            WatchPhrase.DIGEST_OF.in(
                language,
                DateText.of(digest.first(), language),
                DateText.of(digest.last(), language))));
    if (digest.isEmpty()) {
      lines.add(WatchPhrase.EMPTY_WEEK.in(language));
    }
    add(
        lines,
        count -> WatchPhrase.DIGEST_NEW.in(language, count),
        digest.accounts(),
        record ->
            SideText.name(record.side(), language)
                + Label.COLON.in(language)
                + SourceLine.title(record, language)
                + StatementLine.DOT
                + StatementLine.source(record, language),
        most);
    add(
        lines,
        count -> WatchPhrase.DIGEST_STANDINGS.in(language, count),
        digest.standings(),
        event ->
            Standings.mark(Objects.requireNonNull(event.period()).state())
                + " "
                + SourceLine.title(event.record(), language)
                + Label.COLON.in(language)
                + Markdown.escapeLine(StandingText.of(event.period(), language)),
        most);
    add(
        lines,
        count -> WatchPhrase.DIGEST_ENDS.in(language, count),
        digest.ends(),
        end ->
            Markdown.bold(DateText.brief(end.day(), language))
                + " "
                + SourceLine.title(end.measure(), language),
        most);
    add(
        lines,
        count ->
            WatchPhrase.UNANSWERED.in(language, count, DateText.of(unanswered.since(), language)),
        unanswered.terms(),
        term -> Markdown.escapeLine(term.name()) + " (" + term.questions() + ")",
        most);
    lines.add(Markdown.small(Actions.reach(index, language)));
    return String.join("\n", lines);
  }

  private <T> void add(
      List<String> lines,
      IntFunction<String> heading,
      List<T> all,
      Function<T, String> line,
      int most) {
    if (all.isEmpty()) {
      return;
    }
    lines.add(Markdown.bold(heading.apply(all.size())));
    all.stream().limit(most).map(line).map(Markdown::bullet).forEach(lines::add);
    if (all.size() > most) {
      lines.add(Markdown.small(WatchPhrase.AND_MORE.in(language, all.size() - most)));
    }
  }
}
