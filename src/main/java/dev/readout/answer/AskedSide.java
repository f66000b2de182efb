package dev.readout.answer;

import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** Which government a question asks about, or whether about both; in English and Chinese. */
final class AskedSide {
  private static final String SPEECH =
      "(?:side|text|read-?outs?|statement|account|version|view|take|position"
          + "|response|reaction|summary|say|says|said|saying|claim\\w*|report\\w*"
          + "|describe\\w*|announce\\w*|complain\\w*|demand\\w*|warn\\w*|argu\\w*"
          + "|call\\w*|put|respond\\w*|react\\w*|ask\\w*|tell|told|want\\w*|think\\w*"
          + "|commit\\w*|promis\\w*|agree\\w*|object\\w*|reject\\w*|raise\\w*"
          + "|stress\\w*|mention\\w*)";

  /** What a government does to the other: the side is that of who does it. */
  private static final String DEED =
      "(?:retaliat\\w*|suspend\\w*|paus\\w*|appl(?:y|ies|ied)|charg\\w*|impos\\w*|answer\\w*"
          + "|exempt\\w*|delist\\w*|ban(?:s|ned)?|block\\w*|list(?:s|ed)|sanction\\w*|hit|hits|lift\\w*"
          + "|rais\\w*|lower\\w*|cut|cuts|add(?:s|ed)?|remov\\w*|restrict\\w*|extend\\w*|grant\\w*"
          + "|buy|buys|bought|export\\w*|issu\\w*|launch\\w*|probe\\w*|investigat\\w*|tariff\\w*)";

  /** What is asked of a government in Chinese: its word or its answer. */
  private static final String ASKED =
      "(?:怎么|如何|怎样|有何|有什么|作何|是否|有没有|为何|为什么)(?:就.{1,12}|对.{1,12})?"
          + "(?:说|看|回应|反应|反制|反击|报复|应对|评价|表态|解释|反驳|反对|批评|抗议)";

  private static final Wording PRC_SIDE =
      Wording.of(
          "\\b(?:beijing|china|chinese|prc|mofcom|xinhua|xi|he lifeng|wang wentao"
              + "|li chenggang|ministry of commerce)(?:['’]?s)?(?: \\w+(?:['’]s)?){0,2}? "
              + "(?:"
              + SPEECH
              + "|"
              + DEED
              + ")\\b|\\baccording to (?:beijing|china|the"
              + " chinese|mofcom|xinhua)|\\b(?:did|does|has|will|is|was)"
              + " (?:beijing|china|mofcom)\\b|\\b(?:represent\\w*|speaking|spoke|negotiat\\w*|led|sat)"
              + " (?:for )?(?:china|beijing|the chinese)\\b|\\b(?:china|beijing|chinese)(?:'s|’s)?"
              + " (?:team|delegation|delegates|negotiators?|envoys?|lead)\\b|\\bon the chinese"
              + " side\\b|\\bwho\\b.*\\bfor (?:china|beijing|the"
              + " chinese)\\b|\\b(?:imposed|announced|issued|made|taken|levied|charged|ordered) by"
              + " (?:beijing|china|mofcom)\\b",
          "(?:中国代表团|代表中国|中方|我方"
              + "|(?<!美国)(?<!美)商务部(?!长(?:卢特尼克|雷蒙多|罗斯))|外交部|新华社|税委会|关税税则委员会|网信办|市场监管总局|海关总署|(?<!美国)(?<!美)央行|人民银行"
              + "|(?<![在赴到抵去访])北京(?:方面|当局|(?:的|自己的?)?版本?|"
              + ASKED
              + ")|何立峰|刘鹤|王文涛|李成钢|王受文|钟山|王毅|习近平|习主席|李强|汪洋|廖岷|何亚东|何咏前|束珏婷|郭嘉昆|蓝佛安|潘功胜)");

