package dev.readout.ops.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells who asks from this machine, by themselves: no proxy that passes on what others ask, and no
 * page in a browser, which may send a POST anywhere and name any host.
 */
final class Neighbour {
  private static final List<String> OF_PROXIES =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");
  private static final List<String> OF_BROWSERS = List.of("Origin", "Referer", "Sec-Fetch-Site");

  /** An address or this machine's name for itself, with or without a port. */
  private static final Pattern NO_DOMAIN =
      Pattern.compile("(localhost|[0-9.]+|\\[[0-9a-fA-F:.%a-z]+])(:[0-9]+)?");

  private Neighbour() {}

  static boolean asks(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    String host = headers.getFirst("Host");
    return isHere(exchange)
        && OF_PROXIES.stream().noneMatch(headers::containsKey)
        && OF_BROWSERS.stream().noneMatch(headers::containsKey)
        && host != null
        && NO_DOMAIN.matcher(host).matches();
  }

  /** Who comes from the very address that is listened at is here too. */
  private static boolean isHere(HttpExchange exchange) {
    InetAddress peer = exchange.getRemoteAddress().getAddress();
    return peer.isLoopbackAddress() || peer.equals(exchange.getLocalAddress().getAddress());
  }
}
