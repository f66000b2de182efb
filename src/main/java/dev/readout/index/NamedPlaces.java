package dev.readout.index;

import dev.readout.corpus.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The places that the name of a meeting speaks of: "the Madrid talks" were in Madrid. A law or deal
 * that has a place in its name does not speak of it. Immutable.
 */
final class NamedPlaces {
  private static final String PLACE = "place";
  private static final String EVENT = "event";

  private final Map<String, Set<String>> byName = new HashMap<>();

  NamedPlaces(List<Term> terms) {
    List<Term> places = terms.stream().filter(term -> term.kind().equals(PLACE)).toList();
    terms.stream()
        .filter(term -> term.kind().equals(EVENT))
        .flatMap(event -> event.names().stream())
        .map(NamedPlaces::lower)
        .forEach(name -> byName.put(name, in(name, places)));
  }

  private static Set<String> in(String name, List<Term> places) {
    return places.stream()
        .filter(place -> place.names().stream().anyMatch(one -> has(name, lower(one))))
        .map(Term::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the name has the place's in it, in Latin script as words of its own. */
  private static boolean has(String name, String place) {
    int start = name.indexOf(place);
    return start >= 0
        && (Character.isIdeographic(place.codePointAt(0))
            || (!isLetter(name, start - 1) && !isLetter(name, start + place.length())));
  }

  private static boolean isLetter(String text, int place) {
    return place >= 0 && place < text.length() && Character.isLetter(text.charAt(place));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The ids of the places, for a name as a text has it; empty where it is none of a meeting. */
  Set<String> of(String name) {
    return byName.getOrDefault(lower(name), Set.of());
  }
}
