package dev.readout.discord.render;

import dev.readout.answer.IndexText;
import dev.readout.answer.Label;
import dev.readout.answer.QuoteFindingText;
import dev.readout.answer.quote.QuoteChecker;
import dev.readout.answer.quote.QuoteChecker.QuoteReport;
import dev.readout.answer.quote.QuoteFinding;
import dev.readout.answer.quote.QuoteFinding.Passage;
import dev.readout.answer.quote.QuoteFinding.Piece;
import dev.readout.corpus.Language;
import dev.readout.discord.render.Reply.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/**
 * What the sources say to the quotations in a message, a box each, always with who said it: the
 * message may name somebody else. Pure functions.
 */
public record QuoteMessage(QuoteReport report, Frame frame, Language language) {
  private static final int MAX_QUOTE_CHARS = 600;
  private static final int MAX_BRIEF_QUOTE_CHARS = 100;

  public Reply reply() {
    if (report.findings().isEmpty()) {
      return Reply.text(Phrase.NOTHING_TO_READ.in(language));
    }
    return Reply.of(MessageLimits.most(report.findings().size(), 0, whole -> message(whole)));
  }

  /** The first so many findings whole, the others with verdict and source alone. */
  private List<MessageTopLevelComponent> message(int whole) {
    List<MessageTopLevelComponent> parts = new ArrayList<>();
    for (QuoteFinding finding : report.findings()) {
      List<String> lines = parts.size() < whole ? lines(finding) : inBrief(finding);
      parts.add(Containers.plain(String.join("\n", lines)));
    }
    List<MessageTopLevelComponent> under = new ArrayList<>();
    if (report.truncated()) {
      String limits =
          Label.QUOTE_TRUNCATED.in(
              language, QuoteChecker.MAX_QUOTES, IndexText.count(QuoteChecker.MAX_TEXT_CHARS));
      under.add(TextDisplay.of(Markdown.small(limits)));
    }
    under.add(Actions.row(frame));
    return MessageLimits.dropping(parts, 1, under);
  }

  private List<String> lines(QuoteFinding finding) {
    List<String> lines = new ArrayList<>();
    lines.add(verdict(finding));
    switch (finding) {
      case QuoteFinding.Verbatim verbatim -> addVerbatim(lines, verbatim);
      case QuoteFinding.Near near -> {
        lines.add(QuoteFindingText.differences(near, language));
        addMarked(lines, near.pieces());
        lines.add(StatementLine.block(near.found().snippets(), language));
      }
      case QuoteFinding.Part part -> {
        addMarked(lines, part.pieces());
        lines.add(StatementLine.block(part.found().snippets(), language));
      }
      case QuoteFinding.NotFound none -> addNearest(lines, none);
      case QuoteFinding.TooShort tooShort -> lines.add(quoted(tooShort, MAX_QUOTE_CHARS));
    }
    return lines;
  }

  private List<String> inBrief(QuoteFinding finding) {
    List<String> lines = new ArrayList<>();
    lines.add(verdict(finding));
    if (finding instanceof QuoteFinding.Near near) {
      lines.add(QuoteFindingText.differences(near, language));
    }
    lines.add(quoted(finding, MAX_BRIEF_QUOTE_CHARS));
    found(finding)
        .ifPresent(
            passage ->
                lines.add(Markdown.small(SourceLine.of(passage.snippets().getFirst(), language))));
    return lines;
  }

  private static Optional<Passage> found(QuoteFinding finding) {
    return switch (finding) {
      case QuoteFinding.Verbatim verbatim -> Optional.of(verbatim.found());
      case QuoteFinding.Near near -> Optional.of(near.found());
      case QuoteFinding.Part part -> Optional.of(part.found());
      case QuoteFinding.NotFound _, QuoteFinding.TooShort _ -> Optional.empty();
    };
  }

  private String verdict(QuoteFinding finding) {
    return Markdown.bold(mark(finding) + " " + QuoteFindingText.of(finding, language));
  }

  private static String mark(QuoteFinding finding) {
    return switch (finding) {
      case QuoteFinding.Verbatim verbatim -> verbatim.found().isQuotation() ? "✅" : "⚠️";
      case QuoteFinding.Near near -> near.changesMeaning() ? "🟠" : "🟡";
      case QuoteFinding.Part _ -> "🟡";
      case QuoteFinding.NotFound _ -> "❌";
      case QuoteFinding.TooShort _ -> "⚪";
    };
  }

  private void addVerbatim(List<String> lines, QuoteFinding.Verbatim verbatim) {
    if (verbatim.omitsNegation()) {
      lines.add(Markdown.bold(Label.QUOTE_OMITS_NEGATION.in(language)));
    }
    if (verbatim.hasOmission()) {
      addMarked(lines, verbatim.pieces());
    } else {
      lines.add(quoted(verbatim, MAX_QUOTE_CHARS));
    }
    lines.add(StatementLine.block(verbatim.found().snippets(), language));
    if (!verbatim.elsewhere().isEmpty()) {
      lines.add(Label.QUOTE_ELSEWHERE.in(language) + Label.COLON.in(language));
      verbatim
          .elsewhere()
          .forEach(passage -> lines.add(StatementLine.block(passage.snippets(), language)));
    }
  }

  private void addNearest(List<String> lines, QuoteFinding.NotFound none) {
    lines.add(quoted(none, MAX_QUOTE_CHARS));
    lines.add(Label.QUOTE_NOT_FOUND_NOTE.in(language));
    if (!none.nearest().isEmpty()) {
      lines.add(Label.NEAREST.in(language) + Label.COLON.in(language));
      lines.add(SourceLine.list(none.nearest(), language));
    }
  }

  private static String quoted(QuoteFinding finding, int maxChars) {
    return Markdown.quote(Markdown.escapeLine(finding.quote(), maxChars));
  }

  /** The quotation and the source in one: what only the one or only the other has is marked. */
  private void addMarked(List<String> lines, List<Piece> pieces) {
    StringBuilder marked = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece.kind()) {
        case SAME -> marked.append(Markdown.escape(piece.quote().replaceAll("\\s+", " ")));
        case ONLY_IN_QUOTE -> mark(marked, piece.quote(), "~~");
        case ONLY_IN_SOURCE, OMITTED -> mark(marked, piece.source(), "**");
      }
    }
    lines.add(Markdown.quote(marked.toString().strip()));
    lines.add(Markdown.small(Phrase.QUOTE_LEGEND.in(language)));
  }

  /** Discord takes a mark for a mark only where no space is inside of it. */
  private static void mark(StringBuilder marked, String text, String mark) {
    String words = text.strip();
    if (!text.isEmpty() && Character.isWhitespace(text.charAt(0))) {
      marked.append(' ');
    }
    if (words.isEmpty()) {
      return;
    }
    marked.append(mark).append(Markdown.escapeLine(words)).append(mark);
    if (Character.isWhitespace(text.charAt(text.length() - 1))) {
      marked.append(' ');
    }
  }
}
