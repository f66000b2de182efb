package dev.readout.answer;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.DateMention;
import dev.readout.corpus.Language;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a question asks: its shape, side and time, in English and Chinese. By rules rather
 * than by a model, so that a reader can see why. Thread-safe.
 */
public final class QuestionReader {
  private static final Map<Shape, Wording> SHAPES =
      new EnumMap<>(
          Map.of(
              Shape.DEFINITION,
              Wording.of(
                  "^\\s*(?:so )?what(?: exactly)?(?:'s|’s|s| is| are| was| were| does)\\b.*"
                      + "|\\b(?:explain|define|definition|meaning|stands? for|mean)\\b",
                  Slot.WHAT_IT_IS + "|是什麼(?!時)|什麼是|什麼意思"),
              Shape.PERSON,
              Wording.of(
                  "\\bwho(?:'s|’s|s| is| was| are| were)\\b|\\b(?:cv|bio|biography)\\b",
                  "是谁|谁是|何许人|是誰|誰是"),
              Shape.WHEN,
              Wording.of(
                  "\\b(?:when|what (?:date|day|year|month)|which (?:date|day|year|month)|how"
                      + " long|until|deadline|expires?|expiry|start(?:ed|s)? date|date)\\b",
                  "(?:何时|何日|什么时候|什么时间|啥时候|几时|哪天|哪一天|哪日|哪年|哪一年|哪个月|几月|几号|多久|到期|什麼時候"
                      + "|何時|截止|起生效)"),
              Shape.COMPARISON,
              Wording.of(
                  "\\b(?:compare[ds]?|comparison|versus|vs|diff(?:er|ers|ered|erence|erences|erent)?|both"
                      + " (?:sides|governments|capitals|countries|versions|accounts|texts|tellings)|each"
                      + " (?:side|government|country|capital)|(?:they|the two|the sides|both|two"
                      + " sides) agree[ds]?|side by side|as told by|against the"
                      + " (?:chinese|american|us)|two"
                      + " (?:sides|accounts|versions|texts|statements|read-?outs|tellings)|(?:us|american|washington)\\W+(?:and|or"
                      + "|vs)\\W+(?:china|chinese|beijing)|(?:china|chinese|beijing)\\W+(?:and|or|vs)\\W+(?:us|american|washington)|u\\.s\\."
                      + " and chinese)\\b",
                  "(?:对比|比较|对照|相比|区别|差别|差异|异同|不同|不一样|差在哪|有什么分别|出入|双方|各自|各说各"
                      + "|各(?:降|减|加|停|暂停|取消|退|做)|两[边国方](?:都|各|分别|怎么|如何|的?(?:说法|表述|通稿|立场|态度|口径))"
                      + "|分别怎么|中美.*(?:表述|说法|通稿|口径|怎么说)|對比|比較|雙方|區別)"),
              Shape.STATUS,
              Wording.of(
                  "\\b(?:in force|in effect|still|currently|active|valid|suspended|on hold"
                      + "|paused|lifted|withdrawn|rescinded|revoked|repealed|expired?|apply now"
                      + "|applies now|now|status|today|anymore|any more|dead|cancell?ed|over)\\b",
                  "(?:生效|有效|暂停|失效|还在|仍然|目前|现在|是否实施|取消了|撤销|废止" + "|暫停|現在|還在|撤銷)"),
              Shape.AMOUNT,
              Wording.of(
                  "\\b(?:how (?:much|many|big|large|high)|what (?:share|percentage|percent"
                      + "|rate|amount|number|level)|which rate|number of|tariff rate)\\b",
                  Slot.HOW_MUCH + "|百分之|幾"),
              Shape.TIMELINE,
              Wording.of(
                  "\\b(?:history|list (?:the|all)|first|last time|how many times|since)\\b",
                  "(?:经过(?!什么|哪|多少|几|了)|几轮|先后|怎么变|如何变|(?:哪些|什么|几次)(?:变化|变动|调整)|第一次|首次)"),
              Shape.SPEECH,
              Wording.of(
                  "\\b(?:say|says|said|saying|statements?|read-?outs?|accounts?|remarks?"
                      + "|respon(?:se|d|ded)|react(?:ion|ed)?|comment(?:s|ed)?|told|version|(?:did|does|do)"
                      + " (?:[\\w.’'–-]+ ){1,3}tell|press release|describe[ds]?|put it|call(?:ed)?"
                      + " it)\\b",
                  "(?:说|表示|回应" + "|声明|通稿|表态|怎么看|称)"),
              Shape.LATEST,
              Wording.of(
                  "\\b(?:latest|newest|most recent|recent(?:ly)?|lately|what(?:'s|’s|s| is)"
                      + " new|(?:any|latest) news|(?:is|are) there (?:an? |any )?new|last"
                      + " (?:[\\w’'–-]+"
                      + " ){0,3}?(?:round|meeting|talks|call|time|summit|met|meet|talk(?:ed)?|spoke|speak|said|say|saw|see))\\b",
                  "最新|最近|近期"),
              Shape.NOW,
              Wording.of(
                  "\\b(?:current(?:ly)?|now|rn|today|these days|nowadays|so far|at"
                      + " (?:present|the moment)|still)\\b|\\b(?:does|do) (?:the )?[\\w.]+"
                      + " (?:charge|impose|levy|collect)\\b",
                  "目前|如今|至今|现在|当前")));

