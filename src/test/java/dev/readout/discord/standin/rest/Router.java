package dev.readout.discord.standin.rest;

import dev.readout.discord.standin.wire.Refusal;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the route of a request and answers it, with the headers that Discord always sends. */
final class Router {
  private static final Logger LOG = LoggerFactory.getLogger(Router.class);
  private static final int LIMIT = 5;

  private final List<Route> routes;
  private final String token;
  private final InstantSource clock;

  /** An empty token lets any in. */
  Router(List<Route> routes, String token, InstantSource clock) {
    this.routes = List.copyOf(routes);
    this.token = token;
    this.clock = clock;
  }

  Answer answer(Request request) {
    for (Route route : routes) {
      Optional<List<String>> arguments = route.match(request.method(), request.path());
      if (arguments.isPresent()) {
        Answer answer = answer(route, request.withArguments(arguments.get()));
        return new Answer(answer.status(), headers(route.template()), answer.body());
      }
    }
    return refused(new Refusal(404, 0, "404: Not Found"));
  }

  private Answer answer(Route route, Request request) {
    boolean isKnown = token.isEmpty() ? !request.token().isEmpty() : token.equals(request.token());
    if (route.needsToken() && !isKnown) {
      return refused(new Refusal(401, 0, "401: Unauthorized"));
    }
    try {
      return route.action().apply(request);
    } catch (Refusal refusal) {
      return refused(refusal);
    } catch (RuntimeException e) {
      LOG.error("the stand-in failed at {} {}", request.method(), request.path(), e);
      return refused(new Refusal(500, 0, "500: Internal Server Error"));
    }
  }

  private Answer refused(Refusal refusal) {
    return new Answer(refusal.status(), headers("none"), refusal.body());
  }

  /** Without "Via", JDA takes a 429 for a ban. */
  private Map<String, String> headers(String bucket) {
    double reset = clock.millis() / 1000.0 + 1;
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Via", "1.1 google");
    headers.put("X-RateLimit-Limit", Integer.toString(LIMIT));
    headers.put("X-RateLimit-Remaining", Integer.toString(LIMIT - 1));
    headers.put("X-RateLimit-Reset", String.format(Locale.ROOT, "%.3f", reset));
    headers.put("X-RateLimit-Reset-After", "1.000");
    headers.put("X-RateLimit-Bucket", Integer.toHexString(bucket.hashCode()));
    return headers;
  }
}
