package dev.readout.intake.fetch;

import com.ibm.icu.text.IDNA;
import dev.readout.corpus.CorpusRecord;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** Addresses in the one form by which they are compared. Pure functions. */
public final class SourceAddress {
  /** As many as the catalogue keeps, counted with everything but ASCII escaped. */
  public static final int MAX_CHARS = 2_000;

  /** {@code mailto:}, say; but a host with a port is none. */
  private static final Pattern OTHER_SCHEME =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:(?!//|[0-9])");

  /** White space, and halves of characters, which {@link URI#toASCIIString} fails on. */
  private static final Pattern NO_ADDRESS = Pattern.compile("[\\s\\p{Cs}]");

  /** With a character that is not ASCII in it. */
  private static final Pattern FOREIGN_HOST =
      Pattern.compile("^[A-Za-z]+://((?:[^/?#@:\\\\]*[^\\x00-\\x7f])[^/?#@:\\\\]*)(?=[/?#:]|$)");

  private SourceAddress() {}

  /**
   * The address that somebody typed: scheme and host in small letters, without a port that goes
   * without saying and without a fragment, https where no scheme is given. Empty for what is no
   * address of a page.
   */
  public static Optional<URI> parse(String typed) {
    String text = typed.strip().replaceAll("^<(.*)>$", "$1");
    if (OTHER_SCHEME.matcher(text).lookingAt()
        || text.isEmpty()
        || text.length() > MAX_CHARS
        || NO_ADDRESS.matcher(text).find()) {
      return Optional.empty();
    }
    boolean hasScheme = text.matches("^[A-Za-z][A-Za-z0-9+.-]*://.*");
    try {
      URI uri = new URI(withAsciiHost(hasScheme ? text : "https://" + text));
      String host = uri.getHost();
      // Without a scheme, what has a user is an address of mail.
      return host == null || (!hasScheme && uri.getRawUserInfo() != null)
          ? Optional.empty()
          : Optional.of(normalised(new URI(uri.toASCIIString()), host))
              .filter(address -> address.toString().length() <= MAX_CHARS);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The addresses that records name. */
  public static Set<String> of(Stream<CorpusRecord> records) {
    return records
        .flatMap(record -> record.sources().stream())
        .flatMap(source -> Stream.ofNullable(source.url()))
        .flatMap(url -> parse(url).stream())
        .map(URI::toString)
        .collect(Collectors.toSet());
  }

  /** Java knows no other hosts; what is none to OkHttp, which will be asked for it, stays. */
  private static String withAsciiHost(String address) {
    Matcher host = FOREIGN_HOST.matcher(address);
    HttpUrl known = host.find() ? HttpUrl.parse("https://" + host.group(1)) : null;
    return known == null
        ? address
        : address.substring(0, host.start(1)) + known.host() + address.substring(host.end(1));
  }

  /** Whether both are of one host, with "www." or without. */
  public static boolean isSameHost(URI one, URI other) {
    return host(one).equalsIgnoreCase(host(other));
  }

  private static String host(URI address) {
    return String.valueOf(address.getHost()).replaceFirst("(?i)^www\\.", "");
  }

  /** A host as its owner writes it, and as it is looked up where that differs. */
  public static String shownHost(String host) {
    StringBuilder shown = new StringBuilder();
    IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_UNICODE)
        .nameToUnicode(host, shown, new IDNA.Info());
    return shown.toString().equals(host) ? host : shown + " (" + host + ")";
  }

  private static URI normalised(URI uri, String host) throws URISyntaxException {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    boolean usual =
        (uri.getPort() == 443 && scheme.equals("https"))
            || (uri.getPort() == 80 && scheme.equals("http"));
    String user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo() + "@";
    String port = uri.getPort() < 0 || usual ? "" : ":" + uri.getPort();
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new URI(scheme + "://" + user + host.toLowerCase(Locale.ROOT) + port + path + query);
  }
}