  private static final Wording US_SIDE =
      Wording.of(
          "\\b(?:washington|us|u\\.s\\.|usa|american|americans|america|white house"
              + "|treasury|ustr|commerce department|bis|trump|biden|bessent|greer"
              + "|raimondo|yellen|tai|lutnick)(?:['’]?s)?(?: \\w+){0,2}? "
              + "(?:"
              + SPEECH
              + "|"
              + DEED
              + ")\\b|\\b(?:did|does|has|will|is|was) (?:washington|the us|the"
              + " u\\.s\\.|america)\\b|\\b(?:represent\\w*|spoke|negotiat\\w*|led|sat) (?:for"
              + " )?(?:washington|the us|the u\\.s\\.|the united"
              + " states|america)\\b|\\b(?:us|u\\.s\\.|american|washington)(?:'s|’s)?"
              + " (?:team|delegation|delegates|negotiators?|envoys?)\\b|\\bwho\\b.*\\bfor"
              + " (?:washington|america|the (?:us|u\\.s\\.|united states|americans))(?!\\w)"
              + "|\\b(?:imposed|announced|issued|made|taken|levied|charged|ordered) by"
              + " (?:washington|the us|the u\\.s\\.|america)\\b|\\baccording to (?:washington|the"
              + " (?:us|u\\.s\\.|americans|white house|treasury)|ustr)",
          "(?:美国代表团|代表美国|美方|(?<!中)美国?(?:财政部|商务部|财长|贸易代表)|白宫"
              + "|(?<![在赴到抵去访])(?:华盛顿|华府)(?:方面|当局|(?:的|自己的?)?版本?|"
              + ASKED
              + ")|贝森特|格里尔|葛里尔|卢特尼克|雷蒙多|耶伦|叶伦|戴琪|莱特希泽|赖海哲|姆努钦|梅努钦|特朗普|川普|拜登|(?<!俄)罗斯(?!福)|纳瓦罗"
              + "|沙利文|苏利文|布林肯|鲁比奥|卢比奥|卢比欧|万斯|彭斯|庞德伟|美國財政部|白宮|華盛頓)");

  /** Whose answer to the other is asked for, though the question names both. */
  private static final QuickPattern PRC_ASKED =
      QuickPattern.of("(?:中国|中方|北京)[^，。；？]{0,6}?" + ASKED);

  private static final QuickPattern US_ASKED =
      QuickPattern.of("(?:美国|美方|华盛顿|华府)[^，。；？]{0,6}?" + ASKED);

  /** "商务部对美国301调查怎么说": of what the other does, which stands nearer. */
  private static final QuickPattern CHINESE_SUBJECT =
      QuickPattern.of(
          "^\\W*(?:(美国(?:政府|财政部|商务部|贸易代表(?:办公室)?)?|美方|白宫)|(?:中国)?(?:商务部|外交部|新华社)|中国(?:政府)?|中方)(?:发言人)?[对就][^，。；？]{2,16}(?:怎么|如何|怎样|有何|有什么|什么)(?:说|看|回应|反应|评论|评价|表态|态度|立场|意见|看法|回答)");

  /** Who does something to the other: "美国对中国商品", "中国把美国企业". The first named does it. */
  private static final QuickPattern CHINESE_DEED =
      QuickPattern.of(
          "(?:(美国|美方|华盛顿|华府|美)|(中国|中方|(?<![在赴到抵去访])北京|中))(?:政府)?(?:[0-9]{4}年(?:[底初]|[0-9]{1,2}月)?|现在|目前|这次|曾|还|又|已|到底|究竟|最近)*"
              + "(?:对(?!话|等)|[收征](?!到|购|集)|向|把|将|为什么|为何|凭什么|怎么|如何|是否|有没有|何时|什么时候|要求|宣布|承诺|答应|同意|暂停|取消|限制|制裁|禁止|允许|批准)");

  /** "美国对台军售后，北京……": what is asked comes after the clause that says when. */
  private static final QuickPattern CLAUSE_OF_TIME =
      QuickPattern.of("^[^，。；？]{2,40}(?:后|时|的时候|以来|当天)，(?=.*(?:北京|中国|中方|商务部|美国|美方|华盛顿|华府|白宫))");

  /** What is told before the sentence that asks. */
  private static final QuickPattern SENTENCES =
      QuickPattern.of("^.*(?<!\\bu\\.s|\\bvs)[.?!;] (?=\\S+ .*\\?\\s*$)");

