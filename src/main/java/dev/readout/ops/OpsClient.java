package dev.readout.ops;

import dev.readout.answer.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Asks the bot on this machine. Loads little, since containers start it every half a minute. */
public final class OpsClient {
  private static final Duration CONNECTING = Duration.ofSeconds(2);

  /** A check of the bot's takes two seconds at most. */
  private static final Duration READING = Duration.ofSeconds(5);

  private static final int MAX_BYTES = 16_384;
  private static final int MAX_LINES = 200;
  private static final int MAX_LINE_CHARS = 200;

  private final String where;

  public OpsClient(Ops.OpsSettings settings) {
    this.where = Ops.OpsSettings.text(settings.reachAt());
  }

  /** What the bot says: HTTP's status and some lines. */
  public record Reply(int status, String text) {
    public boolean isOk() {
      return status == HttpURLConnection.HTTP_OK;
    }

    /** The lines of the text, harmless to show whoever replied. */
    public List<String> lines() {
      return text.lines().limit(MAX_LINES).map(line -> SafeText.of(line, MAX_LINE_CHARS)).toList();
    }
  }

  public String where() {
    return where;
  }

  /** How each part is; throws when no bot replies there. */
  public Reply health() throws IOException {
    return ask("/healthz");
  }

  private Reply ask(String path) throws IOException {
    URI uri = URI.create("http://" + where + path);
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
    try {
      connection.setRequestProperty("Accept", "text/plain");
      connection.setInstanceFollowRedirects(false);
      connection.setConnectTimeout(Math.toIntExact(CONNECTING.toMillis()));
      connection.setReadTimeout(Math.toIntExact(READING.toMillis()));
      int status = connection.getResponseCode();
      return new Reply(status, text(connection, status));
    } finally {
      connection.disconnect();
    }
  }

  private static String text(HttpURLConnection connection, int status) throws IOException {
    boolean isError = status >= HttpURLConnection.HTTP_BAD_REQUEST;
    try (InputStream body = isError ? connection.getErrorStream() : connection.getInputStream()) {
      return body == null ? "" : new String(body.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
    }
  }
}
