package dev.readout.discord.standin.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readout.discord.standin.wire.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something that goes wrong with requests of one kind. Immutable; starts at {@link #on}, without
 * any effect until told one:
 *
 * <pre>{@code
 * RestFault.on("PATCH", "webhooks/.*").status(503).times(2)
 * RestFault.on("PUT", ".*commands").rateLimited(1)
 * RestFault.on("POST", "webhooks/.*").slow(Duration.ofSeconds(11))
 * }</pre>
 *
 * @param path a regular expression for the whole path without "/api/v10/"
 * @param status answered instead of doing anything; 0 to do it and answer as usual
 * @param headers added to the answer; an empty value takes a header away
 * @param times how often it strikes, then it is gone
 * @param delay how long the answer is held back, after the request was carried out
 * @param isDestroying true if the connection is ended instead of an answer
 */
public record RestFault(
    String method,
    String path,
    int status,
    Map<String, String> headers,
    JsonNode body,
    int times,
    Duration delay,
    boolean isDestroying) {

  public RestFault {
    headers = Map.copyOf(headers);
  }

  /** Strikes once, without effect. */
  public static RestFault on(String method, String path) {
    return new RestFault(method, path, 0, Map.of(), Json.none(), 1, Duration.ZERO, false);
  }

  /** Answers this status, and does nothing. */
  public RestFault status(int status) {
    return new RestFault(method, path, status, headers, body, times, delay, isDestroying);
  }

  /** Answers as Discord does to somebody who asks too often. */
  public RestFault rateLimited(int retryAfterSeconds) {
    return status(429)
        .header("Retry-After", Integer.toString(retryAfterSeconds))
        .header("X-RateLimit-Remaining", "0")
        .header("X-RateLimit-Scope", "user")
        .body(
            Json.object()
                .put("message", "You are being rate limited.")
                .put("retry_after", (double) retryAfterSeconds)
                .put("global", false));
  }

  /** Answers Discord's own code, such as 400 and 50035, and does nothing. */
  public RestFault refused(int status, int code, String message) {
    return status(status).body(Json.object().put("code", code).put("message", message));
  }

  /** Adds a header; takes it away if empty. */
  public RestFault header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new RestFault(method, path, status, more, body, times, delay, isDestroying);
  }

  /** Answers this body. */
  public RestFault body(JsonNode body) {
    return new RestFault(method, path, status, headers, body, times, delay, isDestroying);
  }

  /** Strikes so often. */
  public RestFault times(int times) {
    return new RestFault(method, path, status, headers, body, times, delay, isDestroying);
  }

  /** Holds the answer back; without a status, the request takes effect at once all the same. */
  public RestFault slow(Duration delay) {
    return new RestFault(method, path, status, headers, body, times, delay, isDestroying);
  }

  /** Ends the connection without an answer, and does nothing. */
  public RestFault destroyed() {
    return new RestFault(
        method, path, status, headers, body, times, delay, /* isDestroying= */ true);
  }

  Optional<RestFault> struckOnce() {
    return times > 1 ? Optional.of(times(times - 1)) : Optional.empty();
  }
}
