package dev.readout.discord.render;

import dev.readout.answer.IndexText;
import dev.readout.answer.Label;
import dev.readout.answer.Lookups.Explanation;
import dev.readout.answer.TermText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Term;
import dev.readout.discord.render.Containers.Standings;
import dev.readout.discord.render.Reply.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.container.ContainerChildComponent;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/** A term as a message: its names, what the sources say it is, where it is used. Pure functions. */
public record ExplanationMessage(Explanation explanation, Frame frame, Language language) {
  private static final int MAX_NAMES = 4;
  private static final int MAX_NAME_CHARS = 60;
  private static final int MAX_STATEMENTS = 2;
  private static final int MAX_CONFUSED = 3;

  /** Its first sentences, as many as a phone shows. */
  public Reply brief(Function<String, Optional<CorpusRecord>> records) {
    int most = Math.min(MAX_STATEMENTS, explanation.snippets().size());
    return Reply.of(
        MessageLimits.most(most, 0, PhoneHeight.EXPLANATION, shown -> message(shown, records)));
  }

  private List<MessageTopLevelComponent> message(
      int shown, Function<String, Optional<CorpusRecord>> records) {
    List<ContainerChildComponent> box = new ArrayList<>();
    CorpusRecord entry = explanation.entry();
    String names = Markdown.bold(names());
    if (entry == null) {
      box.add(TextDisplay.of(names + "\n" + Label.NO_ENTRY.in(language)));
    } else {
      box.add(
          StatementLine.beside(
              names + "\n" + Markdown.small(StatementLine.source(entry, language)),
              SourceLine.link(entry),
              StatementLine.issuer(entry, language),
              language));
    }
    if (shown > 0) {
      box.add(
          TextDisplay.of(
              explanation.snippets().stream()
                  .limit(shown)
                  .map(snippet -> StatementLine.brief(snippet, language))
                  .collect(Collectors.joining("\n"))));
    }
    String also = also(records);
    if (!also.isEmpty()) {
      box.add(TextDisplay.of(Markdown.small(also)));
    }
    List<MessageTopLevelComponent> message = new ArrayList<>();
    message.add(Container.of(box).withAccentColor(Standings.NONE));
    if (shown > 0) {
      message.add(TextDisplay.of(Markdown.small(Phrase.SOME_SUMMARIES.in(language))));
    }
    message.add(Actions.row(frame, buttons(shown)));
    return message;
  }

  private List<Button> buttons(int shown) {
    List<Button> buttons = new ArrayList<>();
    String id = explanation.term().id();
    int left = explanation.snippets().size() - shown;
    if (left > 0) {
      buttons.add(
          Button.primary(
              new ComponentId.View(ComponentId.Part.ENTRY, id).encode(),
              Phrase.MORE.in(language, left)));
    }
    if (explanation.uses() > 0) {
      buttons.add(
          Actions.button(
              new ComponentId.View(ComponentId.Part.USES, id),
              Phrase.USES,
              language,
              IndexText.count(explanation.uses())));
    }
    return buttons;
  }

  /** English · 中文, the characters once, in the reader's script. */
  private String names() {
    Term term = explanation.term();
    return Stream.of(
            term.en().getFirst(), TermText.chinese(term, language).stream().findFirst().orElse(""))
        .filter(name -> !name.isEmpty())
        .map(name -> Markdown.escapeLine(name, MAX_NAME_CHARS))
        .collect(Collectors.joining(" · "));
  }

  /** Other names, and what is not meant. */
  private String also(Function<String, Optional<CorpusRecord>> records) {
    Term term = explanation.term();
    String names =
        Stream.of(
                term.abbr().stream(),
                term.en().stream().skip(1),
                TermText.chinese(term, language).stream().skip(1))
            .flatMap(Function.identity())
            .distinct()
            .limit(MAX_NAMES)
            .map(name -> Markdown.escapeLine(name, MAX_NAME_CHARS))
            .collect(Collectors.joining(Label.SEMICOLON.in(language)));
    String confused =
        Stream.ofNullable(explanation.entry())
            .flatMap(entry -> entry.relates().stream())
            .flatMap(id -> records.apply(id).stream())
            .filter(record -> record.kind() == Kind.GLOSSARY && isAlike(record, term))
            .limit(MAX_CONFUSED)
            .map(record -> SourceLine.plainTitle(record, language))
            .collect(Collectors.joining(Label.BETWEEN_NAMES.in(language)));
    List<String> parts = new ArrayList<>();
    if (!names.isEmpty()) {
      parts.add(Phrase.ALSO.in(language, names));
    }
    if (!confused.isEmpty()) {
      parts.add(Phrase.NOT_TO_CONFUSE.in(language, confused));
    }
    return String.join(" · ", parts);
  }

  /** Another entry whose title ends like the term's name: one list and another. */
  private static boolean isAlike(CorpusRecord record, Term term) {
    List<String> words = Arrays.asList(term.en().getFirst().split(" ", -1));
    return words.size() > 1
        && record
            .title()
            .toLowerCase(java.util.Locale.ROOT)
            .contains(words.getLast().toLowerCase(java.util.Locale.ROOT));
  }

  /** The whole entry; as many of its statements as a message holds. */
  public Reply entry() {
    List<String> lines =
        explanation.snippets().isEmpty()
            ? List.of(Label.NO_ENTRY.in(language))
            : explanation.snippets().stream()
                .map(snippet -> Markdown.bullet(StatementLine.words(snippet, language)))
                .toList();
    String source =
        explanation.entry() == null
            ? ""
            : "\n" + Markdown.small(SourceLine.of(explanation.entry(), language));
    return MessageLimits.lines(
        Markdown.heading(names()) + source, lines, List.of(Actions.row(frame)), language);
  }

  /** The newest records that name the term. */
  public Reply uses() {
    return MessageLimits.lines(
        Markdown.bold(Label.USED_IN.in(language, IndexText.count(explanation.uses()))),
        explanation.usedIn().stream()
            .map(record -> SourceLine.list(List.of(record), language))
            .toList(),
        List.of(Actions.row(frame)),
        language);
  }
}
