package dev.readout.intake;

import dev.readout.store.Feed;
import dev.readout.store.Feed.FeedKind;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Addresses of searches of the Federal Register, by the parameters and fields that the
 * documentation of its interface names (federalregister.gov/developers/documentation/api/v1). Pure
 * functions.
 */
public final class FederalRegisterSearch {
  private static final String INTERFACE = "https://www.federalregister.gov/api/v1/documents.json?";
  private static final String NEWEST = "order=newest&per_page=50";
  private static final String FIELD = "fields%5B%5D";
  private static final String DAY = "publication_date";

  private static final List<String> FIELDS =
      List.of(
          "title",
          "html_url",
          "raw_text_url",
          "full_text_xml_url",
          "publication_date",
          "effective_on",
          "citation",
          "document_number",
          "action");

  /** A feed that is new brings no more than that of what was before it. */
  private static final Period BACK = Period.ofDays(90);

  private FederalRegisterSearch() {}

  /** The newest documents of the agencies, by the names in their addresses, with the terms. */
  public static String of(Stream<String> agencies, Stream<String> terms) {
    return Stream.concat(
            agencies.map(one -> "conditions%5Bagencies%5D%5B%5D=" + encoded(one)),
            terms.map(one -> "conditions%5Bterm%5D=" + encoded(one)))
        .collect(Collectors.joining("&", INTERFACE, "&" + NEWEST));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text.strip(), StandardCharsets.UTF_8);
  }

  /** What is asked for a feed: with the fields and from the day that its address leaves open. */
  static URI asked(Feed feed) {
    String address = feed.address();
    if (feed.kind() != FeedKind.FEDERAL_REGISTER) {
      return URI.create(address);
    }
    StringBuilder asked = new StringBuilder(address);
    char joint = address.contains("?") ? '&' : '?';
    if (!address.contains(DAY)) {
      LocalDate from = LocalDate.ofInstant(feed.added(), ZoneOffset.UTC).minus(BACK);
      asked.append(joint).append("conditions%5B" + DAY + "%5D%5Bgte%5D=").append(from);
      joint = '&';
    }
    if (!address.contains("fields")) {
      for (String field : FIELDS) {
        asked.append(joint).append(FIELD + "=").append(field);
        joint = '&';
      }
    }
    return URI.create(asked.toString());
  }
}
