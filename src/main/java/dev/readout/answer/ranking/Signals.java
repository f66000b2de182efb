package dev.readout.answer.ranking;

import dev.readout.answer.reading.Language;
import dev.readout.answer.reading.Reading;
import dev.readout.answer.reading.Shape;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Measures how well the best record of a ranking meets the question. */
final class Signals {
  /** Differences of score past this say nothing more. */
  private static final double LARGEST_LEAD = 4;

  private static final double SHORT_TOKENS = 3;

  private static final Pattern FORECAST =
      Pattern.compile(
          "\\b(?:should (?:i|we)|will"
              + " (?:the|there|it|they|he|she|china|trump|xi|prices?|stocks?)|going to"
              + " (?:win|happen|rise|fall)|predict\\w*|forecast\\w*|do you think|your opinion|who"
              + " (?:will|is going to) win|who won|who is winning|worth it|better (?:for|than)|best"
              + " \\w+|recommend\\w*|odds|likely|chances?|invest in|buy or sell|stock"
              + " price|shares?)\\b|(?:会不会|该不该|应该.*吗|你觉得|你认为|预测|推荐|建议|谁会赢|股价|值得|未来)",
          Pattern.CASE_INSENSITIVE);

  /** The word after "which", "what" or "how many", past words that only describe it. */
  private static final Pattern WANTED =
      Pattern.compile(
          "\\b(?:which|what|how many|whose|number of|name of(?:"
              + " the)?)\\s+((?:[\\p{L}\\p{N}'’-]+\\s+){0,2}?[\\p{L}\\p{N}'’-]+)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final int NEAR = 3;

  private final Generation generation;
  private final QueryPlan plan;
  private final Reading reading;
  private final LocalDate reachesTo;

  Signals(Generation generation, QueryPlan plan, Reading reading, LocalDate reachesTo) {
    this.generation = generation;
    this.plan = plan;
    this.reading = reading;
    this.reachesTo = reachesTo;
  }

  EnumMap<Signal, Double> of(List<Ranked> ranking, Map<Feature, Double> features) {
    Evidence best = ranking.getFirst().evidence();
    double lead =
        ranking.size() > 1 ? ranking.get(0).score() - ranking.get(1).score() : LARGEST_LEAD;
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
      case UNKNOWN_MASS -> unknownMass();
      case UNKNOWN -> missing(best, token -> !token.known());
      case REPAIRED -> Math.min(1, plan.repairs().size() / 2.0);
      case NAME_MISSING -> missing(best, this::isName);
      case NAME_UNKNOWN -> missing(best, token -> isName(token) && !token.known());
      case NUMBER_MISSING -> missing(best, token -> token.kind() == QueryToken.Kind.NUMBER);
      case NUMBER_ELSEWHERE -> numberElsewhere(best);
      case ENTITY_MISSING -> missing(best, this::isEntity);
      case ENTITY_UNKNOWN -> missing(best, token -> isEntity(token) && !token.known());
      case WANTED_MISSING -> wantedMissing(best, token -> true);
      case WANTED_UNKNOWN -> wantedMissing(best, token -> !token.known());
      case DATE_MISSING -> missing(best, token -> token.kind() == QueryToken.Kind.DATE);
      case LOCAL_COVERAGE -> localCoverage(best);
      case ONLY_PLACES_HELD -> indicator(onlyPlacesHeld(best));
      case CHINESE -> indicator(reading.language() == Language.ZH);
      case COMPARED -> indicator(reading.asks(Shape.COMPARISON));
      case TIME_CONFLICT -> timeConflict(best);
      case BEYOND_SOURCES ->
          indicator(reading.first() != null && reading.first().isAfter(reachesTo));
      case FORECAST -> indicator(FORECAST.matcher(plan.text()).find());
      case LEAD -> Math.min(lead, LARGEST_LEAD) / LARGEST_LEAD;
      case DEFINED ->
          features.getOrDefault(Feature.DEFINES_TERM_ASKED, 0.0)
              + features.getOrDefault(Feature.PERSON_ASKED, 0.0);
      case SHORT ->
          indicator(plan.tokens().stream().filter(QueryToken::isTelling).count() < SHORT_TOKENS);
    };
  }

