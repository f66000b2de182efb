package dev.readout.answer;

import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which government charges the duty that a question is about: whose it is called, or the other one
 * than whose goods or ships it is on. Pure functions.
 */
final class Imposer {
  private static final String DUTY =
      "(?:tariffs?|dut(?:y|ies)|(?:(?:port|harbou?r) )?fees?|lev(?:y|ies)|surcharges?)\\b";

  private static final String AMERICAN =
      "(?:u\\.?s\\.?|united states|americans?|america|washington)";
  private static final String CHINESE = "(?:china|chinese|beijing|prc)";

  /** "Are drones from China banned": what keeps goods out is the other government's. */
  private static final String BARRED = "(?:banned|barred|prohibited|blocked|blacklisted)\\b";

  /** What may stand between a government and its duty; else it is goods: "the US pork duty". */
  private static final String KIND =
      "(?:(?:own|new|still|additional|extra|current|special|retaliatory|reciprocal|fentanyl|punitive"
          + "|import|port|harbou?r|section|percent|per|cent|anti-?dumping|[0-9.]+%?)\\s+)*";

  private static final String CHARGES =
      "\\s+(?:still\\s+|now\\s+)?(?:charg|impos|lev(?:y|ie)|collect)";

  private static final String OWN_RULES =
      "['’]s?\\s+(?:\\w+\\s+){1,2}?(?:rules|regulations|controls|curbs)\\b";

  /** What a government charges, or has charged, is asked for. */
  private static final Wording CHARGING =
      Wording.of(
          "\\b(?:what|which|how (?:much|high|many))\\b.*\\b(?:"
              + AMERICAN
              + "|"
              + CHINESE
              + ")"
              + CHARGES,
          "(?:中国|中國|中方|北京|美国|美國|美方)[对對]\\S{1,4}(?:征收|徵收|加征|加徵)(?:哪些|什么|什麼|多少)");

  private static final Wording ANSWERING = Wording.of("\\bretaliat", "反制|报复|報復");

  private static final Wording BY_US =
      Wording.of(
          by(AMERICAN),
          "(?:美国|美國|美方).{0,6}(?:反制|报复|報復)|(?:美国|美國|美方|华盛顿|華府)(?:的|港口[费費]|港[务務][费費]|[对對](?:华|華|中))|(?<![中国國方])[对對](?:华|華|中[国國])|"
              + into("中国|中國", "美国|美國"));

  private static final Wording BY_PRC =
      Wording.of(
          by(CHINESE),
          "(?:中国|中國|中方|北京).{0,6}(?:反制|报复|報復)|(?:中国|中國|中方|北京)(?:的|[对對]美)|(?<![美中国國方])[对對]美|"
              + into("美国|美國", "中国|中國"));

  private static final QuickPattern ANY_DUTY =
      QuickPattern.of("\\b" + DUTY + "|\\bcharge[sd]?\\b|\\b(?:301|232|122) rates?\\b");
  private static final QuickPattern BAN = QuickPattern.of("\\b" + BARRED);
  private static final QuickPattern ON_AMERICAN = QuickPattern.exactly(on(AMERICAN));
  private static final QuickPattern ON_CHINESE = QuickPattern.exactly(on(CHINESE));

  /** "Can I sell H20 chips to China": whoever's goods they are lets them go. */
  private static final String SENDING =
      "\\b(?:sell|ship|export|supply|send)(?:ing)?\\b.{2,40}?\\bto (?:the )?";

  private static final QuickPattern TO_AMERICA = QuickPattern.exactly(SENDING + AMERICAN + "\\b");
  private static final QuickPattern TO_CHINA = QuickPattern.exactly(SENDING + CHINESE + "\\b");

  /** Who calls at a port pays the other government: "中国船进美国港". */
  private static final Wording CHINESE_SHIPS = ships(CHINESE, "中[国國](?:大[陆陸])?");

  private static final Wording AMERICAN_SHIPS = ships(AMERICAN, "美[国國]");

  private static final Wording AT_PORT = Wording.of("\\b(?:sea)?ports?\\b", "港口|港[务務]|[国國]港");

  private static final QuickPattern CHINESE_PORT =
      QuickPattern.exactly("\\b" + CHINESE + "['’]?s?\\s+ports?\\b|中[国國]港");

  private static Wording ships(String government, String inChinese) {
    return Wording.of(
        "\\b"
            + government
            + "(?:[-"
            + " ](?:owned|operated|built|linked|flagged|made))*\\s+(?:ships?|vessels?|carriers?|boats?)\\b",
        inChinese + "(?:造?的?|公司的?)(?:货|貨|商|油)?[船轮輪](?!厂|廠)");
  }

