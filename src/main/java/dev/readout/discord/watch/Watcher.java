package dev.readout.discord.watch;

import dev.readout.answer.Change;
import dev.readout.answer.Digest;
import dev.readout.answer.GapTerms;
import dev.readout.answer.ServingIndexes;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.discord.render.CoverageMessage;
import dev.readout.discord.render.DigestMessage;
import dev.readout.discord.render.DigestMessage.Unanswered;
import dev.readout.discord.render.NoteMessage;
import dev.readout.index.Generation;
import dev.readout.store.GapTable;
import dev.readout.store.GapTable.Gap;
import dev.readout.store.GapTable.GapKind;
import dev.readout.store.NoteTable;
import dev.readout.store.NoteTable.NewNote;
import dev.readout.store.WatchTable;
import dev.readout.store.WatchTable.Place;
import dev.readout.store.WatchTable.Watch;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what is new for those who watch. What is global is seen once for all; of a server's own
 * index only what is not global counts, and goes to that server alone. Thread-safe.
 */
public final class Watcher {
  private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);

  private final ServingIndexes indexes;
  private final WatchTable watches;
  private final NoteTable notes;
  private final GapTable gaps;
  private final InstantSource clock;

  /** Scopes to look at; guarded by this. */
  private final Set<Scope> pending = new HashSet<>();

  /** Scopes that could not be looked at; guarded by this. */
  private final Set<Scope> failing = new HashSet<>();

  /**
   * The day of the last look, which all of it is for: with a new one, states begin and end. Guarded
   * by this.
   */
  private LocalDate day = LocalDate.MIN;

  public Watcher(
      ServingIndexes indexes,
      WatchTable watches,
      NoteTable notes,
      GapTable gaps,
      InstantSource clock) {
    this.indexes = indexes;
    this.watches = watches;
    this.notes = notes;
    this.gaps = gaps;
    this.clock = clock;
  }

  /**
   * Adds a watch; whether it is new. Of a scope that nobody has watched, all that is there counts
   * as seen.
   */
  public synchronized boolean watch(Place place, WatchTable.Kind kind, String subject) {
    Set<Scope> watched = watches.scopes();
    if (watched.isEmpty()) {
      remember(Scope.GLOBAL);
    }
    if (!place.scope().equals(Scope.GLOBAL) && !watched.contains(place.scope())) {
      remember(place.scope());
    }
    return watches.add(place, kind, subject);
  }

  private void remember(Scope scope) {
    notes.add(scope, news(scope, today()).ids(), List.of());
  }

  private Change.News news(Scope scope, LocalDate on) {
    Set<String> seen = new HashSet<>(notes.seen(Scope.GLOBAL));
    if (!scope.equals(Scope.GLOBAL)) {
      seen.addAll(notes.seen(scope));
    }
    Change.News all =
        indexes.with(scope, current -> Change.in(current.generation(), on, seen::contains));
    Set<String> ids = new HashSet<>(all.ids());
    ids.removeAll(seen);
    return new Change.News(ids, all.news());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** Looks at what has changed since the last look; at everything on a new day. */
  public synchronized void look() {
    pending.addAll(indexes.takeReplaced());
    Set<Scope> watched = watches.scopes();
    LocalDate today = today();
    if (!day.equals(today)) {
      pending.addAll(watched);
      pending.add(Scope.GLOBAL);
      day = today;
    }
    pending.removeIf(scope -> !scope.equals(Scope.GLOBAL) && !watched.contains(scope));
    if (watched.isEmpty()) {
      pending.clear();
    }
    tellWeeks();
    if (lookAt(Scope.GLOBAL)) { // what is global is not a server's own
      List.copyOf(pending).forEach(this::lookAt);
    }
  }

  /** Digests that are due: a week's is told once, and an empty one not at all. */
  private void tellWeeks() {
    List<Watch> weekly = watches.all(WatchTable.Kind.WEEKLY);
    if (weekly.isEmpty()) {
      return;
    }
    Map<Long, Place> places =
        watches.places(Scope.GLOBAL).stream()
            .collect(Collectors.toMap(Place::key, Function.identity()));
    for (Watch watch : weekly) {
      Place place = places.get(watch.place());
      if (place != null && isDue(watch, place)) {
        orLater("the week", place.scope(), () -> tellWeek(place));
      }
    }
  }

  /** The subject is a day and an hour. */
  private boolean isDue(Watch watch, Place place) {
    ZonedDateTime now = clock.instant().atZone(ZoneId.of(place.zone()));
    String[] when = watch.subject().split(" ", 2);
    return now.getDayOfWeek() == DayOfWeek.valueOf(when[0])
        && now.getHour() >= Integer.parseInt(when[1]);
  }

  private void tellWeek(Place place) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of(place.zone()));
    String event = WatchTable.week(place) + today;
    if (notes.isSeen(place.scope(), event)) {
      return;
    }
    Language language = Language.ofWireName(place.language()).orElse(Language.EN);
    List<NewNote> written =
        indexes.with(
            place.scope(),
            current -> {
              Digest digest = Digest.of(current.generation(), today);
              Unanswered unanswered = unanswered(place, digest, current.generation(), language);
              return digest.isEmpty() && unanswered.terms().isEmpty()
                  ? List.of()
                  : List.of(
                      new NewNote(
                          place.key(),
                          event,
                          new DigestMessage(
                                  digest, unanswered, current.generation().info(), language)
                              .text()));
            });
    notes.add(place.scope(), List.of(event), written);
  }

  /** Only where moderators are told, and only what {@code /coverage} tells them. */
  private Unanswered unanswered(
      Place place, Digest digest, Generation generation, Language language) {
    LocalDate since = GapTable.firstDay(digest.first());
    boolean isForModerators =
        watches.of(place).stream().anyMatch(watch -> watch.kind() == WatchTable.Kind.MODERATORS);
    List<Gap> asked =
        isForModerators ? gaps.top(place.scope(), since, GapTable.MAX_TOP) : List.of();
    return new Unanswered(
        since,
        asked.stream()
            .filter(gap -> gap.kind() == GapKind.DECLINED && gap.count() >= GapTable.FEWEST)
            .map(
                gap ->
                    new CoverageMessage.Counted(
                        GapTerms.name(gap.term(), generation, language), gap.count()))
            .toList());
  }

  /** One that cannot be looked at now is looked at the next time. */
  private boolean lookAt(Scope scope) {
    if (!pending.contains(scope)) {
      return true;
    }
    boolean isTold = orLater("what is new", scope, () -> tell(scope, news(scope, day)));
    if (isTold) {
      pending.remove(scope);
    }
    return isTold;
  }

  /** Nobody waits for a scope that cannot be looked at; it is told once until it can. */
  private boolean orLater(String what, Scope scope, Runnable work) {
    try {
      work.run();
      failing.remove(scope);
      return true;
    } catch (RuntimeException e) {
      if (failing.add(scope)) {
        LOG.warn("{} in {} cannot be told yet: {}", what, scope.id(), e.toString());
      }
      return false;
    }
  }

  private void tell(Scope scope, Change.News news) {
    if (news.ids().isEmpty()) {
      return;
    }
    List<NewNote> written = new ArrayList<>();
    if (!news.news().isEmpty()) {
      Map<Long, Place> places =
          watches.places(scope).stream().collect(Collectors.toMap(Place::key, Function.identity()));
      Map<Long, List<Watch>> byPlace =
          watches.all().stream()
              .filter(watch -> places.containsKey(watch.place()))
              .collect(Collectors.groupingBy(Watch::place));
      indexes.with(
          scope,
          current ->
              written.addAll(notes(news.news(), places.values(), byPlace, current.generation())));
    }
    notes.add(scope, news.ids(), written);
    LOG.info("{} changes in {}: {} notes", news.news().size(), scope.id(), written.size());
  }

  private List<NewNote> notes(
      List<Change> news,
      Collection<Place> places,
      Map<Long, List<Watch>> byPlace,
      Generation generation) {
    List<NewNote> written = new ArrayList<>();
    for (Place place : places) {
      List<Watch> watched = byPlace.getOrDefault(place.key(), List.of());
      Language language = Language.ofWireName(place.language()).orElse(Language.EN);
      for (Change change : news) {
        if (watched.stream().anyMatch(watch -> isOf(watch, change))) {
          String text = NoteMessage.line(change, generation::find, day, language);
          written.add(new NewNote(place.key(), change.id(), text));
        }
      }
    }
    return written;
  }

  private static boolean isOf(Watch watch, Change change) {
    CorpusRecord record = change.record();
    boolean isAccount = change.type() == Change.Type.ACCOUNT;
    return switch (watch.kind()) {
      case MEASURE -> !isAccount && record.id().equals(watch.subject());
      case TOPIC -> record.topics().contains(watch.subject());
      case MEETINGS ->
          isAccount
              && (record.kind() == Kind.MEETING || record.meeting() != null)
              && record.topics().contains(watch.subject());
      case SIDE -> isAccount && record.side().name().equals(watch.subject());
      case WEEKLY, MODERATORS -> false;
    };
  }
}
