package dev.readout.backup;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * One file of a backup. Immutable.
 *
 * @param name as {@link Part} allows it
 * @param size in bytes
 * @param sha256 of its bytes
 * @param modified when it was changed last, to the millisecond; of database and index when the
 *     backup was made
 */
record StoredFile(String name, long size, String sha256, Instant modified) {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  StoredFile {
    if (Part.of(name).isEmpty()) {
      throw new IllegalArgumentException("'" + name + "' is no name of a file in a backup");
    }
    if (size < 0) {
      throw new IllegalArgumentException(name + " cannot have " + size + " bytes");
    }
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException(name + " has no checksum");
    }
  }

  Part part() {
    return Part.of(name).orElseThrow();
  }

  /** Its path within its part. */
  String path() {
    return part().pathOf(name);
  }
}
