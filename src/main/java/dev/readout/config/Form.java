package dev.readout.config;

import dev.readout.discord.BotToken;
import dev.readout.discord.Bounds;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What may be written for a setting, and how. Immutable.
 *
 * @param allowed in words that follow "write"
 * @param reader from text that is not blank; throws {@link IllegalArgumentException} with a message
 *     for people that does not repeat the text
 * @param writer back to text
 */
record Form<T>(String allowed, Function<String, T> reader, Function<T, String> writer) {
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

  T read(String text) {
    return reader.apply(text);
  }

  String text(T value) {
    return writer.apply(value);
  }

  static Form<Integer> number(Bounds<Integer> bounds) {
    String allowed =
        String.format(Locale.ROOT, "a whole number from %d to %d", bounds.least(), bounds.most());
    return new Form<>(
        allowed,
        text -> {
          if (!NUMBER.matcher(text).matches() || !bounds.hold(Integer.valueOf(text))) {
            throw refused(allowed);
          }
          return Integer.valueOf(text);
        },
        String::valueOf);
  }

  static Form<Duration> duration(Bounds<Duration> bounds) {
    String allowed =
        "%s to %s, as a whole number with s, m, h or d for its unit"
            .formatted(durationText(bounds.least()), durationText(bounds.most()));
    return new Form<>(
        allowed,
        text -> {
          Matcher parts = DURATION.matcher(text);
          if (!parts.matches()) {
            throw refused(allowed);
          }
          Duration duration =
              Duration.of(Long.parseLong(parts.group(1)), UNITS.get(parts.group(2)));
          if (!bounds.hold(duration)) {
            throw refused(allowed);
          }
          return duration;
        },
        Form::durationText);
  }

  /** In days where it is whole days, else in seconds. */
  private static String durationText(Duration duration) {
    return Duration.ofDays(duration.toDays()).equals(duration)
        ? duration.toDays() + "d"
        : duration.toSeconds() + "s";
  }

  /** An address of a server: no name and password, no query, since it is shown and appended to. */
  static Form<URI> url(String... schemes) {
    String allowed =
        Arrays.stream(schemes)
            .map(scheme -> scheme + "://")
            .collect(
                Collectors.joining(
                    " or ", "an address with ", " and a host, without user or query"));
    return new Form<>(
        allowed,
        text -> {
          URI url = parsed(text, allowed);
          boolean known =
              url.getScheme() != null
                  && List.of(schemes).contains(url.getScheme().toLowerCase(Locale.ROOT));
          if (!known
              || url.getHost() == null
              || url.getRawUserInfo() != null
              || url.getRawQuery() != null
              || url.getRawFragment() != null) {
            throw refused(allowed);
          }
          return url;
        },
        URI::toString);
  }

  private static URI parsed(String text, String allowed) {
    try {
      return new URI(text);
    } catch (URISyntaxException _) {
      throw refused(allowed);
    }
  }

  static Form<Boolean> flag() {
    String allowed = "true or false";
    return new Form<>(
        allowed,
        text ->
            switch (text) {
              case "true" -> true;
              case "false" -> false;
              default -> throw refused(allowed);
            },
        String::valueOf);
  }

  /** A number, not a name, so that reading settings asks no name server. */
  static Form<InetAddress> address() {
    String allowed = "an IP address of this machine, or 0.0.0.0 or :: for all of them";
    return new Form<>(
        allowed,
        text -> {
          try {
            return InetAddress.ofLiteral(text);
          } catch (IllegalArgumentException _) {
            throw refused(allowed);
          }
        },
        InetAddress::getHostAddress);
  }

  /** One of some words, in capital letters or small ones. */
  static <T> Form<T> word(List<T> values, Function<T, String> writer) {
    List<String> words = values.stream().map(writer).toList();
    String allowed =
        String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    return new Form<>(
        allowed,
        text ->
            values.stream()
                .filter(value -> writer.apply(value).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> refused(allowed)),
        writer);
  }

  /** YAML reads on and off as true and false, if they stand without quotation marks. */
  static Form<Boolean> onOff() {
    String allowed = "on or off";
    return new Form<>(
        allowed,
        text ->
            switch (text) {
              case "on", "true" -> true;
              case "off", "false" -> false;
              default -> throw refused(allowed);
            },
        isOn -> isOn ? "on" : "off");
  }

  static Form<Path> path(String allowed) {
    return new Form<>(
        allowed,
        text -> {
          try {
            return Path.of(text);
          } catch (InvalidPathException _) {
            throw refused(allowed);
          }
        },
        Path::toString);
  }

  static Form<Set<Long>> ids() {
    String allowed =
        "up to " + MAX_IDS + " Discord user ids, a list in the file, separated by commas elsewhere";
    return new Form<>(
        allowed,
        text -> {
          List<String> ids = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
          if (ids.size() > MAX_IDS || !ids.stream().allMatch(Form::isId)) {
            throw refused(allowed);
          }
          return ids.stream().map(Long::valueOf).collect(Collectors.toUnmodifiableSet());
        },
        ids -> ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(",")));
  }

  /** As many digits as the largest long has, and no larger. */
  private static boolean isId(String text) {
    String largest = String.valueOf(Long.MAX_VALUE);
    return ID.matcher(text).matches()
        && (text.length() < largest.length() || text.compareTo(largest) <= 0);
  }

  static Form<BotToken> token() {
    return new Form<>(
        "the token alone, as Discord's Developer Portal shows it",
        BotToken::new,
        BotToken::toString);
  }

  private static IllegalArgumentException refused(String allowed) {
    return new IllegalArgumentException("write " + allowed);
  }
}