  /** Both governments, by what they give: "accounts", "read-outs", "each side". */
  private static final Wording BOTH_SIDES =
      Wording.of(
          "\\b(?:sides?|governments|capitals|countries|each"
              + " (?:government|country|capital)|versions?|accounts?|tellings?|read-?outs?|statements?|(?:they|the"
              + " two|both) agree[ds]?|as told by)\\b",
          "双方|雙方|两[边国方]|各自|各说各|分别怎么|通稿|说法|口径|表述|立场|态度");

  /** "The difference between a read-out and a joint statement" is of words, not of governments. */
  private static final QuickPattern BETWEEN_TERMS =
      QuickPattern.of("\\bbetween an? [\\w -]{3,40} and an? ");

  private static final String US_NAMES =
      "us|u\\.s(?=\\.(?!-))|america\\w*|washington|white house|treasury|commerce|ustr|bis|trump"
          + "|biden|bessent|greer|raimondo|yellen|tai|lutnick|lighthizer|mnuchin";

  private static final String PRC_NAMES =
      "(?<!u\\.s\\.-)china|chinese|beijing|prc|mofcom|xinhua|xi|he lifeng|liu he|li chenggang|wang";

  private static final Wording NAMES_US =
      Wording.of("\\b(?:" + US_NAMES + ")\\b", "美国|美國|美方|中美|美中|华盛顿|華盛頓|白宫|白宮");

  private static final Wording NAMES_PRC =
      Wording.of("\\b(?:" + PRC_NAMES + ")\\b", "中国|中國|中方|中美|美中|北京|商务部|商務部");

  /** "What did Biden change about the China tariffs": who does it stands behind the verb. */
  private static final QuickPattern SUBJECT =
      QuickPattern.of(
          "^[^,;]*?\\b(?:did|does|has) (?:the )?(?:("
              + US_NAMES
              + ")|"
              + PRC_NAMES
              + ")(?= [a-z])(?! (?:and|or|,)\\b)");

  /** What compares, where both are named: "Treasury's words against Xinhua's". */
  private static final QuickPattern SIDE_BY_SIDE =
      QuickPattern.of(
          "\\bcontrast\\b|\\bs?he \\w+[^.?]*[,;] ?(?:(?:and|but|while) )?s?he \\w+|(?:'s|’s)"
              + " (?:line|words?|view|claim|version)\\b.*\\b(?:and what|what)"
              + " (?:did|does)\\b|(?:'s|’s) (?:\\w+ )?against\\b|\\bagainst (?:\\w+"
              + " )?\\w+(?:'s|’s)|\\bwords of .* words of\\b|\\bof each\\b|\\bwho \\w+"
              + " (?:about|for|over) what\\b|\\bwho\\b.*(?:\\band|,) who\\b|\\beach\\b(?!"
              + " (?:year|month|time|other|of the (?:two )?years))|\\bdiverge|\\b(?:which|whose)"
              + " (?:side|account|text|version|read-?out)\\b|\\bwhat did \\w+ [^?]*, what did"
              + " \\w+|\\bdoes [^?]* match the\\b|\\b(?:lacks?|left out|leaves?"
              + " out|omit\\w*|missing|skip(?:s|ped)|(?:kept|keeps?|stays?|stayed)"
              + " (?:quiet|silent)|pass(?:ed|es) over|(?:does|did)(?: not|n['’]t)"
              + " (?:mention|confirm)|never mentions?|nowhere in)\\b");

  private static final String AMERICAN_BODY = "\\b(?:" + US_NAMES + ")\\b(?:['’]s)?";

  private static final String CHINESE_BODY =
      "\\b(?:" + PRC_NAMES + "|foreign ministry)\\b(?:['’]s)?";

  private static final String JOINED = "(?: [\\w-]+){0,3}? (?:and|or|vs\\.?|versus) (?:the )?";

  /** "The American fact sheet or the Chinese eight points", where what they tell is asked for. */
  private static final QuickPattern BODIES =
      QuickPattern.of(
          "\\b(?:"
              + AMERICAN_BODY
              + JOINED
              + CHINESE_BODY
              + "|"
              + CHINESE_BODY
              + JOINED
              + AMERICAN_BODY
              + ")");

