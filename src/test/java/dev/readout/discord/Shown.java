package dev.readout.discord;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readout.answer.DateText;
import dev.readout.answer.Label;
import dev.readout.answer.SnippetText;
import dev.readout.answer.SourceText;
import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Source;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Statement.Voice;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.standin.message.Components;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.wire.Json;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A statement as a member reads it, and the small print under it.
 *
 * @param words without Discord's escapes
 * @param under the lines of small print that follow it in the same text
 */
public record Shown(String words, List<String> under) {
  private static final List<Language> CHINESE = List.of(Language.ZH, Language.ZH_TW);

  private static final Pattern ESCAPE = Pattern.compile("\\\\(\\p{Punct})");
  private static final Pattern QUOTATION = Pattern.compile("“(.*)” — (.*)");
  private static final String VERDICT = "**";

  private static final Pattern SIDE = Pattern.compile("^\\*\\*[^*]+\\*\\* ");

  /** A bold line: the names of a term. */
  private static final Pattern NAMES = Pattern.compile("\\*\\*[^*]+\\*\\*");

  /** Behind the name of a side or its mark: words, then a link or a citation in brackets. */
  private static final Pattern LINKED =
      Pattern.compile(
          "(?:\\*\\*[^*]+\\*\\* |🔵 |🔴 )?(.+?)"
              + " (\\[(?:\\\\.|[^\\]\\\\])+\\]\\(<[^>]+>\\)|\\\\\\[.+\\\\\\])(?: · .*)?");

  private static final Pattern DOCUMENT = Pattern.compile("(.*?) ?[(（]([^()（）]*)[)）][.。](|〔.*〕)");

  private static final Pattern NAME_PART = Pattern.compile("[^\\p{L}]+");

  private static final String SMALL = "-# ";
  private static final String BULLET = "- ";

  /** What is shipped, read anew from the files rather than from the index. */
  private static final List<CorpusRecord> RECORDS =
      new CorpusReader(Path.of("index-data")).read().records();

  /** A statement where it stands. */
  private record Said(CorpusRecord record, Statement statement) {
    String slice() {
      return record.body().substring(statement.start(), statement.end());
    }

    /** The same up to the document in brackets that ends it, if that is of the record's day. */
    String undated(String words) {
      Matcher document = DOCUMENT.matcher(words);
      LocalDate day = record.published();
      return day != null
              && document.matches()
              && Stream.of(Language.values())
                  .anyMatch(language -> document.group(2).endsWith(DateText.of(day, language)))
          ? document.group(1) + document.group(3)
          : words;
    }

    boolean isInChinese() {
      return statement.zh() != null && record.body().contains("zh: " + statement.zh() + "\n");
    }
  }

