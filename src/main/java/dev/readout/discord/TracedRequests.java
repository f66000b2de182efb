package dev.readout.discord;

import dev.readout.discord.command.Trace;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.ForkJoinPool;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.requests.RestRateLimiter;
import net.dv8tion.jda.api.requests.SequentialRestRateLimiter;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Has JDA send requests, and call back with what came of them, for the interaction that they were
 * made for: its own threads do both.
 */
final class TracedRequests {

  private TracedRequests() {}

  /**
   * Sets it up.
   *
   * @param config where requests go; completed here
   */
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

  /**
   * Behind a proxy, since the interface names a class of JDA's HTTP client, which is not for here.
   */
  private record Request(RestRateLimiter.Work request, @Nullable String interaction)
      implements InvocationHandler {
    static RestRateLimiter.Work traced(RestRateLimiter.Work request) {
      Class<?> work = RestRateLimiter.Work.class;
      return (RestRateLimiter.Work)
          Proxy.newProxyInstance(
              work.getClassLoader(), new Class<?>[] {work}, new Request(request, Trace.current()));
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
