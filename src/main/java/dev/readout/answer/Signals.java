package dev.readout.answer;

import dev.readout.answer.Mentions.Mention;
import dev.readout.answer.Mentions.Mention.Kind;
import dev.readout.answer.Ranker.Ranked;
import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.QuickPattern;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/** Measures how well the best record of a ranking meets the question. */
final class Signals {
  /** Differences of score past this say nothing more. */
  private static final double LARGEST_LEAD = 4;

  /** Weight × idf past which a word counts no more: one that a record in two hundred has. */
  private static final double LARGEST_MASS = 6;

  private static final double MOST_REPAIRS = 2;

  /** Idf from which a word is rare: in a tenth of the records or fewer. */
  private static final double RARE = 2.3;

  /** Likeness from which two texts are about the same, though they share no word. */
  private static final double SAME_MATTER = 0.5;

  /** Words that a number and its neighbour may be apart. */
  private static final int NEAR = 3;

  /** Letters and digits in one word, as chips, headings and vessels are named. */
  private static final Pattern ASKED_OF_A_DEED = Pattern.compile("[了过](?:什么|啥|多少)");

  private static final Pattern ASKED_OF_A_THING = Pattern.compile("是(?:谁|多少)|多少钱|有多少");

  private static final QuickPattern FAVOUR =
      QuickPattern.of(
          "^\\W*(?:(?:can|could|would|will) you )?(?:please )?"
              + "(?:recommend|suggest|write|draft|translate|compose|book|draw)"
              + " (?:(?:me|us) )?(?:a|an|the|my|some|this|that)\\b");

  private static final QuickPattern MODEL = QuickPattern.exactly("[a-z]+[0-9]{2,}[a-z]*");

  private final Generation generation;
  private final QueryPlan plan;
  private final Reading reading;
  private final Mentions mentions;
  private final Features features;
  private final MeetingPlaces places;

  Signals(
      Generation generation,
      QueryPlan plan,
      Reading reading,
      Features features,
      MeetingPlaces places) {
    this.places = places;
    this.generation = generation;
    this.plan = plan;
    this.reading = reading;
    this.mentions = features.mentions();
    this.features = features;
  }

  ToDoubleFunction<Signal> of(List<Ranked> ranking) {
    Evidence best = ranking.getFirst().evidence();
    double lead =
        ranking.size() > 1 ? ranking.get(0).score() - ranking.get(1).score() : LARGEST_LEAD;
    int place = mentions.closest(best);
    boolean[] closest =
        place < 0 ? best.inTitle() : Mentions.either(best.inStatement()[place], best.inTitle());
    return signal -> value(signal, best, closest, lead);
  }

  private double value(Signal signal, Evidence best, boolean[] closest, double lead) {
    boolean[] inRecord = best.inRecord();
    return switch (signal) {
      case BIAS -> 1;
      case WHOLE -> best.candidate().whole() / Math.max(plan.mass(), 1e-6);
      case ASKED_COVERAGE -> best.askedCoverage();
      case TERM_COVERAGE -> termCoverage(best.inAnyWords());
      case SAID -> mentions.coverage(closest);
      case LEAD -> Math.min(lead, LARGEST_LEAD) / LARGEST_LEAD;
      case DEFINED -> defined(best);
      case COMPARED -> indicator(reading.asks(Shape.COMPARISON));
      case REPAIRED -> Math.min(1, plan.repairs().size() / MOST_REPAIRS);
      case UNKNOWN_SHARE -> unknownShare();
      case HEAVIEST_MISSING -> heaviestMissing(best.inAnyWords());
      case DATE_MISSING -> indicator(lacks(inRecord, Kind.DATE));
      case THING_UNSAID -> heaviest(closest, mention -> mention.kind() == Kind.THING);
      case PLACE_MISSING -> indicator(lacks(inRecord, Kind.PLACE) || places.isElsewhere(best));
      case NUMBER_UNSAID -> heaviest(closest, mention -> mention.kind().isExact());
      case NUMBER_ELSEWHERE -> numberElsewhere(best);
      case CAPITAL_MISSING -> indicator(!mentions.lacking(inRecord, this::isCapital).isEmpty());
      case PAIR_MISSING -> heaviest(inRecord, mention -> mention.kind() == Kind.PAIR);
      case PERSON_MISSING ->
          indicator(
              lacks(inRecord, Kind.PERSON)
                  || (reading.asks(Shape.SPEECH) && lacks(inRecord, Kind.BODY)));
      case STATEMENT_LIKENESS -> best.candidate().likeness().statement();
      case QUESTION_LIKENESS -> best.candidate().likeness().question();
      case TITLE_LIKENESS -> best.candidate().likeness().title();
      case MOST_LIKENESS -> best.candidate().likeness().most();
    };
  }

