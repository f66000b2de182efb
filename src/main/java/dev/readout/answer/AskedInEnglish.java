package dev.readout.answer;

import static java.util.stream.Collectors.joining;

import dev.readout.corpus.Language;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import dev.readout.index.QueryToken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A question in Chinese as it is asked in English, which is searched by meaning and read: where its
 * form is a plain one ("中国稀土出口管制现在还有效吗") and every other word of it is a name of the term list or
 * one of the few below. What is not understood whole is not put into English. Pure functions.
 */
final class AskedInEnglish {
  private static final String NOW = "(?:现在|目前|如今|今天|眼下|当前|到底|究竟|是不是|是否|还|仍然?|依然|依旧|都|已经?|真的)*";

  private static final String WHEN = "(?:什么时候|何时|啥时候|几时|哪天|哪一天|几号|几月几号|哪年)";

  /** What of an answer in English counts. */
  private enum Wanted {
    /** A verdict. */
    FIELDS,
    /** Any but a refusal. */
    ANSWER,
    /** A refusal, too: that no reason is recorded. */
    ANY
  }

  /** A question's form, and what stands for it. */
  private record Form(Pattern chinese, String english, Wanted wanted) {}

  private static final Map<String, String> VERBS =
      Map.ofEntries(
          Map.entry("加征", "impose"),
          Map.entry("征收", "impose"),
          Map.entry("开征", "impose"),
          Map.entry("收", "charge"),
          Map.entry("实施", "introduce"),
          Map.entry("出台", "introduce"),
          Map.entry("暂停", "suspend"),
          Map.entry("限制", "restrict"),
          Map.entry("制裁", "sanction"),
          Map.entry("禁止", "ban"),
          Map.entry("取消", "cancel"),
          Map.entry("管制", "control"),
          Map.entry("调查", "investigate"),
          Map.entry("买", "buy"),
          Map.entry("购买", "buy"),
          Map.entry("采购", "buy"),
          Map.entry("推翻", "strike down"),
          Map.entry("威胁", "threaten"));

  private static final String VERB = "(" + anyOf(VERBS) + ")";

  private static final String WHY = "(?:当初|当时|这次|到底|究竟)?(?:为什么|为何|凭什么|为啥)(?:要|会|决定)?";

  private static final String GOES = "(?:被)?(?:可以|能够?|能不能|可不可以)(?:合法)?(?:卖|出口|出售|运|销售)(?:给|到|往|去)";

