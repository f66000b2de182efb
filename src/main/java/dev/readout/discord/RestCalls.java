package dev.readout.discord;

import dev.readout.discord.command.DiscordClock;
import dev.readout.discord.command.Observer;
import dev.readout.discord.command.Observer.RestCall;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Tells the observer of each call of Discord's REST interface, also of those that JDA makes again
 * after a rate limit or a fault, of which it tells nobody. Thread-safe.
 */
final class RestCalls implements Interceptor {
  /** What JDA calls for us; whatever else there is in a path may be an id. */
  private static final List<String> ROUTES =
      List.of(
          "interactions",
          "webhooks",
          "applications",
          "gateway",
          "users",
          "channels",
          "guilds",
          "oauth2");

  private final Observer observer;
  private final DiscordClock clock;

  private RestCalls(Observer observer, DiscordClock clock) {
    this.observer = observer;
    this.clock = clock;
  }

  /** Has JDA call through it, by a client that keeps open and does at once what JDA's own does. */
  public static void watch(
      DefaultShardManagerBuilder builder, Observer observer, DiscordClock clock) {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequestsPerHost(25);
    builder.setHttpClientBuilder(
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(5, 10, TimeUnit.SECONDS))
            .addInterceptor(new RestCalls(observer, clock)));
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    long began = System.nanoTime();
    Instant sent = Instant.now();
    RestCall.Status status = RestCall.Status.NO_REPLY;
    try {
      Response response = chain.proceed(chain.request());
      status = RestCall.Status.of(response.code());
      Instant date = response.headers().getInstant("Date");
      if (date != null) {
        clock.heard(date, sent, Instant.now());
      }
      return response;
    } finally {
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      observer.called(new RestCall(route(chain.request().url()), status, took));
    }
  }

  static String route(HttpUrl url) {
    return url.pathSegments().stream().filter(ROUTES::contains).findFirst().orElse("other");
  }
}