  private double termCoverage(boolean[] held) {
    double all = 0;
    double sum = 0;
    List<QueryToken> tokens = plan.tokens();
    for (int i = 0; i < held.length; i++) {
      if (tokens.get(i).kind() == QueryToken.Kind.TERM) {
        all += tokens.get(i).idf();
        sum += held[i] ? tokens.get(i).idf() : 0;
      }
    }
    return all == 0 ? 0 : sum / all;
  }

  private double defined(Evidence best) {
    if (!features.definesTerm(best.record())) {
      return 0;
    }
    return indicator(reading.asks(Shape.DEFINITION)) + indicator(reading.asks(Shape.PERSON));
  }

  private double unknownShare() {
    List<QueryToken> telling = plan.tokens().stream().filter(QueryToken::isTelling).toList();
    long unknown = telling.stream().filter(token -> !token.known()).count();
    return telling.isEmpty() ? 0 : (double) unknown / telling.size();
  }

  private double heaviestMissing(boolean[] inRecord) {
    Predicate<Mention> telling = mention -> mention.kind() != Kind.ORDINARY;
    double most =
        mentions.all().stream().filter(telling).mapToDouble(Mention::mass).max().orElse(0);
    double missing =
        mentions.lacking(inRecord, telling).stream().mapToDouble(Mention::mass).max().orElse(0);
    return most == 0 ? 0 : missing / most;
  }

  private boolean lacks(boolean[] held, Kind kind) {
    return !mentions.lacking(held, mention -> mention.kind() == kind).isEmpty();
  }

  private double heaviest(boolean[] held, Predicate<Mention> which) {
    double most = mentions.lacking(held, which).stream().mapToDouble(Mention::mass).max().orElse(0);
    return Math.min(most, LARGEST_MASS) / LARGEST_MASS;
  }

  private boolean isCapital(Mention mention) {
    int start = plan.tokens().get(mention.token()).start();
    return mention.kind() == Kind.WORD
        && start > 0
        && Character.isUpperCase(plan.text().charAt(start));
  }