  private static final List<Form> FORMS =
      List.of(
          form(
              "(.+?)(?:政府)?" + WHY + "[对向](.+?)" + VERB + "了?(.+)",
              "why did %1$s %3$s %4$s on %2$s",
              Wanted.ANY),
          form("(.+?)(?:政府)?" + WHY + VERB + "了?(.+)", "why did %s %s %s", Wanted.ANY),
          form(
              WHY + "(.+?)(?:政府)?[对向](.+?)" + VERB + "了?(.+)",
              "why did %1$s %3$s %4$s on %2$s",
              Wanted.ANY),
          form(WHY + "(.+?)(?:政府)?(?:要|会)?" + VERB + "了?(.+)", "why did %s %s %s", Wanted.ANY),
          form("(.+?)" + WHY + "被(.+?)" + VERB + "了?", "why did %2$s %3$s %1$s", Wanted.ANY),
          form("谁代表(?:中国|中方)(?:跟|和|与)?(?:美国|美方)?(?:谈判|谈)", "who leads China's side", Wanted.ANSWER),
          form(
              "谁代表(?:美国|美方)(?:跟|和|与)?(?:中国|中方)?(?:谈判|谈)",
              "who leads the talks for the United States",
              Wanted.ANSWER),
          form(
              "(.+?)" + NOW + "在?(?:继续)?(?:买|购买|采购)(?!到)(.+?)",
              "is %s still buying %s",
              Wanted.ANSWER),
          form(
              "(.+?)" + NOW + "在?" + VERB + "(?!到)(.+?)(?:的?)",
              "does %s still %s %s",
              Wanted.ANSWER),
          form("(.+?)" + NOW + GOES + "(.+?)", "can %s be sold to %s", Wanted.ANSWER),
          form(
              "(.+?)" + WHEN + "(?:去|来|到|对)?访问?(美国?|中国|华|.+?)(?:进行国事访问)?的?",
              "when did %s visit %s",
              Wanted.ANSWER),
          form(
              "(.+?)" + NOW + "(?:归谁(?:所有|控制)?|属于谁|是谁的|由谁(?:控股|控制|拥有|持有))",
              "who owns %s now",
              Wanted.ANSWER),
          form(
              NOW
                  + "(?:美国)?(?:海关)?"
                  + NOW
                  + "(?:的)?(?:IEEPA)?关税(?:已经?)?(?:退税?款?|退还|返还)了?多少(?:钱|美元|亿)?",
              "how much of the IEEPA tariffs has been refunded",
              Wanted.ANSWER),
          form(
              "(?:怎么|如何|怎样)(?:申请|办理|拿到|获得|要)?(?:美国)?(?:IEEPA)?(?:关税)?(?:退款|退税)",
              "how can I get a refund of the IEEPA tariffs",
              Wanted.ANSWER),
          form(
              "(?:价值)?(?:低于|不到|不满|不超过)?800美元(?:以下|以内)?的?(?:小?包裹|小额包裹|快递|邮件)"
                  + NOW
                  + "(?:可以|能)?(?:免税|不交税|免关税)",
              "are parcels under 800 dollars still duty free",
              Wanted.ANSWER),
          form(
              "(特朗普|习近平)(?:和|与|跟|同)(特朗普|习近平)(?:下次|下一次)?"
                  + WHEN
                  + "(?:会|能|才)*(?:再次?|又)?(?:见面|会面|会晤|碰面)",
              "when will %s and %s meet again",
              Wanted.ANY),
          form("(.+?战)(?:是)?" + WHEN + "(?:开始|爆发|打响|开打)的?", "when did the %s start", Wanted.ANSWER),
          form(
              "(.+?)" + WHEN + "(?:会|才|就)?(?:正式)?(?:开始|生效|实施|施行|开征|起征)的?",
              "when did %s take effect",
              Wanted.FIELDS),
          form(
              NOW
                  + "美国"
                  + NOW
                  + "对("
                  + Destination.CHINESE_COUNTRY
                  + ")(?:商品|产品)?(?:加征|征收)?的?(?:多少的?关税|(?:关税|税率)"
                  + NOW
                  + "是?(?:多少|多高))",
              "what is the US tariff on %s",
              Wanted.ANY),
          form(
              NOW
                  + "美国"
                  + NOW
                  + "对(?:中国|华)(?:商品|产品)?(?:加征|征收)?(?:的)?"
                  + "(?:多少(?:的)?关税|(?:关税|税率)"
                  + NOW
                  + "是?(?:多少|多高))",
              AskedText.WHAT_ALL_PAY,
              Wanted.ANSWER),
          form(
              NOW
                  + "中国"
                  + NOW
                  + "对美国?(?:商品|产品)?(?:加征|征收)?(?:的)?"
                  + "(?:多少(?:的)?关税|(?:关税|税率)"
                  + NOW
                  + "是?(?:多少|多高))",
              "what tariff does China charge on US goods right now",
              Wanted.ANSWER),
          form("(.+?)" + NOW + "(?:的?税率)?是?(?:多少|几个点|多高)", "what is the %s now", Wanted.FIELDS),
          form("(.+?)(?:被)?暂停到" + WHEN + "(?:为止)?", "until when is %s suspended", Wanted.ANSWER),
          form(
              "(.+?)" + NOW + "(?:延长|延期|持续|延|停)?[到至]" + WHEN + "(?:为止|结束|到期)?",
              "when does %s end",
              Wanted.ANSWER),
          form(
              "(.+?)" + NOW + WHEN + "(?:会|才|就)?(?:到期|结束|截止|失效|期满)",
              "when does %s end",
              Wanted.ANSWER),
          form(
              "(.+?)" + WHEN + "(?:会|才|能)?(?:恢复|重启|重新生效|恢复执行|恢复实施)",
              "when will %s be restored",
              Wanted.ANSWER),
          form(
              "(.+?)" + NOW + "在?(?:有效|生效|实施|执行|适用|存在|管用|算数|继续|在)(?:着|中)?(?:没有?|不)?",
              "is %s still in force",
              Wanted.FIELDS),
          form(
              "(.+?)" + NOW + "(?:被)?(?:取消|解除|撤销|终止|失效|废除|过期|到期|结束|停止)了?(?:没有?)?",
              "is %s still in force",
              Wanted.FIELDS),
          form(
              "(.+?)(?:现在|目前|如今)(?:是|处于)?(?:怎么样|怎样|咋样|如何|什么情况|是什么状态|什么状态)了?",
              "is %s still in force",
              Wanted.FIELDS),
          form(
              "(.+?)(?:现在|目前|最近|最新|后来|最后|最终|如今|的?事情?|这事|那事|问题|一事|案)*"
                  + "(?:怎么样|怎样|咋样|如何|什么情况|什么进展|进展如何|有什么进展|有何进展|进展|最新进展|最新消息|最新情况|是什么状态"
                  + "|怎么定的|怎么解决的|怎么处理的|结果如何|结果怎么样|什么结果|情况如何|怎么了)了?",
              "what is the latest on %s",
              Wanted.ANSWER),
          form("(?:怎么|如何|怎样)(?:申请|办理|办|拿到|获得|取得)(.+?)", "how to apply for %s", Wanted.ANSWER),
          form("(.+?)(?:要|该)?(?:怎么|如何|怎样)(?:申请|办理)", "how to apply for %s", Wanted.ANSWER),
          form(
              "(.+?)(?:最后|最终|到底|究竟|都)?(?:达成|谈成|取得|商定|敲定)了?(?:哪些|什么|啥)(?:样的)?(?:成果|共识|协议|结果|一致|内容)?",
              "what did they agree on in %s",
              Wanted.ANSWER),
          form("(.+?)(?:有|的)(?:哪些|什么)(?:成果|共识)", "what did they agree on in %s", Wanted.ANSWER));

