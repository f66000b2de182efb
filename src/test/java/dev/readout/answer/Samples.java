package dev.readout.answer;

import dev.readout.answer.Answer.SearchedBy;
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
import dev.readout.index.GenerationInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values to put into words. */
public final class Samples {
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  public static final GenerationInfo INDEX =
      new GenerationInfo(
          "000002",
          Instant.parse("2026-11-24T16:00:00Z"),
          458,
          2331,
          LocalDate.of(2026, 10, 6),
          null,
          "settings",
          "corpus");

  private Samples() {}

  /** A record with one statement in our words and one in Jane Roe's. */
  public static CorpusRecord record(String id, Kind kind, Side side, StandingPeriod... standing) {
    List<Source> sources =
        List.of(
            new Source(null, "90 FR 1", null, null, null),
            new Source("https://example.org/1", null, "Example", SourceType.NEWS, "en"));
    return record(id, kind, side, sources, Provenance.UNCONFIRMED, "Issuer", standing);
  }

  /** A glossary entry of this issuer's. */
  static CorpusRecord issuedBy(String issuer) {
    Source source = new Source("https://example.org/1", null, "Example", SourceType.NEWS, "en");
    return record("entry", Kind.GLOSSARY, Side.US, List.of(source), Provenance.SECONDARY, issuer);
  }

  /** A read-out of Washington's with these sources. */
  public static CorpusRecord sourced(Provenance provenance, Source... sources) {
    return record("sourced", Kind.READOUT, Side.US, Arrays.asList(sources), provenance, "Issuer");
  }

  private static CorpusRecord record(
      String id,
      Kind kind,
      Side side,
      List<Source> sources,
      Provenance provenance,
      String issuer,
      StandingPeriod... standing) {
    String body = "A summary of " + id + ".\nwords of a source";
    int second = body.indexOf('\n') + 1;
    Statement summary = Statement.cut(id, body, 0, second - 1, Voice.SUMMARY, null);
    Statement verbatim = Statement.cut(id, body, second, body.length(), Voice.VERBATIM, "Jane Roe");
    return new CorpusRecord(
        id,
        kind,
        side,
        "Title of " + id,
        "标题",
        LocalDate.of(2024, 10, 8),
        null,
        LocalDate.of(2024, 10, 9),
        issuer,
        null,
        List.of(),
        null,
        List.of("tariffs"),
        sources,
        provenance,
        new Standing(List.of(standing)),
        List.of(),
        List.of(),
        kind.isMeasure() ? "A note." : null,
        null,
        List.of(),
        List.of(),
        List.of(),
        body,
        List.of(summary, verbatim),
        List.of());
  }

  /** A measure of Washington's in both languages. */
  public static CorpusRecord inChinese() {
    CorpusRecord english = record("rule", Kind.RESTRICTION, Side.US);
    String body = "- The rule on chips.\n  zh: 芯片规则。\n> fair\n> — Jane Roe\n> zh: “公平”——罗伊\n";
    Statement summary = Statement.cut("rule", body, 2, 20, Voice.SUMMARY, null);
    int quoted = body.indexOf("fair");
    Statement verbatim =
        Statement.cut("rule", body, quoted, quoted + 4, Voice.VERBATIM, "Jane Roe");
    return new CorpusRecord(
        "rule",
        english.kind(),
        english.side(),
        english.title(),
        "芯片规则",
        english.published(),
        null,
        english.effective(),
        english.issuer(),
        "发布机构",
        List.of(),
        null,
        english.topics(),
        english.sources(),
        english.provenance(),
        english.standing(),
        List.of(),
        List.of(),
        "A note.",
        "说明。",
        List.of(),
        List.of(),
        List.of(),
        body,
        List.of(summary.inChinese("芯片规则。"), verbatim.inChinese("“公平”——罗伊")),
        List.of());
  }

  public static Snippet summary(CorpusRecord record) {
    return new Snippet(record, record.statements().getFirst());
  }

  public static Snippet verbatim(CorpusRecord record) {
    return new Snippet(record, record.statements().getLast());
  }

  public static StandingPeriod period(String from, @Nullable String to, LegalState state) {
    return new StandingPeriod(
        LocalDate.parse(from), to == null ? null : LocalDate.parse(to), state, "proof");
  }

  public static Answer.Block block(Side side, Snippet... snippets) {
    return new Answer.Block(side, Arrays.asList(snippets));
  }

  /** The block of a side in which a search found nothing. */
  public static Answer.Block soughtInVain(Side side) {
    return new Answer.Block(side, List.of(), true);
  }

  /** An answer in a language, with the two governments' blocks and any others. */
  public static Answer.Answered answered(
      Question question, Language language, Snippet lead, Answer.Block... blocks) {
    List<MeasureStatus> statuses = MeasureStatus.of(lead.record(), TODAY).stream().toList();
    return new Answer.Answered(
        question,
        language,
        TODAY,
        INDEX,
        Map.of(),
        null,
        lead,
        Arrays.asList(blocks),
        List.of(),
        List.of(),
        statuses,
        List.of("Another question?"),
        SearchedBy.WORDS);
  }
}
