package dev.readout.discord.command;

import dev.readout.answer.GapTerms;
import dev.readout.answer.ReceiptBook;
import dev.readout.answer.ServingIndexes;
import dev.readout.corpus.Scope;
import dev.readout.store.GapTable;
import dev.readout.store.GapTable.GapKind;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts, for the moderators of a server, the terms of its unanswered questions. Beside the
 * replies: none waits for it, none fails with it, and past 200 waiting it is left out. Keeps
 * neither a question nor who asked. Thread-safe; closed by its owner.
 */
final class UnansweredQuestions implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UnansweredQuestions.class);
  private static final int MAX_WAITING = 200;
  private static final long CLOSING_SECONDS = 2;

  private final ServingIndexes indexes;
  private final ReceiptBook receipts;
  private final GapTable table;
  private final InstantSource clock;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MAX_WAITING),
          Thread.ofPlatform().daemon().name("gaps").factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  UnansweredQuestions(
      ServingIndexes indexes, ReceiptBook receipts, GapTable table, InstantSource clock) {
    this.indexes = indexes;
    this.receipts = receipts;
    this.table = table;
    this.clock = clock;
  }

  void declined(Request request, String question) {
    Scope scope = request.scope();
    note(
        request,
        GapKind.DECLINED,
        () -> indexes.with(scope, current -> GapTerms.of(current.generation(), question)));
  }

  /** Somebody found the answer of this receipt wanting. */
  void disliked(Request request, String receipt) {
    Scope scope = request.scope();
    note(
        request,
        GapKind.DISLIKED,
        () ->
            receipts.find(receipt, scope).stream()
                .flatMap(kept -> kept.answer().records().stream())
                .flatMap(record -> record.topics().stream())
                .distinct()
                .limit(GapTable.MAX_TERMS)
                .toList());
  }

  void wished(Request request, List<String> terms) {
    note(request, GapKind.DECLINED, () -> terms);
  }

  /** Whether there are moderators who see the counts. */
  boolean areCounted(Request request) {
    return request.rights().inServer() && !request.scope().equals(Scope.GLOBAL);
  }

  private void note(Request request, GapKind kind, Supplier<List<String>> terms) {
    Scope scope = request.scope();
    if (!areCounted(request)) {
      return;
    }
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    thread.execute(
        Trace.carried(
            () -> {
              try {
                table.note(scope, kind, terms.get(), day);
              } catch (RuntimeException e) {
                LOG.warn("an unanswered question was not counted", e);
              }
            }));
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
