package dev.readout.intake.extract;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a text fragment selects in a page: the first place that begins with its start and
 * reaches to the first end after it, at borders of words, each within one block.
 *
 * <p>Stricter than a browser, since browsers differ: the start may stand nowhere else in the page,
 * not even inside a word or in text that is not seen. Source: WICG, "URL Fragment Text Directives".
 */
final class FragmentMatcher {
  static final String PREFIX = ":~:text=";

  private static final Pattern COMMA = Pattern.compile(",");

  private final PageText page;

  FragmentMatcher(PageText page) {
    this.page = page;
  }

  /** A part of the page's text; one past its last character is {@code end}. */
  record Place(int start, int end) {}

  /** The only place that the fragment selects; null for none or several. */
  @Nullable Place only(String fragment) {
    if (!fragment.startsWith(PREFIX)) {
      return null;
    }
    String[] parts = COMMA.split(fragment.substring(PREFIX.length()), -1);
    if (parts.length > 2) {
      return null;
    }
    String start = decoded(parts[0]);
    Place first = next(start, 0);
    if (first == null || page.folded().indexOf(start, first.start() + 1) >= 0 || !isWhole(first)) {
      return null;
    }
    if (parts.length == 1) {
      return first;
    }
    Place last = next(decoded(parts[1]), first.end());
    return last == null || !isWhole(last) ? null : new Place(first.start(), last.end());
  }

  private static String decoded(String part) {
    return PageText.folded(URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8));
  }

  private @Nullable Place next(String part, int from) {
    int at = part.isEmpty() ? -1 : page.folded().indexOf(part, from);
    return at < 0 || at + part.length() > page.seen() ? null : new Place(at, at + part.length());
  }

  private boolean isWhole(Place place) {
    return page.isEdge(place.start()) && page.isEdge(place.end());
  }
}