  /** Words beside the names of the term list. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("的", ""),
          Map.entry("这", ""),
          Map.entry("那", ""),
          Map.entry("个", ""),
          Map.entry("项", ""),
          Map.entry("类", ""),
          Map.entry("和", "and"),
          Map.entry("与", "and"),
          Map.entry("对华", "on China"),
          Map.entry("对中国", "on China"),
          Map.entry("对美", "on the US"),
          Map.entry("对美国", "on the US"),
          Map.entry("对", "on"),
          Map.entry("美", "the United States"),
          Map.entry("台湾", "Taiwan"),
          Map.entry("华", "China"),
          Map.entry("暂停", "suspension"),
          Map.entry("规则", "rule"),
          Map.entry("措施", ""),
          Map.entry("政策", ""),
          Map.entry("规定", "rule"),
          Map.entry("禁令", "ban"),
          Map.entry("管制", "controls"),
          Map.entry("出口", "export"),
          Map.entry("进口", "import"),
          Map.entry("商品", "goods"),
          Map.entry("产品", "goods"),
          Map.entry("业务", "business"),
          Map.entry("企业", "companies"),
          Map.entry("公司", "companies"),
          Map.entry("会谈", "talks"),
          Map.entry("谈判", "talks"),
          Map.entry("会晤", "meeting"),
          Map.entry("案", "case"),
          Map.entry("调查", "investigation"));

  private static final Pattern WORD = Pattern.compile(anyOf(WORDS));

  private static final Pattern OPENING =
      Pattern.compile("^(?:请问|想问(?:一下|下)?|问一?下|想知道|我想知道|那么|那|所以|另外)*[，,]?");
  private static final Pattern CLOSING = Pattern.compile("[\\s？?。.！!吗嗎呢啊吧嘛呀]+$");
  private static final Pattern NUMBER =
      Pattern.compile("[0-9][0-9.,]*%?|[A-Za-z][A-Za-z0-9-]*|\\s+");

  /** Longer questions are not plain. */
  private static final int MAX_CHARS = 60;

