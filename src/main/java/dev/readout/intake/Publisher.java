package dev.readout.intake;

import dev.readout.corpus.Side;
import dev.readout.corpus.Source.SourceType;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind an address, null where only the page can tell. Immutable.
 *
 * <p>No sentence may be put into a government's mouth, so only that government's own sites, known
 * by the domains that are given to nobody else, may stand on its side.
 */
public record Publisher(@Nullable String name, SourceType type, Side proposed, Set<Side> sides) {
  public Publisher {
    sides = Set.copyOf(sides);
  }

  private static final String FEDERAL_REGISTER = "Federal Register";

  /** A document that came without an address: whoever adds it answers for its side. */
  static final Publisher OF_FILES =
      new Publisher(null, SourceType.ANALYSIS, Side.OTHER, Set.of(Side.values()));

  private static final Publisher ANYBODY =
      new Publisher(null, SourceType.ANALYSIS, Side.OTHER, Set.of(Side.JOINT, Side.OTHER));

  private record Site(String domain, String name) {}

  /** Issuers by the names that the shipped records give them; the narrower domain first. */
  private static final List<Site> AMERICAN =
      List.of(
          new Site("bis.gov", "Bureau of Industry and Security (BIS), U.S. Department of Commerce"),
          new Site(
              "bis.doc.gov", "Bureau of Industry and Security (BIS), U.S. Department of Commerce"),
          new Site("commerce.gov", "U.S. Department of Commerce"),
          new Site("ustr.gov", "Office of the U.S. Trade Representative (USTR)"),
          new Site("treasury.gov", "U.S. Department of the Treasury"),
          new Site("whitehouse.gov", "The White House"),
          new Site("state.gov", "U.S. Department of State"),
          new Site("usembassy-china.org.cn", "U.S. Embassy in China"));

  private static final List<Site> CHINESE =
      List.of(
          new Site("mofcom.gov.cn", "Ministry of Commerce of the PRC (MOFCOM)"),
          new Site("fmprc.gov.cn", "Ministry of Foreign Affairs of the PRC"),
          new Site("mfa.gov.cn", "Ministry of Foreign Affairs of the PRC"),
          new Site("mof.gov.cn", "Ministry of Finance of the PRC"),
          new Site("customs.gov.cn", "General Administration of Customs (GACC)"),
          new Site("samr.gov.cn", "State Administration for Market Regulation (SAMR)"),
          new Site("pbc.gov.cn", "People's Bank of China"),
          new Site("scio.gov.cn", "State Council Information Office of the PRC"),
          new Site("www.gov.cn", "State Council of the PRC"));

  /** Where both governments' papers, or many offices' papers, are published. */
  private static final List<Site> AMERICAN_COLLECTIONS =
      List.of(
          new Site("federalregister.gov", FEDERAL_REGISTER),
          new Site("govinfo.gov", "U.S. Government Publishing Office (GPO)"));

  private static final List<Site> CHINESE_AGENCIES =
      List.of(new Site("news.cn", "Xinhua"), new Site("xinhuanet.com", "Xinhua"));

  /** Whether the same stands behind both; of those nobody knows, only if the host is the same. */
  static boolean isSame(URI one, URI other) {
    Publisher publisher = of(one);
    return publisher.equals(of(other))
        && (publisher.name() != null || host(one).equals(host(other)));
  }

  private static String host(URI address) {
    String host = Objects.requireNonNullElse(address.getHost(), address.getRawAuthority());
    return String.valueOf(host).toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
  }

  /** Whether its pages are papers that have force of law, or are on their way to it. */
  boolean isGazette() {
    return FEDERAL_REGISTER.equals(name);
  }

  static Publisher of(URI address) {
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    String american = name(host, AMERICAN, name(host, AMERICAN_COLLECTIONS, null));
    if (american != null) {
      return official(american, Side.US, Side.US);
    }
    String chinese = name(host, CHINESE, null);
    if (chinese != null) {
      return official(chinese, Side.PRC, Side.PRC);
    }
    if (isUnder(host, "regulations.gov")) {
      return ANYBODY; // what companies and people write to a government
    }
    // Also a state's, a city's, a court's: whether it speaks for the government a person must say.
    if (isUnder(host, "gov") || isUnder(host, "mil")) {
      return official(null, Side.OTHER, Side.US);
    }
    if (isUnder(host, "gov.cn")) {
      return official(null, Side.OTHER, Side.PRC);
    }
    String agency = name(host, CHINESE_AGENCIES, null);
    if (agency != null) {
      return new Publisher(
          agency, SourceType.OFFICIAL_MIRROR, Side.OTHER, Set.of(Side.PRC, Side.JOINT, Side.OTHER));
    }
    return ANYBODY;
  }

  private static Publisher official(@Nullable String name, Side proposed, Side side) {
    return new Publisher(name, SourceType.OFFICIAL, proposed, Set.of(side, Side.JOINT, Side.OTHER));
  }

  private static @Nullable String name(String host, List<Site> sites, @Nullable String otherwise) {
    return sites.stream()
        .filter(site -> isUnder(host, site.domain()))
        .map(Site::name)
        .findFirst()
        .orElse(otherwise);
  }

  /** The domains of a government's own sites; none for who is no government. */
  public static List<String> domains(Side side) {
    List<Site> sites =
        switch (side) {
          case US -> AMERICAN;
          case PRC -> CHINESE;
          case JOINT, OTHER -> List.of();
        };
    return sites.stream().map(Site::domain).toList();
  }

  private static boolean isUnder(String host, String domain) {
    return host.equals(domain) || host.endsWith("." + domain);
  }
}
