package dev.readout.discord.render;

import dev.readout.answer.reading.Language;
import dev.readout.discord.wording.Phrase;
import java.util.List;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/** What {@code /doctor} found, in the order of the checks. Pure functions. */
public final class DoctorMessage {
  /** With the heading they stay below Discord's number of components. */
  private static final int MAX_FINDINGS = 30;

  private DoctorMessage() {}

  public static Reply of(List<Finding> findings, Language language) {
    List<MessageTopLevelComponent> parts =
        findings.stream()
            .limit(MAX_FINDINGS)
            .<MessageTopLevelComponent>map(finding -> TextDisplay.of(finding.line()))
            .toList();
    MessageTopLevelComponent heading = TextDisplay.of(Markdown.heading(Phrase.DOCTOR.in(language)));
    List<MessageTopLevelComponent> all =
        java.util.stream.Stream.concat(java.util.stream.Stream.of(heading), parts.stream())
            .toList();
    return Reply.of(Fitting.dropping(all, 1, List.of()));
  }
}
