package dev.readout.answer;

import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a question asks to be told. An answer is one only if a statement, or a recorded field, fills
 * it; what the question itself gives never does. Read by rules, in English and simplified Chinese.
 */
public enum Slot {
  /** The last day of something, or how long it lasts. */
  END(
      "\\b(?:until when|till when|how long(?!"
          + Slot.OF_A_TEXT
          + ")|deadline|expir\\w+|end date|last"
          + " day|sunset)\\b|\\bwhen\\b.*\\b(?:ends?|ended|ending|over(?=\\W*$|,|"
          + " (?:and|or)\\b)|lapses?|lapsed|runs? out|ran out|due back|comes?"
          + " back|terminates?|(?:restored|reinstated|resumed?|snaps?"
          + " back|reimposed)(?=\\W*$))\\b|\\bwhat happens (?:when|after)\\b",
      "到期|截止|(?:何时|什么时候|哪天|哪一天)(?:结束|终止|失效|恢复)|[到至](?:什么时候|何时|几时|哪天|哪一天|哪年|几月|几号)"
          + "|为止|有效期|期限|(?<!"
          + Slot.LASTED
          + ")多(?:久|长时间)"),

  /** The first day in effect. */
  START(
      "\\bwhen\\b.*\\b(?:tak\\w+ effect|took effect|in effect|into effect|effective|in force|into"
          + " force|start\\w*|beg[aiu]n\\w*|kick\\w* in|appl(?:y|ies|ied)|hit)\\b|\\b(?:effective"
          + " date|since when|start date)\\b|\\bon (?:which|what)"
          + " (?:dates?|days?)\\b.*\\b(?:start|begin|take effect|apply)\\b|\\bfrom (?:what|which)"
          + " (?:date|day)\\b(?!.*"
          + Slot.STOPPING
          + ")",
      "(?:何时|什么时候|几时|哪天|哪一天|哪年|几月几[日号])(?:才|正式|起|开始|再)*"
          + "(?:生效|实施|施行|执行|适用|开始|开征|征收|加征|课征|起)"
          + "|从(?:何时|什么时候|几时|哪天|哪一天|哪年|几月|几号)|起施行|生效日期"),

  /** A day, month or year, of whatever. */
  DAY(
      "^(?:(?!"
          + Slot.ASKING
          + ").)*\\bwhen\\b|\\bwhen\\b(?=\\W*$| (?:exactly"
          + " )?(?:is|are|was|were|did|do|does|will|would|can|could|has|have|had|should|to)\\b)|\\b(?:and|or|since|until|till|by|from)"
          + " when\\b|\\b(?:what|which) (?:date|day|year|month|week)\\b|\\bdate of\\b|^\\W*(?:the"
          + " )?day of\\b|\\bhow (?:soon|early|late)\\b|\\bdate\\W*$",
      "何时|何日|什么时候|啥时候|几时|哪天|哪一天|哪日|哪年|哪一年|几月|几号|什么时间|哪个月|日期|几点(?:几分|钟)"),

  PERSON(
      "\\b(?:who(?! "
          + Slot.ISSUED
          + ")|whom|(?<!\\b(?:at|in) )whose|who's)\\b|\\b(?:which|what)"
          + " (?:officials?|ministers?|secretar\\w+|negotiators?"
          + "|envoys?|leaders?|persons?|people|diplomats?|spokes\\w+|presidents?|judges?|justices?|delegat\\w+)\\b|\\bname"
          + " of the\\b",
      "(?<!卖给|归)谁|何人|哪位|哪几位|什么人|哪些人"),

  /** An agency, a company, a country. */
  BODY(
      "\\bwho "
          + Slot.ISSUED
          + "|\\b(?:which|what) (?:\\w+"
          + " )?(?:agenc\\w+|departments?|ministr\\w+|bod(?:y|ies)|offices?|bureaus?"
          + "|compan\\w+|firms?|countr\\w+|side|government|court|committee|institution\\w*|entit\\w+)\\b",
      "哪个部门|什么部门|哪个机构|什么机构|哪个法院|哪家|哪几家|哪[些几][^，。？是有]{0,3}(?:公司|企业)|哪方|哪一方|卖给谁|归谁|哪国|哪一国|哪个国家|哪些国家|哪几国|哪些实体"),

