package dev.readout.discord;

import dev.readout.discord.command.DiscordClock;
import dev.readout.discord.command.Observer;
import dev.readout.discord.command.Observer.RestCall;
import dev.readout.discord.command.Trace;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.requests.RestRateLimiter;
import net.dv8tion.jda.api.requests.SequentialRestRateLimiter;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Tells the observer of each call of Discord's REST interface, also of those that JDA makes again
 * after a rate limit or a fault, of which it tells nobody. Thread-safe.
 */
record RestCalls(Observer observer, DiscordClock clock) implements Interceptor {
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

  /**
   * Has JDA send requests, and call back with what came of them, for the interaction that they were
   * made for: its own threads do both.
   */
  static final class Traced {

    private Traced() {}

    /** Sets it up; where requests go is completed here. */
    public static void in(DefaultShardManagerBuilder builder, RestConfig config) {
      config.setRateLimiterFactory(limits -> new Limiter(new SequentialRestRateLimiter(limits)));
      builder.setRestConfig(config);
      // Not ended by JDA: all shards share it, and its threads end when there is nothing to do.
      builder.setCallbackPool(new Callbacks(), false);
    }

    private static final class Callbacks extends ForkJoinPool {
      @Override
      public void execute(Runnable task) {
        super.execute(Trace.carried(task));
      }
    }

    /** JDA's own way to keep Discord's limits, for requests that know what they are made for. */
    private record Limiter(RestRateLimiter limiter) implements RestRateLimiter {
      @Override
      public void enqueue(Work request) {
        limiter.enqueue(Request.traced(request));
      }

      @Override
      public void stop(boolean isAtOnce, Runnable callback) {
        limiter.stop(isAtOnce, callback);
      }

      @Override
      public boolean isStopped() {
        return limiter.isStopped();
      }

      @Override
      public int cancelRequests() {
        return limiter.cancelRequests();
      }
    }

    /** Behind a proxy: the interface names a class of JDA's HTTP client, not for here. */
    private record Request(RestRateLimiter.Work request, @Nullable String interaction)
        implements InvocationHandler {
      static RestRateLimiter.Work traced(RestRateLimiter.Work request) {
        Class<?> work = RestRateLimiter.Work.class;
        return (RestRateLimiter.Work)
            Proxy.newProxyInstance(
                work.getClassLoader(),
                new Class<?>[] {work},
                new Request(request, Trace.current()));
      }

      @Override
      public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
          throws Throwable {
        try (Trace _ = Trace.of(interaction)) {
          return method.invoke(request, arguments);
        } catch (InvocationTargetException e) {
          throw e.getCause() == null ? e : e.getCause();
        }
      }
    }
  }
}
