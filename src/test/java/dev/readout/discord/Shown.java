package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readout.answer.reading.Language;
import dev.readout.answer.wording.Label;
import dev.readout.answer.wording.SnippetText;
import dev.readout.answer.wording.SourceText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Source;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Voice;
import dev.readout.corpus.file.CorpusReader;
import dev.readout.discord.standin.message.Components;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.wire.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  /** How what is missing begins, in each language. */
  private static final List<String> MISSING =
      Stream.of(Language.values())
          .map(language -> Label.MISSING.in(language, "\n").lines().findFirst().orElseThrow())
          .toList();

  private static final String SMALL = "-# ";
  private static final String BULLET = "- ";

  /** What is shipped, read anew from the files rather than from the index. */
  private static final List<CorpusRecord> RECORDS =
      new CorpusReader(Path.of("index-data")).read().records();

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

  /** All statements of a message in their order: the lead of an answer, and those in boxes. */
  public static List<Shown> in(Message message) {
    List<Shown> shown = new ArrayList<>();
    boolean isBeforeBoxes = true;
    for (JsonNode component : Json.elements(message.components()).toList()) {
      if (Components.type(component) == Components.CONTAINER) {
        List<String> texts =
            Components.all(component.path("components"), Components.TEXT_DISPLAY)
                .map(text -> text.path("content").asText())
                .toList();
        shown.addAll(statements(texts.stream().flatMap(String::lines).toList(), BULLET));
        isBeforeBoxes = false;
      } else if (isBeforeBoxes && isAnswer(message) && isLead(component)) {
        List<String> lead =
            component.path("content").asText().lines().filter(line -> !isHead(line)).toList();
        shown.addAll(statements(lead, ""));
      }
    }
    return shown;
  }

  /** Only an answer has a receipt; its first page begins with the lead. */
  private static boolean isAnswer(Message message) {
    return Json.elements(message.components())
            .findFirst()
            .filter(first -> Components.type(first) == Components.TEXT_DISPLAY)
            .isPresent()
        && message.buttons().stream().anyMatch(button -> button.customId().contains(":sources:"));
  }

  /** A lead ends with its source; what is said of a receipt, above it, does not. */
  private static boolean isLead(JsonNode component) {
    return component
        .path("content")
        .asText()
        .lines()
        .filter(line -> !isHead(line))
        .reduce((_, last) -> last)
        .filter(last -> last.startsWith(SMALL))
        .isPresent();
  }

  /** What stands around a lead and is nobody's statement: the verdict too, and what is missing. */
  private static boolean isHead(String line) {
    return line.startsWith("> ")
        || line.startsWith("<@")
        || line.startsWith(VERDICT)
        || MISSING.stream().anyMatch(line::startsWith);
  }

  /** Promise 1: a verdict names a shipped record that proves it. */
  static void assertVerdictsAreProved(Message message) {
    if (isAnswer(message)) {
      String lead =
          Json.elements(message.components()).findFirst().orElseThrow().path("content").asText();
      assertThat(lead.lines().filter(line -> line.startsWith(VERDICT)))
          .allSatisfy(
              line ->
                  assertThat(RECORDS)
                      .as(line)
                      .flatExtracting(CorpusRecord::sources)
                      .anyMatch(source -> isNamed(source, unescaped(behindVerdict(line)))));
    }
  }

  private static String behindVerdict(String line) {
    return line.substring(line.lastIndexOf(VERDICT) + VERDICT.length());
  }

  /** Pointers to records are bullets as well, but begin with a link or with a mark of standing. */
  private static boolean isStatement(String line, String mark) {
    return line.startsWith(mark)
        && !line.startsWith(SMALL)
        && !line.startsWith(mark + "[")
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
    return RECORDS.stream()
        .filter(record -> record.statements().stream().anyMatch(one -> isOf(record, one)))
        .toList();
  }

  private boolean isOf(CorpusRecord record, Statement statement) {
    return isInEnglish(record, statement) || isInChinese(record, statement);
  }

  /** With a mark behind the slice; in Taiwan's script it is one of the stored text. */
  private boolean isInChinese(CorpusRecord record, Statement statement) {
    return statement.zh() != null
        && record.body().contains("zh: " + statement.zh() + "\n")
        && CHINESE.stream()
            .anyMatch(language -> SnippetText.words(statement, language).equals(words));
  }

  private boolean isInEnglish(CorpusRecord record, Statement statement) {
    return record.body().substring(statement.start(), statement.end()).equals(text())
        && (statement.voice() == Voice.VERBATIM) == isQuotation()
        && (statement.speaker() == null || words.endsWith(statement.speaker()));
  }

  /** Promises 1 and 2: it is a slice of a shipped record, whose source stands under it. */
  public void assertKeepsPromises() {
    assertThat(records()).as("no shipped record says: %s", words).isNotEmpty();
    assertThat(records())
        .as("no source of it in %s under: %s", under, words)
        .anyMatch(this::namesSourceOf);
  }

  private boolean namesSourceOf(CorpusRecord record) {
    String print = String.join("\n", under);
    boolean isIssued =
        Stream.of(Language.values())
            .anyMatch(language -> print.contains(SourceText.issuer(record, language)));
    boolean isDated =
        record.published() == null
            || print.contains(Integer.toString(record.published().getYear()));
    return isIssued
        && isDated
        && record.sources().stream().anyMatch(source -> isNamed(source, print));
  }

  private static boolean isNamed(Source source, String print) {
    return source.url() != null
        ? print.contains("](<" + unescaped(source.url()) + ">)")
        : print.contains(String.valueOf(source.citation()));
  }
}