  AMOUNT(
      "\\bwhat(?:'s|’s|s| is| are| was| were) (?:the|[\\w.]+['’]s?) (?:\\w+"
          + " ){0,3}?(?:tariffs?|dut(?:y|ies)|fees?) (?:on|for)\\b|\\bhow"
          + " (?:much|many|big|large|high|low|often|far|wide|strong)\\b|\\b(?:what(?:'s|’s|s)?|which)"
          + " (?:[\\w-]+"
          + " ){0,3}?(?:share|percentage|percent|rates?|amounts?|numbers?|levels?|sums?|size|value|figures?|dut(?:y|ies)|threshold|ceiling|quota|limit|cap|maximum|minimum|price|fees?|fines?|penalt(?:y|ies)|total|proportion|tonnage|tariffs?"
          + " rate|tariff (?:do|does|is|applies)|target)\\b|\\bwhat(?:'s|’s|s| is) the (?:[\\w-]+"
          + " ){1,4}?rates? (?:on|for)\\b|\\bnumber of\\b|^\\W*(?:price|cost|size|share)"
          + " of\\b|^\\W*"
          + Slot.NO_SENTENCE
          + "(?:the |any |current )?(?:[\\w.]+ ){0,4}(?:tariffs?|dut(?:y|ies)|rates?) (?:on|for)"
          + " [^,;?]{2,60}\\W*$|^\\W*"
          + Slot.NO_SENTENCE
          + "(?:[\\w.'-]+ ){1,5}(?:tariffs?|duty)(?: (?:right )?now| rn|"
          + " today)?\\W*$|\\brates?\\W*(?:(?:right )?now|rn|today|currently)?\\W*$|\\btariff"
          + " rate\\b|\\b(?:is|are) there (?:an? |any )?(?:\\w+"
          + " ){0,2}(?:tariffs?|dut(?:y|ies))\\b|\\bwhat (?:(?:do|does) [^?]{2,60}?"
          + " (?<!\\b(?:the|an?|this|of|its|their) )(?:charge|pay)|(?:is|are) [^?]{2,60}?"
          + " (?:charging|paying))\\b(?= (?:on|at|in|for|now|today|these|right)\\b|\\W*$)|\\bhow"
          + " steep\\b|\\b(?:is|was) there an? (?:\\w+"
          + " )?(?:ceiling|cap|limit|maximum|quota|threshold)\\b|\\bhow long"
          + Slot.OF_A_TEXT,
      Slot.HOW_MUCH),

  PLACE(
      "\\bwhere\\b(?! (?:does|do) [^?]{3,90} stand\\b)|\\bat whose\\b|\\b(?:which|what)"
          + " (?:city|town|place|venue|building|palace|hotel|location|capital)\\b",
      "(?<!"
          + Slot.POINT
          + "在)(?:哪里|哪儿)|何地|(?<!"
          + Slot.POINT
          + ")在哪(?![里儿些几种类项个一两天年月日次轮份方家])|哪个城市|哪座|什么地方|地点|什么场合"),

  CITATION(
      "\\b(?:citation|(?<!did \\w{1,20} )cite(?! \\w+ as\\b)|docket (?:number|no|id)|(?:which|what)"
          + " docket|(?<!\\b(?:by|in|through|without) (?:an?|any) )federal register|document"
          + " number|fr (?:doc|number|cite)|rin)\\b|(?<!\\bin )\\b(?:which|what) (?!(?:does|did|do)"
          + " )(?:\\w+ )?(?:number(?! of)|announcement|order|proclamation)\\b|\\bnumber of the\\b",
      "文号|公告号|第几号|几号公告|几号令|联邦公报|编号"),

  REASON(
      "\\bwhy\\b|^\\W*y (?:did|does|do|is|are|was|were|has|have)\\b|\\b(?:what|which) (?:was the"
          + " |is the |were the )?(?:reasons?|grounds?|justification|rationale|motive|purpose|legal"
          + " basis|basis|authority|law)\\b|\\bon what\\b|\\bhold-?up\\b|\\bwhat"
          + " (?:prompted|triggered|drove|caused|made|(?:had|did|have) [^?]{3,60} (?:do|done) to"
          + " (?:be|get|deserve|earn|land|end|provoke|draw))\\b|\\breasons?"
          + " (?:for|given|why|(?:\\w+ ){1,3}?(?:gave|gives|cited|named|offered))\\b",
      "为什么|为何|为啥|凭什么|凭啥|因何|理由|原因|依据|根据什么|因为什么|什么(?:罪名|名义|由头|缘故)|犯了什么|(?:怎么|咋)(?:就|会|又)*被"),

