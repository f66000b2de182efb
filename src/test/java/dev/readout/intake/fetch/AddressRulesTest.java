package dev.readout.intake.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.intake.fetch.Fetched.Reason;
import dev.readout.intake.fetch.Wire.RefusedException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressRulesTest {
  private final AddressRules rules = new AddressRules(false, null);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "//example.org/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "jar:http://example.org/a.jar!/b",
        "gopher://example.org/",
        "data:text/html,hello",
        "javascript:alert(1)",
        "mailto:a@example.org",
        "http:example.org",
        "http:///path",
        "http://:80/",
        "http://user@example.org/",
        "http://user:secret@example.org/",
        "http://example.org:22/",
        "http://example.org:8080/",
        "https://example.org:8443/",
        "http://example.org:0/",
        "http://example.org:65536/",
        "http://2130706433/",
        "http://017700000001/",
        "http://0x7f000001/",
        "http://0X7F.1/",
        "http://0x/",
        "http://127.1/",
        "http://127.0.1/",
        "http://0177.0.0.1/",
        "http://0x7f.0.0.1/",
        "http://127.0.0.01/",
        "http://127.0.0.1./",
        "http://1.2.3.4.5/",
        "http://256.0.0.1.7/",
        "http://8.8.8/",
        "http://example.0x7f/",
        "http://%31%32%37.1/",
        "http://[::1%25eth0]/",
        "http://[::1%251]/"
      })
  void start_badAddress_refused(String address) {
    assertRefused(Reason.BAD_ADDRESS, () -> rules.start(URI.create(address)));
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.org, http://example.org/",
    "HTTPS://Example.ORG/A?b=c#d, https://example.org/A?b=c",
    "https://example.org:443/, https://example.org/",
    "http://example.org:443/, http://example.org:443/",
    "http://商务部.中国/, http://xn--zfr74dt79f.xn--fiqs8s/",
    "http://８.８.８.８/, http://8.8.8.8/",
    "http://[::ffff:8.8.8.8]/, http://8.8.8.8/",
  })
  void start_goodAddress_asItIsConnectedTo(String address, String expected) throws Exception {
    assertThat(rules.start(URI.create(address))).hasToString(expected);
  }

  @Test
  void start_veryLong_refused() throws Exception {
    String longest = "http://example.org/" + "a".repeat(AddressRules.MAX_CHARS - 19);
    assertThat(rules.start(URI.create(longest))).hasToString(longest);
    assertRefused(Reason.BAD_ADDRESS, () -> rules.start(URI.create(longest + "a")));
  }

  @ParameterizedTest
  @CsvSource({
    "file:///etc/passwd, BAD_ADDRESS",
    "ftp://example.org/, BAD_ADDRESS",
    "https://example.org:6379/, BAD_ADDRESS",
    "//user@example.org/, BAD_ADDRESS",
    "//0x7f.1/, BAD_ADDRESS",
    "http://a.example/, TLS",
  })
  void next_mayNot_refused(String location, Reason reason) {
    HttpUrl from = HttpUrl.get("https://a.example/b/c");
    assertRefused(reason, () -> rules.next(from, location));
  }

  @ParameterizedTest
  @CsvSource({
    "d, https://a.example/b/d",
    "/d#e, https://a.example/d",
    "//b.example/, https://b.example/",
    "?d, https://a.example/b/c?d",
  })
  void next_relative_resolved(String location, String expected) throws Exception {
    HttpUrl from = HttpUrl.get("https://a.example/b/c");
    assertThat(rules.next(from, location)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, 93.184.216.34, FORBIDDEN_ADDRESS",
    "93.184.216.34, 10.0.0.1, FORBIDDEN_ADDRESS",
    "2606:4700::1111, ::1, FORBIDDEN_ADDRESS",
  })
  void checkAddresses_oneForbidden_refused(String first, String second, Reason reason) {
    List<InetAddress> addresses =
        List.of(InetAddress.ofLiteral(first), InetAddress.ofLiteral(second));
    HttpUrl url = HttpUrl.get("http://a.example/");
    assertRefused(reason, () -> rules.checkAddresses(url, addresses));
  }

  @Test
  void checkAddresses_none_unknownHost() {
    HttpUrl url = HttpUrl.get("http://a.example/");
    assertRefused(Reason.UNKNOWN_HOST, () -> rules.checkAddresses(url, List.of()));
  }

  @Test
  void checkAddresses_allPublic_pass() throws Exception {
    List<InetAddress> addresses =
        List.of(InetAddress.ofLiteral("93.184.216.34"), InetAddress.ofLiteral("2606:4700::1111"));
    rules.checkAddresses(HttpUrl.get("http://a.example/"), addresses);
    HttpUrl otherPort = HttpUrl.get("http://a.example:6379/");
    assertRefused(Reason.BAD_ADDRESS, () -> rules.checkAddresses(otherPort, addresses));
  }

  private interface Rule {
    void apply() throws RefusedException;
  }

  private static void assertRefused(Reason reason, Rule rule) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(rule::apply)
        .satisfies(e -> assertThat(e.refused().reason()).isEqualTo(reason));
  }

  @Test
  void bridge_isTheOneHostOfAPrivateNetwork() throws Exception {
    AddressRules bridged = new AddressRules(false, URI.create("http://rsshub.example:1200"));
    HttpUrl bridge = bridged.start(URI.create("http://rsshub.example:1200/mofcom/news"));
    HttpUrl page = HttpUrl.get("https://www.mofcom.gov.cn/");

    bridged.checkAddresses(bridge, List.of(InetAddress.ofLiteral("10.0.0.7")));
    for (String elsewhere : List.of("http://rsshub.example:1201/", "http://other.example:1200/")) {
      assertThatThrownBy(() -> bridged.start(URI.create(elsewhere)))
          .isInstanceOf(RefusedException.class);
    }
    // Not a metadata service that its name was made to lead to; nor may a page lead to it.
    assertThatThrownBy(
            () -> bridged.checkAddresses(bridge, List.of(InetAddress.ofLiteral("169.254.169.254"))))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> bridged.next(HttpUrl.get("http://ustr.gov/"), bridge.toString()))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(
            () -> bridged.checkAddresses(page, List.of(InetAddress.ofLiteral("10.0.0.7"))))
        .isInstanceOf(RefusedException.class);
  }
}
