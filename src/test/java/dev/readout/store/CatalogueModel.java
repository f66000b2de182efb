package dev.readout.store;

import dev.readout.store.SourceEntry.NewSource;
import dev.readout.store.SourceEntry.SourceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The sources of one scope as a list, all with an address. Confined to one thread. */
final class CatalogueModel {
  /** A source. */
  record Item(
      long number,
      String address,
      String recordId,
      String title,
      String snapshot,
      SourceState state,
      int versions) {

    Item with(SourceState other) {
      return new Item(number, address, recordId, title, snapshot, other, versions);
    }

    Item next(String otherTitle, String otherSnapshot) {
      return new Item(number, address, recordId, otherTitle, otherSnapshot, state, versions + 1);
    }
  }

  private final List<Item> items = new ArrayList<>();
  private final Set<Long> everAccepted = new TreeSet<>();
  private long lastNumber;
  private int changes;

  List<Item> items() {
    return items;
  }

  int changes() {
    return changes;
  }

  boolean hadAccepted() {
    return !everAccepted.isEmpty();
  }

  Set<String> accepted() {
    return ids(SourceState.ACCEPTED);
  }

  Set<String> withdrawn() {
    Set<String> ids = ids(SourceState.REMOVED);
    ids.removeAll(accepted());
    return ids;
  }

  private Set<String> ids(SourceState state) {
    Set<String> ids = new TreeSet<>();
    items.stream().filter(item -> item.state() == state).forEach(item -> ids.add(item.recordId()));
    return ids;
  }

  int count(SourceState state) {
    return (int) items.stream().filter(item -> item.state() == state).count();
  }

  boolean add(NewSource source) {
    Item item =
        new Item(
            lastNumber + 1,
            Objects.requireNonNull(source.address()),
            source.record().id(),
            source.record().title(),
            source.snapshot().sha256(),
            source.state(),
            1);
    if (isTaken(item)) {
      return false;
    }
    lastNumber++;
    items.add(item);
    noteAccepted(item);
    changes++;
    return true;
  }

  private boolean isTaken(Item item) {
    return items.stream()
        .filter(other -> other.number() != item.number())
        .anyMatch(
            other ->
                other.address().equals(item.address())
                    ? other.state().isLive()
                        || (other.state() == SourceState.REFUSED
                            && other.recordId().equals(item.recordId()))
                    : other.recordId().equals(item.recordId()));
  }

  private void noteAccepted(Item item) {
    if (item.state() == SourceState.ACCEPTED) {
      everAccepted.add(item.number());
    }
  }

  private Optional<Item> find(long number) {
    return items.stream().filter(item -> item.number() == number).findFirst();
  }

  private void replace(Item item) {
    items.replaceAll(other -> other.number() == item.number() ? item : other);
    noteAccepted(item);
    changes++;
  }

  boolean edit(long number, String title) {
    Optional<Item> item = find(number).filter(found -> found.state().isLive());
    item.filter(found -> !found.title().equals(title))
        .ifPresent(found -> replace(found.next(title, found.snapshot())));
    return item.isPresent();
  }

  boolean revise(long number, String snapshot) {
    Optional<Item> item = find(number).filter(found -> found.state().isLive());
    item.filter(found -> !found.snapshot().equals(snapshot))
        .ifPresent(found -> replace(found.next(found.title(), snapshot)));
    return item.isPresent();
  }

  /** Whether it is in the state then. */
  boolean move(long number, SourceState state) {
    Optional<Item> found = find(number);
    if (found.isEmpty() || found.get().state() == state) {
      return found.isPresent();
    }
    Item item = found.get();
    boolean can =
        switch (state) {
          case WAITING -> false;
          case ACCEPTED -> item.state().isLive() || !isTaken(item);
          case REFUSED -> item.state() == SourceState.WAITING;
          case REMOVED -> item.state().isLive();
        };
    if (can) {
      replace(item.with(state));
    }
    return can;
  }

  boolean forget() {
    items.clear();
    everAccepted.clear();
    changes++;
    return true;
  }
}
