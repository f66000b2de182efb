package dev.readout.discord.render;

import dev.readout.answer.Answer;
import dev.readout.answer.Label;
import dev.readout.answer.MeasureStatus;
import dev.readout.answer.SideText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Snippet;
import dev.readout.discord.render.Reply.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/**
 * Everything that an answer has: how the measures stand, with proofs and notes, and every statement
 * under its side, on as many pages as it takes. Immutable; its methods are pure.
 */
public final class AnswerPages {
  private final Answer.Answered answer;
  private final Language language;
  private final Frame frame;
  private final Function<String, Optional<CorpusRecord>> records;
  private final String note;
  private final List<Snippet> statements;

  /**
   * A renderer of one answer, with a note about it in Discord's Markdown, or none; the proofs of
   * standings are looked up by id.
   */
  public AnswerPages(
      Answer.Answered answer,
      Frame frame,
      Function<String, Optional<CorpusRecord>> records,
      String note) {
    this.answer = answer;
    this.language = answer.language();
    this.frame = frame;
    this.records = records;
    this.note = note;
    this.statements = inOrder(answer);
  }

  /** The lead, then one statement of each block in turn, so that no side crowds the other out. */
  private static List<Snippet> inOrder(Answer.Answered answer) {
    List<Snippet> shown = new ArrayList<>();
    shown.add(answer.lead());
    for (List<Answer.Block> blocks : List.of(answer.blocks(), Answer.Block.of(answer.more()))) {
      int longest = blocks.stream().mapToInt(block -> block.snippets().size()).max().orElse(0);
      for (int i = 0; i < longest; i++) {
        int place = i;
        blocks.stream()
            .flatMap(block -> block.snippets().stream().skip(place).limit(1))
            .forEach(shown::add);
      }
    }
    return shown;
  }

  /**
   * Page {@code number}, from 1, which begins after {@code from} statements and has as many as fit;
   * past the last statement it says that there is no more.
   */
  public Reply page(int number, int from) {
    if (from >= statements.size()) {
      return Reply.text(Phrase.NO_MORE.in(language));
    }
    boolean standing = number == 1 && fits(new Page(number, from, from + 1, true, false));
    int to = from + 1;
    while (to < statements.size() && fits(new Page(number, from, to + 1, standing, false))) {
      to++;
    }
    Page page = new Page(number, from, to, standing, false);
    return Reply.of(components(fits(page) ? page : new Page(number, from, to, false, true)));
  }

  /** The statements of a range, its end excluded; one too long for any message is only noted. */
  private record Page(int number, int from, int to, boolean standing, boolean noted) {}

  private boolean fits(Page page) {
    return MessageLimits.leaveRoom(components(page));
  }

  private List<MessageTopLevelComponent> components(Page page) {
    List<MessageTopLevelComponent> components = new ArrayList<>();
    if (!note.isEmpty()) {
      components.add(TextDisplay.of(note));
    }
    List<MeasureStatus> statuses =
        answer.statuses().stream()
            .filter(status -> !status.measure().standing().periods().isEmpty())
            .toList();
    if (page.standing() && !statuses.isEmpty()) {
      components.add(StatusMessage.ofAll(statuses, records, language));
    }
    List<Snippet> shown = statements.subList(page.from(), page.to());
    for (Answer.Block block : Answer.Block.of(shown)) {
      components.add(
          Containers.of(
              block.side(),
              Markdown.heading(Markdown.escapeLine(SideText.heading(block, language)))
                  + "\n"
                  + (page.noted()
                      ? StatementLine.noted(block.snippets(), language)
                      : StatementLine.block(block.snippets(), language))));
    }
    components.add(TextDisplay.of(foot(page)));
    int left = statements.size() - page.to();
    String receipt = frame.receipt();
    List<Button> more = new ArrayList<>();
    if (left > 0 && receipt != null) {
      ComponentId next = new ComponentId.More(receipt, page.number() + 1, page.to());
      more.add(Button.primary(next.encode(), Phrase.MORE.in(language, left)));
    }
    components.add(Actions.row(frame, more));
    return components;
  }

  private String foot(Page page) {
    String number = page.number() == 1 ? "" : " · " + Phrase.PAGE.in(language, page.number());
    return Markdown.small(Label.SUMMARIES.in(language))
        + "\n"
        + Markdown.small(Actions.reach(answer.index(), language) + number);
  }
}
