package dev.readout.answer;

import dev.readout.answer.Reading.Shape;
import dev.readout.answer.StatementOrder.Named;
import dev.readout.corpus.Language;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a question asks about, where no record tells of him or of his life. Pure functions. */
final class AskedPerson {
  private static final String SURNAMES =
      "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎武乔贺赖龚文";

  /** "王沪宁在釜山……说": a name by its surname, before what somebody does. */
  private static final Pattern CHINESE_NAME =
      Pattern.compile(
          "(?:^|[，。；？、和与跟])(?<name>["
              + SURNAMES
              + "]\\p{IsHan}{1,2})(?=在|于|对|就|向|说|讲|谈|提|表示|称|的|是|有没有|出席|参加|会见|访问)");

  private static final Pattern TAKES_PART = Pattern.compile("出席|参加|会见|访问|见了");

  /** Where somebody was born, what he studied, how old he is. */
  private static final Pattern OF_A_LIFE =
      Pattern.compile(
          "\\b(?:how old|born|birth\\w*|college|universit\\w+|stud(?:y|ied)|graduated?|alma"
              + " mater|degree|married|wife|husband)\\b"
              + "|几岁|多大(?:年纪|岁数)|年龄|出生|生于|籍贯|毕业|学历|大学|[唸念读]书|结婚|妻子|丈夫",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TELLS_OF_A_LIFE =
      Pattern.compile(
          "\\b(?:born|aged?|stud(?:y|ied)|graduat\\w+|degree|doctorate|universit\\w+|college|school"
              + "|married|wife|husband)\\b",
          Pattern.CASE_INSENSITIVE);

  /** "Who is Xi Jinping?", and nothing more. */
  private static final Pattern WHO_IS =
      Pattern.compile(
          "^\\W*who(?:['’]?s| is| are| was|"
              + " were)\\b\\W*(?:\\w+\\W*){1,3}$|^\\W*[谁誰]是\\p{IsHan}{2,6}\\W*$|^\\W*\\p{IsHan}{2,6}(?:是谁|是誰|是什么人|是何人)\\W*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final String IS =
      " (?:is|was|has been|heads?|headed|leads?|led|serve[sd]|became|took office)\\b";

  /** "Under Secretary Jay Shambaugh": what an office before the name tells. */
  private static final String OFFICE =
      "\\b(?:Secretary|Minister|Premier|Representative|President|Ambassador|Governor|Director"
          + "|Commissioner|Adviser|Chair(?:man|woman)?|Spokes\\w+) (?:\\p{Lu}\\S+ )?";

  private AskedPerson() {}

  /** The Chinese name of somebody whose words or part are asked for, which no record has. */
  static Optional<String> unknown(QueryPlan plan, Reading reading) {
    Matcher asked = CHINESE_NAME.matcher(plan.text());
    boolean isAsked =
        reading.language() == Language.ZH
            && (reading.asks(Shape.SPEECH) || TAKES_PART.matcher(plan.text()).find());
    return isAsked
            && asked.find()
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
        && OF_A_LIFE.matcher(plan.text()).find()
        && statements.stream()
            .filter(one -> one.holds(persons.getFirst()))
            .noneMatch(one -> TELLS_OF_A_LIFE.matcher(one.statement().text()).find());
  }

  /** Whether it is asked who somebody is, and none of the statements tells it of him. */
  static boolean isWhoUntold(
      QueryPlan plan, Generation generation, List<Statements.Ranked> statements) {
    List<Integer> persons = Named.of(plan, generation, term -> term.kind().equals("person"));
    return persons.size() == 1
        && WHO_IS.matcher(plan.text()).matches()
        && generation.term(plan.tokens().get(persons.getFirst()).text()).stream()
            .flatMap(person -> person.en().stream())
            .map(Pattern::quote)
            .map(name -> Pattern.compile(name + IS + "|" + OFFICE + name + "\\b"))
            .noneMatch(
                is ->
                    statements.stream().anyMatch(one -> is.matcher(one.statement().text()).find()));
  }
}