  LIST(
      "\\bwhich ones\\b|\\blist (?:pls|plz|please)\\b|\\b"
          + Slot.SOME
          + " (?:\\w+ )?(?:things|points|examples|differences|subjects)\\b|\\bwhich (?:\\w+"
          + " )?(?!(?:was|is|has|does|as|us|vs)\\b)\\w{2,}s\\b|\\bwhich (?:\\w+ ){1,4}\\w{2,}s"
          + " (?:have|are|were|do|did|need|must|will|can|may|got|get)\\b|\\b(?:what|which) "
          + Slot.SOME
          + " \\w+|^\\W*the "
          + Slot.SOME
          + " \\w+|\\bwhat (?:are|were) the\\b|\\b(?:big )?names (?:of|did|were|that|the)\\b|"
          + "^(?!.*\\b(?:is|are|was|were|did|do|does|has|have|how|when|where|why|who|what|which)\\b)\\W*(?:\\w+"
          + " ){0,3}\\w{3,}s \\w+ed"
          + " (?:over|by|in|for|from|on|under|since|after)\\b|\\b(?:list|name|enumerate)"
          + " (?:the|all|them|every)\\b|\\bwhat (?:\\w+"
          + " )?(?:products|goods|items|minerals|metals|companies|sectors|topics|issues|measures)\\b",
      "哪些|哪[几两二三四五六七八九十0-9]|"
          + Slot.SO_MANY
          + "(?:是|有)(?:什么|啥)(?!时)|列出|列举|分别是|都有谁|都叫什么|包括什么|举例|举个例子|哪方面"),

  /** Whether something is in force, allowed, settled; what became of it. */
  STANDING(
      "\\b(?:in force|in effect|still|suspended|on hold|on ice|on"
          + " pause|lifted|withdrawn|rescinded|reinstated|revoked|repealed|expired|lapsed|anymore|any"
          + " more|any longer|no longer|scrapped|status|struck down|apply now|applies now|currently"
          + " appl\\w+|right now|kick(?:ed)? back|come back|back on|on or off|off (?:the|its|their)"
          + " (?:hook|table|lists?)|taken off|let off|go through|went through|gone"
          + " through|what(?:ever)? (?:became|becomes|happened|has become)|fate"
          + " of|(?:result|outcome) of(?!.*\\b(?:talks?|meetings?|rounds?|calls?|summits?)\\b)|over"
          + " (?:now|yet))\\b|\\b(?:is|are) [^?]{3,80}\\bback\\W*$|\\bwhere (?:does|do) [^?]{3,90}"
          + " stand\\b(?! on\\b)|^\\W*(?:has|have) [^?]{3,90}\\b(?:kicked in|started|begun(?!"
          + " to)|taken effect|been decided|concluded|reached a"
          + " (?:verdict|decision|finding))\\b|^\\W*(?:so |and |but"
          + " )?(?:can|may|is|are|was|were|has|have|did|does|do|was)\\b.*\\b(?:active|valid|paused|void|cancell?ed"
          + "|dropped|removed?|relief|reprieve|delist\\w*|lift(?:s|ed)?|legal|allowed|banned|prohibited|blacklisted|frozen|alive|dead|dormant|biting|pending|settled|resolved|stopped|sold|divested|kill(?:ed)?|struck"
          + "|ceased|ever|yet|end|ended|over|off|gone|need(?:s|ed)?)\\b|:\\s*(?:legally"
          + " )?(?:dead|alive|on|off|still|live)\\b|\\b(?:licen[cs]e|permit|approval) (?:still"
          + " )?(?:needed|required)\\b|^\\W*(?:can|may)"
          + " (?:i|we|one|my|a|an|us|u\\.s\\.|american|chinese|companies|you(?! (?:please"
          + " )?(?:recommend|suggest|write|tell|explain|give|show|help|list|make|find)\\b))\\b|\\bdo"
          + " (?:i|we|they) (?:still )?(?:need|have) (?:to|a)\\b|\\b(?:when|(?:what|which)"
          + " (?:date|day)) (?:did|has|have|was|were)\\b.*"
          + Slot.STOPPING,
      Slot.STILL + "|暂停|失效|取消|撤销|撤了|废止|解除|作废|解禁|松绑"),

