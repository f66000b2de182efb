package dev.readout.store;

import dev.readout.store.CatalogueFullException.CatalogueLimit;
import org.jspecify.annotations.Nullable;

/**
 * What came of a change of the catalogue, brought from the thread of the database to the caller's,
 * where it becomes an exception. Immutable.
 *
 * @param <T> what is there after it
 */
sealed interface Change<T extends @Nullable Object> {
  /** It was made. */
  record Made<T extends @Nullable Object>(T result) implements Change<T> {}

  /** Nothing was changed, for a limit. */
  record Full<T extends @Nullable Object>(CatalogueLimit limit) implements Change<T> {}

  /** Nothing was changed, for what another has. */
  record Duplicate<T extends @Nullable Object>(DuplicateEntryException.Same same, long number)
      implements Change<T> {}

  /** Nothing was changed, since an accepted source's record keeps its id. */
  record OtherId<T extends @Nullable Object>(String before, String after) implements Change<T> {}

  /** What is there after it. */
  default T orThrow() throws CatalogueFullException, DuplicateEntryException {
    return switch (this) {
      case Made<T>(T result) -> result;
      case Full<T>(CatalogueLimit limit) -> throw new CatalogueFullException(limit);
      case Duplicate<T>(DuplicateEntryException.Same same, long number) ->
          throw new DuplicateEntryException(same, number);
      case OtherId<T>(String before, String after) ->
          throw new IllegalArgumentException(before + " is accepted, and cannot become " + after);
    };
  }
}
