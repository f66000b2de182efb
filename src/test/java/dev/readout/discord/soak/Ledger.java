package dev.readout.discord.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What was done, how long it took, and what went wrong, with the first examples of that. Thread-
 * safe.
 */
final class Ledger {
  /** Of each fault. */
  private static final int EXAMPLES = 6;

  private static final int EXAMPLE_CHARS = 600;

  private final Map<Deed, Times> acknowledged = new EnumMap<>(Deed.class);
  private final Map<Deed, Times> answered = new EnumMap<>(Deed.class);
  private final Map<Notice, AtomicLong> notices = new EnumMap<>(Notice.class);
  private final Map<Fault, AtomicLong> faults = new EnumMap<>(Fault.class);
  private final AtomicLong inOutages = new AtomicLong();
  private final AtomicLong exchanges = new AtomicLong();
  private final AtomicLong compared = new AtomicLong();
  private final AtomicLong traced = new AtomicLong();
  private final List<String> examples = new ArrayList<>();

  Ledger() {
    for (Deed deed : Deed.values()) {
      acknowledged.put(deed, new Times());
      answered.put(deed, new Times());
    }
    for (Notice notice : Notice.values()) {
      notices.put(notice, new AtomicLong());
    }
    for (Fault fault : Fault.values()) {
      faults.put(fault, new AtomicLong());
    }
  }

  void acknowledged(Deed deed, Duration after) {
    acknowledged(deed).add(after);
  }

  void answered(Deed deed, Duration after) {
    answered(deed).add(after);
  }

  void told(Notice notice) {
    value(notices, notice).incrementAndGet();
  }

  /** Something was done while the bot could not hear of it. */
  void inOutage() {
    inOutages.incrementAndGet();
  }

  void exchanged() {
    exchanges.incrementAndGet();
  }

  /** An answer was compared with one before it. */
  void compared() {
    compared.incrementAndGet();
  }

  /** The statements of an answer were traced to their records. */
  void traced() {
    traced.incrementAndGet();
  }

  /** Something that must not happen. */
  void wrong(Fault fault, String detail) {
    long number = value(faults, fault).incrementAndGet();
    String oneLine = detail.replaceAll("\\s+", " ");
    String cut = oneLine.length() > EXAMPLE_CHARS ? oneLine.substring(0, EXAMPLE_CHARS) : oneLine;
    synchronized (examples) {
      if (number <= EXAMPLES) {
        examples.add("%s %s: %s".formatted(Instant.now(), fault, cut));
      }
    }
  }

  Times acknowledged(Deed deed) {
    return value(acknowledged, deed);
  }

  Times answered(Deed deed) {
    return value(answered, deed);
  }

  /** How many replies there were, completions apart. */
  long replies() {
    return answered.entrySet().stream()
        .filter(entry -> entry.getKey() != Deed.COMPLETE)
        .mapToLong(entry -> entry.getValue().number())
        .sum();
  }

  long count(Notice notice) {
    return value(notices, notice).get();
  }

  long count(Fault fault) {
    return value(faults, fault).get();
  }

  long inOutages() {
    return inOutages.get();
  }

  long exchanges() {
    return exchanges.get();
  }

  long comparisons() {
    return compared.get();
  }

  long tracings() {
    return traced.get();
  }

  /** The first things that went wrong. */
  List<String> examples() {
    synchronized (examples) {
      return List.copyOf(examples);
    }
  }

  /** Whether nothing went wrong. */
  boolean isClean() {
    return faults.values().stream().allMatch(number -> number.get() == 0);
  }

  private static <K extends Enum<K>, V> V value(Map<K, V> all, K key) {
    V value = all.get(key);
    if (value == null) {
      throw new IllegalStateException("a value for each: " + key);
    }
    return value;
  }
}
