package dev.readout.answer.ranking;

import dev.readout.answer.reading.Reading;
import dev.readout.index.Evidence;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Measures how well the best record of a ranking meets the question. */
final class Signals {
  /** Differences of score past this say nothing more. */
  private static final double LARGEST_LEAD = 4;

  private static final double SHORT_TOKENS = 3;

  private static final Pattern FORECAST =
      Pattern.compile(
          "\\b(?:should (?:i|we)|will (?:the|there|it|they|he|she|china|trump|xi|prices?|stocks?)|going to (?:win|happen|rise|fall)"
              + "|predict\\w*|forecast\\w*|do you think|your opinion|who (?:will|is going to) win|who won|who is winning|worth it"
              + "|better (?:for|than)|best (?:way|time|place|stock)|recommend\\w*|odds|likely|chances?|invest in|buy or sell|stock price|shares?)\\b"
              + "|(?:会不会|该不该|应该.*吗|你觉得|你认为|预测|推荐|建议|谁会赢|股价|值得|未来)",
          Pattern.CASE_INSENSITIVE);

  private final QueryPlan plan;
  private final Reading reading;
  private final LocalDate reachesTo;

  Signals(QueryPlan plan, Reading reading, LocalDate reachesTo) {
    this.plan = plan;
    this.reading = reading;
    this.reachesTo = reachesTo;
  }

  EnumMap<Signal, Double> of(List<Ranked> ranking, Map<Feature, Double> features) {
    Evidence best = ranking.getFirst().evidence();
    double lead = ranking.size() > 1 ? ranking.get(0).score() - ranking.get(1).score() : LARGEST_LEAD;
    EnumMap<Signal, Double> values = new EnumMap<>(Signal.class);
    for (Signal signal : Signal.values()) {
      values.put(signal, value(signal, best, features, lead));
    }
    return values;
  }

  private double value(Signal signal, Evidence best, Map<Feature, Double> features, double lead) {
    return switch (signal) {
      case BIAS -> 1;
      case WHOLE -> features.getOrDefault(Feature.WHOLE, 0.0);
      case STATEMENT -> features.getOrDefault(Feature.STATEMENT, 0.0);
      case QUESTION -> features.getOrDefault(Feature.QUESTION, 0.0);
      case RECORD_COVERAGE -> features.getOrDefault(Feature.RECORD_COVERAGE, 0.0);
      case STATEMENT_COVERAGE -> features.getOrDefault(Feature.STATEMENT_COVERAGE, 0.0);
      case ASKED_COVERAGE -> features.getOrDefault(Feature.ASKED_COVERAGE, 0.0);
      case TERM_COVERAGE -> features.getOrDefault(Feature.TERM_COVERAGE, 0.0);
      case HEAVIEST_MISSING -> heaviestMissing(best);
      case MISSING_SHARE -> missingShare(best, token -> true);
      case UNKNOWN_SHARE -> missingShare(best, token -> !token.known());
      case UNKNOWN -> missing(best, token -> !token.known());
      case REPAIRED -> Math.min(1, plan.repairs().size() / 2.0);
      case NAME_MISSING -> missing(best, this::isName);
      case NUMBER_MISSING -> missing(best, token -> token.kind() == QueryToken.Kind.NUMBER);
      case TERM_MISSING -> missing(best, token -> token.kind() == QueryToken.Kind.TERM);
      case TIME_CONFLICT -> timeConflict(best);
      case BEYOND_SOURCES -> indicator(reading.first() != null && reading.first().isAfter(reachesTo));
      case FORECAST -> indicator(FORECAST.matcher(plan.text()).find());
      case LEAD -> Math.min(lead, LARGEST_LEAD) / LARGEST_LEAD;
      case DEFINED ->
          features.getOrDefault(Feature.DEFINES_TERM_ASKED, 0.0) + features.getOrDefault(Feature.PERSON_ASKED, 0.0);
      case SHORT -> indicator(plan.tokens().stream().filter(QueryToken::hasContent).count() < SHORT_TOKENS);
    };
  }

  private double heaviestMissing(Evidence best) {
    double all = 0;
    double missing = 0;
    for (int i = 0; i < plan.tokens().size(); i++) {
      QueryToken token = plan.tokens().get(i);
      if (token.hasContent()) {
        double mass = token.weight() * token.idf();
        all = Math.max(all, mass);
        missing = best.inRecord()[i] ? missing : Math.max(missing, mass);
      }
    }
    return all == 0 ? 0 : missing / all;
  }

  private double missingShare(Evidence best, Predicate<QueryToken> which) {
    int all = 0;
    int missing = 0;
    for (int i = 0; i < plan.tokens().size(); i++) {
      QueryToken token = plan.tokens().get(i);
      if (token.hasContent()) {
        all++;
        missing += which.test(token) && !best.inRecord()[i] ? 1 : 0;
      }
    }
    return all == 0 ? 0 : (double) missing / all;
  }

  private double missing(Evidence best, Predicate<QueryToken> which) {
    for (int i = 0; i < plan.tokens().size(); i++) {
      QueryToken token = plan.tokens().get(i);
      if (token.hasContent() && which.test(token) && !best.inRecord()[i]) {
        return 1;
      }
    }
    return 0;
  }

  private boolean isName(QueryToken token) {
    return token.kind() == QueryToken.Kind.WORD
        && token.start() > 0
        && Character.isUpperCase(plan.text().charAt(token.start()));
  }

  private double timeConflict(Evidence best) {
    if (!reading.hasSpan() || reading.spans(best.record().anchorDay())) {
      return 0;
    }
    for (int i = 0; i < plan.tokens().size(); i++) {
      if (plan.tokens().get(i).kind() == QueryToken.Kind.DATE && best.inRecord()[i]) {
        return 0;
      }
    }
    return 1;
  }

  private static double indicator(boolean value) {
    return value ? 1 : 0;
  }
}
