package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import dev.readout.corpus.Term;
import dev.readout.index.Evidence;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Whether the title of a measure holds what a question names. Thread-safe. */
record MeasureTitles(Generation generation) {
  private static final QuickPattern SOLD_TO_CHINA =
      QuickPattern.of(
          "\\b(?:s[eo]ll|sold|export|ship|suppl(?:y|ied)|deliver)\\w*\\b[^?]* to china\\b"
              + "|(?:卖|出口|出售|销售|供应|供货)[给到往至]?中国");

  private static final QuickPattern TO_THE_US =
      QuickPattern.of("\\bto (?:the )?(?:u\\.?s\\b|united states|america)");

  /** "ASML", which is no term. */
  private static final QuickPattern IN_CAPITALS = QuickPattern.exactly("[A-Z]{4,}");

  /** A month as it is written out; "may" is mostly none. */
  private static final QuickPattern MONTH =
      QuickPattern.of(
          "\\b(?:january|february|march|april|june|july|august|september|october|november|december)\\b");

  /** Whether all that is named but the two countries is in the title. */
  boolean holdsTheNames(QueryPlan plan, Evidence measure) {
    return IntStream.range(0, plan.tokens().size())
        .filter(i -> plan.tokens().get(i).kind() == QueryToken.Kind.TERM && !measure.inTitle()[i])
        .mapToObj(i -> plan.tokens().get(i).text())
        .filter(id -> !Composer.COUNTRIES.contains(id))
        .flatMap(id -> generation.term(id).stream())
        .allMatch(Term::isVocabulary);
  }

  /**
   * Whether it may be meant: its record speaks of each company that is named, and it is no notice
   * of whom a list has, where the list alone is named, nor what China lets in, where it is asked
   * what may be sold there.
   */
  boolean isOfTheNamed(QueryPlan plan, Evidence measure) {
    return speaksOfTheCompanies(plan, measure)
        && !namesItsAgencyAlone(plan, measure)
        && !(namesAListAlone(plan) && isOfAList(measure.record()))
        && !(measure.record().side() == Side.PRC && SOLD_TO_CHINA.isIn(plan.text()));
  }

  /** "Did the Senate confirm a new BIS chief" is of no rule that BIS made. */
  private boolean namesItsAgencyAlone(QueryPlan plan, Evidence measure) {
    List<QueryToken> agencies =
        StatementOrder.Named.of(plan, generation, term -> term.kind().equals("agency")).stream()
            .filter(i -> measure.inTitle()[i])
            .map(plan.tokens()::get)
            .toList();
    return !agencies.isEmpty()
        && IntStream.range(0, plan.tokens().size())
            .filter(i -> plan.tokens().get(i).hasContent() && measure.inTitle()[i])
            .mapToObj(plan.tokens()::get)
            .allMatch(
                token -> agencies.contains(token) || agencies.stream().anyMatch(token::isWithin));
  }

  private boolean isOfAList(CorpusRecord measure) {
    return generation.termsIn(measure.title()).stream()
        .flatMap(id -> generation.term(id).stream())
        .anyMatch(term -> term.kind().equals("list"));
  }

  private boolean namesAListAlone(QueryPlan plan) {
    List<Integer> lists = AskedList.lists(plan, generation);
    return !lists.isEmpty()
        && lists.containsAll(StatementOrder.Named.in(plan, generation).matters());
  }

  private boolean speaksOfTheCompanies(QueryPlan plan, Evidence measure) {
    return IntStream.range(0, plan.tokens().size())
        .filter(i -> isACompany(plan, plan.tokens().get(i)))
        .allMatch(i -> measure.inRecord()[i]);
  }

  private boolean isACompany(QueryPlan plan, QueryToken token) {
    return token.kind() == QueryToken.Kind.TERM
        ? generation.term(token.text()).filter(term -> term.kind().equals("company")).isPresent()
        : token.kind() == QueryToken.Kind.WORD
            && IN_CAPITALS.isWhole(plan.written(token))
            && !plan.isInAName(token);
  }

