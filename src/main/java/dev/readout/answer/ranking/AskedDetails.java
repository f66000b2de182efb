package dev.readout.answer.ranking;

import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kinds of detail that people ask for and official sources leave out, by the words that ask for
 * them. A record on the right topic does not answer such a question unless it has the word too.
 * Thread-safe.
 */
final class AskedDetails {
  /** Catering, lodging, private life, markets, votes, the press room. */
  static final Pattern PARTICULARS =
      words(
          """
          hotels? restaurants? lodg\\w+ menus? dish(?:es)? meals? lunch(?:es)? breakfasts? wines?
          toast(?:ed|s)? ate eats? eaten dined? songs? music paint(?:er|ed|ing) portraits? gifts?
          wore dress(?:ed)? necktie seat(?:s|ed|ing) flowers? handshakes? jokes? applause
          interpret\\w* translat\\w* speechwriter bodyguards? motorcade airports? airlines? flights?
          salar(?:y|ies) wages? earn(?:s|ed|ings)? wife husband daughters? sons? brothers? sisters?
          mother father parents children married marriage dogs? cats? hobb(?:y|ies) birthday hometown
          home\\stown nicknames? headcount staff\\w* employ\\w* headquarters
          journalists? reporters? newspapers? leak\\w* transcripts? minutes note-?\\s?taker photo\\w*
          recordings? tweet\\w* emails? podcasts? viewers audience polls? popularity
          stocks? shares?\\s(?:price|fall|fell|drop|rise|rose|jump|slide)\\w* index indexes nasdaq dow
          hang\\sseng bitcoin ETFs? futures traders? profits? turnover dividends? valuation IPO
          vot(?:e|es|ed|ing) roll-call docket pages? paragraphs? footnotes? lawyers? law\\sfirms?
          attorneys? lobby\\w* villa rent(?:ed)? colou?r weather temperature stockpile\\w* inventor(?:y|ies)
          per\\s(?:kilo\\w*|tonn?e?|bushel|barrel)
          address arriv\\w* depart\\w* lipstick shoes? accent handwriting pens? hashtags? followers?
          selfies? protesters? crowd net\\sworth religio\\w* diet golf tennis memoir biography spouse
          grandchild\\w* cousins? nephews? schoolmates? weigh(?:s|ed)? zodiac
          bonds? yields? closing analysts? goldman moody\\w* brokers? market\\sshare market\\scap\\w*
          layoffs? laid\\soff resign\\w* auditor insurer lenders? creditors? bidders? bankruptcy
          settlements? damages smelters? warehouses? containers? throughput gdp unemployment
          co-?sponsor\\w* committee clerks? amic\\w* plaintiffs? jur(?:y|ors?) testimony oral hours?
          prosecutor\\w* bail prison jail word\\scount font annex appendix headline columnist
          interviewer anchor editor magazine documentar\\w* film novel warrants? processing\\stime
          backlog pending average\\swait consulate\\w* tourists? passengers? tickets?
          """,
          "酒店|宾馆|住哪|下榻|餐厅|菜单|吃了|什么菜|菜品|喝了|礼物|翻译|座位|工资|年薪|月薪|薪水|妻子|丈夫|女儿|儿子|结婚|年龄"
              + "|股价|指数|涨跌|收盘|港股|股市|票数|投票|几票|记者|机场|航班|几页|多少页|律师|天气|员工|几点几分"
              + "|随行|保镖|礼品|什么歌|领带|身高|几岁|爱好|老婆|孩子|市值|股票|期货|产量|库存|销量|出货量|营业额|裁员|赔偿|律所|法官|几比几"
              + "|页数|泄露|直播|收视|民调|支持率|微博|推特|粉丝|国籍|体重|坐在|穿什么|哪家报纸|门票|游客|航空公司|谁起草|宴会上");