  /** Each is a search of its own. */
  private static final int MAX_ASKED = 2;

  private final String text;
  private final List<QueryToken> tokens;
  private final Generation generation;

  /** The question in English, and what of its answer is wanted. */
  record Asked(String text, Wanted wanted) {
    boolean isToldBy(Answer answer) {
      return wanted == Wanted.ANY
          || (answer instanceof Answer.Answered answered
              && (wanted == Wanted.ANSWER || answered.verdict() != null));
    }
  }

  private AskedInEnglish(String text, List<QueryToken> tokens, Generation generation) {
    this.text = text;
    this.tokens = tokens;
    this.generation = generation;
  }

  private static Form form(String chinese, String english, Wanted wanted) {
    return new Form(Pattern.compile(chinese), english, wanted);
  }

  private static String anyOf(Map<String, String> words) {
    return words.keySet().stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .collect(joining("|"));
  }

  /** The ways in which it may be put; none where it is not in Chinese or not understood whole. */
  static Stream<Asked> of(QueryPlan plan, Generation generation) {
    if (plan.text().length() > MAX_CHARS || !Language.hasChinese(plan.text())) {
      return Stream.empty();
    }
    String text = Language.simplified(plan.text());
    Matcher opening = OPENING.matcher(text);
    int start = opening.find() ? opening.end() : 0;
    Matcher closing = CLOSING.matcher(text);
    int end = closing.find() ? closing.start() : text.length();
    return start < end && text.length() == plan.text().length()
        ? new AskedInEnglish(text, plan.tokens(), generation).in(start, end)
        : Stream.empty();
  }

  private Stream<Asked> in(int start, int end) {
    return FORMS.stream()
        .flatMap(
            form -> {
              Matcher matcher = form.chinese().matcher(text).region(start, end);
              return matcher.matches() ? written(form, matcher).stream() : Stream.empty();
            })
        .limit(MAX_ASKED);
  }

  private Optional<Asked> written(Form form, MatchResult matched) {
    List<String> parts =
        IntStream.rangeClosed(1, matched.groupCount())
            .mapToObj(
                group ->
                    VERBS.containsKey(matched.group(group))
                        ? Optional.of(VERBS.getOrDefault(matched.group(group), ""))
                        : english(matched.start(group), matched.end(group)))
            .flatMap(Optional::stream)
            .toList();
    return parts.size() < matched.groupCount()
        ? Optional.empty()
        : Optional.of(new Asked(form.english().formatted(parts.toArray()) + "?", form.wanted()));
  }

  /** Names and words between two places in English; empty where one is not known. */
  private Optional<String> english(int start, int end) {
    List<String> words = new ArrayList<>();
    int at = start;
    while (at < end) {
      int from = at;
      Optional<QueryToken> name =
          tokens.stream()
              .filter(token -> token.kind() == QueryToken.Kind.TERM)
              .filter(token -> token.start() == from && token.end() <= end)
              .max(Comparator.comparingInt(QueryToken::end));
      Optional<String> term =
          name.flatMap(token -> generation.term(token.text())).map(Term::en).map(List::getFirst);
      if (term.isPresent()) {
        words.add(
            name.filter(token -> token.text().equals(Composer.BOTH_COUNTRIES)).isPresent()
                ? ""
                : term.get());
        at = name.orElseThrow().end();
        continue;
      }
      Matcher number = NUMBER.matcher(text).region(at, end);
      if (number.lookingAt()) {
        words.add(number.group());
        at = number.end();
        continue;
      }
      Matcher word = WORD.matcher(text).region(at, end);
      if (!word.lookingAt()) {
        return Optional.empty();
      }
      words.add(WORDS.getOrDefault(word.group(), ""));
      at = word.end();
    }
    String english = String.join(" ", words).replaceAll(" +", " ").strip();
    return Optional.of(english).filter(name -> !name.isEmpty());
  }
}
