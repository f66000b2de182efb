package dev.readout.discord.soak;

import dev.readout.discord.standin.contract.Contract;
import dev.readout.discord.standin.journal.Exchange;
import dev.readout.discord.standin.journal.Journal;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads every request of the bot once, soon after it was made: whether Discord would have taken it,
 * and whether the stand-in did. Thread-safe.
 */
final class ExchangeReader implements AutoCloseable {
  private static final Pattern CALLBACK = Pattern.compile("interactions/\\d+/([^/]+)/callback");
  private static final Duration BETWEEN_READINGS = Duration.ofSeconds(2);
  private static final int UNKNOWN_INTERACTION = 10062;

  /** Answered by planted faults alone. */
  private static final int RATE_LIMITED = 429;

  private final Journal journal;
  private final Ledger ledger;
  private final Referee referee;
  private final Contract contract = Contract.load();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("exchanges").factory());

  private long read;

  ExchangeReader(Journal journal, Ledger ledger, Referee referee) {
    this.journal = journal;
    this.ledger = ledger;
    this.referee = referee;
  }

  /** Leaves out what has come so far. */
  synchronized void skip() {
    read = journal.exchanges().getLast().number();
  }

  /** Reads from now on. */
  void begin() {
    var _ =
        clock.scheduleWithFixedDelay(
            this::readOn, 0, BETWEEN_READINGS.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void readOn() {
    try {
      read();
    } catch (RuntimeException | AssertionError e) {
      ledger.wrong(Fault.UNEXPECTED, e.toString());
    }
  }

  /** Reads those that have come since the last time. */
  synchronized void read() {
    for (Exchange exchange : journal.exchanges()) {
      if (exchange.number() > read) {
        if (exchange.number() != read + 1) {
          throw new IllegalStateException("requests went unread after number " + read);
        }
        read = exchange.number();
        judge(exchange);
      }
    }
  }

  private void judge(Exchange exchange) {
    ledger.exchanged();
    contract
        .violations(exchange)
        .forEach(violation -> ledger.wrong(Fault.CONTRACT, violation.toString()));
    if (exchange.status() / 100 != 4 || exchange.status() == RATE_LIMITED) {
      return;
    }
    Matcher callback = CALLBACK.matcher(exchange.path());
    if (exchange.answer().path("code").asInt() == UNKNOWN_INTERACTION && callback.matches()) {
      referee.late(callback.group(1));
    } else {
      ledger.wrong(Fault.REFUSED, exchange.summary() + " " + exchange.answer());
    }
  }

  /** Reads to the end. */
  @Override
  public void close() {
    clock.shutdownNow();
    readOn();
  }
}
