package dev.readout.discord.standin.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readout.discord.standin.wire.UploadedFile;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One REST request and what it was answered with. The token is not kept.
 *
 * @param number from 1, in the order of the answers
 * @param at when the request arrived, since the stand-in started, by a monotonic clock
 * @param path without the leading "/api/v10/", such as "users/@me"
 * @param query without the question mark; empty if none
 * @param body the JSON body, or the "payload_json" of a multipart one; a missing node if none
 * @param status 0 if the connection was destroyed
 * @param answer the JSON answered; a missing node if none
 * @param took from arrival to answer, a fault's delay included
 */
public record Exchange(
    long number,
    Duration at,
    String method,
    String path,
    String query,
    JsonNode body,
    List<UploadedFile> files,
    int status,
    JsonNode answer,
    Duration took) {

  public Exchange {
    files = List.copyOf(files);
  }

  /** True if method and whole path match; the path is a regular expression. */
  public boolean matches(String method, String pathPattern) {
    return this.method.equals(method) && Pattern.matches(pathPattern, path);
  }

  /** "PATCH webhooks/…/messages/@original 200 (3 ms)". */
  public String summary() {
    return "%s %s %d (%d ms)".formatted(method, path, status, took.toMillis());
  }
}