  /** What or who something is. */
  DEFINITION(
      "^\\W*(?:so |and |ok |hey )*(?:what(?: exactly)?(?:'s|’s|s| is| are| was| were|"
          + " does)\\b(?!.*\\b(?:say|said|rate|date|share)\\b)|who(?:'s|’s|s| is|"
          + " was)\\b)|\\bwhat(?:'s|’s|s| is| was)"
          + " (?:it|that|this)\\b|\\b(?:explain|define|definition|meaning|stands?"
          + " for|mean|cv|bio|biography)\\b",
      Slot.WHAT_IT_IS + "|是谁|谁是|何许人"),

  /** What changed, from what to what. */
  CHANGE(
      "\\b(?:by|in) (?:what|which) steps\\b|\\bhow"
          + " (?:did|has|have|do|does)\\b.*\\b(?:chang\\w+|evolv\\w+|shift\\w+|mov\\w+|develop\\w*|differ\\w*)\\b|\\bwhat"
          + " (?:has )?changed\\b|\\bfrom .+ to .+\\bchange|\\bhistory\\b|\\btimeline\\b|\\bstep by"
          + " step\\b",
      "变化|变动|演变|沿革|怎么变|如何变|一步步|一步一步|来龙去脉|始末|历程|时间线|经过(?!什么|哪|多少|几|了)");

  /** Behind one of these "when they met" is a clause, and asks for no day. */
  private static final String ASKING = "\\b(?:what|who|whom|which|how|where|why)\\b";

  /** "Who issued the fees": an agency. */
  static final String ISSUED =
      "(?:issue[sd]|impose[sd]|introduced|adopted|published|enforces|administers"
          + "|(?:decided to )?(?:suspend|pause)(?:ed|d)?)\\b";

  /** "How long is their list": of how much, and not until when. */
  private static final String OF_A_TEXT =
      " (?:is|was|are|were) [\\w'’ -]*\\b(?:lists?|texts?|documents?|annex|notice|statement)\\b";

  /** What begins a few words that are no whole question: "tariff on gloves". */
  private static final String NO_SENTENCE =
      "(?!(?:do|does|did|is|are|was|can|will|must|should|has|have|why|how|when|what|who|where"
          + "|which|timeline|history|list|explain)\\b)";

  /** A number as it is written before what is listed. */
  private static final String SOME = "(?:two|three|four|five|six|seven|eight|nine|ten)";

  /** What ends a measure or pauses it. */
  private static final String STOPPING =
      "\\b(?:stop|drop|lift|scrap|remove|suspend|pause|freez|cancel|revoke|withdr|abolish|end)\\w*";

  /** "差在哪里": a point, and no place. */
  private static final String POINT = "(?:差|区别|差别|差异|不同|问题|原因|关键|重点|出处|依据)";

  /** "三点分歧": so many things of a kind. */
  private static final String SO_MANY = "[两二三四五六七八九十](?:点|条|个|项|种|大|方面)[^，。；？]{1,6}";

  /** What asks for a standing, whatever else is asked; "暂停" alone may only name what was done. */
  private static final String STILL =
      "是否有效|又[^，。；？]{0,3}(?:开始|恢复|收|征|生效)[^，。；？]{0,3}[吗没了]|还有效|仍然有效|还在|仍然|是否实施|恢复了|还能|能不能|可以吗|管用|算数|还要|(?<!暂)停了|结束了吗"
          + "|收不收|用不用|要不要|管不管|算不算|征不征|交不交|停没停|有没有效|还有没有|(?:取消|暂停|撤销|解除|生效|到期|结束)了?没有|还[^，。；？]{0,6}吗"
          + "|到期了吗|现在.*吗|目前.*吗|有没有(?:生效|暂停|失效|取消|撤销|废止|解除)|生效了吗|(?:执行|实施|施行|适用|落实|落地|征收|兑现)(?:过|了)(?:吗|没)"
          + "|后来怎么|结果如何|结果怎么样|下文|(?:放开|放行|放宽|解禁|松绑|恢复|结案|了结)了?(?:吗|没)|案子?[^，。；？]{0,2}结了"
          + "|(?:最后|最终|到头来|后来)[^，。；？]{1,12}(?:了吗|了没|没有)|有(?:生效|实施|施行|执行|取消|暂停|撤销|解除|恢复|延长|落实)(?:吗|没)|有没有[^，。；？]{0,2}(?:准[卖许]|放行|放开|批准)";

