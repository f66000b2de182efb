package dev.readout.discord.render;

import dev.readout.corpus.Language;
import java.util.List;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/** How a thing is that was looked at, in Markdown; what to do if it is wrong. Immutable. */
public record Finding(String sign, String text) {
  /** With the heading they stay below Discord's number of components. */
  private static final int MAX_SHOWN = 30;

  public static Finding ok(String text) {
    return new Finding("✅", text);
  }

  /** Works, but somebody should look at it. */
  public static Finding warn(String text) {
    return new Finding("⚠️", text);
  }

  public static Finding fail(String text) {
    return new Finding("❌", text);
  }

  /** What {@code /doctor} found, in the order of the checks. */
  public static Reply report(List<Finding> findings, Language language) {
    Stream<String> lines =
        findings.stream().limit(MAX_SHOWN).map(finding -> finding.sign + " " + finding.text);
    List<TextDisplay> parts =
        Stream.concat(Stream.of(Markdown.heading(Phrase.DOCTOR.in(language))), lines)
            .map(TextDisplay::of)
            .toList();
    return Reply.of(MessageLimits.dropping(parts, 1, List.of()));
  }
}
