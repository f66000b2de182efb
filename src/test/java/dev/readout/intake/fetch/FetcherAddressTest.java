package dev.readout.intake.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Scope;
import dev.readout.intake.fetch.Fetched.Document;
import dev.readout.intake.fetch.Fetched.Reason;
import dev.readout.intake.fetch.Fetched.Refused;
import dev.readout.intake.fetch.Fetcher.FetchRequest;
import dev.readout.intake.fetch.Fetcher.FetchSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which networks can be reached; nothing here leaves the machine. */
final class FetcherAddressTest {
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  private static final FetchSettings LOCAL = new FetchSettings(true, Duration.ofSeconds(60));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://localhost/",
        "http://0.0.0.0/",
        "http://10.1.2.3/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://[::]/",
        "http://[0:0:0:0:0:ffff:7f00:1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://[::127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[64:ff9b::169.254.169.254]/",
        "http://[2002:7f00:1::]/",
        "http://[2001::1]/",
        "http://[fd00:ec2::254]/",
        "http://[fe80::1]/",
        "http://１２７.0.0.1/",
        "http://①②⑦.⓪.⓪.①/",
        "http://127。0。0。1/",
        "https://192.168.1.1/"
      })
  void fetch_forbiddenLiteral_refused(String address) {
    try (Fetcher fetcher =
        new Fetcher(FetchSettings.STANDARD, LocalSite.SPOOL, InstantSource.system())) {
      assertThat(reason(fetcher, URI.create(address))).isEqualTo(Reason.FORBIDDEN_ADDRESS);
    }
  }

  @Property(tries = 200)
  void fetch_privateLiteralInAnySpelling_refused(
      @ForAll @IntRange(min = 0, max = 0xffffff) int low, @ForAll @IntRange(max = 7) int spelling) {
    int number = 0x0a000000 | low;
    try (Fetcher fetcher =
        new Fetcher(FetchSettings.STANDARD, LocalSite.SPOOL, InstantSource.system())) {
      URI address = URI.create("http://" + spelled(number, spelling) + "/");
      assertThat(reason(fetcher, address))
          .as(address.toString())
          .isIn(Reason.FORBIDDEN_ADDRESS, Reason.BAD_ADDRESS);
    }
  }

  private static String spelled(int number, int spelling) {
    int second = (number >> 16) & 0xff;
    int third = (number >> 8) & 0xff;
    int fourth = number & 0xff;
    return switch (spelling) {
      case 0 -> Integer.toString(number);
      case 1 -> "0x" + Integer.toHexString(number);
      case 2 -> "0" + Integer.toOctalString(number);
      case 3 -> "10." + (number & 0xffffff);
      case 4 -> "012." + second + "." + third + ".0x" + Integer.toHexString(fourth);
      case 5 -> "[::ffff:10." + second + "." + third + "." + fourth + "]";
      case 6 -> "[64:ff9b::10." + second + "." + third + "." + fourth + "]";
      default -> "10." + second + "." + third + "." + fourth;
    };
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, 10.0.0.1",
    "93.184.216.34, 10.0.0.1",
    "93.184.216.34, 127.0.0.1",
    "2606:4700::1111, fd00::1",
    "169.254.169.254, 93.184.216.34",
  })
  void fetch_anyAddressForbidden_refused(String first, String second) {
    Dns dns = name -> List.of(InetAddress.ofLiteral(first), InetAddress.ofLiteral(second));
    try (Fetcher fetcher =
        new Fetcher(FetchSettings.STANDARD, LocalSite.SPOOL, InstantSource.system(), dns)) {
      assertThat(reason(fetcher, URI.create("http://a.example/")))
          .isEqualTo(Reason.FORBIDDEN_ADDRESS);
    }
  }

  @Test
  void fetch_otherPortOfPublicHost_refusedDespiteLoopback() {
    Dns dns = name -> List.of(LOOPBACK, InetAddress.ofLiteral("93.184.216.34"));
    try (Fetcher fetcher = new Fetcher(LOCAL, LocalSite.SPOOL, InstantSource.system(), dns)) {
      assertThat(reason(fetcher, URI.create("http://a.example:6379/")))
          .isEqualTo(Reason.BAD_ADDRESS);
    }
  }

  @Test
  void fetch_loopbackAllowed_otherForbiddenStay() {
    try (Fetcher fetcher = new Fetcher(LOCAL, LocalSite.SPOOL, InstantSource.system())) {
      assertThat(reason(fetcher, URI.create("http://10.0.0.1/")))
          .isEqualTo(Reason.FORBIDDEN_ADDRESS);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://10.0.0.1/, FORBIDDEN_ADDRESS",
    "http://[::ffff:10.0.0.1]/, FORBIDDEN_ADDRESS",
    "http://private.example/, FORBIDDEN_ADDRESS",
    "//169.254.169.254/latest, FORBIDDEN_ADDRESS",
    "file:///etc/passwd, BAD_ADDRESS",
    "gopher://a.example/, BAD_ADDRESS",
    "http://2130706433/, BAD_ADDRESS",
    "http://public.example:22/, BAD_ADDRESS",
    "http://user@a.example/, BAD_ADDRESS",
    "http://nowhere.example/, UNKNOWN_HOST",
  })
  void fetch_redirectToForbidden_refused(String location, Reason reason) throws IOException {
    Map<String, InetAddress> names =
        Map.of(
            "a.example", LOOPBACK,
            "private.example", InetAddress.ofLiteral("192.168.0.1"),
            "public.example", InetAddress.ofLiteral("93.184.216.34"));
    try (LocalSite site = new LocalSite().redirect("/page", 302, location);
        Fetcher fetcher =
            new Fetcher(LOCAL, LocalSite.SPOOL, InstantSource.system(), named(names))) {
      assertThat(reason(fetcher, site.at("a.example", "/page"))).isEqualTo(reason);
      assertThat(site.paths()).containsExactly("/robots.txt", "/page");
    }
  }

  @Test
  void fetch_robotsRedirectedToForbidden_refused() throws IOException {
    try (LocalSite site =
            new LocalSite().redirect("/robots.txt", 302, "http://10.0.0.1/robots.txt");
        Fetcher fetcher = new Fetcher(LOCAL, LocalSite.SPOOL, InstantSource.system())) {
      assertThat(reason(fetcher, site.at("/page"))).isEqualTo(Reason.FORBIDDEN_ADDRESS);
    }
  }

  /**
   * The name server changes its mind between the check and the connection, and at each redirect.
   */
  @Test
  void fetch_rebinding_firstAnswerHoldsForTheFetch() throws IOException {
    Queue<List<InetAddress>> answers =
        new ArrayDeque<>(List.of(List.of(LOOPBACK), List.of(InetAddress.ofLiteral("10.0.0.1"))));
    AtomicInteger lookups = new AtomicInteger();
    Dns dns =
        name -> {
          lookups.incrementAndGet();
          return answers.remove();
        };
    try (LocalSite site = new LocalSite().redirect("/moved", 302, "/page");
        Fetcher fetcher = new Fetcher(LOCAL, LocalSite.SPOOL, InstantSource.system(), dns)) {
      site.text("/page", "text/plain", "Talks");
      URI address = site.at("rebinding.example", "/moved");
      assertThat(fetcher.fetch(FetchRequest.of(Scope.GLOBAL, address)))
          .isInstanceOf(Document.class);
      assertThat(lookups).hasValue(1);

      assertThat(reason(fetcher, address)).isEqualTo(Reason.FORBIDDEN_ADDRESS);
      assertThat(site.paths()).containsExactly("/robots.txt", "/moved", "/page");
    }
  }

  @Test
  void fetch_environmentsProxy_notTaken() throws IOException {
    // Unless the last two are empty, Java leaves loopback out by itself.
    List<String> properties =
        List.of(
            "http.proxyHost",
            "http.proxyPort",
            "socksProxyHost",
            "socksProxyPort",
            "http.nonProxyHosts",
            "socksNonProxyHosts");
    Map<String, String> before = new HashMap<>();
    properties.forEach(name -> before.put(name, System.getProperty(name)));
    try (LocalSite proxy = new LocalSite();
        LocalSite site = new LocalSite().text("/page", "text/plain", "Talks");
        Fetcher fetcher =
            new Fetcher(
                LOCAL, LocalSite.SPOOL, InstantSource.system(), name -> List.of(LOOPBACK))) {
      List<String> values = List.of("127.0.0.1", port(proxy), "127.0.0.1", port(proxy), "", "");
      for (int i = 0; i < values.size(); i++) {
        System.setProperty(properties.get(i), values.get(i));
      }
      assertThat(fetcher.fetch(FetchRequest.of(Scope.GLOBAL, site.at("a.example", "/page"))))
          .isInstanceOf(Document.class);
      assertThat(proxy.asked()).isEmpty();
    } finally {
      before.forEach(FetcherAddressTest::restore);
    }
  }

  private static String port(LocalSite site) {
    return Integer.toString(site.port());
  }

  private static void restore(String property, @Nullable String before) {
    if (before == null) {
      System.clearProperty(property);
    } else {
      System.setProperty(property, before);
    }
  }

  @Test
  void fetch_unknownName_refused() {
    try (Fetcher fetcher =
        new Fetcher(LOCAL, LocalSite.SPOOL, InstantSource.system(), named(Map.of()))) {
      assertThat(reason(fetcher, URI.create("http://nowhere.example/")))
          .isEqualTo(Reason.UNKNOWN_HOST);
    }
  }

  @Test
  void fetch_hangingNameServer_timesOut() {
    CountDownLatch never = new CountDownLatch(1);
    Dns dns =
        name -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            throw new UnknownHostException(name);
          }
          return List.of(LOOPBACK);
        };
    FetchSettings brief = new FetchSettings(true, Duration.ofMillis(200));
    try (Fetcher fetcher = new Fetcher(brief, LocalSite.SPOOL, InstantSource.system(), dns)) {
      assertThat(Stream.generate(() -> reason(fetcher, URI.create("http://a.example/"))).limit(10))
          .containsOnly(Reason.TIMED_OUT);
    }
  }

  private static Dns named(Map<String, InetAddress> names) {
    return name -> {
      InetAddress address = names.get(name);
      if (address == null) {
        throw new UnknownHostException(name);
      }
      return Arrays.asList(address);
    };
  }

  private static Reason reason(Fetcher fetcher, URI address) {
    Fetched fetched = fetcher.fetch(FetchRequest.of(Scope.GLOBAL, address));
    assertThat(fetched).isInstanceOf(Refused.class);
    return ((Refused) fetched).reason();
  }
}
