package dev.readout.discord.render;

import dev.readout.answer.ComingDays;
import dev.readout.answer.ComingText;
import dev.readout.answer.DateText;
import dev.readout.answer.Label;
import dev.readout.corpus.Language;
import dev.readout.discord.render.Containers.Standings;
import dev.readout.discord.render.Reply.Frame;
import dev.readout.index.GenerationInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.filedisplay.FileDisplay;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.utils.FileUpload;

/** Meetings announced and last days coming up, each with a file for calendars. Confined. */
public record ComingMessage(
    ComingDays days, LocalDate today, GenerationInfo index, Frame frame, Language language) {
  private static final int MAX_MEETINGS = 4;

  /** So many are named however high the message is. */
  private static final int FEWEST_PASSED = 3;

  /** The next meetings, the soonest first. */
  public Reply meetings() {
    List<ComingDays.Announced> meetings = days.meetings().stream().limit(MAX_MEETINGS).toList();
    List<String> lines = new ArrayList<>();
    if (meetings.isEmpty()) {
      lines.add(Label.NO_MEETING_AHEAD.in(language, DateText.of(today, language)));
    }
    for (ComingDays.Announced meeting : meetings) {
      lines.add(
          Markdown.bold(ComingText.day(meeting, language)) + " · " + Markdown.away(meeting.last()));
      lines.add(
          StatementLine.brief(meeting.snippet(), language)
              + " "
              + StatementLine.link(meeting.snippet(), language));
    }
    return message(
        Label.MEETINGS_AHEAD.in(language),
        lines,
        meetings.isEmpty() ? "" : Phrase.SOME_SUMMARIES.in(language) + " · ",
        ComingText.meetingsFile(meetings, index.built(), language),
        meetings.isEmpty() ? "" : "next.ics");
  }

  /** What ends within so many days, and what has ended since the sources end. */
  public Reply ends(int within) {
    String first = DateText.of(today, language);
    String last = DateText.of(today.plusDays(within), language);
    List<ComingDays.LastDay> ending = days.ending(within);
    List<ComingDays.LastDay> passed = days.passed();
    List<String> lines = new ArrayList<>();
    if (ending.isEmpty()) {
      lines.add(Label.NO_END_AHEAD.in(language, first, last));
    }
    add(ending, lines);
    int shown = passed.size();
    while (true) {
      List<String> all = new ArrayList<>(lines);
      addPassed(passed.reversed(), shown, all);
      Reply reply =
          message(
              Label.ENDS_AHEAD.in(language, first, last),
              all,
              "",
              ComingText.endsFile(ending, index.built(), language),
              ending.isEmpty() ? "" : "expiring.ics");
      if (shown <= FEWEST_PASSED || PhoneHeight.of(reply.components()) <= PhoneHeight.COMPARISON) {
        return reply;
      }
      shown--;
    }
  }

  private void addPassed(List<ComingDays.LastDay> passed, int shown, List<String> lines) {
    if (passed.isEmpty()) {
      return;
    }
    lines.add(Markdown.heading(Label.ENDS_PASSED.in(language)));
    add(passed.subList(0, Math.min(shown, passed.size())), lines);
    if (shown < passed.size()) {
      lines.add(Markdown.small(WatchPhrase.AND_MORE.in(language, passed.size() - shown)));
    }
  }

  private void add(List<ComingDays.LastDay> ends, List<String> lines) {
    LocalDate day = null;
    for (ComingDays.LastDay end : ends) {
      if (!end.day().equals(day)) {
        day = end.day();
        lines.add(Markdown.bold(DateText.of(day, language)) + " · " + Markdown.away(day));
      }
      lines.add(
          Markdown.bullet(
              Standings.mark(days.status(end))
                  + " "
                  + SourceLine.title(end.measure(), language)
                  + Label.COLON.in(language)
                  + Markdown.escapeLine(ComingText.end(end, language))));
    }
  }

  /** A file without a name is not sent. */
  private Reply message(
      String heading, List<String> lines, String note, byte[] calendar, String name) {
    List<MessageTopLevelComponent> under = new ArrayList<>();
    under.add(TextDisplay.of(Markdown.small(note + Actions.reach(index, language))));
    if (!name.isEmpty()) {
      under.add(FileDisplay.fromFile(FileUpload.fromData(calendar, name)));
    }
    under.add(Actions.row(frame));
    return MessageLimits.lines(Markdown.heading(heading), lines, under, language);
  }
}
