package dev.readout.discord;

/**
 * What a number or duration may be, both ends included. Immutable.
 *
 * @param least the smallest allowed
 * @param most the largest allowed
 */
public record Bounds<T extends Comparable<T>>(T least, T most) {

  /** Whether the value is within them. */
  public boolean hold(T value) {
    return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
  }

  void check(String name, T value) {
    if (!hold(value)) {
      throw new IllegalArgumentException(
          "%s must be from %s to %s, but is %s".formatted(name, least, most, value));
    }
  }
}