  /** By its slice. */
  private static final Map<String, List<Said>> IN_ENGLISH =
      all()
          .flatMap(
              said ->
                  Stream.of(said.slice(), said.undated(said.slice()))
                      .distinct()
                      .map(slice -> Map.entry(slice, said)))
          .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));

  /** By its words, with a mark behind them; in Taiwan's script they are made of the stored ones. */
  private static final Map<String, List<Said>> IN_CHINESE =
      all()
          .filter(Said::isInChinese)
          .flatMap(
              said ->
                  CHINESE.stream()
                      .map(language -> words(said, language))
                      .flatMap(words -> Stream.of(words, said.undated(words)))
                      .flatMap(words -> Stream.of(words, words.replaceFirst("〔(概括|摘要)〕$", "")))
                      .distinct()
                      .map(words -> Map.entry(words, said)))
          .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));

  private static Stream<Said> all() {
    return RECORDS.stream()
        .flatMap(record -> record.statements().stream().map(one -> new Said(record, one)));
  }

  private static String words(Said said, Language language) {
    return SnippetText.words(said.statement(), language);
  }

  /** Somebody's own words, long enough to be looked up. */
  static String anyQuotation() {
    return RECORDS.stream()
        .flatMap(record -> record.statements().stream())
        .filter(statement -> statement.voice() == Voice.VERBATIM)
        .map(Statement::text)
        .filter(
            text -> text.length() > 60 && text.chars().noneMatch(c -> "“”\"‘’'".indexOf(c) >= 0))
        .findFirst()
        .orElseThrow();
  }

  /** The text as a member reads it. */
  public static String unescaped(String markdown) {
    return ESCAPE.matcher(markdown).replaceAll("$1");
  }

  /** All statements of a message in their order, on a phone screen's length or in boxes. */
  public static List<Shown> in(Message message) {
    List<Shown> shown = new ArrayList<>();
    for (JsonNode box : Json.elements(message.components()).toList()) {
      if (Components.type(box) != Components.CONTAINER) {
        continue;
      }
      List<String> entry = List.of();
      for (JsonNode part : Json.elements(box.path("components")).toList()) {
        boolean isSection = Components.type(part) == Components.SECTION;
        List<String> lines = lines(part);
        if (lines.isEmpty()) {
          continue;
        }
        String first = SIDE.matcher(lines.getFirst()).replaceFirst("");
        if (isSection && isStatement(first, "")) {
          shown.add(new Shown(unescaped(first), source(part, lines)));
        } else if (isSection && !isAnswer(message) && NAMES.matcher(lines.getFirst()).matches()) {
          entry = source(part, lines);
        } else if (!entry.isEmpty()
            && lines.stream()
                .noneMatch(line -> line.startsWith(SMALL) || linked(line).isPresent())) {
          List<String> source = entry;
          lines.forEach(line -> shown.add(new Shown(unescaped(line), source)));
        } else {
          lines.stream().flatMap(line -> linked(line).stream()).forEach(shown::add);
          shown.addAll(statements(lines, BULLET));
        }
      }
    }
    if (shown.isEmpty()) {
      lists(message).forEach(lines -> shown.addAll(statements(lines, BULLET)));
    }
    return shown;
  }

  /** What is shown without a box under its own source: a whole entry. */
  private static Stream<List<String>> lists(Message message) {
    return message.textDisplays().stream()
        .map(text -> text.lines().toList())
        .filter(lines -> lines.getFirst().startsWith("### ") && lines.size() > 1)
        .filter(lines -> lines.get(1).startsWith(SMALL))
        .map(lines -> Stream.concat(lines.stream().skip(2), Stream.of(lines.get(1))).toList());
  }

  private static List<String> lines(JsonNode part) {
    Stream<JsonNode> texts =
        Components.type(part) == Components.SECTION
            ? Json.elements(part.path("components"))
            : Stream.of(part);
    return texts.flatMap(text -> text.path("content").asText().lines()).toList();
  }

  /** The small print beside a button, and where the button leads. */
  private static List<String> source(JsonNode section, List<String> lines) {
    return Stream.concat(
            lines.stream().skip(1),
            Stream.of("](<" + section.path("accessory").path("url").asText() + ">)"))
        .map(Shown::unescaped)
        .toList();
  }

  /** A statement that ends with its link or citation. */
  private static Optional<Shown> linked(String line) {
    Matcher linked = LINKED.matcher(line);
    return !line.startsWith(SMALL)
            && !line.startsWith("#")
            && !line.startsWith(BULLET)
            && linked.matches()
            && isStatement(linked.group(1), "")
        ? Optional.of(new Shown(unescaped(linked.group(1)), List.of(unescaped(linked.group(2)))))
        : Optional.empty();
  }

  private static boolean isAnswer(Message message) {
    return message.buttons().stream().anyMatch(button -> button.customId().contains(":sources:"));
  }

  /** Promise 1: a verdict names a shipped record that proves it. */
  static void assertVerdictsAreProved(Message message) {
    if (isAnswer(message)) {
      assertThat(Components.all(message.components(), Components.SECTION))
          .filteredOn(section -> lines(section).getFirst().contains(VERDICT))
          .allSatisfy(
              section ->
                  assertThat(RECORDS)
                      .flatExtracting(CorpusRecord::sources)
                      .extracting(Source::url)
                      .contains(section.path("accessory").path("url").asText()));
    }
  }

  /** Pointers to records are bullets as well, but begin with a link or with a mark of standing. */
  private static boolean isStatement(String line, String mark) {
    return line.startsWith(mark)
        && !line.startsWith(SMALL)
        && !line.startsWith(mark + "[")
        && !line.contains(VERDICT)
        && Stream.of("⚪", "🟢", "🔵", "🟡", "🔴").noneMatch(state -> line.startsWith(mark + state));
  }

  private static List<Shown> statements(List<String> lines, String mark) {
    List<Shown> shown = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (isStatement(lines.get(i), mark)) {
        String words = unescaped(lines.get(i).substring(mark.length()));
        shown.add(new Shown(words, under(lines, i + 1, mark)));
      }
    }
    return shown;
  }

  /** The next small print; several statements of one record in a row share it. */
  private static List<String> under(List<String> lines, int from, String mark) {
    int start = from;
    while (start < lines.size() && isStatement(lines.get(start), mark)) {
      start++;
    }
    return lines.subList(start, lines.size()).stream()
        .takeWhile(line -> line.startsWith(SMALL))
        .map(Shown::unescaped)
        .toList();
  }

  /** The statement's own text, without what shows that it is somebody's words. */
  private String text() {
    Matcher quotation = QUOTATION.matcher(words);
    return quotation.matches() ? quotation.group(1) : words;
  }

  private boolean isQuotation() {
    return QUOTATION.matcher(words).matches();
  }

  /** The shipped records of which it is a statement, byte for byte. */
  List<CorpusRecord> records() {
    return said().map(Said::record).distinct().toList();
  }

  private Stream<Said> said() {
    return Stream.concat(
        IN_ENGLISH.getOrDefault(text(), List.of()).stream().filter(this::isAsSpoken),
        IN_CHINESE.getOrDefault(words, List.of()).stream());
  }

  /** A quotation, with its speaker, if and only if the statement is verbatim. */
  private boolean isAsSpoken(Said said) {
    Statement statement = said.statement();
    return (statement.voice() == Voice.VERBATIM) == isQuotation()
        && (statement.speaker() == null || words.endsWith(statement.speaker()));
  }

  /** Promises 1 and 2: it is a slice of a shipped record, whose source stands under it. */
  public void assertKeepsPromises() {
    assertThat(records()).as("no shipped record says: %s", words).isNotEmpty();
    assertThat(said())
        .as("no source of it in %s under: %s", under, words)
        .anyMatch(this::namesSourceOf);
  }

  private boolean namesSourceOf(Said said) {
    CorpusRecord record = said.record();
    String print = String.join("\n", under);
    boolean isIssued =
        Stream.of(Language.values())
            .flatMap(language -> NAME_PART.splitAsStream(SourceText.issuer(record, language)))
            .anyMatch(part -> part.length() > 1 && print.contains(part));
    boolean isCompiled =
        record.published() == null
            && Stream.of(Language.values()).map(Phrase.COMPILED::in).anyMatch(print::contains);
    boolean isDated =
        record.published() == null
            || print.contains(Integer.toString(record.published().getYear()));
    return (isIssued || isCompiled || isOfALaterDay(said, print))
        && isDated
        && record.sources().stream().anyMatch(source -> isNamed(source, print));
  }

  /** What is later than its record names that, and not who issued it. */
  private static boolean isOfALaterDay(Said said, String print) {
    CorpusRecord record = said.record();
    return new Snippet(record, said.statement()).isLater()
        && Stream.of(Language.values())
            .flatMap(
                language ->
                    Stream.of(
                            DateText.of(record.anchorDay(), language),
                            DateText.brief(record.anchorDay(), language))
                        .map(day -> Label.IN_RECORD.in(language, day)))
            .anyMatch(print::contains);
  }

  private static boolean isNamed(Source source, String print) {
    String citation = source.citation();
    return source.url() != null
        ? print.contains("](<" + unescaped(source.url()) + ">)")
        : citation != null
            && Stream.of(Language.values())
                .map(language -> SourceText.citation(citation, language))
                .anyMatch(print::contains);
  }
}
