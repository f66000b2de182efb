package dev.readout.discord.standin.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A method and a path of Discord's with what it does.
 *
 * @param template the path, such as "channels/{}/messages"; also names the rate-limit bucket
 * @param needsToken false where the path itself carries a secret
 */
record Route(
    String method,
    String template,
    Pattern pattern,
    boolean needsToken,
    Function<Request, Answer> action) {

  static Route of(String method, String template, Function<Request, Answer> action) {
    return new Route(method, template, pattern(template), true, action);
  }

  static Route open(String method, String template, Function<Request, Answer> action) {
    return new Route(method, template, pattern(template), false, action);
  }

  private static Pattern pattern(String template) {
    return Pattern.compile(template.replace("{}", "([^/]+)"));
  }

  /** The arguments in the path, if the request is for this route. */
  Optional<List<String>> match(String method, String path) {
    Matcher matcher = pattern.matcher(path);
    if (!this.method.equals(method) || !matcher.matches()) {
      return Optional.empty();
    }
    List<String> arguments = new ArrayList<>();
    for (int i = 1; i <= matcher.groupCount(); i++) {
      arguments.add(matcher.group(i));
    }
    return Optional.of(arguments);
  }
}
