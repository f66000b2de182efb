package dev.readout.ops.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of a page. Immutable.
 *
 * @param accept the media types that are wanted; empty for any
 * @param parameters of the query, by name; of several with one name the last
 */
public record Asked(String accept, Map<String, String> parameters) {
  public Asked {
    parameters = Map.copyOf(parameters);
  }

  /**
   * Of a raw query.
   *
   * @throws IllegalArgumentException when it is malformed
   */
  static Asked of(String accept, String rawQuery) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : rawQuery.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return new Asked(accept, parameters);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** A parameter of the query. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** Whether plain text is wanted rather than what programs read. */
  public boolean prefersText() {
    return accept.startsWith("text/plain");
  }
}