  private double heaviestMissing(Evidence best) {
    double all = 0;
    double missing = 0;
    for (int i = 0; i < plan.tokens().size(); i++) {
      QueryToken token = plan.tokens().get(i);
      if (token.isTelling()) {
        double mass = token.weight() * token.idf();
        all = Math.max(all, mass);
        missing = best.inRecord()[i] ? missing : Math.max(missing, mass);
      }
    }
    return all == 0 ? 0 : missing / all;
  }

  private double unknownMass() {
    double all = 0;
    double unknown = 0;
    for (QueryToken token : plan.tokens()) {
      if (token.isTelling()) {
        double mass = token.weight() * token.idf();
        all += mass;
        unknown += token.known() ? 0 : mass;
      }
    }
    return all == 0 ? 0 : unknown / all;
  }

  private double missingShare(Evidence best, Predicate<QueryToken> which) {
    int all = 0;
    int missing = 0;
    for (int i = 0; i < plan.tokens().size(); i++) {
      QueryToken token = plan.tokens().get(i);
      if (token.isTelling()) {
        all++;
        missing += which.test(token) && !best.inRecord()[i] ? 1 : 0;
      }
    }
    return all == 0 ? 0 : (double) missing / all;
  }

  private double missing(Evidence best, Predicate<QueryToken> which) {
    for (int i = 0; i < plan.tokens().size(); i++) {
      QueryToken token = plan.tokens().get(i);
      if (token.isTelling() && which.test(token) && !best.inRecord()[i]) {
        return 1;
      }
    }
    return 0;
  }

  /** Names only: whether an ordinary word is translated does not tell whether it is meant. */
  private boolean isEntity(QueryToken token) {
    return token.kind() == QueryToken.Kind.TERM
        && generation.term(token.text()).filter(term -> !term.isVocabulary()).isPresent();
  }

  private double wantedMissing(Evidence best, Predicate<QueryToken> which) {
    Matcher wanted = WANTED.matcher(plan.text());
    if (!wanted.find()) {
      return 0;
    }
    return missing(
        best,
        token ->
            which.test(token) && token.start() >= wanted.start(1) && token.end() <= wanted.end(1));
  }

  private boolean onlyPlacesHeld(Evidence best) {
    List<QueryToken> places =
        plan.tokens().stream()
            .filter(token -> token.kind() == QueryToken.Kind.TERM)
            .filter(
                token ->
                    generation
                        .term(token.text())
                        .filter(term -> term.kind().equals("place"))
                        .isPresent())
            .toList();
    boolean lacks = false;
    for (int i = 0; i < plan.tokens().size(); i++) {
      QueryToken token = plan.tokens().get(i);
      boolean inPlace =
          places.stream().anyMatch(p -> p.start() <= token.start() && token.end() <= p.end());
      if (token.isTelling() && token.kind() != QueryToken.Kind.DATE && !inPlace) {
        if (best.inRecord()[i]) {
          return false;
        }
        lacks = true;
      }
    }
    return lacks;
  }

  private double numberElsewhere(Evidence best) {
    List<QueryToken> words =
        plan.tokens().stream()
            .filter(t -> t.kind() == QueryToken.Kind.WORD || t.kind() == QueryToken.Kind.NUMBER)
            .toList();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).kind() == QueryToken.Kind.NUMBER && words.get(i).hasContent()) {
        QueryToken number = words.get(i);
        boolean before =
            i > 0 && generation.holdsNear(best.candidate(), words.get(i - 1), number, NEAR);
        boolean after =
            i + 1 < words.size()
                && generation.holdsNear(best.candidate(), words.get(i + 1), number, NEAR);
        if (!before && !after) {
          return 1;
        }
      }
    }
    return 0;
  }

  private double localCoverage(Evidence best) {
    double most = 0;
    for (boolean[] inStatement : best.inStatement()) {
      double all = 0;
      double held = 0;
      for (int i = 0; i < inStatement.length; i++) {
        QueryToken token = plan.tokens().get(i);
        if (token.hasContent()) {
          double mass = token.weight() * token.idf();
          all += mass;
          held += inStatement[i] || best.inTitle()[i] ? mass : 0;
        }
      }
      most = Math.max(most, all == 0 ? 0 : held / all);
    }
    return most;
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
