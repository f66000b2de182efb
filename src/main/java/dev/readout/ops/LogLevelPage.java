package dev.readout.ops;

import dev.readout.ops.http.Answer;
import dev.readout.ops.http.Asked;
import dev.readout.ops.http.Page;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /loglevel}: how much is logged, and another level for a logger until the next start. Only
 * where it helps to find a mistake, and down to DEBUG only: below that JDA writes what members
 * type.
 */
final class LogLevelPage implements Page {
  static final List<String> LEVELS = List.of("ERROR", "WARN", "INFO", "DEBUG");

  private static final Logger LOG = LoggerFactory.getLogger(LogLevelPage.class);
  private static final Pattern LOGGER =
      Pattern.compile("root|(dev\\.readout|net\\.dv8tion)(\\.[A-Za-z_][A-Za-z0-9_$]{0,80}){0,10}");

  private final LogLevels levels;

  LogLevelPage(LogLevels levels) {
    this.levels = levels;
  }

  @Override
  public Answer show(Asked asked) {
    return Answer.text(
        Answer.OK,
        levels.all().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
            .collect(Collectors.joining()));
  }

  @Override
  public boolean takesChanges() {
    return true;
  }

  @Override
  public Answer change(Asked asked) {
    String logger = asked.parameter("logger").orElse("dev.readout");
    String level = asked.parameter("level").orElse("").toUpperCase(Locale.ROOT);
    if (!LOGGER.matcher(logger).matches()) {
      return refused("the logger must be root, or dev.readout or net.dv8tion or below one of them");
    }
    if (!LEVELS.contains(level)) {
      return refused("the level must be one of " + String.join(", ", LEVELS));
    }
    levels.set(logger, level);
    LOG.warn("from now on {} logs from {} on, until the next start", logger, level);
    return Answer.text(Answer.OK, logger + " " + level + "\n");
  }

  private static Answer refused(String why) {
    return Answer.text(Answer.BAD_REQUEST, why + "\n");
  }
}
