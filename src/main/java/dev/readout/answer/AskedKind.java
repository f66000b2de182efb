package dev.readout.answer;

import dev.readout.answer.StatementOrder.Named;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;

/**
 * What a question asks for by its kind, a building, a vote, the number of a paper, whoever holds an
 * office, and by what a sentence that tells it is known. Where none of the first statements has
 * that, what they say of the same meeting or law is no answer. Pure functions.
 */
enum AskedKind {
  /** Where somebody slept: not where he talked. */
  LODGING(
      "\\b(?:which|what) hotels?\\b|\\bwhere\\b[^?]*\\b(?:stay(?:ing|ed)?|lodged|put up)\\b(?!"
          + " (?:in force|in effect|suspended|low|high|at ))",
      "(?:哪|什么)(?:一?[家个间])?(?:酒店|饭店|宾馆|旅馆)|住(?:在)?(?:哪[里儿家]|什么(?:地方|酒店))|下榻",
      "\\b(?:hotels?|stay(?:s|ed|ing)?|lodg\\w+|guest ?house|Ritz|Hilton|Marriott)\\b"),

  /** A place within the town that the question gives. */
  BUILDING(
      "\\b(?:which|what) (?:\\w+ )?(?:building|venue|room|hall|palace|villa|mansion|guest"
          + " ?house|resort|avenue|street|address)\\b|\\bthe venue\\b|\\bwhere"
          + " exactly\\b|\\bexactly where\\b",
      "哪(?:一)?[栋座幢间处]?(?:建筑|楼房|大楼|房间|会议室|厅|宫|场馆|会场|场地)|具体(?:地点|地址|在哪)",
      "\\b(?:\\p{Lu}[\\w'’-]* (?:of |de |the"
          + " )?)*(?:[Bb]uilding|[Vv]enue|[Rr]oom|Hall|Houses?|Palac\\w+|[Vv]illa|[Mm]ansion|[Hh]otel|[Rr]esidence|[Mm]inistry|Office|Cent(?:er|re)|[Hh]eadquarters|Chancellery|Rosenbad|Zhongnanhai|[Ee]state|[Aa]irport|[Bb]ase|[Ee]mbassy|[Ll]ibrary|[Gg]uest"
          + " ?house|[Rr]esort|Avenue|Street|Museum)\\b"),

  /** How many were for it. */
  VOTE(
      "\\bhow many"
          + " (?:justices|judges|senators|members|votes)\\b[^?]*\\b(?:vot|for|against|dissent)|\\bhow"
          + " many votes\\b|\\b(?:what|how) (?:was|were|did|is) [^?]*\\b(?:votes?|(?:vote"
          + " )?tally)\\b(?! to)|\\bhow did (?:the )?(?:\\w+"
          + " )?(?:justices|judges|court|senate|house|commission(?:ers)?|committee)\\b[^?]*\\b(?:split|divided?)\\b|\\b(?:by|with)"
          + " (?:what|how (?:many|much|large)) (?:an? )?(?:margin|votes?|majority)\\b|\\bwhat"
          + " margin\\b",
      "多少票|几票|票数|(?:表决|投票)(?:结果|情况)",
      "\\b(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine) ?(?:votes?|(?:[-–:]| to |"
          + " against"
          + " )(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine))\\b|\\b(?:unanim\\w+|dissent\\w*|by"
          + " consensus)\\b"),

  /** Which order it is, and not which announcement of the other government. */
  ORDER(
      "\\b(?:number of|which) the (?:executive )?order\\b|\\bexecutive order number\\b|\\bwhat"
          + " number (?:is|was|does) the executive order\\b",
      "行政令(?:的)?(?:是)?(?:第?几号|哪一?号|多少号|编号|号码)",
      "\\b(?:Executive Orders?|EO|E\\.O\\.) [0-9]{5}\\b"),

  /** Of a tariff schedule. */
  HEADING(
      "\\b(?:which|what) (?:tariff |hts |htsus )?heading\\b|\\bheading number\\b",
      "(?:税号|税则号|品目)(?:是)?(?:多少|哪|几)|(?:哪|什么)(?:个|些)?(?:税号|税则号|品目)",
      "\\b(?:[0-9]{4}\\.[0-9]{2}|[Hh]eadings? [0-9]|[0-9]{4}(?: and|,) [0-9]{4})"),

