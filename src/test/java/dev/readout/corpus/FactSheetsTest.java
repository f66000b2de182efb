package dev.readout.corpus;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.readout.corpus.ChineseWording.ChineseFigures;
import dev.readout.corpus.CorpusRecord.Listing;
import dev.readout.corpus.Standing.StandingPeriod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds the corpus against the fact sheets that it was written from, where they lie beside the
 * project; the product builds without them.
 */
@Tag("shared")
final class FactSheetsTest {
  private static final Path SHEETS = Path.of("..", "shared", "facts");

  private static final Pattern ISO_DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.,][0-9]+)*");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"<>]+");

  /** Citations of the Federal Register and the Code, executive orders, dockets and numbers. */
  private static final Pattern CITATION =
      Pattern.compile(
          "[0-9]+ FR [0-9]+|[0-9]+ CFR (?:Parts? )?[0-9]+(?:[.-][0-9]+)*|[0-9]+ U\\.?S\\.?C\\.?"
              + " [0-9]+|(?:Executive Order|Proclamation|Announcement No\\.) [0-9]+|RIN"
              + " [0-9]{4}-[A-Z0-9]{4}|BIS-[0-9]{4}-[0-9]{4}");

  /** The days of a listing, each on a line of its own. */
  private static final Pattern LISTED = Pattern.compile("(?m)^    (?:from|to): [0-9-]+$");

  private static final Pattern CHINESE =
      Pattern.compile("(?m)^(?:(?:title|issuer|status_note)_zh|(?:  |> )zh): .*$");

  /** Names with a number in them that a question may use although its sheet does not. */
  private static final Pattern NAMES = Pattern.compile("G20|3D");

  private static Map<String, JsonNode> sheets = Map.of();
  private static Map<String, CorpusRecord> records = Map.of();

  @BeforeAll
  static void read() throws IOException {
    sheets = new TreeMap<>();
    YAMLMapper yaml = new YAMLMapper();
    try (Stream<Path> files = Files.list(SHEETS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        for (JsonNode sheet : yaml.readTree(Files.readString(file))) {
          if (sheet.has("facts")) { // topics have none
            sheets.put(sheet.path("id").asText(), sheet);
          }
        }
      }
    }
    records =
        new CorpusReader(TinyCorpus.SHIPPED)
            .read().records().stream()
                .collect(Collectors.toMap(CorpusRecord::id, record -> record));
  }

  /** What a record takes over from its sheet unchanged. */
  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  enum Carried {
    KIND(record -> record.kind().wireName(), sheet -> text(sheet, "kind")),
    SIDE(record -> record.side().wireName(), sheet -> text(sheet, "side")),
    TITLE(CorpusRecord::title, sheet -> text(sheet, "title")),
    PUBLISHED(CorpusRecord::published, sheet -> text(sheet, "published")),
    AS_OF(CorpusRecord::asOf, sheet -> text(sheet, "as_of")),
    EFFECTIVE(CorpusRecord::effective, sheet -> text(sheet, "effective")),
    ISSUER(CorpusRecord::issuer, sheet -> text(sheet, "issuer")),
    PARTICIPANTS(CorpusRecord::participants, sheet -> texts(sheet, "participants")),
    MEETING(CorpusRecord::meeting, sheet -> text(sheet, "meeting")),
    TOPICS(CorpusRecord::topics, sheet -> texts(sheet, "topics")),
    SOURCES(
        record -> record.sources().stream().map(FactSheetsTest::source).toList(),
        sheet -> stream(sheet, "sources").map(FactSheetsTest::source).toList()),
    PROVENANCE(record -> record.provenance().wireName(), sheet -> text(sheet, "provenance")),
    STANDING(
        record -> record.standing().periods().stream().map(FactSheetsTest::period).toList(),
        sheet -> stream(sheet, "standing").map(FactSheetsTest::period).toList()),
    STATUS_NOTE(CorpusRecord::statusNote, sheet -> text(sheet, "status_note")),
    RELATES(CorpusRecord::relates, sheet -> texts(sheet, "relates")),
    STATEMENTS(
        record -> record.statements().stream().map(FactSheetsTest::statement).toList(),
        sheet ->
            Stream.concat(
                    texts(sheet, "facts").stream().map(fact -> "null: " + fact),
                    stream(sheet, "quotes")
                        .map(quote -> text(quote, "speaker") + ": " + text(quote, "text")))
                .toList());

    private final Function<CorpusRecord, @Nullable Object> ofRecord;
    private final Function<JsonNode, @Nullable Object> ofSheet;

    Carried(
        Function<CorpusRecord, @Nullable Object> ofRecord,
        Function<JsonNode, @Nullable Object> ofSheet) {
      this.ofRecord = ofRecord;
      this.ofSheet = ofSheet;
    }

    String of(CorpusRecord record) {
      return String.valueOf(ofRecord.apply(record));
    }

    String of(JsonNode sheet) {
      return String.valueOf(ofSheet.apply(sheet));
    }
  }

  private static List<@Nullable String> source(Source source) {
    return Arrays.asList(
        source.url(),
        source.citation(),
        source.publisher(),
        source.type() == null ? null : source.type().wireName(),
        source.lang());
  }

  private static List<@Nullable String> source(JsonNode node) {
    return Arrays.asList(
        text(node, "url"),
        text(node, "citation"),
        text(node, "publisher"),
        text(node, "type"),
        text(node, "lang"));
  }

  private static String period(StandingPeriod period) {
    return "%s–%s %s by %s"
        .formatted(period.from(), period.to(), period.state().wireName(), period.by());
  }

  private static String period(JsonNode node) {
    return "%s–%s %s by %s"
        .formatted(text(node, "from"), text(node, "to"), text(node, "state"), text(node, "by"));
  }

  private static String statement(Statement statement) {
    return statement.speaker() + ": " + statement.text();
  }

  private static @Nullable String text(JsonNode node, String field) {
    return node.has(field) ? node.path(field).asText() : null;
  }

  private static List<String> texts(JsonNode node, String field) {
    return stream(node, field).map(JsonNode::asText).toList();
  }

  private static Stream<JsonNode> stream(JsonNode node, String field) {
    return StreamSupport.stream(node.path(field).spliterator(), false);
  }

  private static JsonNode sheet(CorpusRecord record) {
    return requireNonNullElse(sheets.get(record.id()), JsonNodeFactory.instance.objectNode());
  }

  @Test
  void records_ofTheSheets_areAllThereAndNoOther() {
    assertThat(records.keySet()).isEqualTo(sheets.keySet());
  }

  @ParameterizedTest
  @EnumSource
  void record_whatItCarriesOver_equalsItsSheet(Carried carried) {
    List<String> different =
        records.values().stream()
            .filter(record -> !carried.of(record).equals(carried.of(sheet(record))))
            .map(
                record ->
                    "%s: %s, sheet: %s"
                        .formatted(record.id(), carried.of(record), carried.of(sheet(record))))
            .toList();

    assertThat(different).isEmpty();
  }

  /** Where the sheet has none, the title in Chinese is ours. */
  @Test
  void record_chineseTitleOfItsSheet_isItsOwn() {
    assertThat(records.values())
        .filteredOn(record -> sheet(record).has("title_zh"))
        .isNotEmpty()
        .allSatisfy(
            record ->
                assertThat(record.titleZh())
                    .as(record.id())
                    .isEqualTo(text(sheet(record), "title_zh")));
  }

  @Test
  void record_isoDates_standInItsSheet() {
    assertStandInSheet(FactSheetsTest::withoutQuestions, text -> found(ISO_DATE, text));
  }

  /**
   * Sheets write the days of a listing in words, as statements do; the last may be the eve of one.
   */
  @Test
  void record_daysOfItsListings_areToldByIt() {
    List<String> untold =
        records.values().stream()
            .flatMap(
                record ->
                    record.listings().stream()
                        .flatMap(
                            listing ->
                                Stream.of(listing.from(), listing.to())
                                    .filter(Objects::nonNull)
                                    .filter(day -> !daysOf(record).contains(day))
                                    .filter(day -> !daysOf(proofOf(listing)).contains(day))
                                    .map(day -> record.id() + ": " + day)))
            .toList();

    assertThat(untold).isEmpty();
  }

  private static @Nullable CorpusRecord proofOf(Listing listing) {
    return listing.by() == null ? null : records.get(listing.by());
  }

  private static Set<LocalDate> daysOf(@Nullable CorpusRecord record) {
    if (record == null) {
      return Set.of();
    }
    Stream<LocalDate> told =
        record.statements().stream()
            .flatMap(statement -> DateMention.in(statement.text()).stream())
            .flatMap(date -> Stream.of(date.first(), date.last()));
    Stream<LocalDate> recorded =
        Stream.concat(
            Stream.of(record.published(), record.effective()),
            record.standing().periods().stream()
                .flatMap(period -> Stream.of(period.from(), period.to())));
    Set<LocalDate> days =
        Stream.concat(told, recorded).filter(Objects::nonNull).collect(Collectors.toSet());
    days.addAll(days.stream().map(day -> day.minusDays(1)).toList());
    return days;
  }

  @Test
  void record_numbersOutsideItsQuestions_standInItsSheet() {
    assertStandInSheet(FactSheetsTest::withoutQuestions, text -> found(NUMBER, text));
  }

  @Test
  void record_citations_standInItsSheet() {
    assertStandInSheet(FactSheetsTest::withoutQuestions, text -> found(CITATION, text));
  }

  @Test
  void record_addresses_standInItsSheet() {
    assertStandInSheet(FactSheetsTest::withoutQuestions, text -> found(ADDRESS, text));
  }

  @Test
  void record_citationsOfItsQuestions_standInItsSheet() {
    assertStandInSheet(FactSheetsTest::questions, text -> found(CITATION, text));
  }

  @Test
  void record_addressesOfItsQuestions_standInItsSheet() {
    assertStandInSheet(FactSheetsTest::questions, text -> found(ADDRESS, text));
  }

  /**
   * A question may write 34 billion as 340亿, October as 10月, and 502.4 billion as 502, and name a
   * related measure by its amount.
   */
  @Test
  void record_amountsAndDatesOfItsQuestions_standInItsSheet() {
    List<String> missing =
        records.values().stream()
            .map(
                record ->
                    missing(
                        record,
                        Amounts.asked(questions(record)),
                        Amounts.told(sheetAndRelated(record))))
            .filter(line -> !line.isEmpty())
            .toList();

    assertThat(missing).isEmpty();
  }

  private static void assertStandInSheet(
      Function<CorpusRecord, String> part, Function<String, Set<String>> found) {
    List<String> missing =
        records.values().stream()
            .map(
                record ->
                    missing(
                        record,
                        found.apply(part.apply(record)),
                        found.apply(everything(sheet(record)))))
            .filter(line -> !line.isEmpty())
            .toList();

    assertThat(missing).isEmpty();
  }

  private static String missing(CorpusRecord record, Set<String> values, Set<String> allowed) {
    String missing =
        values.stream()
            .filter(value -> !allowed.contains(value))
            .sorted()
            .collect(Collectors.joining(", "));
    return missing.isEmpty() ? "" : record.id() + ": " + missing;
  }

  private static String sheetAndRelated(CorpusRecord record) {
    return Stream.concat(Stream.of(record.id()), record.relates().stream())
        .map(id -> everything(requireNonNull(sheets.get(id))))
        .collect(Collectors.joining("\n"));
  }

  private static String questions(CorpusRecord record) {
    return NAMES.matcher(String.join("\n", record.questions())).replaceAll("");
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group()).collect(Collectors.toSet());
  }

  /**
   * The file as it stands, front matter and body, without the list of questions, the days of
   * listings, and without the Chinese, whose figures {@link ChineseFigures} holds to the English.
   */
  private static String withoutQuestions(CorpusRecord record) {
    Path file = TinyCorpus.SHIPPED.resolve(record.kind().folder()).resolve(record.id() + ".md");
    try {
      String text = Files.readString(file);
      int from = text.indexOf("\nquestions:\n");
      String rest = text.substring(0, from) + text.substring(text.indexOf("\n---\n", from));
      return LISTED.matcher(CHINESE.matcher(rest).replaceAll("")).replaceAll("");
    } catch (IOException e) {
      throw new AssertionError(file.toString(), e);
    }
  }

  private static String everything(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isContainerNode()) {
      node.forEach(child -> texts.add(everything(child)));
    } else {
      texts.add(node.asText());
    }
    return String.join("\n", texts);
  }
}
