package dev.readout.discord.render;

import dev.readout.answer.Csv;
import dev.readout.answer.Label;
import dev.readout.answer.MeetingComparison;
import dev.readout.answer.SideText;
import dev.readout.answer.SnippetText;
import dev.readout.answer.SourceText;
import dev.readout.answer.TermText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Term;
import dev.readout.corpus.Topic;
import dev.readout.discord.render.Containers.Standings;
import dev.readout.discord.render.Reply.Frame;
import dev.readout.index.GenerationInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.filedisplay.FileDisplay;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.utils.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * Both accounts of a meeting as a table by topic on one page: what both name, in the words of each,
 * and what only one names; a topic in both versions and the whole as a file are a press away.
 * Immutable; its methods are pure.
 */
public record ComparisonMessage(
    MeetingComparison comparison, GenerationInfo index, Frame frame, Language language) {
  /** The value of the option for statements of no topic. */
  private static final String NO_TOPIC = "-";

  private static final int MAX_NAMES = 10;

  /** The table, with the words of as many topics as fit. */
  public Reply table() {
    List<MeetingComparison.Row> both =
        comparison.ofBoth().stream()
            .sorted(Comparator.comparingInt(row -> length(row.us()) + length(row.prc())))
            .toList();
    return Reply.of(
        MessageLimits.most(both.size(), 0, PhoneHeight.COMPARISON, shown -> table(both, shown)));
  }

  private List<MessageTopLevelComponent> table(List<MeetingComparison.Row> both, int shown) {
    List<MessageTopLevelComponent> message = new ArrayList<>();
    message.add(TextDisplay.of(head(both)));
    if (!both.isEmpty()) {
      message.add(both(both, shown));
    }
    only(Side.US, comparison.onlyOf(Side.US), comparison.onlyUs(), message);
    only(Side.PRC, comparison.onlyOf(Side.PRC), comparison.onlyPrc(), message);
    message.add(
        TextDisplay.of(
            Markdown.small(
                Phrase.SOME_SUMMARIES.in(language) + " · " + Actions.reach(index, language))));
    String id = comparison.meeting().id();
    message.addAll(
        Actions.menu(
            new ComponentId.View(ComponentId.Part.TOPIC, id),
            Phrase.ONE_TOPIC,
            comparison.rows().stream().map(this::option).toList(),
            language));
    message.add(
        Actions.row(
            frame,
            List.of(
                Actions.button(
                    new ComponentId.View(ComponentId.Part.TABLE, id), Phrase.AS_FILE, language),
                Actions.button(
                    new ComponentId.View(ComponentId.Part.ACCOUNTS, id),
                    Phrase.SOURCES,
                    language))));
    return message;
  }

  private String head(List<MeetingComparison.Row> both) {
    List<String> lines = new ArrayList<>();
    lines.add(Markdown.heading(SourceLine.title(comparison.meeting(), language)));
    lines.add(
        Markdown.small(
            Phrase.COMPARED.in(
                language,
                comparison.usRecords().size(),
                comparison.prcRecords().size(),
                both.size(),
                comparison.onlyOf(Side.US).size(),
                comparison.onlyOf(Side.PRC).size())));
    return String.join("\n", lines);
  }

  private Container both(List<MeetingComparison.Row> both, int shown) {
    List<String> lines = new ArrayList<>();
    if (shown > 0) {
      lines.add(Markdown.bold(Phrase.BOTH_NAME.in(language)));
    }
    for (MeetingComparison.Row row : both.subList(0, shown)) {
      lines.add(Markdown.bold(Markdown.escapeLine(name(row.topic()))));
      lines.add("🔵 " + StatementLine.of(shortest(row.us()), List.of(), language));
      lines.add("🔴 " + StatementLine.of(shortest(row.prc()), List.of(), language));
    }
    if (shown < both.size()) {
      lines.add(
          Phrase.ALSO_BOTH.in(
              language,
              both.stream()
                  .skip(shown)
                  .map(row -> Markdown.escapeLine(name(row.topic())))
                  .collect(Collectors.joining(StatementLine.DOT))));
    }
    return Containers.plain(String.join("\n", lines)).withAccentColor(Standings.GREEN);
  }

  /** No statement is cut, so the shortest gives the topic in the fewest lines. */
  private Snippet shortest(List<Snippet> snippets) {
    return snippets.stream()
        .min(Comparator.comparingInt(one -> StatementLine.brief(one, language).length()))
        .orElseThrow();
  }

  private int length(List<Snippet> snippets) {
    return StatementLine.brief(shortest(snippets), language).length();
  }

  /** Says nothing of a side whose accounts name nothing alone. */
  private void only(
      Side side,
      List<MeetingComparison.Row> rows,
      List<Term> terms,
      List<MessageTopLevelComponent> message) {
    boolean held =
        side == Side.US ? !comparison.usRecords().isEmpty() : !comparison.prcRecords().isEmpty();
    if (!held) {
      Label none = side == Side.US ? Label.NO_US_ACCOUNT : Label.NO_PRC_ACCOUNT;
      message.add(Containers.of(side, none.in(language)));
      return;
    }
    List<Topic> named = rows.stream().flatMap(row -> Stream.ofNullable(row.topic())).toList();
    List<String> topics = named.stream().map(this::name).toList();
    List<String> all =
        Stream.concat(
                topics.stream(),
                terms.stream()
                    .filter(term -> named.stream().noneMatch(topic -> isCalled(topic, term)))
                    .map(term -> TermText.name(term, language)))
            .distinct()
            .toList();
    List<String> names =
        all.stream().filter(name -> topics.contains(name) || !isPartOfAnother(name, all)).toList();
    if (!names.isEmpty()) {
      String shown =
          names.stream()
              .limit(MAX_NAMES)
              .map(Markdown::escapeLine)
              .collect(Collectors.joining(StatementLine.DOT));
      Phrase phrase = side == Side.US ? Phrase.ONLY_US_NAMES : Phrase.ONLY_PRC_NAMES;
      message.add(
          Containers.of(
              side,
              phrase.in(language)
                  + " "
                  + shown
                  + (names.size() > MAX_NAMES ? " +" + (names.size() - MAX_NAMES) : "")));
    }
  }

  /** A topic and a term may be one thing under two Chinese names. */
  private static boolean isCalled(Topic topic, Term term) {
    return TermText.name(topic, Language.EN).equalsIgnoreCase(TermText.name(term, Language.EN));
  }

  /** "fentanyl" beside "fentanyl tariff" says nothing more. */
  private static boolean isPartOfAnother(String name, List<String> all) {
    String words = words(name);
    return all.stream()
        .map(ComparisonMessage::words)
        .anyMatch(other -> !other.equals(words) && other.contains(words));
  }

  private static String words(String name) {
    return " " + name.toLowerCase(Locale.ROOT) + " ";
  }

  private String name(@Nullable Topic topic) {
    return topic == null ? Label.OTHER_TOPICS.in(language) : TermText.name(topic, language);
  }

  private SelectOption option(MeetingComparison.Row row) {
    return SelectOption.of(
            Markdown.shortened(name(row.topic()), SelectOption.LABEL_MAX_LENGTH), value(row))
        .withDescription(
            SideText.name(Side.US, language)
                + " "
                + row.us().size()
                + " · "
                + SideText.name(Side.PRC, language)
                + " "
                + row.prc().size());
  }

  private static String value(MeetingComparison.Row row) {
    return row.topic() == null ? NO_TOPIC : row.topic().id();
  }

  /** One topic in both versions; of as many statements a side as fit. */
  public Reply topic(String value) {
    return comparison.rows().stream()
        .filter(row -> value(row).equals(value))
        .findFirst()
        .map(this::topic)
        .orElseGet(() -> Reply.text(Phrase.NO_MORE.in(language)));
  }

  private Reply topic(MeetingComparison.Row row) {
    int most = Math.max(row.us().size(), row.prc().size());
    List<MessageTopLevelComponent> message =
        MessageLimits.most(most, 1, shown -> topic(row, shown, false));
    return Reply.of(MessageLimits.leaveRoom(message) ? message : topic(row, 1, true));
  }

  private List<MessageTopLevelComponent> topic(
      MeetingComparison.Row row, int shown, boolean noted) {
    List<MessageTopLevelComponent> message = new ArrayList<>();
    message.add(
        TextDisplay.of(
            Markdown.heading(Markdown.escapeLine(name(row.topic())))
                + "\n"
                + Markdown.small(SourceLine.title(comparison.meeting(), language))));
    message.add(side(Side.US, row, shown, noted));
    message.add(side(Side.PRC, row, shown, noted));
    int left = Math.max(0, row.us().size() - shown) + Math.max(0, row.prc().size() - shown);
    String more = left == 0 ? "" : "\n" + Markdown.small(Phrase.MORE_NOT_SHOWN.in(language, left));
    message.add(TextDisplay.of(Markdown.small(Label.SUMMARIES.in(language)) + more));
    message.add(Actions.row(frame));
    return message;
  }

  private Container side(Side side, MeetingComparison.Row row, int shown, boolean noted) {
    List<Snippet> some = row.of(side).stream().limit(shown).toList();
    Label none = comparison.isCarriedBy(side, row) ? Label.NOT_NAMED : Label.NOTHING_ON_THIS;
    String said =
        some.isEmpty()
            ? none.in(language)
            : noted ? StatementLine.noted(some, language) : StatementLine.block(some, language);
    return Containers.of(side, Markdown.bold(SideText.name(side, language)) + "\n" + said);
  }

  /** The sources of the meeting and of the accounts. */
  public Reply accounts() {
    List<CorpusRecord> records = new ArrayList<>(List.of(comparison.meeting()));
    records.addAll(comparison.usRecords());
    records.addAll(comparison.prcRecords());
    return SourcesMessage.of(records, List.of(), frame, language);
  }

  /** Every topic, side and statement as comma-separated values, which spreadsheets open. */
  public Reply file() {
    Csv csv = new Csv("topic", "side", "statement", "issuer", "published", "source");
    for (MeetingComparison.Row row : comparison.rows()) {
      Stream.concat(row.us().stream(), row.prc().stream())
          .forEach(
              one ->
                  csv.row(
                      name(row.topic()),
                      SideText.name(one.record().side(), language),
                      SnippetText.words(one.statement(), language),
                      SourceText.issuer(one.record(), language),
                      one.record().anchorDay().toString(),
                      one.address().or(one.record()::citation).orElse("")));
    }
    FileUpload file = FileUpload.fromData(csv.bytes(), comparison.meeting().id() + ".csv");
    List<MessageTopLevelComponent> message = new ArrayList<>();
    message.add(FileDisplay.fromFile(file));
    message.add(Actions.row(frame));
    return Reply.of(message);
  }
}
