package dev.readout.intake.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReservedRangesTest {
  /** Written down again from the registries, so that a range missing in the code is missed here. */
  private static final List<String> RESERVED_V4 =
      List.of(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "255.255.255.255/32");

  private static final List<String> RESERVED_V6 =
      List.of(
          "::/96",
          "64:ff9b::/96",
          "64:ff9b:1::/48",
          "100::/64",
          "2001::/32",
          "2001:db8::/32",
          "2002::/16",
          "3fff::/20",
          "4000::/3",
          "fc00::/7",
          "fe80::/10",
          "fec0::/10",
          "ff00::/8");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.255.255.255",
        "100.64.0.0",
        "100.127.255.255",
        "100.100.100.200",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.0",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "198.18.0.0",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.255",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.0",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::808:808",
        "64:ff9b::808:808",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:2::1",
        "2001:20::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:808:808::1",
        "3ffe::1",
        "3fff:fff::1",
        "4000::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fdff:ffff::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "feff::1",
        "ff02::1"
      })
  void reasonAgainst_notPublic_isGiven(String address) {
    assertThat(ReservedRanges.reasonAgainst(InetAddress.ofLiteral(address))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0.0",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "168.63.129.15",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.0.3.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "203.0.112.255",
        "203.0.114.0",
        "223.255.255.255",
        "2001:200::1",
        "2001:db7::1",
        "2001:db9::1",
        "2003::1",
        "2400:3200::1",
        "2606:4700::1111",
        "3ffd::1",
        "3fff:1000::1"
      })
  void reasonAgainst_public_isNone(String address) {
    assertThat(ReservedRanges.reasonAgainst(InetAddress.ofLiteral(address))).isEmpty();
  }

  @Property(tries = 300)
  void reasonAgainst_anyReservedV4_isGiven(@ForAll("reservedV4") Tuple2<String, byte[]> any) {
    assertThat(ReservedRanges.reasonAgainst(any.get2())).as(any.get1()).isPresent();
  }

  @Property(tries = 300)
  void reasonAgainst_anyReservedV6_isGiven(@ForAll("reservedV6") Tuple2<String, byte[]> any) {
    assertThat(ReservedRanges.reasonAgainst(any.get2())).as(any.get1()).isPresent();
  }

  @Property(tries = 200)
  void reasonAgainst_reservedV4WithinV6_isGiven(@ForAll("reservedV4") Tuple2<String, byte[]> any) {
    byte[] inner = any.get2();
    for (byte[] outer :
        List.of(
            embedded("::", 12, inner),
            mapped(inner),
            embedded("64:ff9b::", 12, inner),
            embedded("64:ff9b:1::", 12, inner),
            embedded("2002::", 2, inner),
            embedded("2001::", 4, inner),
            embedded("2001::", 12, inner))) {
      assertThat(ReservedRanges.reasonAgainst(outer)).as(Arrays.toString(outer)).isPresent();
    }
  }

  @Provide
  Arbitrary<Tuple2<String, byte[]>> reservedV4() {
    return Arbitraries.of(RESERVED_V4).flatMap(ReservedRangesTest::within);
  }

  @Provide
  Arbitrary<Tuple2<String, byte[]>> reservedV6() {
    return Arbitraries.of(RESERVED_V6).flatMap(ReservedRangesTest::within);
  }

  private static Arbitrary<Tuple2<String, byte[]>> within(String range) {
    int slash = range.indexOf('/');
    byte[] first = InetAddress.ofLiteral(range.substring(0, slash)).getAddress();
    int bits = Integer.parseInt(range.substring(slash + 1));
    return Arbitraries.bytes()
        .array(byte[].class)
        .ofSize(first.length)
        .map(random -> Tuple.of(range, withPrefix(first, bits, random)));
  }

  private static byte[] withPrefix(byte[] first, int bits, byte[] random) {
    byte[] address = random.clone();
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      int kept = address[bit / 8] & ~mask;
      address[bit / 8] = (byte) (kept | (first[bit / 8] & mask));
    }
    return address;
  }

  private static byte[] embedded(String prefix, int at, byte[] inner) {
    byte[] outer = InetAddress.ofLiteral(prefix).getAddress();
    System.arraycopy(inner, 0, outer, at, inner.length);
    return outer;
  }

  private static byte[] mapped(byte[] inner) {
    byte[] outer = embedded("::", 12, inner);
    outer[10] = (byte) 0xff;
    outer[11] = (byte) 0xff;
    return outer;
  }
}
