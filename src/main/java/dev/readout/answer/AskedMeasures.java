package dev.readout.answer;

import static java.util.Objects.requireNonNull;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import dev.readout.corpus.Standing.LegalState;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which measures are asked for, where a question asks which there are of a kind: "what export
 * controls does the US have on chips", "which rare earth controls are suspended". Immutable.
 *
 * @param family what they are called
 * @param side who imposes them; null where that is not said
 * @param states how they are to stand
 * @param subject what the question says besides: what they are on
 * @param isOfKnowHow whether they are on technology, which no tariff is
 * @param isOfChanges whether what makes something easier is one, too: "what changed", "any lifted"
 */
record AskedMeasures(
    Family family,
    @Nullable Side side,
    Set<LegalState> states,
    String subject,
    boolean isOfKnowHow,
    boolean isOfChanges) {
  private static final String AMERICAN =
      "(?:\\bu\\.?s\\.?(?:a\\b)?(?![\\w-])|\\bamerican?s?\\b|\\bunited"
          + " states\\b|\\bwashington\\b|\\btrump\\b(?:['’]s)?|美国|美國|美方|华盛顿|特朗普|川普)";

  private static final String CHINESE =
      "(?:\\bchin(?:a|ese)\\b|\\bbeijing\\b|\\bprc\\b|中国|中國|中方|北京)";

  private static final String NOT_AIMED_AT =
      "(?<!\\b(?:on|against|to|at|toward|towards|targeting|facing) (?:the )?|[对對])";

  private static final QuickPattern BY_US = QuickPattern.of(NOT_AIMED_AT + AMERICAN);
  private static final QuickPattern BY_PRC = QuickPattern.of(NOT_AIMED_AT + CHINESE);
  private static final QuickPattern ON_US = QuickPattern.of(AMERICAN + "|[对對]美");
  private static final QuickPattern ON_PRC = QuickPattern.of(CHINESE + "|[对對][华華]");

  private static final QuickPattern BOTH = QuickPattern.of("[和与跟及]|双方|两国|中美|美中|各自");

  /** Asks which there are, in the plural. */
  private static final QuickPattern WHICH =
      QuickPattern.of(
          "^\\W*(?:(?:so|and|ok|hey|please|pls),? )*(?:what(?!['’]?s|"
              + " (?:is|can|could|may|would)\\b)|which|list|name|show(?: me)?|(?:tell|give)"
              + " me|(?:are there )?any|are there|what(?:['’]?s| is) the (?:current )?status"
              + " of)\\b|^\\W*(?:has|have|did|does|do|is|are)\\b.*\\bany\\b|哪些|[有是](?:什么|啥)|列出|列举");

  private static final String HELD_UP =
      "\\b(?:suspended|paused|on (?:hold|pause|ice)|frozen)\\b|暂停|中止|暂缓";

  private static final String LIFTED =
      "\\b(?:lift|drop|cancel|scrap|rescind|end|remov|withdr[ae]w)\\w*\\b|取消|撤销|解除|终止|废除|废止";

  private static final String PLANNED = "\\b(?:propos(?:ed|ing|als?)|pending)\\b|拟议|提议|拟";

  /** States that are asked for, by the first of these words that the question has. */
  private static final Map<QuickPattern, Set<LegalState>> STATES = new LinkedHashMap<>();

  static {
    STATES.put(QuickPattern.of(HELD_UP), EnumSet.of(LegalState.SUSPENDED));
    STATES.put(QuickPattern.of(LIFTED), EnumSet.of(LegalState.RESCINDED, LegalState.EXPIRED));
    STATES.put(QuickPattern.of(PLANNED), EnumSet.of(LegalState.PROPOSED));
  }

  private static final Set<LegalState> IN_FORCE = EnumSet.of(LegalState.IN_FORCE);

  /** "What are export controls" asks what the word means. */
  private static final QuickPattern IN_GENERAL =
      QuickPattern.of("^\\W*what are [\\w -]+\\W*$|是什么|什么是");

  /** Words of the question that name no measure. */
  private static final QuickPattern ASKING =
      QuickPattern.of(
          AMERICAN
              + "|"
              + CHINESE
              + "|"
              + HELD_UP
              + "|"
              + LIFTED
              + "|"
              + PLANNED
              + "|\\b(?:so|and|ok|hey|please|pls|what|which|list|of|name|status|show|tell|give|me|any|are|is|there|the|all|do|does"
              + "|has|have|got|put|placed|imposed?|imposes|using|on|against|to|at|for|in|by|its|their"
              + "|current|currently|now|today|right|still|active|existing|force|effect|place"
              + "|new|did|trade|taken?|took|taking|adopt(?:s|ed)?|announc(?:e|es|ed)|introduc(?:e|es|ed)|issue[sd]?|publish(?:es|ed)?|lev(?:y|ies|ied)|add(?:s|ed)?|chang(?:e|ed)|about|bring|brought|during|between|from|since|after|year|months?|this|last|was|were|been|have|compan(?:y|ies)|firms|entities|business(?:es)?|goods|products|imports|exports|tech|technolog(?:y|ies))\\b|\\bappl(?:y|ies)(?="
              + " (?:now|today|here|(?:to|on) (?:the )?"
              + AMERICAN
              + "|(?:to|on) (?:the )?"
              + CHINESE
              + ")|\\W*$)|目前|现在|现行|当前|如今|现有|仍然|仍|还在|还|正在|已经|生效|有效|在施行|施行|实施|执行|采取|采用|出台|推出|宣布|发布|公布|加征|征收|新"
              + "|哪些|有什么|是什么|什么|啥|列出|列举|的|了|有|是|都|被|[对對][华華美]|[对對]|企业|公司|商品|产品|货物|技术|科技"
              + "|吗|呢|请|在|把|处于|状态|里");

  private static final QuickPattern CHANGING = QuickPattern.of("\\bchang\\w+|变化|调整|" + LIFTED);

  private static final QuickPattern THIRD_FIRMS =
      QuickPattern.of(
          "\\b(?:taiwanese|japanese|korean|european|eu|dutch|german|canadian|british|israeli|russian|iranian)"
              + " (?:\\w+ )?(?:compan|firm|entit|business)"
              + "|(?:台湾|日本|韩国|欧洲|欧盟|荷兰|德国|加拿大|英国|以色列|俄罗斯|伊朗)的?(?:企业|公司|实体|被)");

  /** "What did China say about its controls": its words, and not which there are. */
  private static final QuickPattern WORDS_ON =
      QuickPattern.of("\\b(?:say|said|saying|comment(?:ed)? on|think of)\\b|怎么说|说了?什么");

  private static final QuickPattern NO_WORD = QuickPattern.of("[^\\p{L}\\p{N}'’-]+");

  private static final QuickPattern OF_KNOW_HOW =
      QuickPattern.of("\\btech(?:nolog(?:y|ies))?\\b|技术|科技");

  private static final QuickPattern LISTING =
      QuickPattern.of("\\b(?:lists?|listings?|sanctions(?! on))\\b");

  /** What measures are called, and the topics of those that are called so; none for any. */
  @SuppressWarnings("ImmutableEnumChecker") // the sets are
  enum Family {
    SANCTIONS(
        "\\bsanctions\\b|\\bblacklists?\\b|制裁|黑名单",
        Set.of(
            "sanctions",
            "anti-foreign-sanctions",
            "unreliable-entity-list",
            "entity-list",
            "mofcom-control-list",
            "defence")) {
      @Override
      boolean has(CorpusRecord measure, boolean isOfKnowHow) {
        return super.has(measure, isOfKnowHow)
            && (!measure.listings().isEmpty() || LISTING.isIn(measure.title()));
      }
    },
    FEES("\\b(?:(?:special )?port |service )?fees\\b|(?:特别)?港[口务]费", Set.of("shipping")) {
      @Override
      boolean has(CorpusRecord measure, boolean isOfKnowHow) {
        return super.has(measure, isOfKnowHow) && measure.title().contains("fees");
      }
    },
    EXPORT_CONTROLS(
        "\\bexport (?:controls|curbs|restrictions|bans|limits|rules)\\b|出口(?:管制|限制|管控)(?:措施)?",
        Set.of("export-controls")),
    TARIFFS(
        "\\b(?:import )?(?:tariffs|duties|levies)\\b|(?:进口|加征的?)?关税(?:措施)?|加税", Set.of("tariffs")),
    RULES(
        "\\b(?:controls|curbs|bans|limits|rules|regulations|laws)\\b|(?:管制|管控)(?:措施)?|禁令|规定|法规|法律|规则",
        Set.of()),
    ANY("\\b(?:restrictions|(?:counter-?)?measures)\\b|(?:限制|反制)(?:性)?(?:措施)?|措施", Set.of());

    private final QuickPattern words;
    private final Set<String> topics;

    Family(String words, Set<String> topics) {
      this.words = QuickPattern.of(words);
      this.topics = topics;
    }

    boolean has(CorpusRecord measure, boolean isOfKnowHow) {
      boolean isATariff = measure.topics().contains("tariffs");
      return topics.isEmpty()
          ? !isATariff || (this == ANY && !isOfKnowHow)
          : measure.topics().stream().anyMatch(topics::contains);
    }

    boolean isIn(String text) {
      return words.isIn(text);
    }

    static Optional<Family> in(String text) {
      return Stream.of(values()).filter(family -> family.isIn(text)).findFirst();
    }
  }

  /**
   * Empty where no measures are asked for in the plural, or what the word for them means, what is
   * said about them, or those on the companies of a third country, of which no field tells.
   */
  static Optional<AskedMeasures> in(String text) {
    return WHICH.isIn(text) && !THIRD_FIRMS.isIn(text) && !WORDS_ON.isIn(text)
        ? Family.in(text).map(family -> of(text, family)).filter(asked -> !asked.isInGeneral(text))
        : Optional.empty();
  }

  private static AskedMeasures of(String text, Family family) {
    String without = family.words.replaceAll(text, " ");
    return new AskedMeasures(
        family,
        imposer(text),
        STATES.entrySet().stream()
            .filter(state -> state.getKey().isIn(text))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(IN_FORCE),
        NO_WORD.replaceAll(ASKING.replaceAll(without, " "), " ").strip(),
        OF_KNOW_HOW.isIn(text),
        CHANGING.isIn(text));
  }

  private boolean isInGeneral(String text) {
    return family != Family.FEES && side == null && subject.isEmpty() && IN_GENERAL.isIn(text);
  }

  /** Whether a measure is of those, as far as its topics tell. */
  boolean has(CorpusRecord measure) {
    return (side == null || measure.side() == side) && family.has(measure, isOfKnowHow);
  }

  /** Who imposes what is asked about: whoever is named otherwise than as aimed at. */
  private static @Nullable Side imposer(String text) {
    boolean us = BY_US.isIn(text);
    boolean prc = BY_PRC.isIn(text);
    if (us != prc) {
      return us ? Side.US : Side.PRC;
    }
    if (us && Language.hasChinese(text) && !BOTH.isIn(text)) { // who does it comes first
      return first(BY_US, text) < first(BY_PRC, text) ? Side.US : Side.PRC;
    }
    boolean onUs = ON_US.isIn(text);
    return us || onUs == ON_PRC.isIn(text) ? null : onUs ? Side.PRC : Side.US;
  }

  private static int first(QuickPattern name, String text) {
    return requireNonNull(name.first(text)).start();
  }
}
