package dev.readout.discord.render;

import dev.readout.answer.Answer;
import dev.readout.answer.Answer.SearchedBy;
import dev.readout.answer.MeasureStatus;
import dev.readout.answer.Question;
import dev.readout.answer.Samples;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.Provenance;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Source;
import dev.readout.corpus.Source.SourceType;
import dev.readout.corpus.Standing;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Standing.StandingPeriod;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Statement.Voice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Made-up records and answers that the corpus does not hold, and that a server's own might. */
final class Made {
  /** Text that would be formatting, a mention, a link or a turn of direction if it were let. */
  static final String HOSTILE =
      "**bold** __x__ ~~y~~ `z` ||s|| [click](https://evil.example) <@80351110224678912> @everyone"
          + " <#1> <t:1:R> \u202Eturned\u202C # no heading";

  static final String LONG_URL = "https://example.org/" + "a".repeat(2_000);

  private Made() {}

  /** A record with these statements, each in Readout's words. */
  static CorpusRecord record(Side side, String title, String url, String... statements) {
    return record(side, title, url, Standing.NONE, null, statements);
  }

  static CorpusRecord record(
      Side side,
      String title,
      String url,
      Standing standing,
      @Nullable String note,
      String... statements) {
    String id = "made-" + Integer.toHexString(Arrays.hashCode(statements) ^ title.hashCode());
    String body = String.join("\n", statements);
    List<Statement> cut = new ArrayList<>();
    int start = 0;
    for (String statement : statements) {
      int end = start + statement.length();
      cut.add(Statement.cut(id, body, start, end, Voice.SUMMARY, null));
      start = end + 1;
    }
    return new CorpusRecord(
        id,
        standing.periods().isEmpty() ? Kind.READOUT : Kind.RESTRICTION,
        side,
        title,
        null,
        LocalDate.of(2025, 10, 30),
        null,
        null,
        "Issuer " + title,
        null,
        List.of(),
        null,
        List.of("tariffs"),
        List.of(new Source(url, null, "Publisher", SourceType.NEWS, "en")),
        Provenance.SECONDARY,
        standing,
        List.of(),
        List.of(),
        note,
        null,
        List.of(),
        List.of(),
        List.of(),
        body,
        cut,
        List.of());
  }

  /** Suspended and back in force, every month for so many months. */
  static Standing history(int months) {
    LocalDate first = LocalDate.of(2024, 1, 1);
    return new Standing(
        IntStream.range(0, months)
            .mapToObj(
                month ->
                    new StandingPeriod(
                        first.plusMonths(month),
                        first.plusMonths(month + 1).minusDays(1),
                        month % 2 == 0 ? LegalState.IN_FORCE : LegalState.SUSPENDED,
                        "proof"))
            .toList());
  }

  static Snippet snippet(CorpusRecord record, int number) {
    return new Snippet(record, record.statements().get(number));
  }

  /** All statements of a record but for so many first ones. */
  static Answer.Block block(CorpusRecord record, int skipped) {
    return new Answer.Block(
        record.side(),
        record.statements().stream()
            .skip(skipped)
            .map(statement -> new Snippet(record, statement))
            .toList());
  }

  /** The first statement of the American record leads. */
  static Answer.Answered answered(
      String question, Language language, CorpusRecord us, CorpusRecord... prc) {
    List<Answer.Block> blocks = new ArrayList<>();
    blocks.add(block(us, 1));
    blocks.add(prc.length == 0 ? new Answer.Block(Side.PRC, List.of(), true) : block(prc[0], 0));
    return new Answer.Answered(
        Question.of(question, 6_000),
        language,
        Samples.TODAY,
        Samples.INDEX,
        Map.of(),
        null,
        snippet(us, 0),
        blocks,
        List.of(),
        List.of(),
        MeasureStatus.of(us, Samples.TODAY).stream().toList(),
        List.of("Another question?"),
        SearchedBy.WORDS);
  }

  /** So many sentences of about a hundred characters, each another one. */
  static String[] sentences(int count, String name) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            number ->
                "Sentence %d of %s says what was agreed on tariffs, on ships, on chips and on soya."
                    .formatted(number, name))
        .toArray(String[]::new);
  }

  /** A statement of so many characters that ends in its last one. */
  static String statement(int chars, String unit) {
    return IntStream.range(0, chars - 1)
            .mapToObj(i -> String.valueOf(unit.charAt(i % unit.length())))
            .collect(Collectors.joining())
            .replaceAll("(^ | $)", "_")
        + ".";
  }
}
