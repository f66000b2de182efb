package dev.readout.corpus;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A constant that front matter, options, JSON and the database name in one way. */
public interface WireNamed {
  /** An enum's own. */
  String name();

  /** As in {@code official-page}. */
  @JsonValue
  default String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant of that wire name, if there is one. */
  static <E extends WireNamed> Optional<E> of(E[] constants, String wireName) {
    return Arrays.stream(constants).filter(each -> each.wireName().equals(wireName)).findFirst();
  }
}