  /** Who of those in an office: by a name. */
  OFFICE(
      "\\b(?:which|what|who were the)"
          + " (?:(?:republican|democratic|us|u\\.s\\.|american|chinese|federal|trade|senior|top|house|senate|two|three|four|six|nine|ten)"
          + " ){0,2}(?:judges?|congress(?:man|woman|men)|senators?|members of"
          + " congress|lawmakers?|ambassadors?|ceos?|executives?(?!"
          + " orders?\\b)|entrepreneurs?|lawyers?|guests?)\\b",
      "哪(?:些|几[位名个])(?:中国|美国|联邦)?(?:法官|议员|大使|企业家|高管|嘉宾|律师)|(?:法官|议员|大使|企业家|高管|嘉宾|律师)(?:是谁|有谁|有哪些|都有谁)",
      "\\b(?:[Jj]udges?|[Jj]ustices?|[Rr]epresentatives?|[Ss]enators?|[Aa]mbassadors?|[Cc]hief"
          + " [Ee]xecutives?|CEOs?|[Ff]ounders?|[Ee]xecutives?|[Mm]anagers?|[Ll]awyers?|[Gg]uests?)(?:"
          + " \\p{Lu}\\w+|\\b.*\\p{Lu}\\w+ \\p{Lu}\\w+)|\\p{Lu}\\w+"
          + " \\p{Lu}\\w+\\b(?=.*\\b(?:judge|representative|senator|ambassador|chief"
          + " executive|CEO|founder|executive|manager|lawyer|guest)s?\\b)"),

  /** Who speaks for a ministry. */
  SPOKESPERSON(
      "\\b(?:which|what) (?:\\w+ ){0,2}?spokes(?:person|man|woman)\\b",
      "哪(?:位|个|一位)(?:\\p{IsHan}{0,4})发言人|发言人(?:是谁|叫什么)",
      "\\b[Ss]pokes\\w+,? \\p{Lu}\\w+|\\b\\p{Lu}\\w+ \\p{Lu}\\w+\\b(?=.*\\bspokes\\w+)"),

  /** How long something took, by the clock. */
  HOURS(
      "\\bhow many (?:hours|minutes)\\b",
      "(?:几|多少)(?:个)?(?:小时|钟头|分钟)",
      "\\b(?:hours?|minutes?)\\b"),

  /** How many days, which two dates may tell. */
  DAYS(
      "\\bhow many (?:working |business |calendar )?days\\b",
      "(?:几|多少)(?:个)?(?:天(?!然)|工作日)",
      "\\bdays?\\b|[0-9]{1,2}(?: \\p{Lu}\\w+)?(?: and | to |–)[0-9]{1,2} \\p{Lu}"),

  /** How large a part of something. */
  SHARE(
      "\\b(?:what|which) (?:share|portion|slice|fraction|proportion|percentage) of\\b|\\bby what"
          + " (?:percentage|per ?cent)\\b",
      "占(?:了)?(?:多少|几成|多大)|几成|百分之几",
      "[0-9] ?(?:percent|per cent|%|in"
          + " [0-9])|\\b(?:[0-9]+|one|two|three|four|five|six|seven|eight|nine|ten) of"
          + " (?:every|the|its|these|their)\\b|\\bof (?:every|the)"
          + " [0-9]|\\b(?:half|thirds?|quarters?|fifths?|tenths?|most|majority|all|none|double[ds]?|halved)\\b"),

  /** Who wrote it down. */
  DRAFTED(
      "\\bwho (?:\\w+ )?(?:drafted|translated|interpreted|typed)\\b",
      "(?:谁|哪位)(?:来|负责|执笔)?(?:起草|草拟|翻译|口译|撰写)",
      "\\b(?:draft\\w*|translat\\w+|interpret\\w+|wrote|written)\\b");

  /** Before whoever governed at the time. */
  private static final QuickPattern UNDER = QuickPattern.of("\\bunder (?:President )?$");

  @SuppressWarnings("ImmutableEnumChecker") // its patterns only remember what they have found out
  private final Wording asked;

  @SuppressWarnings("ImmutableEnumChecker") // the same
  private final QuickPattern tells;

  AskedKind(String english, String chinese, String tells) {
    this.asked = Wording.of(english, chinese);
    this.tells = QuickPattern.exactly(tells);
  }

  /**
   * Whether one of these kinds is asked for, and no statement has it but by the question's words.
   */
  static boolean isUntold(QueryPlan plan, List<Statements.Ranked> first, Generation generation) {
    String question = Language.simplified(plan.text());
    return Arrays.stream(values())
        .filter(kind -> kind.asked.isIn(question))
        .anyMatch(kind -> first.stream().noneMatch(one -> kind.isToldBy(one, plan, generation)));
  }

  private boolean isToldBy(Statements.Ranked one, QueryPlan plan, Generation generation) {
    List<MatchResult> told = tells.in(StatementForm.withoutAttribution(one.statement().text()));
    return switch (this) {
      case BUILDING -> {
        String given = plan.text().toLowerCase(Locale.ROOT);
        yield told.stream()
            .anyMatch(name -> !given.contains(name.group().toLowerCase(Locale.ROOT)));
      }
      case VOTE ->
          !told.isEmpty()
              && Named.of(plan, generation, term -> term.kind().equals("person")).stream()
                  .filter(
                      person ->
                          !UNDER.isIn(plan.text().substring(0, plan.tokens().get(person).start())))
                  .allMatch(one::holds);
      default -> !told.isEmpty();
    };
  }
}
