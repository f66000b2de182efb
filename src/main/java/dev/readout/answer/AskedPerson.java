package dev.readout.answer;

import dev.readout.answer.Reading.Shape;
import dev.readout.answer.StatementOrder.Named;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whom a question asks about, where no record tells of him or of his life. Pure functions. */
final class AskedPerson {
  private static final String SURNAMES =
      "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎武乔贺赖龚文";

  /** "王沪宁在釜山……说": a name by its surname, before what somebody does. */
  private static final QuickPattern OF_AN_OFFICE =
      QuickPattern.of(
          "^\\W*who(?:['’]?s)?(?: is| was| are| were)? (?:(?:heads?|headed|leads?|led|runs?|ran)\\b"
              + "|(?:[\\p{L}.'’-]+ ){0,4}?(?<office>secretary|minister|ambassador|vice president"
              + "|spokes|governor|chairman)(?!['’]s))");

  private static final QuickPattern OF_ANY_BODY =
      QuickPattern.exactly("\\b(?:department|ministry|of|the)\\b");

  private static final Pattern WORDS = Pattern.compile("\\W+");

  private static final QuickPattern CHINESE_NAME =
      QuickPattern.exactly(
          "(?:^|[，。；？、和与跟])(?<name>["
              + SURNAMES
              + "]\\p{IsHan}{1,2})(?=在|于|对|就|向|说|讲|谈|提|表示|称|的|是|有没有|出席|参加|会见|访问)");

  private static final QuickPattern TAKES_PART = QuickPattern.exactly("出席|参加|会见|访问|见了");

  /** Where somebody was born, what he studied, how old he is. */
  private static final QuickPattern OF_A_LIFE =
      QuickPattern.of(
          "\\b(?:how old|born|birth\\w*|college|universit\\w+|stud(?:y|ied)|graduated?|alma"
              + " mater|degree|married|wife|husband)\\b"
              + "|几岁|多大(?:年纪|岁数)|年龄|出生|生于|籍贯|毕业|学历|大学|[唸念读]书|结婚|妻子|丈夫");

  private static final QuickPattern TELLS_OF_A_LIFE =
      QuickPattern.of(
          "\\b(?:born|aged?|stud(?:y|ied)|graduat\\w+|degree|doctorate|universit\\w+|college|school"
              + "|married|wife|husband)\\b");

