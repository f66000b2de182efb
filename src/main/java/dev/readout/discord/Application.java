package dev.readout.discord;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The bot as Discord knows it by its token, asked for with JDA's own client before anything else:
 * JDA itself asks only when it connects, minutes later where an index is built first. Immutable.
 */
record Application(long id) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int UNAUTHORIZED = 401;

  public static final class TokenRefusedException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Asks Discord, or what is at the address, whose token it is; throws also when it cannot be
   * asked.
   */
  public static Application ofToken(String token, @Nullable URI apiUrl) throws IOException {
    String base = apiUrl == null ? RestConfig.DEFAULT_BASE_URL : apiUrl.toString();
    Request request =
        new Request.Builder()
            .url(base + "applications/@me")
            .header("Authorization", "Bot " + token)
            .header("User-Agent", RestConfig.USER_AGENT)
            .build();
    OkHttpClient client = new OkHttpClient.Builder().callTimeout(PATIENCE).build();
    try (Response response = client.newCall(request).execute();
        InputStream body = response.body().byteStream()) {
      if (response.code() == UNAUTHORIZED) {
        throw new TokenRefusedException();
      }
      if (!response.isSuccessful()) {
        throw new IOException("Discord answers " + response.code());
      }
      return new Application(DataObject.fromJson(body).getUnsignedLong("id"));
    } finally {
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }

  /** Where an administrator adds the bot to a server, with all that it needs there. */
  public String installLink() {
    long permissions =
        Permission.getRaw(
            Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND, Permission.MESSAGE_SEND_IN_THREADS);
    return "https://discord.com/oauth2/authorize?client_id="
        + Long.toUnsignedString(id)
        + "&scope=bot+applications.commands&permissions="
        + permissions;
  }
}
