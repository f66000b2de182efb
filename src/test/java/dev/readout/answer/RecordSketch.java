package dev.readout.answer;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.Provenance;
import dev.readout.corpus.CorpusRecord.RatePeriod;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.corpus.Source;
import dev.readout.corpus.Source.SourceType;
import dev.readout.corpus.Standing;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Standing.StandingPeriod;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Statement.Voice;
import dev.readout.corpus.Term;
import dev.readout.corpus.Topic;
import dev.readout.index.Generation;
import dev.readout.index.IndexDirectory;
import dev.readout.meaning.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record for a test, of which the test says only what it is about, and small real indexes of
 * them. Confined to one thread.
 */
public final class RecordSketch {
  private static final List<Topic> TOPICS =
      List.of(
          new Topic("bicycles", "Bicycles", "自行车", "自行車", "two wheels and a saddle"),
          new Topic("umbrellas", "Umbrellas", "雨伞", "雨傘", "shelter from rain"));

  private final String id;
  private final Kind kind;
  private final Side side;
  private String title;
  private LocalDate published = LocalDate.of(2025, 1, 1);
  private @Nullable LocalDate effective;
  private @Nullable String meeting;
  private @Nullable String note;
  private List<String> participants = List.of();
  private List<Source> sources;
  private List<String> topics = List.of("bicycles");
  private List<String> relates = List.of();
  private List<String> questions = List.of();
  private final List<StandingPeriod> standing = new ArrayList<>();
  private final List<RatePeriod> rates = new ArrayList<>();
  private final StringBuilder body = new StringBuilder("\n");
  private final List<Statement> statements = new ArrayList<>();

  public RecordSketch(String id, Kind kind, Side side) {
    this.id = id;
    this.kind = kind;
    this.side = side;
    this.title = id.replace('-', ' ');
    this.sources = List.of(linked(id));
  }

  private static Source linked(String id) {
    return new Source("https://example.org/" + id, null, "Example", SourceType.NEWS, "en");
  }

  public RecordSketch title(String value) {
    title = value;
    return this;
  }

  public RecordSketch published(String day) {
    published = LocalDate.parse(day);
    return this;
  }

  public RecordSketch meeting(String value) {
    meeting = value;
    return this;
  }

  public RecordSketch sources(Source... values) {
    sources = List.of(values);
    return this;
  }

  public RecordSketch topics(String... values) {
    topics = List.of(values);
    return this;
  }

  public RecordSketch relates(String... values) {
    relates = List.of(values);
    return this;
  }

  RecordSketch asks(String... values) {
    questions = List.of(values);
    return this;
  }

  public RecordSketch effective(String day) {
    effective = LocalDate.parse(day);
    return this;
  }

  RecordSketch participants(String... names) {
    participants = List.of(names);
    return this;
  }

  RecordSketch notes(String value) {
    note = value;
    return this;
  }

  RecordSketch charges(String from, @Nullable String to, String rate, String goods) {
    LocalDate last = to == null ? null : LocalDate.parse(to);
    rates.add(new RatePeriod(LocalDate.parse(from), last, rate, goods, id));
    return this;
  }

  public RecordSketch stands(String from, @Nullable String to, LegalState state, String by) {
    LocalDate last = to == null ? null : LocalDate.parse(to);
    standing.add(new StandingPeriod(LocalDate.parse(from), last, state, by));
    return this;
  }

  public RecordSketch says(String... texts) {
    for (String text : texts) {
      add("- ", text, Voice.SUMMARY, null);
    }
    return this;
  }

  public RecordSketch quotes(String speaker, String text) {
    add("> ", text, Voice.VERBATIM, speaker);
    return this;
  }

  private void add(String mark, String text, Voice voice, @Nullable String speaker) {
    int start = body.append(mark).length();
    int end = body.append(text).length();
    statements.add(Statement.cut(id, body.toString(), start, end, voice, speaker));
    body.append('\n');
  }

  public CorpusRecord record() {
    return new CorpusRecord(
        id,
        kind,
        side,
        title,
        null,
        published,
        null,
        effective,
        "Office of Tests",
        null,
        participants,
        meeting,
        topics,
        sources,
        Provenance.SECONDARY,
        new Standing(standing),
        rates,
        List.of(),
        note,
        null,
        relates,
        questions,
        List.of(),
        body.toString(),
        statements,
        List.of());
  }

  static Term term(String id, String kind, String... names) {
    return new Term(id, kind, List.of(names), List.of(), List.of(), List.of(), null, null);
  }

  /** Builds an index of these records alone in the folder, and opens it. */
  public static Generation index(Path folder, RecordSketch... sketches) throws IOException {
    return index(folder, List.of(), sketches);
  }

  public static Generation index(Path folder, List<Term> terms, RecordSketch... sketches)
      throws IOException {
    List<CorpusRecord> records = Arrays.stream(sketches).map(RecordSketch::record).toList();
    IndexDirectory directory =
        new IndexDirectory(folder.resolve("index"), ShippedIndex.CLOCK, Models.off());
    directory.build(
        new Corpus(records, terms, TOPICS), Files.createDirectories(folder.resolve("corpus")));
    return directory.open();
  }
}
