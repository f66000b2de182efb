package dev.readout.corpus;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was found in the texts that were read lately, each at the place of its hash, where the next
 * of that place follows it: as cheap as it can be for what takes some microseconds to find anew.
 * Thread-safe.
 */
final class KeptTexts<V> {
  private record Kept<V>(String text, V value) {}

  private final AtomicReferenceArray<@Nullable Kept<V>> kept;
  private final int longest;
  private final Function<String, V> find;

  /**
   * @param count texts that are kept at most; a power of two
   * @param longest characters of a text that is kept
   * @param find what is found in a text, always the same
   */
  KeptTexts(int count, int longest, Function<String, V> find) {
    this.kept = new AtomicReferenceArray<>(count);
    this.longest = longest;
    this.find = find;
  }

  V of(String text) {
    if (text.length() > longest) {
      return find.apply(text);
    }
    int place = text.hashCode() & (kept.length() - 1);
    Kept<V> known = kept.getAcquire(place);
    if (known == null || !known.text().equals(text)) {
      known = new Kept<>(text, find.apply(text));
      kept.setRelease(place, known);
    }
    return known.value();
  }
}
