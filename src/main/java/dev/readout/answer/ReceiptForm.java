package dev.readout.answer;

import dev.readout.answer.Answer.SearchedBy;
import dev.readout.answer.ReceiptBook.KeptAnswer;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Standing.StandingPeriod;
import dev.readout.corpus.Statement;
import dev.readout.index.Generation;
import dev.readout.index.GenerationInfo;
import dev.readout.store.Receipt;
import dev.readout.store.Receipt.QuotedStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An answer as a receipt, and a receipt as an answer. Pure functions. */
final class ReceiptForm {
  private static final String VAIN = "vain.";
  private static final String VERDICT_SLOT = "verdict.slot";
  private static final String VERDICT_RECORDS = "verdict.records";
  private static final String VERDICT_SIDE = "verdict.side";
  private static final String VERDICT_PARTICIPANT = "verdict.participant.";
  private static final String VERDICT_DETAILS = "verdict.goods.";

  /** As many as there is room for. */
  private static final int MAX_NAMES = 12;

  private static final String SIDE = "only.side";
  private static final String TOPIC = "only.topic";
  private static final String SINCE = "only.since";
  private static final String UNTIL = "only.until";

  private ReceiptForm() {}

  /** The receipt of an answer, with question and key of who asked, or null to keep neither. */
  static Receipt of(
      String id,
      Answer.Answered answer,
      Generation generation,
      Scope scope,
      Instant now,
      @Nullable String member) {
    Question question = answer.question();
    return new Receipt(
        id,
        scope,
        now,
        answer.language().wireName(),
        answer.asOf(),
        about(answer),
        member == null ? null : question.text(),
        member,
        statements(answer),
        answer.statuses().stream().map(status -> status.measure().id()).toList(),
        answer.related(),
        records(answer, generation));
  }

  /** What the index says of itself, and what the question was limited to. */
  private static Map<String, String> about(Answer.Answered answer) {
    Question question = answer.question();
    Map<String, String> about = new LinkedHashMap<>(answer.index().toUserData());
    put(about, SIDE, question.side() == null ? null : question.side().wireName());
    put(about, TOPIC, question.topic());
    put(about, SINCE, question.since());
    put(about, UNTIL, question.until());
    Verdict verdict = answer.verdict();
    if (verdict != null) {
      about.put(VERDICT_SLOT, verdict.slot().name());
      put(about, VERDICT_SIDE, verdict.side() == null ? null : verdict.side().wireName());
      putAll(about, VERDICT_PARTICIPANT, VerdictText.names(verdict, answer.language()));
      putAll(about, VERDICT_DETAILS, verdict.details());
      about.put(
          VERDICT_RECORDS,
          verdict.records().stream().map(CorpusRecord::id).collect(Collectors.joining(" ")));
    }
    for (Answer.Block block : answer.blocks()) {
      if (block.snippets().isEmpty()) {
        about.put(VAIN + block.side().wireName(), Boolean.toString(block.soughtInVain()));
      }
    }
    return about;
  }

  private static void putAll(Map<String, String> about, String name, List<String> values) {
    for (int i = 0; i < Math.min(values.size(), MAX_NAMES); i++) {
      about.put(name + (char) ('a' + i), values.get(i));
    }
  }

  private static List<String> all(Map<String, String> about, String name) {
    return about.keySet().stream()
        .filter(key -> key.startsWith(name))
        .sorted()
        .flatMap(key -> Stream.ofNullable(about.get(key)))
        .toList();
  }

  private static void put(Map<String, String> about, String name, @Nullable Object value) {
    if (value != null) {
      about.put(name, value.toString());
    }
  }

  private static List<QuotedStatement> statements(Answer.Answered answer) {
    List<QuotedStatement> statements = new ArrayList<>();
    statements.add(quoted(QuotedStatement.LEAD, answer.lead()));
    for (Answer.Block block : answer.blocks()) {
      block.snippets().forEach(snippet -> statements.add(quoted(block.side().wireName(), snippet)));
    }
    answer.more().forEach(snippet -> statements.add(quoted(QuotedStatement.MORE, snippet)));
    return statements;
  }

  private static QuotedStatement quoted(String block, Snippet snippet) {
    Statement statement = snippet.statement();
    return new QuotedStatement(
        block, snippet.record().id(), statement.start(), statement.end(), statement.hash());
  }

