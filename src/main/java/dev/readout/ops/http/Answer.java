package dev.readout.ops.http;

/**
 * What is sent back. Immutable.
 *
 * @param status of HTTP
 * @param type of the body, a media type
 * @param body in UTF-8
 */
public record Answer(int status, String type, String body) {
  public static final int OK = 200;
  public static final int BAD_REQUEST = 400;
  public static final int UNAVAILABLE = 503;
  static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;
  static final int NOT_ALLOWED = 405;
  static final int FAILED = 500;

  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String JSON = "application/json";

  /** Plain text, one or more whole lines. */
  public static Answer text(int status, String body) {
    return new Answer(status, TEXT, body);
  }

  public static Answer json(int status, String body) {
    return new Answer(status, JSON, body);
  }
}
