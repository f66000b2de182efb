package dev.readout.intake;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.DateMention;
import dev.readout.corpus.Scope;
import dev.readout.intake.Intake.Adding;
import dev.readout.intake.fetch.SourceAddress;
import dev.readout.intake.reindex.Serving;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What waits for a decision, what matters first, and decisions about many at once. Thread-safe. */
public record Inbox(Intake intake, SourceTable sources, Serving records) {
  /** Only so many of the newest are weighed; the others follow once these are decided. */
  public static final int MAX_WEIGHED = 300;

  private static final Set<SourceEntry.SourceState> WAITING =
      Set.of(SourceEntry.SourceState.WAITING);

  /** Where a document says until when it holds. */
  private static final int READ_CHARS = 8_000;

  private static final int BEFORE_CHARS = 40;

  /** Words before a day that make it an end. */
  private static final Pattern ENDS =
      Pattern.compile(
          "\\b(?:until|through|expir\\p{L}*|exten\\p{L}*|ends?|no later than|suspen\\p{L}*)\\b"
              + "|至|到期|延长|延長|截止|暂停|暫停",
          Pattern.CASE_INSENSITIVE);

  /** "all", "feed 2", or numbers such as "1 4-9". */
  private static final Pattern ALL = Pattern.compile("all|全部");

  private static final Pattern FEED =
      Pattern.compile("(?:feed|订阅源|訂閱來源)\\s*#?\\s*([1-9][0-9]{0,8})");

  private static final Pattern NUMBERS =
      Pattern.compile(
          "#?\\s*([1-9][0-9]{0,8})(?:\\s*[-–—~]\\s*#?([1-9][0-9]{0,8}))?(?:[\\s,，、;]+|$)");

  /** A document that waits: measures it names, an end it tells of, a record of its address. */
  public record Item(
      SourceEntry entry, List<CorpusRecord> measures, boolean hasEnd, boolean isHeld) {
    public Item {
      measures = List.copyOf(measures);
    }

    /** How likely it changes what the records say: a measure, then an end, then a meeting. */
    private int weight() {
      int weight =
          (measures.isEmpty() ? 0 : 4)
              + (hasEnd ? 2 : 0)
              + (entry.record().meeting() == null ? 0 : 1);
      return isHeld ? -1 : weight;
    }
  }

  /** What became of a decision about several; full when there was no room for one. */
  public record Decided(List<SourceEntry> done, List<Incomplete> incomplete, boolean full) {
    public Decided {
      done = List.copyOf(done);
      incomplete = List.copyOf(incomplete);
    }
  }

  /** One that waits on for the reason, most often that it states no day. */
  public record Incomplete(SourceEntry entry, Details.DetailsProblem problem) {}

  /** The newest that wait, those that matter most first. */
  public List<Item> waiting(Scope scope) {
    List<SourceEntry> all = all(scope);
    List<SourceEntry> newest = all.subList(Math.max(0, all.size() - MAX_WEIGHED), all.size());
    return records.with(
        scope,
        generation -> {
          Set<String> held = SourceAddress.of(generation.records());
          return newest.stream()
              .map(
                  entry ->
                      new Item(
                          entry,
                          entry.record().relates().stream()
                              .flatMap(id -> generation.find(id).stream())
                              .toList(),
                          hasEnd(entry.record()),
                          held.contains(String.valueOf(entry.address()))))
              .sorted(
                  Comparator.comparingInt(Item::weight)
                      .thenComparing(item -> item.entry().record().anchorDay())
                      .thenComparingLong(item -> item.entry().number())
                      .reversed())
              .toList();
        });
  }

  /** Accepted documents that answer, of which nobody has said what they change. */
  public List<CorpusRecord> notAssessed(Scope scope) {
    return records.with(
        scope,
        generation ->
            generation
                .records()
                .flatMap(record -> record.standing().unassessed().stream())
                .distinct()
                .filter(id -> sources.isAccepted(scope, id))
                .flatMap(id -> generation.find(id).stream())
                .toList());
  }

  public int count(Scope scope) {
    return sources.count(scope, WAITING);
  }

  private List<SourceEntry> all(Scope scope) {
    List<SourceEntry> all = new ArrayList<>();
    List<SourceEntry> page;
    do {
      long after = all.isEmpty() ? 0 : all.getLast().number();
      page = sources.page(scope, WAITING, after, SourceTable.MAX_PAGE);
      all.addAll(page);
    } while (page.size() == SourceTable.MAX_PAGE);
    return all;
  }

  private static boolean hasEnd(CorpusRecord record) {
    String body = record.body();
    String text = record.title() + "\n" + body.substring(0, Math.min(body.length(), READ_CHARS));
    LocalDate published = record.anchorDay();
    return DateMention.in(text).stream()
        .filter(date -> Objects.requireNonNullElse(date.last(), published).isAfter(published))
        .anyMatch(
            date ->
                ENDS.matcher(text.substring(Math.max(0, date.start() - BEFORE_CHARS), date.start()))
                    .find());
  }

  /** Which are meant by "1 4-9", "feed 2" or "all"; empty when it is none of these. */
  public static Optional<Predicate<SourceEntry>> chosen(String typed) {
    String text = typed.strip().toLowerCase(Locale.ROOT);
    if (ALL.matcher(text).matches()) {
      return Optional.of(_ -> true);
    }
    Matcher feed = FEED.matcher(text);
    if (feed.matches()) {
      Long number = Long.valueOf(feed.group(1));
      return Optional.of(entry -> number.equals(entry.feed()));
    }
    Matcher numbers = NUMBERS.matcher(text);
    Predicate<SourceEntry> any = _ -> false;
    int end = 0;
    while (numbers.find(end) && numbers.start() == end) {
      long first = Long.parseLong(numbers.group(1));
      long last = numbers.group(2) == null ? first : Long.parseLong(numbers.group(2));
      any = any.or(entry -> entry.number() >= first && entry.number() <= last);
      end = numbers.end();
      if (end == text.length()) {
        return Optional.of(any);
      }
    }
    return Optional.empty();
  }

  /** Accepts or refuses each of those meant; what cannot be accepted waits on. */
  public Decided decide(Scope scope, Predicate<SourceEntry> meant, boolean accepts, String actor) {
    List<SourceEntry> done = new ArrayList<>();
    List<Incomplete> incomplete = new ArrayList<>();
    for (SourceEntry entry : all(scope).stream().filter(meant).toList()) {
      Adding came =
          accepts
              ? intake.approve(scope, entry.number(), actor)
              : intake.refuse(scope, entry.number(), actor);
      switch (came) {
        case Adding.Done(SourceEntry now) -> done.add(now);
        case Adding.Invalid(var problem) -> incomplete.add(new Incomplete(entry, problem));
        case Adding.Full _ -> {
          return new Decided(done, incomplete, true);
        }
        case Adding.AlreadyThere _, Adding.NotFound _ -> {} // somebody else decided meanwhile
      }
    }
    return new Decided(done, incomplete, false);
  }
}