  /** The records quoted, the measures, and what proves how they stand. */
  private static Map<String, CorpusRecord> records(Answer.Answered answer, Generation generation) {
    Map<String, CorpusRecord> records = new LinkedHashMap<>();
    answer.all().forEach(snippet -> records.put(snippet.record().id(), snippet.record()));
    Verdict verdict = answer.verdict();
    if (verdict != null) {
      verdict.records().forEach(record -> records.put(record.id(), record));
    }
    for (MeasureStatus status : answer.statuses()) {
      records.put(status.measure().id(), status.measure());
      Stream.of(status.current(), status.before(), status.next())
          .filter(Objects::nonNull)
          .map(StandingPeriod::by)
          .flatMap(id -> generation.find(id).stream())
          .forEach(proof -> records.put(proof.id(), proof));
    }
    return records;
  }

  /** The answer that the receipt is of; refuses a statement that is no slice of its record. */
  static KeptAnswer answerOf(Receipt receipt) {
    Map<String, CorpusRecord> records = receipt.records();
    LocalDate asOf = receipt.asOf();
    Language language = Language.ofWireName(receipt.language()).orElse(Language.EN);
    Answer.Answered answer =
        new Answer.Answered(
            question(receipt),
            language,
            asOf,
            GenerationInfo.ofUserData(receipt.about()),
            Map.of(),
            verdict(receipt),
            snippets(receipt, QuotedStatement.LEAD::equals).getFirst(),
            blocks(receipt),
            snippets(receipt, QuotedStatement.MORE::equals),
            List.of(),
            receipt.measures().stream()
                .flatMap(id -> Stream.ofNullable(records.get(id)))
                .flatMap(record -> MeasureStatus.of(record, asOf).stream())
                .toList(),
            receipt.related(),
            SearchedBy.WORDS);
    return new KeptAnswer(receipt.id(), receipt.created(), answer, records);
  }

  private static @Nullable Verdict verdict(Receipt receipt) {
    Map<String, String> about = receipt.about();
    String slot = about.get(VERDICT_SLOT);
    List<CorpusRecord> records =
        Stream.of(about.getOrDefault(VERDICT_RECORDS, "").split(" ", -1))
            .flatMap(id -> Stream.ofNullable(receipt.records().get(id)))
            .toList();
    return slot == null || records.isEmpty()
        ? null
        : new Verdict(
            Slot.valueOf(slot),
            records,
            receipt.asOf(),
            side(about.get(VERDICT_SIDE)),
            all(about, VERDICT_PARTICIPANT).stream()
                .map(name -> new Verdict.Participant(name, null))
                .toList(),
            all(about, VERDICT_DETAILS));
  }

  private static @Nullable Side side(@Nullable String name) {
    return name == null ? null : Side.ofWireName(name).orElse(null);
  }

  /** In the order in which they were shown; empty ones in that of sides, or last. */
  private static List<Answer.Block> blocks(Receipt receipt) {
    Set<String> apart = Set.of(QuotedStatement.LEAD, QuotedStatement.MORE);
    List<Answer.Block> shown =
        Answer.Block.inOrder(snippets(receipt, block -> !apart.contains(block)));
    Stream<Answer.Block> empty =
        Stream.of(Side.values())
            .filter(side -> receipt.about().containsKey(VAIN + side.wireName()))
            .map(
                side ->
                    new Answer.Block(
                        side,
                        List.of(),
                        Boolean.parseBoolean(receipt.about().get(VAIN + side.wireName()))));
    Stream<Answer.Block> all = Stream.concat(shown.stream(), empty);
    return Answer.Block.areBySide(shown)
        ? all.sorted(Comparator.comparing(Answer.Block::side)).toList()
        : all.toList();
  }

  private static Question question(Receipt receipt) {
    Map<String, String> about = receipt.about();
    return new Question(
        Objects.requireNonNullElse(receipt.question(), ""),
        null,
        side(about.get(SIDE)),
        about.get(TOPIC),
        day(about.get(SINCE)),
        day(about.get(UNTIL)),
        receipt.asOf(),
        Question.MAX_BUDGET_CHARS);
  }

  private static @Nullable LocalDate day(@Nullable String written) {
    return written == null ? null : LocalDate.parse(written);
  }

  private static List<Snippet> snippets(Receipt receipt, Predicate<String> block) {
    return receipt.statements().stream()
        .filter(quoted -> block.test(quoted.block()))
        .map(quoted -> snippet(receipt.records().get(quoted.recordId()), quoted))
        .toList();
  }

  /** The statement that stood there; its hash is compared, so that nothing else is shown for it. */
  private static Snippet snippet(@Nullable CorpusRecord record, QuotedStatement quoted) {
    if (record == null) {
      throw new IllegalArgumentException("a receipt without its record " + quoted.recordId());
    }
    Statement statement =
        record.statements().stream()
            .filter(
                one ->
                    one.start() == quoted.start()
                        && one.end() == quoted.end()
                        && one.hash().equals(quoted.hash()))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("no such statement any more: " + quoted));
    return new Snippet(record, statement);
  }
}
