package dev.readout.store;

import dev.readout.corpus.Scope;
import dev.readout.corpus.WireNamed;
import java.time.Instant;
import java.util.Optional;

/**
 * What members say of answers: one verdict for a receipt and a member, the last one given. It goes
 * with the receipt. Thread-safe.
 */
public record FeedbackTable(Database database) {
  private static final int BATCH = 500;

  /** How many members gave each verdict. Immutable. */
  public record FeedbackCounts(long helpful, long wrongSource, long outOfDate) {}

  /** Stores a member key's verdict on an answer of the scope or the global one; false for none. */
  public boolean save(String receiptId, Scope scope, String member, Verdict verdict) {
    MemberKeys.check(member);
    Instant now = database.now();
    return database.note(
            """
            INSERT INTO feedback (receipt, member, verdict, at)
            SELECT key, ?, ?, ? FROM receipt WHERE id = ? AND scope IN (?, ?)
            ON CONFLICT (receipt, member)
            DO UPDATE SET verdict = excluded.verdict, at = excluded.at\
            """,
            member,
            verdict,
            now,
            receiptId,
            scope,
            Scope.GLOBAL)
        > 0;
  }

  /** Removes a member's verdict on one answer if it is this one; false when it is not. */
  public boolean withdraw(String receiptId, String member, Verdict verdict) {
    MemberKeys.check(member);
    return database.write(
            """
            DELETE FROM feedback
            WHERE member = ? AND verdict = ?
              AND receipt = (SELECT key FROM receipt WHERE id = ?)\
            """,
            member,
            verdict,
            receiptId)
        > 0;
  }

  /** A member's verdict on one answer; empty for none. */
  public Optional<Verdict> of(String receiptId, String member) {
    MemberKeys.check(member);
    return database.find(
        Verdict.class,
        """
        SELECT verdict FROM feedback JOIN receipt ON receipt.key = feedback.receipt
        WHERE receipt.id = ? AND feedback.member = ?\
        """,
        receiptId,
        member);
  }

  public FeedbackCounts of(String receiptId) {
    return database.one(
        FeedbackCounts.class,
        """
        SELECT count(*) FILTER (WHERE verdict = 'helpful') AS helpful,
          count(*) FILTER (WHERE verdict = 'wrong-source') AS wrong_source,
          count(*) FILTER (WHERE verdict = 'out-of-date') AS out_of_date
        FROM feedback JOIN receipt ON receipt.key = receipt WHERE receipt.id = ?\
        """,
        receiptId);
  }

  /** Removes every verdict of a member, and says how many. */
  public long forget(String member) {
    MemberKeys.check(member);
    long forgotten =
        database.writeInBatches(
            """
            DELETE FROM feedback WHERE (receipt, member) IN
              (SELECT receipt, member FROM feedback WHERE member = ? LIMIT ?)\
            """,
            member,
            BATCH);
    database.emptyLog();
    return forgotten;
  }

  /** What a member says of an answer. */
  public enum Verdict implements WireNamed {
    HELPFUL,
    /** The sources shown are not those that answer the question. */
    WRONG_SOURCE,
    /** Something newer is known. */
    OUT_OF_DATE
  }
}
