package dev.readout.discord.render;

import dev.readout.answer.Answer;
import dev.readout.answer.DateText;
import dev.readout.answer.SnippetText;
import dev.readout.answer.SourceText;
import dev.readout.answer.VerdictText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Snippet;
import dev.readout.discord.render.Reply.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/** An answer to be pasted elsewhere: as text, as Markdown, and its records as BibTeX. */
public record CitationMessage(
    Answer.Answered answer, String receipt, Frame frame, Language language) {
  /** Each form in a block of its own, which Discord offers to copy; those that fit. */
  public Reply reply() {
    String verdict =
        answer.verdict() == null ? "" : VerdictText.of(answer.verdict(), language) + "\n";
    String foot = "Readout " + receipt + ", " + DateText.of(answer.asOf(), language);
    List<MessageTopLevelComponent> blocks = new ArrayList<>();
    blocks.add(block("", verdict + lines(one -> text(one)) + "\n" + foot));
    blocks.add(block("md", verdict + lines(one -> markdown(one)) + "\n" + foot));
    blocks.add(
        block(
            "bibtex",
            answer.records().stream()
                .map(CitationMessage::bibtex)
                .collect(Collectors.joining("\n"))));
    int whole = blocks.size();
    blocks.removeIf(one -> !MessageLimits.leaveRoom(List.of(one)));
    if (blocks.isEmpty()) {
      return Reply.text(Phrase.MORE_NOT_SHOWN.in(language, whole));
    }
    return Reply.of(MessageLimits.dropping(blocks, 1, List.of(Actions.row(frame))));
  }

  private static TextDisplay block(String kind, String text) {
    return TextDisplay.of("```" + kind + "\n" + text.replace("```", "'''") + "\n```");
  }

  private String lines(Function<Snippet, String> form) {
    return answer.snippets().stream().map(form).collect(Collectors.joining("\n"));
  }

  private String text(Snippet snippet) {
    return SnippetText.words(snippet.statement(), language)
        + " ("
        + SourceText.inOneLine(snippet, language)
        + ")";
  }

  private String markdown(Snippet snippet) {
    String name = StatementLine.plainSource(snippet, language);
    return "- "
        + SnippetText.words(snippet.statement(), language)
        + " ["
        + name
        + "]("
        + snippet.address().or(snippet.record()::citation).orElse("")
        + ")";
  }

  private static String bibtex(CorpusRecord record) {
    List<String> fields = new ArrayList<>();
    fields.add("title = {" + record.title() + "}");
    fields.add("author = {{" + record.issuer() + "}}");
    fields.add("date = {" + record.anchorDay() + "}");
    record.linkedSource().ifPresent(source -> fields.add("url = {" + source.url() + "}"));
    record.citation().ifPresent(citation -> fields.add("note = {" + citation + "}"));
    return "@misc{" + record.id() + ",\n  " + String.join(",\n  ", fields) + "\n}";
  }
}
