package dev.readout.index;

import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words of asking rather than of the thing asked about, weighed down, never dropped, since
 * questions are matched against questions too.
 */
final class QuestionWords {
  /** Tokens from this weight on are about something. */
  static final float CONTENT_WEIGHT = 0.5f;

  static final float QUESTION_WEIGHT = 0.3f;

  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          ("a an and are as at be been being but by did do does doing for from had has have having"
               + " he her him his i if in into is it its just me my no not of on or our out s she"
               + " so such t than that the their them then there these they this those to too up"
               + " was we were will with would you your im ive dont doesnt didnt isnt arent wasnt"
               + " werent don doesn didn isn aren wasn weren ll re ve d m o")
              .split(" ", -1));

  private static final Set<String> ASKING_WORDS =
      Set.of(
          ("what who whom whose when where why how which can could should may might must shall tell"
               + " explain describe list give show find know say says said about mean means meaning"
               + " happen happened happens please pls plz anyone ok hey hi hello thanks much many"
               + " long exactly actually really ever any some again also still now currently"
               + " current today latest recent recently yet already between after before since"
               + " until during while get got go went come came put make made take took call called"
               + " thing things question answer want need think people someone compare comparison"
               + " versus vs difference differ both side sides each other same different one us"
               + " citation cite cited reference tf wtf lol lmao bro dude guys btw tho hell heck")
              .split(" ", -1));

  private static final List<String> CHINESE_ASKING =
      List.of(
          "来龙去脉", "前因后果", "一步一步", "一步步", "怎么评价", "如何评价", "怎么表态", "如何表态", "怎么看待", "如何看待", "怎么看",
          "一共", "总共", "后来", "到底", "究竟", "年底", "年初", "月底", "月初", "多久", "啥", "什么时候", "是什么意思", "什么意思",
          "是什么", "什么是", "有哪些", "有没有", "为什么", "怎么样", "怎么说", "说了什么", "谈了什么", "多长时间", "哪一天", "哪一年",
          "哪一方", "请问", "什么", "哪天", "哪年", "哪里", "哪儿", "哪些", "哪个", "哪家", "哪位", "何时", "何地", "何人", "谁是",
          "是谁", "怎么", "怎样", "如何", "多少", "几个", "几次", "是否", "能否", "可否", "是不是", "现在", "目前", "仍然", "依然",
          "还在", "吗", "呢", "吧", "啊", "的", "了", "是", "在", "有", "和", "与", "对", "把", "被", "就", "都", "也",
          "还", "这", "那", "到", "从", "于", "为", "之", "及", "或", "等", "谁", "几", "说");

  /** "What's" asks as "what" does. */
  private static final QuickPattern POSSESSIVE = QuickPattern.exactly("['’]s$");

  /** "How high" asks for a figure, and "high" is nothing of the thing asked about. */
  private static final QuickPattern HOW =
      QuickPattern.of(
          "\\bhow"
              + " (?:high|low|big|large|small|far|wide|deep|often|soon|early|late|steep|strong|old)\\b");

  /** "川普现在课多少": who levies, and neither what nor on what, so all duties are meant. */
  private static final QuickPattern LEVIES =
      QuickPattern.exactly(
          "^[请想]?问?(?:特朗普|川普|美国|美方)(?:政府)?(?:现在|目前|如今|到底|究竟|一共|总共|还|要|对中国|对华|跟中国|向中国)*"
              + "[课征加收]了?多少(?:关?税)?[^\\p{IsHan}]*(?:[啊呢呀][^\\p{IsHan}]*)?$");

  /** What is only spoken, and how it is written; in this order. */
  private static final List<Spoken> SPOKEN =
      List.of(
          spoken("(?<![0-9])(?=(?:1[6-9]|2[0-9])年(?:初|底|[0-9]{1,2}月))", "20"),
          spoken("(?<=\\p{IsHan})CEO|CEO(?=\\p{IsHan})", "首席执行官"),
          spoken("投(?:了)?反对票", "持异议"),
          spoken("原文(?=[^，。；？]{0,4}(?:公布|公开|发布|看|查|找))", "文本"),
          spoken("啥", "什么"),
          spoken("咋(?!舌)", "怎么"),
          spoken("是什么东西", "是什么"),
          spoken("差在哪[里儿]?", "有什么区别"),
          spoken("(?<=几)回(?!合|应)", "次"),
          spoken("[收课征]几成(?:关?税)?", "税率是多少"),
          spoken("废掉", "废除"),
          spoken("点头", "批准"),
          spoken("(?<![依按比遵参护])照[收征]", "继续征收"),
          spoken("依[序次][做采][^，。；？]{0,3}(?:哪些|什么)[^，。；？]{0,3}", "的时间线"));

  /** Of Cantonese, in simplified characters, and how it is written; in this order. */
  private static final List<Spoken> CANTONESE =
      List.of(
          spoken("边度", "哪里"),
          spoken("边个", "谁"),
          spoken("边[一]?(?=[日年月间条份])", "哪"),
          spoken("几时", "什么时候"),
          spoken("点解", "为什么"),
          spoken("点样", "怎么样"),
          spoken("而家|依家", "现在"),
          spoken("系咪", "是不是"),
          spoken("使唔使", "要不要"),
          spoken("有冇", "有没有"),
          spoken("冇", "没有"),
          spoken("倾(?:返)?(?:嚟|掂|成|到)", "谈成"),
          spoken("倾", "谈"),
          spoken("(?<![关体联派维])系(?![统列数])", "是"),
          spoken("仲(?![裁介])", "还"),
          spoken("唔", "不"),
          spoken("嘅", "的"),
          spoken("喺", "在"),
          spoken("佢哋?", "他"),
          spoken("畀", "给"),
          spoken("嗰", "那"),
          spoken("咗", "了"),
          spoken("[㗎咩喎啫]", ""));

  private static final QuickPattern IS_CANTONESE =
      QuickPattern.exactly("[嘅喺冇佢唔㗎咗嚟畀嗰]|边度|边个|点解|而家|系咪");

  private record Spoken(Pattern words, String written) {}

  private static Spoken spoken(String words, String written) {
    return new Spoken(Pattern.compile(words), written);
  }

  /** Where words of asking stand in a text. */
  record Span(int start, int end) {}

  private QuestionWords() {}

  /** As it is written, with what a question in simplified characters leaves out. */
  static String inFull(String text) {
    if (!Language.hasChinese(text)) {
      return text;
    }
    String written = IS_CANTONESE.isIn(text) ? written(text, CANTONESE) : text;
    written = written(written, SPOKEN);
    return LEVIES.isIn(written) ? "现在美国对华关税总共多少" : written;
  }

  private static String written(String text, List<Spoken> words) {
    String written = text;
    for (Spoken spoken : words) {
      written = spoken.words().matcher(written).replaceAll(spoken.written());
    }
    return written;
  }

  /** What a match of the word, in any case, counts: 0, {@link #QUESTION_WEIGHT} or 1. */
  static float weight(String word) {
    String lower = POSSESSIVE.replaceFirst(word.toLowerCase(Locale.ROOT), "");
    if (FUNCTION_WORDS.contains(lower)) {
      return 0;
    }
    return ASKING_WORDS.contains(lower) ? QUESTION_WEIGHT : 1;
  }

  /** The places of words that ask only together. */
  static List<Span> asking(String text) {
    return HOW.in(text).stream().map(how -> new Span(how.start(), how.end())).toList();
  }

  /** The places of Chinese words of asking in simplified characters, longest first. */
  static List<Span> chineseAsking(String text) {
    List<Span> spans = new ArrayList<>();
    for (int at = 0; at < text.length(); at++) {
      for (String phrase : CHINESE_ASKING) {
        if (text.startsWith(phrase, at)) {
          spans.add(new Span(at, at + phrase.length()));
          at += phrase.length() - 1;
          break;
        }
      }
    }
    return spans;
  }
}