  private static final QuickPattern TELLING =
      QuickPattern.of(
          "\\b(?:story|stories|versions?|accounts?|papers?|lists?|points|name|word(?:s|ed|ing)?|describ\\w*"
              + "|tell|say|said|put|statements?|read-?outs?)\\b");

  /** "What did China warn and what did the White House leave out". */
  private static final QuickPattern ASKED_TWICE =
      QuickPattern.of("\\b((?:what|how|who)\\b.*?)\\band ((?:what|how|who)\\b.*)");

  /** "The American read-out", "In MOFCOM's account". */
  private static final int OPENING_CHARS = 25;

  private AskedSide() {}

  /** The government whose words or deeds are asked for; null for none, and for both. */
  static @Nullable Side in(String question) {
    if (Language.hasChinese(question)) {
      return inChinese(question);
    }
    Side last = named(SENTENCES.replaceFirst(question, ""));
    return last == null ? named(question) : last;
  }

  private static @Nullable Side named(String text) {
    MatchResult subject = SUBJECT.first(text);
    if (subject != null) {
      return subject.group(1) == null ? Side.PRC : Side.US;
    }
    return only(US_SIDE.isIn(text), PRC_SIDE.isIn(text));
  }

  private static @Nullable Side inChinese(String question) {
    String text = CLAUSE_OF_TIME.replaceFirst(question, "");
    MatchResult subject = CHINESE_SUBJECT.first(text);
    if (subject != null) {
      return subject.group(1) == null ? Side.PRC : Side.US;
    }
    Side side = only(US_ASKED.isIn(text), PRC_ASKED.isIn(text));
    if (side != null) {
      return side;
    }
    boolean us = US_SIDE.isIn(text);
    boolean prc = PRC_SIDE.isIn(text);
    MatchResult deed = CHINESE_DEED.first(text);
    if (!us && !prc && deed != null) {
      return deed.group(1) == null ? Side.PRC : Side.US;
    }
    return only(us, prc);
  }

  private static @Nullable Side only(boolean us, boolean prc) {
    if (us == prc) {
      return null;
    }
    return us ? Side.US : Side.PRC;
  }

  /** Whether what both governments say is asked for side by side, without a word of comparing. */
  static boolean areCompared(String text) {
    return areNamed(text) && (isSideBySide(text) || isAskedOfTheOther(text));
  }

  /** "USTR wanted enforcement. Does the Chinese text say so, too?" */
  private static boolean isAskedOfTheOther(String text) {
    String asked = SENTENCES.replaceFirst(text, "");
    Side told = named(text.substring(0, text.length() - asked.length()));
    Side side = named(asked);
    return told != null && side != null && told != side && TELLING.isIn(asked);
  }

  /** Whether two are asked about in the same way: "what did the one want and what the other". */
  static boolean isSideBySide(String text) {
    MatchResult twice = ASKED_TWICE.first(text);
    return SIDE_BY_SIDE.isIn(text)
        || (BODIES.isIn(text) && TELLING.isIn(text))
        || (twice != null
            && ((NAMES_US.isIn(twice.group(1)) && NAMES_PRC.isIn(twice.group(2)))
                || (NAMES_PRC.isIn(twice.group(1)) && NAMES_US.isIn(twice.group(2)))));
  }

  /** Whether a comparison is one of both governments. */
  static boolean areBoth(String text) {
    return areNamed(text) || (BOTH_SIDES.isIn(text) && !BETWEEN_TERMS.isIn(text));
  }

  /** The government that an English statement opens with; null for none. */
  static @Nullable Side openingOf(String text) {
    String opening = text.substring(0, Math.min(text.length(), OPENING_CHARS));
    MatchResult us = NAMES_US.english().first(opening);
    MatchResult prc = NAMES_PRC.english().first(opening);
    if (us == null || prc == null) {
      return only(us != null, prc != null);
    }
    return us.start() < prc.start() ? Side.US : Side.PRC;
  }

  static boolean areNamed(String text) {
    return NAMES_US.isIn(text) && NAMES_PRC.isIn(text);
  }
}