  /** "暂停了哪六个公告", "为此暂停做了什么": what asks for a part of what the verb tells. */
  private static final QuickPattern PART =
      QuickPattern.exactly("什么(?!时候|时间|日子)|哪(?!天|一天|日|年|一年|个月|月)|谁|多少|(?<=[了过])几");

  /** "By how much may a plant still grow" asks for a figure. */
  private static final QuickPattern COUNTED =
      QuickPattern.of("\\bhow (?:much|many|big|large|high|far)\\b");

  private static final QuickPattern WHOLE = QuickPattern.exactly(Slot.STILL);

  /** What a meeting or call did before "多久": how long it lasted, not when it ends. */
  private static final String LASTED = "谈了|开了|聊了|打了|坐了|持续了?|历时|花了|用了";

  /** What something is, not "what time it is", and nothing that it has: 理由是什么. */
  static final String WHAT_IT_IS =
      "(?:(?<![谈聊说讲提问]的|原因|理由|依据|根据|目的|条件|结果|成果|内容|立场|态度|反应|回应|要求|标准|门槛|日期|时间|地点|文号|编号|税率|区别|差别|承诺|进展|分歧|原文|原话|名称|关系|影响|后果)"
          + "(?<!"
          + Slot.SO_MANY
          + ")是(?:什么|啥)(?!时|日)|什么是|什么意思|何谓|含义|定义|指什么|是做什么的|是干[什么嘛啥]+的|是[讲管](?:什么|啥)的?|是怎么回事)";

  /** A number of something in words of asking: 几 with a measure word, but not 哪几, 第几. */
  static final String HOW_MUCH =
      "多少|(?<![哪第那这前后好近十])几(?:[个家项次轮名架种条份天年周成倍趴吨艘台辆人张位批笔类款块颗枚层章件座部万亿千百]|点(?!钟|起|开始|几分)|小时|比几"
          + "|纳米|分之几)|多大|多高|多重|多快|百分之几|税率|比例|幅度|金额|(?<="
          + Slot.LASTED
          + ")多(?:久|长)";

  @SuppressWarnings("ImmutableEnumChecker") // it only remembers what it has found out
  private final QuickPattern english;

  @SuppressWarnings("ImmutableEnumChecker") // the same
  private final QuickPattern chinese;

  Slot(String english, String chinese) {
    this.english = QuickPattern.of(english);
    this.chinese = QuickPattern.exactly(chinese);
  }

  /** The slots that a question has, in no order; often one, sometimes none. */
  static Set<Slot> in(String question, Language language) {
    Set<Slot> slots = EnumSet.noneOf(Slot.class);
    for (Slot slot : values()) {
      boolean isAsked =
          language == Language.EN ? slot.english.isIn(question) : slot.chinese.isIn(question);
      if (isAsked) {
        slots.add(slot);
      }
    }
    if (language == Language.EN && COUNTED.isIn(question)) {
      slots.remove(STANDING);
    }
    if (language != Language.EN && PART.isIn(question) && !WHOLE.isIn(question)) {
      slots.remove(STANDING);
    }
    if (slots.contains(END) || slots.contains(START)) {
      slots.remove(DAY); // the day is that one
    }
    return slots;
  }

  /** Whether, in Chinese, more is asked than yes or no. */
  static boolean asksForAPart(String question) {
    return PART.isIn(question) || question.contains("怎") || question.contains("如何");
  }

  /** Whether a day fills it. */
  public boolean isDay() {
    return this == END || this == START || this == DAY;
  }
}