  private static final Wording SEQUENCE =
      Wording.of(
          "\\b(?:timeline|chronolog\\w+|saga|(?:which|what) ones (?:were|are|have)|on"
              + " (?:which|what) (?:days|dates) (?:did|was|were)|with (?:the )?dates|when"
              + " (?:was|were|did) each|(?:what|who) \\w+"
              + " when(?=\\W*(?:$|[,;]|and\\b))|(?:what|which) were the (?:stages|steps)|from"
              + " (?:the )?first to (?:the )?last|what (?:all )?happened (?:(?:with|to) [^?]{2,40}"
              + " )?between|(?:every|each) (?:[\\w’'–-]+ ){1,4}by date|history"
              + " of|(step|day|week|month|year|round|one|rate|blow) by"
              + " \\1|(step|day|week|month|year|round)-by-\\2|sequence|walk me through|trace|line"
              + " (?:\\w+ ){1,2}up|by date|where (?:have|were|did)"
              + " (?:(?:all|the|us|u\\.s\\.|china|us-china|chinese|american|and|trade|economic|bilateral|various|different|[0-9]|two|three|four|five|six|seven|eight)"
              + " ){1,5}(?:talks|rounds|meetings)\\b(?! (?:in|on|of)\\b)|list"
              + " (?:all|every|each)|(?:steps|stages) so far|what(?:'s|’s|s| are| were)? the"
              + " dates|key dates|dates(?=\\W*$)|(?:every|each)"
              + " (?:round|step|stage|extension|milestone|increase|hike|change|deadline|end"
              + " date)|milestones?|rounds|round after round|in (?:\\w+ )?order(?! to\\b)|one after"
              + " (?:another|the other)|ups and downs|lowest to highest|up and (?:back )?down|over"
              + " time|(?:from )?start to (?:end|finish)|how (?:has|have) [^?]{3,60} grown|how"
              + " (?:did|has|have) [^?]{3,60}"
              + " (?:(?:mov|evolv|develop|chang|play|unfold)(?:e|ed)?(?:"
              + " out)?|(?:rise|risen|increased?|climb(?:ed)?|go up|gone up)\\b(?! to [0-9]))|what"
              + " (?:got|was|were|has been|have been) \\w+ when|order (?:in which|of events)|from"
              + " (?:the |its )?(?:very"
              + " )?(?:first|opening|start|launch|preliminary|initial)\\b[^?]{0,60}? to (?:the"
              + " )?\\w+|how (?:did|has|have) [^?]{3,80} buil[dt] up|when, [^?]{2,40} when)\\b",
          "时间线|按(?:时间|先后|顺序)|捋一?[下遍捋]|大事记|历程|历次|历轮|哪几轮|哪些轮|一步步|一步一步|来龙去脉|始末|前因后果|演变|沿革|怎么变|(?:哪些|几次)(?:变化|调整)|[二三四五六七八九十几][轮次](?:磋商|谈判|会谈|会晤)[^，。？]{0,4}(?:都|分别|各)|時間線|歷次");

  private static final Wording NEXT =
      Wording.of(
          "\\b(?:next (?:[\\w'’-]+"
              + " ){0,3}?(?:rounds?|meetings?|talks|calls?|summits?|visits?|sessions?|steps?|deadlines?)|upcoming|coming"
              + " up|up next|(?:who|what|when|where)(?:'s|’s| is) next|(?:when|where)"
              + " (?:will|do|are) [^.?!]{1,40}? (?:meet|meeting|talk|talking) (?:again|next))\\b",
          "下一?轮|下一次|下次|下一步|接下来|下一輪|接下來");

  private QuestionReader() {}

  /**
   * The first date in the text that the calendar does not have, as it was written; null for none.
   */
  public static @Nullable String impossibleDate(String text) {
    return DateMention.in(text).stream()
        .filter(mention -> !mention.exists())
        .map(mention -> text.substring(mention.start(), mention.end()))
        .findFirst()
        .orElse(null);
  }

  /**
   * Reads a question.
   *
   * @param today what "last year" is counted from
   */
  public static Reading read(String text, LocalDate today) {
    Set<Shape> shapes = EnumSet.noneOf(Shape.class);
    SHAPES.forEach(
        (shape, wording) -> {
          if (wording.isIn(text)) {
            shapes.add(shape);
          }
        });
    if (SEQUENCE.isIn(text)) {
      shapes.addAll(Set.of(Shape.SEQUENCE, Shape.TIMELINE));
    }
    if (NEXT.isIn(text)) {
      shapes.add(Shape.NEXT);
    }
    if (shapes.containsAll(Set.of(Shape.LATEST, Shape.NOW, Shape.STATUS))) {
      shapes.remove(Shape.LATEST); // "the latest known: does the pause still run?"
    }
    boolean areCompared = AskedSide.areCompared(text);
    if (areCompared) {
      shapes.add(Shape.COMPARISON);
    }
    if (shapes.contains(Shape.COMPARISON) && AskedSide.areBoth(text)) {
      shapes.add(Shape.BOTH_SIDES);
    }
    List<DateMention> dates = DateMention.in(text);
    AskedTime time = AskedTime.in(dates.isEmpty() ? text : AskedTime.withYears(text), today);
    Language language = Language.of(text);
    if (dates.isEmpty() && CountedDays.in(text, today) != null) {
      shapes.add(Shape.COUNTED);
    }
    return new Reading(
        language,
        shapes,
        Slot.in(text, language),
        areCompared ? null : AskedSide.in(text),
        time.first(),
        time.last(),
        time.isRange());
  }
}