  /**
   * Whether the record has only places, agencies and dates of what is asked about, in whatever
   * words.
   */
  boolean onlyPlacesHeld(Evidence best) {
    if (best.candidate().likeness().most() >= SAME_MATTER) {
      return false;
    }
    List<QueryToken> places =
        plan.tokens().stream()
            .filter(token -> isOfKind(token, "place") || isOfKind(token, "agency"))
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
        // Not "China and the US", which no record needs to say of itself.
        lacks |= !token.known() || token.idf() >= RARE;
      }
    }
    return lacks;
  }

  /** Whether it names a day after the last that the sources reach, and the record does not. */
  boolean isAfterTheSources(Evidence best) {
    LocalDate reach = generation.info().reachesTo();
    for (int i = 0; reach != null && i < plan.tokens().size(); i++) {
      QueryToken token = plan.tokens().get(i);
      if (token.kind() == QueryToken.Kind.DATE
          && !best.inRecord()[i]
          && token.text().compareTo(reach.toString().substring(0, token.text().length())) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether something is to be done or thought up: "can you recommend", "write me a script". */
  boolean asksForAFavour() {
    return FAVOUR.isIn(plan.text());
  }

  /** Whether, in Chinese, what is asked of it is a word that no record has: "月工资是多少". */
  boolean asksOfWhatNobodyHas() {
    return plan.tokens().stream()
        .filter(token -> !token.known())
        .anyMatch(
            token ->
                switch (token.kind()) {
                  case CHARACTER -> isFollowedBy(token, ASKED_OF_A_DEED);
                  case PAIR -> token.weight() >= 1 && isFollowedBy(token, ASKED_OF_A_THING);
                  default -> false;
                });
  }

  private boolean isFollowedBy(QueryToken token, Pattern words) {
    return words.matcher(plan.text()).region(token.end(), plan.text().length()).lookingAt();
  }

  /** Whether it names an official number or a model such as "A100" that no record has. */
  boolean namesWhatNobodyHas() {
    return plan.tokens().stream()
        .filter(token -> !token.known())
        .anyMatch(
            token ->
                token.kind() == QueryToken.Kind.CITATION
                    || (token.kind() == QueryToken.Kind.WORD && MODEL.isWhole(token.text())));
  }

  /**
   * Whether the question names an official number that the record is cited by or speaks of, or
   * quotes what it says, and the record holds all else that it names.
   */
  boolean isCited(Evidence best) {
    return mentions.all().stream().anyMatch(Signals::isCitation)
        && mentions.lacking(Mentions.said(best), Signals::isCitation).isEmpty()
        && mentions
            .lacking(
                best.inRecord(),
                mention -> mention.kind() != Kind.ORDINARY && mention.kind() != Kind.SIDE)
            .isEmpty();
  }

  private static boolean isCitation(Mention mention) {
    return mention.kind() == Kind.CITATION || mention.kind() == Kind.QUOTATION;
  }

  private boolean isOfKind(QueryToken token, String kind) {
    return token.kind() == QueryToken.Kind.TERM
        && generation.term(token.text()).filter(term -> term.kind().equals(kind)).isPresent();
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

  private static double indicator(boolean value) {
    return value ? 1 : 0;
  }

  /**
   * What speaks for or against the best record answering the question at all; every value is about
   * 0 to 1. "Missing" is what the record lacks anywhere; "unsaid" what its closest statement, with
   * the title, lacks.
   */
  public enum Signal implements Weights.Weighed {
    BIAS,
    /** BM25 of the whole record, by the mass of the question. */
    WHOLE,
    /** Share of the question that the closest of the record's own questions holds. */
    ASKED_COVERAGE,
    /** Share of the terms named that the record holds. */
    TERM_COVERAGE,
    /** Share of what the question mentions that the closest statement, with the title, holds. */
    SAID,
    /** How far the second record is behind, capped. */
    LEAD,
    /** A definition is asked for, and the record gives it. */
    DEFINED,
    COMPARED,
    REPAIRED,
    /** Share of the words about something that no record holds. */
    UNKNOWN_SHARE,
    /** The weightiest mention that is missing, against the weightiest there is. */
    HEAVIEST_MISSING,
    /** A date in the question. */
    DATE_MISSING,
    /** A company, law, list or other thing with a name. */
    THING_UNSAID,
    /** A place that is not one of the two countries. */
    PLACE_MISSING,
    /** A number, an official number of several, or words quoted. */
    NUMBER_UNSAID,
    /** A number whose neighbour in the question is not near it in the record. */
    NUMBER_ELSEWHERE,
    /** A capitalised word that is no term. */
    CAPITAL_MISSING,
    /** Two Chinese characters. */
    PAIR_MISSING,
    /** A person who is neither in the record nor of its side's delegation. */
    PERSON_MISSING,
    /** How alike its most alike statement is to the question in meaning. */
    STATEMENT_LIKENESS,
    QUESTION_LIKENESS,
    TITLE_LIKENESS,
    /** The largest of the three: one text that means the same is enough. */
    MOST_LIKENESS;
  }
}
