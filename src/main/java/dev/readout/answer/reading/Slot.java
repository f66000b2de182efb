package dev.readout.answer.reading;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a question asks to be told. An answer is one only if a statement, or a recorded field, fills
 * it; what the question itself gives never does. Read by rules, in English and simplified Chinese.
 */
public enum Slot {
  /** The last day of something, or how long it lasts. */
  END(
      "\\b(?:until when|till when|how long|deadline|expir\\w+|end date|last day|sunset)\\b"
          + "|\\bwhen\\b.*\\b(?:ends?|ended|ending|over|lapses?|lapsed|runs? out|ran out|due back"
          + "|comes? back|terminates?)\\b|\\bwhat happens (?:when|after)\\b",
      "到期|截止|何时结束|什么时候结束|到什么时候|到何时|到哪天|多久|多长时间|有效期"),

  /** The first day in effect. */
  START(
      "\\bwhen\\b.*\\b(?:tak\\w+ effect|took effect|in effect|into effect|effective|in force|into"
          + " force|start\\w*|beg[aiu]n\\w*|kick\\w* in|appl(?:y|ies|ied)|hit)\\b|\\b(?:effective"
          + " date|since when|start date)\\b|\\bfrom (?:what|which) (?:date|day)\\b",
      "何时生效|什么时候生效|哪天生效|起施行|何时实施|什么时候开始|何时开始|哪天起|从哪天|从何时|生效日期"),

  /** A day, month or year, of whatever. */
  DAY(
      "\\bwhen\\b|\\b(?:what|which) (?:date|day|year|month|week)\\b|\\bdate of\\b|\\bhow"
          + " (?:soon|early|late)\\b|\\bdate\\W*$",
      "何时|什么时候|哪天|哪一天|哪年|哪一年|几月|几号|什么时间|哪个月|日期"),

  PERSON(
      "\\b(?:who|whom|whose|who's)\\b|\\b(?:which|what)"
          + " (?:officials?|ministers?|secretar\\w+|negotiators?"
          + "|envoys?|leaders?|persons?|people|diplomats?|spokes\\w+|presidents?|delegat\\w+)\\b|\\bname"
          + " of the\\b",
      "谁|何人|哪位|哪几位|什么人"),

  /** An agency, a company, a country. */
  BODY(
      "\\b(?:which|what) (?:\\w+"
          + " )?(?:agenc\\w+|departments?|ministr\\w+|bod(?:y|ies)|offices?|bureaus?"
          + "|compan\\w+|firms?|countr\\w+|side|government|court|committee|institution\\w*|entit\\w+)\\b",
      "哪个部门|哪个机构|哪家|哪些公司|哪些企业|哪方|哪一方|哪国|哪个国家|哪些实体"),

  AMOUNT(
      "\\bhow (?:much|many|big|large|high|low|often|far|wide|strong)\\b|\\b(?:what|which) (?:\\w+"
          + " ){0,3}?"
          + "(?:share|percentage|percent|rates?|amounts?|numbers?|levels?|sums?|size|value|figures?|dut(?:y|ies)|threshold|ceiling|quota|limit|price|fees?|total|proportion|tariffs?"
          + " rate|target)\\b|\\bnumber of\\b|\\btariff rate\\b|\\bhow steep\\b",
      "多少|(?<!哪)几[个家项次轮名架种条份天年成趴吨艘台辆人张]|多大|多高|百分之几|税率|比例|幅度|金额"),

  PLACE(
      "\\bwhere\\b|\\b(?:which|what)"
          + " (?:city|town|place|venue|building|palace|hotel|location|capital)\\b",
      "哪里|哪儿|何地|在哪|哪个城市|哪座|什么地方|地点|什么场合"),

  CITATION(
      "\\b(?:citation|cite|docket|federal register|document number|fr"
          + " (?:doc|number|cite)|rin)\\b|\\b(?:which|what) (?:\\w+"
          + " )?(?:number|announcement|order|proclamation)\\b|\\bnumber of the\\b",
      "文号|公告号|第几号|几号公告|几号令|联邦公报|编号"),

  REASON(
      "\\bwhy\\b|\\b(?:what|which) (?:was the |is the |were the"
          + " )?(?:reasons?|grounds?|justification|rationale|motive|purpose|legal"
          + " basis|basis|authority|law)\\b|\\bon what\\b|\\breasons? (?:for|given|why)\\b",
      "为什么|为何|理由|原因|依据|根据什么|因为什么"),