  private static final Wording ANY =
      Wording.of(
          "\\b(?:sea)?ports?\\b|\\b"
              + DUTY
              + "|\\b"
              + BARRED
              + "|['’]s? (?:\\w+ ){1,2}(?:rules|regulations|controls|curbs)\\b"
              + "|\\bcharge[sd]?\\b|\\b(?:allow|permitt|clear|approv|licen[cs]|sanction|tax)ed"
              + " by\\b|\\bretaliat|\\blicen[cs]e\\b.*\\bexport|"
              + SENDING,
          "反制|报复|報復|关税|關稅|加税|加稅|港口|港[务務]|[国國]港|加征|加徵");

  private static String by(String government) {
    String name = "(?<![-–/])(?<!\\b(?:and|from) )\\b" + government;
    return name
        + "(?:['’]s?\\s+(?:\\S+\\s+){0,3}?|\\s+"
        + KIND
        + ")"
        + DUTY
        + "|"
        + name
        + OWN_RULES
        + "|"
        + name
        + CHARGES
        + "|"
        + name
        + "(?:['’]s?)?\\s+(?:\\w+\\s+)?retaliat|\\b(?:charged|fees?|dues)\\b.*\\b(?:in|at)\\s+(?:all\\s+)?"
        + government
        + "\\s+(?:ports?|harbou?rs?)\\b|\\b"
        + BARRED
        + "\\s+(?:\\w+\\s+)?(?:in|from|by)\\s+(?:the\\s+)?"
        + government
        + "\\b|\\b(?:allow|permitt|clear|approv|licen[cs]|sanction|tax)ed\\s+by\\s+(?:the\\s+)?"
        + government
        + "\\b|\\blicen[cs]e\\b.*\\bexport\\w*\\b.*\\bfrom\\s+(?:the\\s+)?"
        + government
        + "\\b";
  }

  /** "中国货进美国": what comes in is charged by whom it comes to. */
  private static String into(String from, String to) {
    return "(?:" + from + ")[^，。；？]{0,6}(?:货|貨|商品|产品|產品|东西)[^，。；？]{0,3}[进進到往入](?:" + to + ")";
  }

  private static String on(String government) {
    return "\\b"
        + DUTY
        + "\\s+(?:\\w+\\s+){0,4}?on\\s+(?:all\\s+|the\\s+)*"
        + government
        + "\\b|\\b(?:from\\s+(?:the\\s+)?"
        + government
        + "|"
        + government
        + "\\s+(?:\\w+\\s+){1,3}?)\\s*(?:still\\s+|now\\s+|being\\s+)?"
        + BARRED;
  }

  /** "欧盟对中国电动车加征", "日本对华": what a government does to one of the two. */
  private static final Pattern DOES_TO =
      Pattern.compile("(?:政府|委员会)?[也还又已现在目前]*对(?:中国|华|中方|大陆|美|[^，。；？]{1,12}(?:税|制裁|管制))");

