package dev.readout.discord.render;

import dev.readout.answer.DateText;
import dev.readout.answer.Label;
import dev.readout.answer.MeasureStatus;
import dev.readout.answer.SideText;
import dev.readout.answer.SnippetText;
import dev.readout.answer.SourceText;
import dev.readout.answer.StandingText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Statement.Voice;
import dev.readout.discord.render.Containers.Standings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.ContainerChildComponent;
import net.dv8tion.jda.api.components.section.Section;
import net.dv8tion.jda.api.components.section.SectionContentComponent;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/**
 * Statements where there is little room, each with a short link with issuer and day, and where
 * there is more, with their sources in full. Pure functions.
 */
final class StatementLine {
  /** Between parts of a line; none begins with the dot. */
  static final String DOT = "\u00a0· ";

  private static final int MAX_ISSUER_CHARS = 36;
  private static final int MAX_CHINESE_ISSUER_CHARS = 16;

  /** On a button beside a text that keeps two thirds of a phone's width. */
  private static final Pattern BUTTON = Pattern.compile("[A-Z]{2,8}");

  private static final Pattern ABBREVIATION = Pattern.compile("\\(([A-Z]{2,8})\\)");
  private static final Pattern FORMAL =
      Pattern.compile(
          "^The |^U\\.S\\. Departments? of (the )?| of the PRC\\b| of the United States$");

  private static final Pattern LINKING = Pattern.compile("(?:,? (?:and|for|in|of|the))+$|,$");

  private StatementLine() {}

  /** The words, the link, and how the measure that says so stands where it is not in force. */
  static String of(Snippet snippet, List<MeasureStatus> statuses, Language language) {
    String standing =
        statuses.stream()
            .filter(status -> status.measure().equals(snippet.record()))
            .flatMap(status -> standing(status, language).stream())
            .findFirst()
            .map(state -> " · " + state)
            .orElse("");
    return brief(snippet, language) + " " + link(snippet, language) + standing;
  }

  /** The name of the side before its statement. */
  static String side(Side side, Language language) {
    return Markdown.bold(SideText.name(side, language)) + " ";
  }

  private static Optional<String> standing(MeasureStatus status, Language language) {
    LegalState state = Standings.state(status);
    return state == null || state == LegalState.IN_FORCE
        ? Optional.empty()
        : Optional.of(Standings.mark(state) + " " + StandingText.of(state, language));
  }

  /** In quotation marks and with the speaker where the words are the source's own. */
  static String words(Snippet snippet, Language language) {
    return Markdown.escapeLine(SnippetText.words(snippet.statement(), language));
  }

  /**
   * The same where a link stands beside it and a line below says what are summaries: without the
   * mark of one, and without the government's document in brackets at the end, of which the link
   * says whose it is and of which day.
   */
  static String brief(Snippet snippet, Language language) {
    CorpusRecord record = snippet.record();
    String words = words(snippet, language);
    if (snippet.statement().voice() == Voice.SUMMARY) {
      words = words.substring(0, words.length() - Label.SUMMARY.in(language).length());
    }
    boolean isOfOne = record.side() == Side.US || record.side() == Side.PRC;
    return record.published() == null || !isOfOne
        ? words
        : words.replaceFirst(
            " ?[(（][^()（）]*" + DateText.of(record.published(), language) + "[)）][.。]$", "");
  }

  /** "[MOFCOM, 30 Oct 2025]", to the very place where that is known. */
  static String link(Snippet snippet, Language language) {
    return link(name(snippet, language), snippet.record(), SourceLine.place(snippet), language);
  }

  /** Issuer and day; of what is later than its record who says it, and which record tells it. */
  private static String name(Snippet snippet, Language language) {
    CorpusRecord record = snippet.record();
    return snippet.isLater()
        ? String.join(
            separator(language), SourceText.later(snippet, day(record, language), language))
        : name(record, language);
  }

  private static String name(CorpusRecord record, Language language) {
    return issuer(record, language) + separator(language) + day(record, language);
  }

  /** The same to the record as a whole. */
  static String link(CorpusRecord record, Language language) {
    return link(name(record, language), record, SourceLine.link(record), language);
  }