  LIST(
      "\\bwhich (?:\\w+ )?\\w{2,}s\\b|\\bwhat (?:are|were) the\\b|\\b(?:list|name|enumerate)"
          + " (?:the|all|them|every)\\b|\\bwhat (?:\\w+"
          + " )?(?:products|goods|items|minerals|metals|companies|sectors|topics|issues|measures)\\b",
      "哪些|哪几|列出|列举|分别是|都有谁|都叫什么|包括什么|举例|举个例子|哪方面"),

  /** Whether something is in force, allowed, settled; what became of it. */
  STANDING(
      "\\b(?:in force|in effect|still|suspended|on hold|on"
          + " pause|lifted|withdrawn|rescinded|reinstated|revoked|repealed|expired|lapsed|anymore|any"
          + " more|any longer|no longer|scrapped|status|struck down|apply now|applies now|currently"
          + " appl\\w+|right now|kick(?:ed)? back|come back|back on|on or off|off the"
          + " (?:hook|table|list)|taken off|let off|go through|went through|gone"
          + " through|what(?:ever)? (?:became|becomes|happened|has become)|fate"
          + " of|(?:result|outcome) of|over (?:now|yet))\\b|^\\W*(?:so |and |but"
          + " )?(?:can|may|is|are|was|were|has|have|did|does|do|was)\\b.*\\b(?:active|valid|paused|void|cancell?ed"
          + "|dropped|legal|allowed|banned|prohibited|blacklisted|frozen|alive|dead|dormant|biting|pending|settled|resolved|stopped"
          + "|ceased|ever|yet|end|ended|over|off|need(?:s|ed)?)\\b|:\\s*(?:legally"
          + " )?(?:dead|alive|on|off|still|live)\\b|^\\W*(?:can|may)"
          + " (?:i|we|you|one|my|a|an|us|u\\.s\\.|american|chinese|companies)\\b|\\bdo"
          + " (?:i|we|they) (?:still )?(?:need|have) (?:to|a)\\b",
      "是否有效|还有效|仍然有效|暂停|失效|还在|仍然|是否实施|取消|撤销|撤了|废止|解除|作废|恢复了|还能|能不能|可以吗|管用|算数|还要|停了|结束了吗"
          + "|现在.*吗|目前.*吗|有没有生效|生效了吗|后来怎么|结果如何|结果怎么样|下文"),

  /** What or who something is. */
  DEFINITION(
      "^\\W*(?:so |and |ok |hey )*(?:what(?:'s|’s|s| is| are| was| were|"
          + " does)\\b(?!.*\\b(?:say|said|rate|date|share)\\b)|who(?:'s|’s|s| is|"
          + " was)\\b)|\\b(?:explain|define|definition|meaning of|stands? for|mean)\\b",
      "是什么|什么是|是啥|什么意思|何谓|含义|定义|指什么|是谁|谁是|何许人"),

  /** What changed, from what to what. */
  CHANGE(
      "\\bhow"
          + " (?:did|has|have|do|does)\\b.*\\b(?:chang\\w+|evolv\\w+|shift\\w+|mov\\w+|develop\\w*|differ\\w*)\\b|\\bwhat"
          + " (?:has )?changed\\b|\\bfrom .+ to .+\\bchange|\\bhistory\\b|\\btimeline\\b|\\bstep by"
          + " step\\b",
      "变化|变动|演变|一步步|来龙去脉|历程|时间线|经过");

  private final Pattern english;
  private final Pattern chinese;

  Slot(String english, String chinese) {
    this.english = Pattern.compile(english, Pattern.CASE_INSENSITIVE);
    this.chinese = Pattern.compile(chinese);
  }

  /** The slots that a question has, in no order; often one, sometimes none. */
  static Set<Slot> in(String question, Language language) {
    Set<Slot> slots = EnumSet.noneOf(Slot.class);
    for (Slot slot : values()) {
      Pattern pattern = language == Language.EN ? slot.english : slot.chinese;
      if (pattern.matcher(question).find()) {
        slots.add(slot);
      }
    }
    if (slots.contains(END) || slots.contains(START)) {
      slots.remove(DAY); // the day is that one
    }
    return slots;
  }

  /** Whether a day fills it. */
  public boolean isDay() {
    return this == END || this == START || this == DAY;
  }
}