  /** "Who is Xi Jinping?", "what is his job", and nothing more. */
  private static final Pattern WHO_IS =
      Pattern.compile(
          "^\\W*who(?:['’]?s| is| are| was| were) Name\\W*$|^\\W*what(?:['’]?s| is| was)"
              + " Name['’]?s? (?:job|title|post|position|office|role)\\W*$|^\\W*[谁誰]是Name\\W*$"
              + "|^\\W*Name(?:是谁|是誰|是什么人|是何人|(?:是|任|担任)?(?:什么|啥)(?:职务|职位|官职?)|是(?:干|做)(?:什么|啥)的)\\W*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final String IS_OF =
      "^%s (?:(?:is|was|has been)(?!"
          + " (?:in|at|to|on|not|expected|due)\\b)|heads?|headed|leads?|led|serve[sd]|became|took"
          + " office)\\b";

  /**
   * "Under Secretary Jay Shambaugh", "the U.S. ambassador to China, David Perdue", "Wang Jingtao of
   * the Cyberspace Administration".
   */
  private static final String OFFICE_OF =
      "\\b(?:(?:Secretary(?: of \\p{Lu}\\w+)?|Minister|Premier|[Rr]epresentative|Vice"
          + " President|Ambassador"
          + "|Governor|Director|Commissioner|Councilor|Adviser|Chair(?:man|woman)?|[Ss]pokes\\w+|officials|economist)"
          + " (?:\\p{Lu}\\S+ (?:and"
          + " )?)?|(?:ambassador|minister|secretary|head|chief|director)\\b[^,.;]{0,30},"
          + " )%1$s\\b|%1$s(?:, (?:the|a|an|then)"
          + " [^,.;]{0,60}(?:secretary|minister|official|head|chief|director)\\b| of the \\p{Lu})";

  private AskedPerson() {}

  /** The Chinese name of somebody whose words or part are asked for, which no record has. */
  static Optional<String> unknown(QueryPlan plan, Reading reading) {
    MatchResult asked = CHINESE_NAME.first(plan.text());
    boolean isAsked =
        reading.language() == Language.ZH
            && (reading.asks(Shape.SPEECH) || TAKES_PART.isIn(plan.text()));
    return isAsked
            && asked != null
            && plan.tokens().stream()
                .filter(token -> token.kind() != QueryToken.Kind.CHARACTER)
                .filter(token -> asked.start("name") <= token.start())
                .filter(token -> token.end() <= asked.end("name"))
                .noneMatch(QueryToken::known)
        ? Optional.of(asked.group("name"))
        : Optional.empty();
  }

  /** Whether the life of a person named is asked about, and none of the statements tells of it. */
  static boolean isOfALifeUntold(
      QueryPlan plan, Generation generation, List<Statements.Ranked> statements) {
    List<Integer> persons = Named.of(plan, generation, term -> term.kind().equals("person"));
    return persons.size() == 1
        && OF_A_LIFE.isIn(plan.text())
        && statements.stream()
            .filter(one -> one.holds(persons.getFirst()))
            .noneMatch(one -> TELLS_OF_A_LIFE.isIn(one.statement().text()));
  }

  /**
   * Who somebody is of whom no record is: the newest statement that gives his office. Empty where
   * it is not asked or not told.
   */
  static Optional<Statements> first(QueryPlan plan, Statements ranked, Generation generation) {
    return told(plan, generation).map(one -> ranked.openedBy(List.of(one)));
  }

  private static Optional<Statements.Ranked> told(QueryPlan plan, Generation generation) {
    return who(plan, generation)
        .filter(person -> person.recordId() == null)
        .flatMap(
            person ->
                Stream.of(OFFICE_OF, IS_OF)
                    .map(told -> telling(person, told, plan, generation))
                    .flatMap(Optional::stream)
                    .findFirst());
  }

  private static Optional<Statements.Ranked> telling(
      Term person, String told, QueryPlan plan, Generation generation) {
    List<String> newest =
        generation.naming(person.id()).stream()
            .sorted(Comparator.comparing(CorpusRecord::anchorDay).reversed())
            .map(CorpusRecord::id)
            .toList();
    Pattern tells = of(person, told);
    return generation.evidenceOf(plan, newest).stream()
        .flatMap(
            record ->
                IntStream.range(0, record.record().statements().size())
                    .filter(i -> tells.matcher(record.record().statements().get(i).text()).find())
                    .mapToObj(i -> new Statements.Ranked(record, i, 1, 0)))
        .findFirst();
  }

  /** Who is asked about, by nothing but a name. */
  private static Optional<Term> who(QueryPlan plan, Generation generation) {
    List<Integer> persons = Named.of(plan, generation, term -> term.kind().equals("person"));
    if (persons.size() != 1) {
      return Optional.empty();
    }
    QueryToken name = plan.tokens().get(persons.getFirst());
    String text = plan.text();
    return WHO_IS
            .matcher(text.substring(0, name.start()) + "Name" + text.substring(name.end()))
            .matches()
        ? generation.term(name.text())
        : Optional.empty();
  }

  private static Pattern of(Term person, String told) {
    return Pattern.compile(
        person.en().stream()
            .filter(name -> name.contains(" ")) // "his call with Xi was good" tells not who he is
            .map(name -> told.formatted(Pattern.quote(name)))
            .collect(Collectors.joining("|")));
  }

  /**
   * "Who headed BIS in 2023", "who was ambassador in 2024", where the first tells of another body
   * or another office.
   */
  static boolean isOfAnOfficeUntold(
      QueryPlan plan, Generation generation, List<Statements.Ranked> first) {
    MatchResult asked = OF_AN_OFFICE.first(plan.text());
    if (first.isEmpty() || asked == null) {
      return false;
    }
    Statements.Ranked lead = first.getFirst();
    List<Integer> bodies = Named.of(plan, generation, term -> term.kind().equals("agency"));
    String office = asked.group("office");
    String told = Lacking.told(lead).toLowerCase(Locale.ROOT);
    return bodies.stream()
            .filter(
                body -> !AskedList.tells(lead, body) && !isOfALifeIn(body, lead, plan, generation))
            .map(body -> plan.written(plan.tokens().get(body)).toLowerCase(Locale.ROOT))
            .flatMap(body -> WORDS.splitAsStream(OF_ANY_BODY.replaceAll(body, "")))
            .anyMatch(word -> !told.contains(word))
        || (office != null
            && !isOfALife(lead, generation)
            && !told.contains(office.toLowerCase(Locale.ROOT)));
  }

  private static boolean isOfALifeIn(
      int body, Statements.Ranked one, QueryPlan plan, Generation generation) {
    return isOfALife(one, generation)
        && generation.naming(plan.tokens().get(body).text()).contains(one.record());
  }

  /** Whether it is of a record of one person, who by another word holds that office. */
  private static boolean isOfALife(Statements.Ranked one, Generation generation) {
    return one.record().kind() == Kind.EXPLAINER
        && generation.termsIn(one.record().title()).stream()
            .flatMap(id -> generation.term(id).stream())
            .anyMatch(term -> one.record().id().equals(term.recordId()));
  }

  /** Whether it is asked who somebody is, and none of the statements tells it of him. */
  static boolean isWhoUntold(
      QueryPlan plan, Generation generation, List<Statements.Ranked> statements) {
    return who(plan, generation)
        .filter(
            person ->
                statements.stream()
                    .noneMatch(
                        one ->
                            of(person, OFFICE_OF + "|" + IS_OF)
                                .matcher(one.statement().text())
                                .find()))
        .isPresent();
  }
}