  /** Prices, amounts, authors, quantities, names of those involved. */
  static final Pattern DETAILS =
      words(
          """
          pric\\w+ costs? paid pays? payment fees? worth sums? financ\\w+ money dollars yuan revenues?
          names? wrote written draft\\w* author\\w* advis\\w+ banks? accredit\\w* arrested
          volumes? quantit\\w+ tonnages? tonn?es? tons kilos? barrels? total(?:s|led)? exact(?:ly)?
          deliver\\w* sold grant(?:s|ed)? reject\\w* turned\\sdown los(?:e|es|ing) lost\\w* jobs
          reaction react\\w* market\\s(?:reaction|cap)\\w* rally\\w* plung\\w* stay(?:ed|ing)? sits?
          host(?:ed|s)? member\\sby\\smember one\\sby\\sone
          """,
          "价格|多少钱|人数|多少人|多少名|名字|名单|金额|吨|成本|营收|利润|损失|批准了多少|多少份");

  private static final Pattern MONEY =
      Pattern.compile(
          "\\bhow much (?!of)|what (?:sum|amount|price)|\\bprice\\b|\\bcosts?\\b|salary|revenue"
              + "|profit|\\bfined?\\b|金额|多少钱|多少美元|年薪",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern AMOUNT =
      Pattern.compile(
          "\\$|dollar|yuan|euro|billion|million|percent|tons|tonnes|points",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FORECAST =
      Pattern.compile(
          "^\\s*will\\b|\\bwould (?:a|the|you)\\b|\\bwho won\\b"
              + "|\\bwill (?:the|there|it|they|he|she|we|china|trump|xi|prices?|stocks?|beijing"
              + "|washington)\\b|\\b(?:who|what) will\\b|\\bshould (?:i|we|my)\\b"
              + "|\\bgoing to (?:win|happen|rise|fall|be)\\b|\\bis it (?:smart|wise|likely)\\b"
              + "|\\b(?:predict\\w*|forecast\\w*|do you think|your opinion|likely|chances?|odds"
              + "|recommend\\w*|worth it|better (?:for|than)|a better|best \\w+|outplayed"
              + "|who is winning|invest in|buy or sell)\\b"
              + "|会不会|会降|会升|会到|会怎|会涨|该不该|应该.*吗|适合|你觉得|你认为|预测|预计|推荐|值得|谁赢",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern STANDING =
      Pattern.compile(
          "\\b(?:comes?"
              + " back|returns?|resumes?|expires?|ends?|laps(?:e|es)|renew(?:ed)?|extend(?:ed)?|reinstated|restarts?|runs?"
              + " out|in force|take effect)\\b|到期|恢复|延长|失效|生效",
          Pattern.CASE_INSENSITIVE);

  private static final int MOST = 2;

  private AskedDetails() {}

  private static Pattern words(String english, String chinese) {
    List<String> alternatives = List.of(english.strip().split("\\s+", -1));
    return Pattern.compile(
        "\\b(?:" + String.join("|", alternatives) + ")\\b|" + chinese, Pattern.CASE_INSENSITIVE);
  }

  /**
   * Whether a forecast, an opinion or advice is asked for; not where it is asked how long something
   * lasts, which records do tell.
   */
  static boolean asksForecast(QueryPlan plan) {
    return FORECAST.matcher(plan.text()).find() && !STANDING.matcher(plan.text()).find();
  }

  /** Whether an amount of money is asked for and the text has none. */
  static boolean lacksAmount(QueryPlan plan, String text) {
    return MONEY.matcher(plan.text()).find() && !AMOUNT.matcher(text).find();
  }

  /** For each such word or phrase of the question, the places of its tokens in the plan. */
  static List<List<Integer>> asked(Pattern details, QueryPlan plan) {
    List<List<Integer>> asked = new ArrayList<>();
    Matcher word = details.matcher(plan.text());
    while (word.find()) {
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < plan.tokens().size(); i++) {
        QueryToken token = plan.tokens().get(i);
        if (token.kind() != QueryToken.Kind.CHARACTER
            && token.start() < word.end()
            && word.start() < token.end()) {
          places.add(i);
        }
      }
      asked.add(places);
    }
    return asked;
  }

  /** How many of the words asked the text lacks: 0, 0.5 for one, 1 for more. */
  static double lacking(List<List<Integer>> asked, boolean[] held) {
    long lacking =
        asked.stream().filter(places -> places.stream().noneMatch(place -> held[place])).count();
    return (double) Math.min(lacking, MOST) / MOST;
  }
}
