package dev.readout.ops.health;

/**
 * How a part is. Immutable.
 *
 * @param isHealthy whether it can do its work
 * @param detail a few words that anybody may read
 */
public record Finding(boolean isHealthy, String detail) {

  public static Finding healthy(String detail) {
    return new Finding(true, detail);
  }

  public static Finding unhealthy(String detail) {
    return new Finding(false, detail);
  }
}
