package dev.readout.intake.fetch;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * The addresses that are not on the public Internet, or reach beyond it by translation.
 *
 * <p>Sources: IANA's IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890, RFC 8190) and IPv6
 * Address Space registry, with the RFC of every entry beside it. Of IPv6 only 2000::/3 passes, the
 * one block from which public addresses are given out (RFC 4291, section 2.4); what else is named
 * below is named for the reason in the log. Ranges that carry an IPv4 address (mapped, compatible,
 * NAT64, 6to4, Teredo) are refused whole, whatever they carry. A host whose network has only IPv6
 * and reaches IPv4 by NAT64 can therefore fetch from hosts with IPv6 alone.
 *
 * <p>Limit: a network that translates under a prefix of its own (RFC 6052, section 2.2) cannot be
 * told from others.
 */
final class ReservedRanges {
  private static final List<Range> RANGES =
      List.of(
          // IPv4
          range("0.0.0.0/8", "this network (RFC 1122, 3.2.1.3)"),
          range("10.0.0.0/8", "private (RFC 1918)"),
          range("100.64.0.0/10", "shared by carriers (RFC 6598)"),
          range("127.0.0.0/8", "loopback (RFC 1122, 3.2.1.3)"),
          // The metadata services of most clouds are here.
          range("169.254.0.0/16", "link-local (RFC 3927)"),
          range("172.16.0.0/12", "private (RFC 1918)"),
          range("192.0.0.0/24", "protocol assignments (RFC 6890, 2.1)"),
          range("192.0.2.0/24", "documentation (RFC 5737)"),
          range("192.88.99.0/24", "6to4 relays (RFC 7526)"),
          range("192.168.0.0/16", "private (RFC 1918)"),
          range("198.18.0.0/15", "benchmarks (RFC 2544)"),
          range("198.51.100.0/24", "documentation (RFC 5737)"),
          range("203.0.113.0/24", "documentation (RFC 5737)"),
          range("224.0.0.0/4", "multicast (RFC 5771)"),
          // The limited broadcast address (RFC 919) is the last of these.
          range("240.0.0.0/4", "reserved (RFC 1112, 4)"),
          // Public by its number, but answered by the cloud itself: learn.microsoft.com, "What is
          // IP address 168.63.129.16?"
          range("168.63.129.16/32", "Azure's platform"),
          // IPv6, outside 2000::/3
          range("::/128", "unspecified (RFC 4291, 2.5.2)"),
          range("::1/128", "loopback (RFC 4291, 2.5.3)"),
          range("::/96", "IPv4-compatible (RFC 4291, 2.5.5.1)"),
          range("::ffff:0:0/96", "IPv4-mapped (RFC 4291, 2.5.5.2)"),
          range("64:ff9b::/96", "NAT64 (RFC 6052, 2.1)"),
          range("64:ff9b:1::/48", "NAT64, local (RFC 8215)"),
          range("100::/64", "discard (RFC 6666)"),
          range("5f00::/16", "segment routing (RFC 9602)"),
          // Amazon's metadata service, fd00:ec2::254, is here.
          range("fc00::/7", "unique local (RFC 4193)"),
          range("fe80::/10", "link-local (RFC 4291, 2.5.6)"),
          range("fec0::/10", "site-local (RFC 3879)"),
          range("ff00::/8", "multicast (RFC 4291, 2.7)"),
          // IPv6, within 2000::/3
          range("2001::/32", "Teredo (RFC 4380)"),
          // With the rest of the protocol assignments: benchmarks (RFC 5180), ORCHID (RFC 7343).
          range("2001::/23", "protocol assignments (RFC 2928)"),
          range("2001:db8::/32", "documentation (RFC 3849)"),
          range("2002::/16", "6to4 (RFC 3056)"),
          range("3ffe::/16", "6bone (RFC 3701)"),
          range("3fff::/20", "documentation (RFC 9637)"));

  private static final Range GLOBAL_UNICAST = range("2000::/3", "global unicast");

  private ReservedRanges() {}

  /** The reason why the address is not public; empty for one that is. */
  static Optional<String> reasonAgainst(InetAddress address) {
    return reasonAgainst(address.getAddress());
  }

  /** The same in network order, 4 or 16 bytes, in which a mapped address stays one. */
  static Optional<String> reasonAgainst(byte[] address) {
    for (Range range : RANGES) {
      if (range.contains(address)) {
        return Optional.of(range.reason());
      }
    }
    boolean given = address.length == 4 || GLOBAL_UNICAST.contains(address);
    return given ? Optional.empty() : Optional.of("not given out (RFC 4291, 2.4)");
  }

  private static Range range(String prefix, String reason) {
    String[] parts = prefix.split("/", 2);
    byte[] first = literal(parts[0]);
    int bits = Integer.parseInt(parts[1]);
    return new Range(first.length, bits, firstBits(first, bits), reason + " /" + bits);
  }

  private static byte[] literal(String address) {
    if (address.equals("::ffff:0:0")) {
      // Java takes a mapped address for the IPv4 address in it.
      byte[] mapped = new byte[16];
      mapped[10] = (byte) 0xff;
      mapped[11] = (byte) 0xff;
      return mapped;
    }
    return InetAddress.ofLiteral(address).getAddress();
  }

  /** Addresses of so many bytes with the same first bits. Immutable. */
  private record Range(int bytes, int bits, BigInteger first, String reason) {
    boolean contains(byte[] address) {
      return address.length == bytes && firstBits(address, bits).equals(first);
    }
  }

  private static BigInteger firstBits(byte[] address, int count) {
    return new BigInteger(1, address).shiftRight(Byte.SIZE * address.length - count);
  }
}