  /** "荷兰政府最后收手了没", "what did the Dutch court decide": who is asked about is a third. */
  private static final Pattern ACTS =
      Pattern.compile(
          "(?<=政府|government)|(?:的|最高)*(?:政府|法院|议会|当局|内阁)|(?:的|对[^，。；？]{1,6}的?)令|接管令|命令|"
              + " (?:suspend|lift|back|drop|reverse|seize|take|withdraw|let|give)\\b|(?:['’]s)?"
              + " (?:supreme"
              + " )?(?:government|courts?|parliament|cabinet|ministers?|ministry|orders?|decree|seizure)\\b|(?:['’]s)?"
              + " (?:[\\w-]+ ){1,3}?(?:order|decree)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final QuickPattern IS_OBJECT =
      QuickPattern.of("[对向跟与和被]$|\\b(?:against|(?<!happened )to|with|on) (?:the )?$");

  private static final QuickPattern WHERE = QuickPattern.exactly("[在于赴到抵]$");

  /** What tells of its deed: "荷兰政府……暂停", not "欧盟、日本和韩国". */
  private static final String DEED = "[^，。；、]{0,10}(?:对|宣布|决定|加征|实施|暂停|启动)";

  private static final String MEASURES =
      "(?: (?!measures|rules|steps|side)\\w+)? (?:measures|rules|steps|moves|actions|side|only)\\b";

  private static final QuickPattern AMERICAN_MEASURES =
      QuickPattern.of("\\b(?:us|u\\.s\\.|american|america['’]s|washington['’]s)" + MEASURES);

  private static final QuickPattern OF_BOTH =
      QuickPattern.of(
          "\\b(?:both|each|respon\\w+|answer\\w*|retaliat\\w*|counter\\w*|(?:and|vs|versus) (?:the"
              + " )?(?:chinese|china|beijing|american?|us|u\\.s|washington))\\b");

  private static final QuickPattern CHINESE_MEASURES =
      QuickPattern.of("\\b(?:chinese|china['’]s|beijing['’]s)" + MEASURES);

  private Imposer() {}

  /**
   * Where, in Chinese, it is asked what another government does to one of the two: what tells of
   * its deeds.
   */
  static Optional<Pattern> deedOfAThird(QueryPlan plan, Predicate<String> isPlace) {
    return thirds(plan, isPlace)
        .filter(
            token ->
                DOES_TO.matcher(plan.text()).region(token.end(), plan.text().length()).lookingAt())
        .map(plan::written)
        .map(name -> Pattern.compile(Pattern.quote(name) + DEED))
        .findFirst();
  }

  /** Whether it is asked what another government, or a court or minister of it, does or did. */
  static boolean isAThirdAsked(QueryPlan plan, Predicate<String> isPlace) {
    String text = plan.text();
    return thirds(plan, isPlace)
        .filter(token -> !IS_OBJECT.isIn(text.substring(0, token.start())))
        .anyMatch(
            token ->
                ACTS.matcher(text)
                    .region(token.end(), text.length())
                    .useTransparentBounds(true)
                    .lookingAt());
  }

  /** The places named but the two countries and where something was. */
  private static Stream<QueryToken> thirds(QueryPlan plan, Predicate<String> isPlace) {
    return plan.tokens().stream()
        .filter(token -> token.kind() == QueryToken.Kind.TERM && isPlace.test(token.text()))
        .filter(token -> !Composer.COUNTRIES.contains(token.text()))
        .filter(token -> !WHERE.isIn(plan.text().substring(0, token.start())));
  }

  /** The government; empty where none is named, both are, or no duty is. */
  public static Optional<Side> of(String question) {
    String text = question.toLowerCase(Locale.ROOT);
    if (!ANY.isIn(text)) {
      return Optional.empty();
    }
    boolean american = BY_US.isIn(text);
    boolean chinese = BY_PRC.isIn(text);
    if (american == chinese && !isOfADuty(text)) {
      american = TO_CHINA.isIn(text);
      chinese = TO_AMERICA.isIn(text);
    }
    if (american == chinese) {
      american = ON_CHINESE.isIn(text);
      chinese = ON_AMERICAN.isIn(text);
    }
    if (american == chinese && AT_PORT.isIn(text)) {
      boolean isAtHome = CHINESE_PORT.isIn(text);
      american = CHINESE_SHIPS.isIn(text) && !isAtHome;
      chinese = AMERICAN_SHIPS.isIn(text) || isAtHome;
    }
    return american == chinese ? Optional.empty() : Optional.of(american ? Side.US : Side.PRC);
  }

  /** Whether the question asks what a government charges. */
  public static boolean isAsked(String question) {
    return CHARGING.isIn(question);
  }

  /** Whether it is about what is charged. */
  static boolean isOfADuty(String question) {
    return ANY_DUTY.isIn(question);
  }

  /** Whether it asks if something is banned. */
  static boolean isOfABan(String question) {
    return BAN.isIn(question);
  }

  /** Whether it asks what a government did in answer to the other. */
  public static boolean isAnswerAsked(String question) {
    return ANSWERING.isIn(question);
  }

  /**
   * The statements without what the other side imposed, where one side's measures are asked for.
   */
  static List<Statements.Ranked> onlyOfTheSide(String text, List<Statements.Ranked> order) {
    boolean american = AMERICAN_MEASURES.isIn(text);
    boolean isOfOne = american != CHINESE_MEASURES.isIn(text) && !OF_BOTH.isIn(text);
    Side side = american ? Side.US : Side.PRC;
    return order.stream()
        .filter(
            one ->
                !isOfOne
                    || !one.record().kind().isImposed()
                    || !isOthers(side, one.record().side()))
        .toList();
  }

  /** Whether a record of the side is the other government's. */
  public static boolean isOthers(Side imposer, Side record) {
    return record != imposer && (record == Side.US || record == Side.PRC);
  }
}
