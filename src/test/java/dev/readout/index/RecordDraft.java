package dev.readout.index;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.Provenance;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.corpus.Source;
import dev.readout.corpus.Source.SourceType;
import dev.readout.corpus.Standing;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Statement.Voice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record for a test, of which the test says only what it is about. Confined to one thread. */
final class RecordDraft {
  private final String id;
  private String title;
  private Kind kind = Kind.READOUT;
  private Side side = Side.US;
  private LocalDate published = LocalDate.of(2025, 1, 1);
  private @Nullable String meeting;
  private @Nullable String titleZh;
  private List<String> topics = List.of();
  private List<String> participants = List.of();
  private List<String> questions = List.of();
  private List<String> otherWords = List.of();
  private List<String> statements = List.of("It was said.");
  private List<String> chinese = List.of();

  RecordDraft(String id) {
    this.id = id;
    this.title = id.replace('-', ' ');
  }

  RecordDraft kind(Kind value) {
    kind = value;
    return this;
  }

  RecordDraft side(Side value) {
    side = value;
    return this;
  }

  RecordDraft title(String value) {
    title = value;
    return this;
  }

  RecordDraft titleZh(String value) {
    titleZh = value;
    return this;
  }

  RecordDraft published(String day) {
    published = LocalDate.parse(day);
    return this;
  }

  RecordDraft meeting(String value) {
    meeting = value;
    return this;
  }

  RecordDraft topics(String... values) {
    topics = List.of(values);
    return this;
  }

  RecordDraft participants(String... values) {
    participants = List.of(values);
    return this;
  }

  RecordDraft asks(String... values) {
    questions = List.of(values);
    return this;
  }

  /** Of each statement, in their order. */
  RecordDraft otherWords(String... values) {
    otherWords = List.of(values);
    return this;
  }

  RecordDraft says(String... values) {
    statements = List.of(values);
    return this;
  }

  /** The Chinese of each statement, in their order. */
  RecordDraft inChinese(String... values) {
    chinese = List.of(values);
    return this;
  }

  CorpusRecord build() {
    StringBuilder body = new StringBuilder("\n");
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      starts.add(body.append("- ").length());
      body.append(statements.get(i)).append('\n');
      if (i < chinese.size()) {
        body.append("  zh: ").append(chinese.get(i)).append('\n');
      }
    }
    List<Statement> slices = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = starts.get(i) + statements.get(i).length();
      slices.add(
          Statement.cut(id, body.toString(), starts.get(i), end, Voice.SUMMARY, null)
              .inChinese(i < chinese.size() ? chinese.get(i) : null));
    }
    return record(body.toString(), slices);
  }

  /** A record whose one statement is not what its body holds: no build of it can be verified. */
  CorpusRecord buildForged() {
    Statement forged =
        new Statement(
            id,
            3,
            8,
            Voice.SUMMARY,
            null,
            "Other",
            Statement.cut(id, "Other", 0, 5, Voice.SUMMARY, null).hash(),
            null,
            null);
    return record("\n- First.\n", List.of(forged));
  }

  private CorpusRecord record(String body, List<Statement> slices) {
    return new CorpusRecord(
        id,
        kind,
        side,
        title,
        titleZh,
        published,
        null,
        null,
        "Office of Tests",
        null,
        participants,
        meeting,
        topics,
        List.of(new Source("https://example.org/" + id, null, "Example", SourceType.NEWS, "en")),
        Provenance.SECONDARY,
        Standing.NONE,
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        questions,
        otherWords,
        body,
        slices,
        List.of());
  }
}