  /** Whether the goods that are named are in the title, be it within a longer name. */
  boolean isOfTheGoods(QueryPlan plan, Evidence measure) {
    List<QueryToken> tokens = plan.tokens();
    return IntStream.range(0, tokens.size())
        .filter(i -> tokens.get(i).kind() == QueryToken.Kind.TERM && !measure.inTitle()[i])
        .filter(
            i -> generation.term(tokens.get(i).text()).filter(MeasureTitles::isOfGoods).isPresent())
        .allMatch(
            name ->
                IntStream.range(0, tokens.size())
                    .filter(i -> i != name && tokens.get(i).isWithin(tokens.get(name)))
                    .filter(i -> tokens.get(i).hasContent())
                    .allMatch(i -> measure.inTitle()[i]));
  }

  private static boolean isOfGoods(Term term) {
    return term.kind().equals("commodity") || term.kind().equals("technology");
  }

  /** "Is there a tariff on books" is told by none that has no book in its title. */
  static boolean holdsTheGoods(QueryPlan plan, Evidence measure) {
    return IntStream.range(0, plan.tokens().size())
        .filter(i -> plan.tokens().get(i).hasContent() && !measure.inTitle()[i])
        .mapToObj(plan.tokens()::get)
        .allMatch(token -> token.kind() == QueryToken.Kind.TERM || plan.isInAName(token));
  }

  /** "Lithium batteries": its title has two words of one name that the question has together. */
  static boolean holdsTogether(QueryPlan plan, CorpusRecord record) {
    List<QueryToken> words =
        plan.tokens().stream()
            .filter(token -> token.kind() == QueryToken.Kind.WORD)
            .sorted(Comparator.comparingInt(QueryToken::start))
            .toList();
    String title = record.title().toLowerCase(Locale.ROOT);
    return IntStream.range(1, words.size())
        .filter(i -> words.get(i - 1).isTelling() && words.get(i).isTelling())
        .filter(i -> words.get(i).start() - words.get(i - 1).end() == 1)
        .filter(i -> areOneName(plan, words.get(i - 1), words.get(i)))
        .mapToObj(
            i -> begun(words.get(i - 1)) + "\\w{0,3}[ -]" + begun(words.get(i)) + "\\w{0,3}\\b")
        .anyMatch(together -> Pattern.compile("\\b" + together).matcher(title).find());
  }

  private static boolean areOneName(QueryPlan plan, QueryToken one, QueryToken next) {
    return plan.tokens().stream()
        .filter(token -> token.kind() == QueryToken.Kind.TERM)
        .anyMatch(name -> one.isWithin(name) && next.isWithin(name));
  }

  private static String begun(QueryToken word) {
    return Pattern.quote(word.text().replaceFirst("[eiy]$", ""));
  }

  /** "Exports to the US": what its title says is on these. */
  static boolean isToTheUsAsAsked(QueryPlan plan, CorpusRecord record) {
    return TO_THE_US.isIn(plan.text()) && TO_THE_US.isIn(record.title());
  }

  /** "Exports to the US": not the ban on those to Japan. */
  boolean isOfAThirdAlone(QueryPlan plan, CorpusRecord record) {
    return TO_THE_US.isIn(plan.text())
        && generation.termsIn(record.title()).stream()
            .filter(id -> !plan.termIds().contains(id) && !Composer.COUNTRIES.contains(id))
            .flatMap(id -> generation.term(id).stream())
            .anyMatch(term -> term.kind().equals("place") && term.side() == null)
        && !generation.termsIn(record.title()).contains("united-states");
  }

  /** "The October controls": in its title, or announced then. */
  static boolean isOfTheMonth(QueryPlan plan, CorpusRecord record) {
    MatchResult month = MONTH.first(plan.text());
    return month == null
        || record.title().toLowerCase(Locale.ROOT).contains(month.group().toLowerCase(Locale.ROOT))
        || record.anchorDay().getMonth().name().equalsIgnoreCase(month.group());
  }
}
