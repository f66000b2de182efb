package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.index.Generation;
import dev.readout.store.MemberKeys;
import dev.readout.store.Receipt;
import dev.readout.store.Receipts;
import dev.readout.store.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps answers and shows them again. An answer waits for its receipt for half a second, and for
 * none where 32 others wait already, so that a database that is locked delays nobody. Thread-safe.
 */
public final class ReceiptBook {
  private static final Logger LOG = LoggerFactory.getLogger(ReceiptBook.class);
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final int MAX_WAITING = 32;

  private final Receipts receipts;
  private final MemberKeys keys;
  private final InstantSource clock;
  private final Duration kept;
  private final ThreadPoolExecutor keeper =
      new ThreadPoolExecutor(
          1,
          1,
          10,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MAX_WAITING),
          Thread.ofPlatform().daemon().name("receipts").factory());

  /** A book that keeps receipts for a time. */
  public ReceiptBook(Receipts receipts, MemberKeys keys, InstantSource clock, Duration kept) {
    this.receipts = receipts;
    this.keys = keys;
    this.clock = clock;
    this.kept = kept;
    this.keeper.allowCoreThreadTimeOut(true);
  }

  /** How long receipts are kept. */
  public Duration kept() {
    return kept;
  }

  /**
   * Keeps an answer, with question and member if given, and returns its receipt's id; empty when it
   * could not be kept in time, which is logged and is no reason to withhold the answer.
   */
  public Optional<String> keep(
      Answer.Answered answer, Generation generation, Scope scope, @Nullable Long member) {
    Receipt receipt =
        ReceiptForm.of(
            receipts.newId(),
            answer,
            generation,
            scope,
            clock.instant(),
            member == null ? null : keys.of(member));
    String why;
    try {
      Future<String> id = keeper.submit(() -> receipts.save(receipt).id());
      try {
        return Optional.of(id.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        id.cancel(false); // one that is being written is kept, though nobody is told its id
        why = "the database did not take it in time";
      }
    } catch (RejectedExecutionException e) {
      why = MAX_WAITING + " others wait for the database";
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof StoreUnavailableException)) {
        throw new IllegalStateException(e.getCause());
      }
      why = e.getCause().getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      why = "the wait for it was interrupted";
    }
    LOG.warn("An answer goes out without a receipt: {}", why);
    return Optional.empty();
  }

  /** The answer of a receipt that members of the scope may see, however its id is typed. */
  public Optional<KeptAnswer> find(String id, Scope scope) {
    return receipts
        .find(id)
        .filter(receipt -> receipt.scope().equals(Scope.GLOBAL) || receipt.scope().equals(scope))
        .filter(receipt -> receipt.created().plus(kept).isAfter(clock.instant()))
        .map(ReceiptForm::answerOf);
  }

  /** What has become of an answer's sources. */
  public ReceiptState stateOf(KeptAnswer answer, Generation generation) {
    return ReceiptCheck.of(answer, generation);
  }

  /** Erases a member's questions; returns how many there were. */
  public long forget(long member) {
    return receipts.forget(keys.of(member));
  }

  /** Removes what is older than receipts are kept, here or in its server; returns how many. */
  public long removeOld() {
    return receipts.removeOlderThan(clock.instant().minus(kept))
        + receipts.removeOlderThanServersKeep(clock.instant());
  }

  /**
   * What has become of an answer's sources since: records that the index no longer holds, of which
   * a quoted statement no longer stands, or that name a quoted one or belong to its meeting and are
   * newer. Immutable; all empty means that the answer stands as it was given.
   */
  public record ReceiptState(
      List<CorpusRecord> withdrawn, List<CorpusRecord> changed, List<CorpusRecord> newer) {
    public ReceiptState {
      withdrawn = List.copyOf(withdrawn);
      changed = List.copyOf(changed);
      newer = List.copyOf(newer);
    }

    /** Whether every statement stands today as it was shown, and nothing newer touches it. */
    public boolean isSame() {
      return withdrawn.isEmpty() && changed.isEmpty() && newer.isEmpty();
    }
  }

  /**
   * An answer read back from its receipt as it was given, its question without text unless
   * questions are kept, with the records that it quotes or that prove its standing, by id, as they
   * were. Immutable.
   */
  public record KeptAnswer(
      String id, Instant created, Answer.Answered answer, Map<String, CorpusRecord> records) {
    public KeptAnswer {
      records = Map.copyOf(records);
    }

    /** The record with this id as it was; empty when the answer did not need it. */
    public Optional<CorpusRecord> find(String id) {
      return Optional.ofNullable(records.get(id));
    }
  }
}
