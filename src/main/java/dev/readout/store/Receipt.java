package dev.readout.store;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.corpus.Statement;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to show an answer again as it was, whatever has become of the index, with
 * every record shown as it was then; question and member (a key of {@link MemberKeys}) are null
 * unless the server keeps them, statements in order, none when declined. Immutable. Limits: 100
 * statements, measures, related questions and records, 32 entries about the answer; ids and related
 * questions of 300 characters, a question of 1,000.
 */
public record Receipt(
    String id,
    Scope scope,
    Instant created,
    String language,
    LocalDate asOf,
    Map<String, String> about,
    @Nullable String question,
    @Nullable String member,
    List<QuotedStatement> statements,
    List<String> measures,
    List<String> related,
    Map<String, CorpusRecord> records) {
  private static final int MAX_ITEMS = 100;
  private static final int MAX_ABOUT_ENTRIES = 32;
  private static final Limit LANGUAGE = new Limit("the language", 1, 35);
  private static final Limit QUESTION = new Limit("the question", 1, 1_000);
  private static final Limit RECORD_ID = new Limit("a record id", 1, 300);
  private static final Limit RELATED = new Limit("a related question", 1, 300);
  private static final Limit ABOUT = new Limit("what is said of the answer", 0, 1_000);

  public Receipt {
    if (!ReceiptIds.isId(id)) {
      throw new IllegalArgumentException("no receipt id: '" + id + "'");
    }
    created = created.truncatedTo(ChronoUnit.MILLIS);
    LANGUAGE.check(language);
    QUESTION.check(question);
    if (member != null) {
      MemberKeys.check(member);
    }
    about = sorted(about, MAX_ABOUT_ENTRIES, "entries about the answer");
    about.forEach((key, value) -> ABOUT.check(key + value));
    statements = copy(statements, "statements");
    measures = copy(measures, "measures");
    related = copy(related, "related questions");
    related.forEach(RELATED::check);
    records = sorted(records, MAX_ITEMS, "records");
    records.keySet().forEach(RECORD_ID::check);
    checkWhole(statements, measures, records);
  }

  private static <T> List<T> copy(List<T> items, String what) {
    checkCount(items.size(), MAX_ITEMS, what);
    return List.copyOf(items);
  }

  /** In an order that is the same in every process. */
  private static <T> Map<String, T> sorted(Map<String, T> items, int max, String what) {
    checkCount(items.size(), max, what);
    return Collections.unmodifiableMap(new TreeMap<>(items));
  }

  private static void checkCount(int count, int max, String what) {
    if (count > max) {
      throw new IllegalArgumentException(
          "a receipt holds at most " + max + " " + what + ", not " + count);
    }
  }

  /** Nothing is shown without the record that it comes from. */
  private static void checkWhole(
      List<QuotedStatement> statements, List<String> measures, Map<String, CorpusRecord> records) {
    records.forEach(
        (recordId, record) -> {
          if (!record.id().equals(recordId)) {
            throw new IllegalArgumentException(record.id() + " is filed as " + recordId);
          }
        });
    for (String measure : measures) {
      if (!records.containsKey(measure)) {
        throw new IllegalArgumentException("no record of the measure " + measure);
      }
    }
    for (QuotedStatement quoted : statements) {
      CorpusRecord record = records.get(quoted.recordId());
      if (record == null || record.statements().stream().noneMatch(quoted::quotes)) {
        throw new IllegalArgumentException("no record holds " + quoted);
      }
    }
  }

  Receipt withId(String other) {
    return new Receipt(
        other,
        scope,
        created,
        language,
        asOf,
        about,
        question,
        member,
        statements,
        measures,
        related,
        records);
  }

  /**
   * A slice of a record's body, in UTF-16 units, in a block of an answer: {@link #LEAD}, a side's
   * wire name, or {@link #MORE}. Immutable.
   */
  public record QuotedStatement(String block, String recordId, int start, int end, String hash) {
    /** The block of the best-supported statement. */
    public static final String LEAD = "lead";

    /** What is shown on demand. */
    public static final String MORE = "more";

    public QuotedStatement {
      if (!block.equals(LEAD) && !block.equals(MORE) && Side.ofWireName(block).isEmpty()) {
        throw new IllegalArgumentException("no block of an answer: '" + block + "'");
      }
    }

    public static QuotedStatement of(String block, Statement statement) {
      return new QuotedStatement(
          block, statement.recordId(), statement.start(), statement.end(), statement.hash());
    }

    public boolean quotes(Statement statement) {
      return of(block, statement).equals(this);
    }
  }

  /**
   * Ids of receipts: 8 characters of Crockford's base 32, 40 random bits, none mistaken for
   * another. Thread-safe.
   */
  public record ReceiptIds(RandomGenerator random) {
    static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** The characters of an id. */
    public static final int LENGTH = 8;

    private static final Pattern ID = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s-]");

    /** Ids that cannot be guessed. */
    public ReceiptIds() {
      this(new SecureRandom());
    }

    /** Another id; that no receipt has it yet, {@link Receipts#save} makes sure. */
    public String next() {
      return random
          .ints(LENGTH, 0, ALPHABET.length())
          .mapToObj(ALPHABET::charAt)
          .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
          .toString();
    }

    /** The id typed in either case, with spaces or hyphens, O for 0, I or L for 1, if any. */
    public static Optional<String> parse(String typed) {
      String id =
          SEPARATORS
              .matcher(typed)
              .replaceAll("")
              .toUpperCase(Locale.ROOT)
              .replace('O', '0')
              .replace('I', '1')
              .replace('L', '1');
      return Optional.of(id).filter(ReceiptIds::isId);
    }

    static boolean isId(String id) {
      return ID.matcher(id).matches();
    }
  }
}
