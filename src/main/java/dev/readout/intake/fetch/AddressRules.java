package dev.readout.intake.fetch;

import dev.readout.intake.fetch.Fetched.Reason;
import dev.readout.intake.fetch.Wire.RefusedException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses may be fetched. All is decided on what OkHttp parsed, which is what it connects
 * to: two parsers that read one address differently are a way around every check. Immutable.
 */
final class AddressRules {
  static final int MAX_CHARS = 2048;

  private static final Pattern DOTTED_QUAD =
      Pattern.compile("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");

  /** What the URL Standard calls a host that "ends in a number": meant as IPv4, or nothing. */
  private static final Pattern ENDS_IN_NUMBER =
      Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9a-fA-F]*)\\.?");

  private final boolean allowLoopback;
  private final @Nullable HttpUrl bridge;

  /** The rules with an exception, by scheme, host and port; null for none. */
  AddressRules(boolean allowLoopback, @Nullable URI bridge) {
    this.allowLoopback = allowLoopback;
    this.bridge = bridge == null ? null : HttpUrl.get(bridge);
  }

  /** Whether it is the one address that may be in a private network. */
  boolean isBridge(HttpUrl url) {
    return bridge != null
        && url.scheme().equals(bridge.scheme())
        && url.host().equals(bridge.host())
        && url.port() == bridge.port();
  }

  /** The address to begin with, without fragment. */
  HttpUrl start(URI address) throws RefusedException {
    String text = address.toString();
    if (text.length() > MAX_CHARS) {
      throw bad("over " + MAX_CHARS + " characters");
    }
    HttpUrl parsed = HttpUrl.parse(text);
    // OkHttp mends "http:///host" and "http:host", which are more likely a slip.
    if (parsed == null || address.getRawAuthority() == null) {
      throw bad("no http or https address");
    }
    return checked(parsed);
  }

  /** The address that a redirect leads to, without fragment. */
  HttpUrl next(HttpUrl from, String location) throws RefusedException {
    if (location.length() > MAX_CHARS) {
      throw bad("redirect over " + MAX_CHARS + " characters");
    }
    HttpUrl to = from.resolve(location);
    if (to == null) {
      throw bad("redirect to no http or https address");
    }
    if (from.isHttps() && !to.isHttps()) {
      throw new RefusedException(Reason.TLS, "redirect from https to http");
    }
    if (isBridge(to) && !isBridge(from)) {
      throw new RefusedException(Reason.FORBIDDEN_ADDRESS, "redirect into a private network");
    }
    return checked(to);
  }

  private HttpUrl checked(HttpUrl url) throws RefusedException {
    if (!url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty()) {
      throw bad("a user name in it");
    }
    String host = url.host();
    if (ENDS_IN_NUMBER.matcher(host).matches() && !DOTTED_QUAD.matcher(host).matches()) {
      throw bad("an IPv4 address in an unusual spelling");
    }
    if (!ordinaryPort(url) && !allowLoopback && !isBridge(url)) {
      throw bad("port " + url.port());
    }
    return url.newBuilder().fragment(null).build();
  }

  /** The address that the host is, if it is one rather than a name. */
  static Optional<InetAddress> literal(String host) throws RefusedException {
    if (host.indexOf(':') < 0 && !DOTTED_QUAD.matcher(host).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException e) {
      throw bad("no IP address");
    }
  }

  /** Passes only if all of the host's addresses do: one that does not makes the host suspect. */
  void checkAddresses(HttpUrl url, List<InetAddress> addresses) throws RefusedException {
    if (addresses.isEmpty()) {
      throw new RefusedException(Reason.UNKNOWN_HOST, "no addresses");
    }
    for (InetAddress address : addresses) {
      checkAddress(address, isBridge(url));
    }
    if (!ordinaryPort(url)
        && !isBridge(url)
        && !addresses.stream().allMatch(InetAddress::isLoopbackAddress)) {
      throw bad("port " + url.port());
    }
  }

  /** The detail names the range only: what a private name resolves to is nobody's business. */
  void checkAddress(InetAddress address, boolean ofBridge) throws RefusedException {
    boolean isOwn =
        address.isSiteLocalAddress() || address.isLoopbackAddress() || isUnique(address);
    if ((ofBridge && isOwn) || (allowLoopback && address.isLoopbackAddress())) {
      return;
    }
    Optional<String> reason = ReservedRanges.reasonAgainst(address);
    if (reason.isPresent()) {
      throw new RefusedException(Reason.FORBIDDEN_ADDRESS, reason.get());
    }
  }

  /** A unique local address of IPv6 (RFC 4193). */
  private static boolean isUnique(InetAddress address) {
    return address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
  }

  private static boolean ordinaryPort(HttpUrl url) {
    return url.port() == 80 || url.port() == 443;
  }

  private static RefusedException bad(String detail) {
    return new RefusedException(Reason.BAD_ADDRESS, detail);
  }
}