  private static String link(
      String name, CorpusRecord record, Optional<String> url, Language language) {
    return url.map(address -> Markdown.link(name, address))
            .orElseGet(
                () ->
                    Markdown.escapeLine(
                        "["
                            + name
                            + record
                                .citation()
                                .map(cited -> " · " + SourceText.citation(cited, language))
                                .orElse("")
                            + "]"))
        + provenance(record, language);
  }

  /** The same without a link, for beside a button. */
  static String source(CorpusRecord record, Language language) {
    return Markdown.escapeLine(plainSource(record, language));
  }

  /** The same where there is no Markdown. */
  static String plainSource(CorpusRecord record, Language language) {
    return name(record, language) + provenance(record, language);
  }

  static String plainSource(Snippet snippet, Language language) {
    return name(snippet, language) + provenance(snippet.record(), language);
  }

  private static String provenance(CorpusRecord record, Language language) {
    return SourceText.provenance(record, language).map(note -> " · " + note).orElse("");
  }

  static String separator(Language language) {
    return language == Language.EN ? ", " : "，";
  }

  static String day(CorpusRecord record, Language language) {
    return DateText.brief(record.anchorDay(), language);
  }

  /** The issuer by its abbreviation, or without what is formal in its name. */
  static String issuer(CorpusRecord record, Language language) {
    String whole = SourceText.issuer(record, language);
    if (record.issuer().equals(Label.COMPILED.in(Language.EN))) {
      return Phrase.COMPILED.in(language);
    }
    if (language != Language.EN) {
      return Markdown.shortened(whole.replaceFirst("[；（].*$", ""), MAX_CHINESE_ISSUER_CHARS);
    }
    List<MatchResult> abbreviations = ABBREVIATION.matcher(whole).results().toList();
    String name =
        abbreviations.isEmpty()
            ? FORMAL
                .matcher(whole.replaceFirst("[;(].*$", "").strip())
                .replaceAll("")
                .replace("United States", "U.S.")
            : abbreviations.stream()
                .map(one -> one.group(1))
                .distinct()
                .collect(Collectors.joining("/"));
    return name.length() <= MAX_ISSUER_CHARS ? name : begun(name);
  }

  /** The first whole words of a long name. */
  private static String begun(String name) {
    int end = name.lastIndexOf(' ', MAX_ISSUER_CHARS);
    return end < 0
        ? Markdown.shortened(name, MAX_ISSUER_CHARS)
        : LINKING.matcher(name.substring(0, end)).replaceFirst("") + "…";
  }

  /**
   * Text with its source as a button beside it, named if that is an abbreviation; without a button
   * where nothing can be linked.
   */
  static ContainerChildComponent beside(
      String markdown, Optional<String> url, String name, Language language) {
    String label = BUTTON.matcher(name).matches() ? name : Phrase.SOURCE.in(language);
    SectionContentComponent text = TextDisplay.of(markdown);
    return url.filter(address -> address.length() <= Button.URL_MAX_LENGTH)
        .<ContainerChildComponent>map(address -> Section.of(Button.link(address, label), text))
        .orElseGet(() -> TextDisplay.of(markdown));
  }

  /**
   * Statements in their order; the source of neighbours from one place stands once, under the last
   * of them.
   */
  static String block(List<Snippet> snippets, Language language) {
    return block(snippets, language, snippet -> StatementLine.words(snippet, language));
  }

  /** Only that the statements are too long, and where they stand: no statement is ever cut. */
  static String noted(List<Snippet> snippets, Language language) {
    return block(snippets, language, _ -> Phrase.STATEMENT_TOO_LONG.in(language));
  }

  private static String block(
      List<Snippet> snippets, Language language, Function<Snippet, String> words) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < snippets.size(); i++) {
      Snippet snippet = snippets.get(i);
      lines.add(Markdown.bullet(words.apply(snippet)));
      if (i + 1 == snippets.size() || !isSamePlace(snippet, snippets.get(i + 1))) {
        lines.add(Markdown.small(SourceLine.of(snippet, language)));
      }
    }
    return String.join("\n", lines);
  }

  /** Whether one link leads to both: each that has a place of its own has a link of its own. */
  private static boolean isSamePlace(Snippet one, Snippet next) {
    return one.record().equals(next.record())
        && one.address().equals(next.address())
        && one.isLater() == next.isLater();
  }
}
