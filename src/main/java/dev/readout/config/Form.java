package dev.readout.config;

import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What may be written for a setting, by its type, and how it is read. Immutable. */
record Form(Class<?> type, Setting setting) {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})([smhd])");
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,18}");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS,
          "d", ChronoUnit.DAYS);

  /** Operators are a handful of people. */
  private static final int MAX_IDS = 100;

  /** In words that follow "write". */
  String allowed() {
    if (type == int.class) {
      return "a whole number from %s to %s".formatted(setting.least(), setting.most());
    } else if (type == Duration.class) {
      return "%s to %s, as a whole number with s, m, h or d for its unit"
          .formatted(setting.least(), setting.most());
    } else if (type == boolean.class) {
      return "on or off";
    } else if (type == URI.class) {
      return Arrays.stream(setting.of())
          .map(scheme -> scheme + "://")
          .collect(
              Collectors.joining(" or ", "an address with ", " and a host, without user or query"));
    } else if (type == InetAddress.class) {
      return "an IP address of this machine, or 0.0.0.0 or :: for all of them";
    } else if (type == Set.class) {
      return "up to " + MAX_IDS + " Discord user ids, separated by commas or a list in the file";
    } else if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(Form::text)
          .collect(Collectors.joining(", "));
    }
    return String.join(" ", setting.of());
  }

  /** Reads a value; throws for people, without repeating the text, when it is not allowed. */
  Object read(String text) {
    Object value = valueOrNull(text);
    if (value == null) {
      throw new IllegalArgumentException("write " + allowed());
    }
    return value;
  }

  /** Null for text that is not allowed. */
  private @Nullable Object valueOrNull(String text) {
    if (type == int.class) {
      return NUMBER.matcher(text).matches() && isWithin(Integer.valueOf(text), Integer::valueOf)
          ? Integer.valueOf(text)
          : null;
    } else if (type == Duration.class) {
      Duration duration = duration(text);
      return duration != null && isWithin(duration, Form::duration) ? duration : null;
    } else if (type == boolean.class) {
      return switch (text) {
        case "on", "true" -> true;
        case "off", "false" -> false;
        default -> null;
      };
    } else if (type == URI.class) {
      return address(text);
    } else if (type == Set.class) {
      return ids(text);
    } else if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .filter(value -> text(value).equalsIgnoreCase(text))
          .findFirst()
          .orElse(null);
    }
    try {
      // A number, not a name, so that reading settings asks no name server.
      return type == InetAddress.class
          ? InetAddress.ofLiteral(text)
          : type == Path.class ? Path.of(text) : ofOneText(text);
    } catch (InvalidPathException _) {
      return null;
    } catch (IllegalArgumentException e) {
      if (type == InetAddress.class) {
        return null;
      }
      throw e;
    }
  }

  private interface Bound<T> {
    @Nullable T of(String text);
  }

  private <T extends Comparable<T>> boolean isWithin(T value, Bound<T> bound) {
    T least = bound.of(setting.least());
    T most = bound.of(setting.most());
    return least != null
        && most != null
        && value.compareTo(least) >= 0
        && value.compareTo(most) <= 0;
  }

  private static @Nullable Duration duration(String text) {
    Matcher parts = DURATION.matcher(text);
    return parts.matches()
        ? Duration.of(Long.parseLong(parts.group(1)), UNITS.get(parts.group(2)))
        : null;
  }

  /** Of a server: no name and password, no query, since it is shown and appended to. */
  private @Nullable URI address(String text) {
    try {
      URI url = new URI(text);
      boolean isPlain =
          url.getScheme() != null
              && List.of(setting.of()).contains(url.getScheme().toLowerCase(Locale.ROOT))
              && url.getHost() != null
              && url.getRawUserInfo() == null
              && url.getRawQuery() == null
              && url.getRawFragment() == null;
      return isPlain ? url : null;
    } catch (URISyntaxException _) {
      return null;
    }
  }

  private static @Nullable Set<Long> ids(String text) {
    List<String> ids = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    try {
      return ids.size() <= MAX_IDS && ids.stream().allMatch(id -> ID.matcher(id).matches())
          ? ids.stream().map(Long::valueOf).collect(Collectors.toUnmodifiableSet())
          : null;
    } catch (NumberFormatException _) { // larger than the largest long
      return null;
    }
  }

  /** A record of one text, which says itself what it refuses. */
  private Object ofOneText(String text) {
    try {
      return type.getConstructor(String.class).newInstance(text);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof IllegalArgumentException refused
          ? refused
          : new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A value as it could be written. */
  static String text(Object value) {
    return switch (value) {
      case Boolean isOn -> isOn ? "on" : "off";
      case Enum<?> word -> word.name().toLowerCase(Locale.ROOT);
      case InetAddress address -> address.getHostAddress();
      case Duration duration ->
          !duration.isZero() && Duration.ofDays(duration.toDays()).equals(duration)
              ? duration.toDays() + "d"
              : duration.toSeconds() + "s";
      case Collection<?> ids ->
          ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
      default -> value.toString();
    };
  }
}
