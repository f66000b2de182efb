package dev.readout.answer;

import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.DateMention;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
                      + "|respon(?:se|d|ded)|react(?:ion|ed)?|comment(?:s|ed)?|told|version"
                      + "|press release|describe[ds]?|put it|call(?:ed)? it)\\b",
                  "(?:说|表示|回应" + "|声明|通稿|表态|怎么看|称)"),
              Shape.LATEST,
              Wording.of(
                  "\\b(?:latest|newest|most recent|recent(?:ly)?|lately|what's new|any news|last"
                      + " (?:[\\w’'–-]+"
                      + " ){0,3}?(?:round|meeting|talks|call|time|summit|met|meet|talk(?:ed)?|spoke|speak|saw|see))\\b",
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
              + " of|(step|day|week|month|year|round|one|rate|blow|case) by \\1|sequence|walk me"
              + " through|trace|line (?:\\w+ ){1,2}up|by date|where (?:have|were|did) (?:all|the)"
              + " (?:[\\w-]+ ){0,3}?(?:talks|rounds|meetings)\\b(?! (?:in|on|of)\\b)|list"
              + " (?:all|every|each)|(?:steps|stages) so far|what(?:'s|’s|s| are| were)? the"
              + " dates|key dates|(?:every|each)"
              + " (?:round|step|stage|extension|milestone|increase|hike|change|deadline|end"
              + " date)|milestones?|rounds|round after round|in (?:\\w+ )?order(?! to\\b)|one after"
              + " (?:another|the other)|ups and downs|lowest to highest|up and (?:back )?down|over"
              + " time|(?:from )?start to (?:end|finish)|how (?:has|have) [^?]{3,60} grown|how"
              + " (?:did|has|have) [^?]{3,60}"
              + " (?:(?:mov|evolv|develop|chang|play|unfold)(?:e|ed)?(?:"
              + " out)?|(?:rise|risen|increased?|climb(?:ed)?|go up|gone up)\\b(?! to [0-9]))|what"
              + " (?:got|was|were|has been|have been) \\w+ when)\\b",
          "时间线|按(?:时间|先后|顺序)|捋一?[下遍捋]|大事记|历程|历次|历轮|哪几轮|哪些轮|一步步|一步一步|来龙去脉|始末|前因后果|演变|沿革|怎么变|(?:哪些|几次)(?:变化|调整)|[二三四五六七八九十几][轮次](?:磋商|谈判|会谈|会晤)[^，。？]{0,4}(?:都|分别|各)|時間線|歷次");

  private static final Wording NEXT =
      Wording.of(
          "\\b(?:next (?:[\\w'’-]+"
              + " ){0,3}?(?:rounds?|meetings?|talks|calls?|summits?|visits?|sessions?|steps?|deadlines?)|upcoming|coming"
              + " up|up next|(?:who|what|when|where)(?:'s|’s| is) next|(?:when|where)"
              + " (?:will|do|are) [^.?!]{1,40}? (?:meet|meeting|talk|talking) (?:again|next))\\b",
          "下一?轮|下一次|下次|下一步|接下来|下一輪|接下來");

  private static final QuickPattern SEASON =
      QuickPattern.of(
          "\\b(?:(spring|summer|autumn|fall) and )?(spring|summer|autumn|fall|winter)(?: of)?"
              + " ((?:19|20)[0-9]{2})\\b"
              + "|\\blast (spring|summer|autumn|fall|winter)\\b");
  private static final QuickPattern RELATIVE =
      QuickPattern.of("\\b(last|this) (year|month)\\b(?! of\\b)|(去年|今年|上个月|本月|上個月)");

  private static final List<String> PARTS = List.of("early", "mid", "late");

  private static final int DAYS_OF_A_THIRD = 10;

  /** "At the start of 2024", "late 2024". */
  private static final Pattern PART_OF =
      pattern("\\b(?:(early(?: in)?|(?:start|beginning) of)|late(?: in)?|end of) $");

  private static final int MONTHS_OF_A_PART = 4;

  private static final String PART = "(?:(early|mid|late)[ -])?";

  /** "The duty from spring 2025" is the one of that time. */
  private static final Pattern SINCE =
      pattern("\\b(?:since|after)\\s*(?:the )?" + PART + "$|(?:自|从|從)\\s*$");

  private static final Pattern SINCE_AFTER =
      pattern(
          "^\\s*(?:以来|之后|以后|以來|之後|以後|onwards?\\b|on(?=\\s*(?:[,;.?!]|$))"
              + "|and (?:after|later|since|beyond|onwards?)\\b"
              + "|(?:[-–—]\\s*|(?:un)?till? |to )(?:now|today|date|the present)\\b)");
  private static final Pattern BEFORE = pattern("\\b(?:before|prior to|ahead of)\\s*(?:the )?$");
  private static final Pattern BEFORE_AFTER = pattern("^\\s*(?:之前|以前|前)");
  private static final Pattern ALL_OF =
      pattern("\\b(?:during|throughout|(?:in|over) the course of|over)\\s*(?:the )?(?:year )?$");
  private static final Pattern BETWEEN =
      pattern("\\b(?:between|from)\\s*(?:the )?" + PART + "$|(?:从|自)\\s*$");
  private static final Pattern TO =
      pattern("\\s*(?:to|until|till|through|and|[-–—~]|至|到|和|与)\\s*(?:the )?" + PART);
  private static final Pattern AND = pattern("\\s*(?:and|和|与)\\s*(?:the )?");
  private static final Pattern UNTIL =
      pattern("\\b(?:until|up to|by|till)\\s*(?:the )?(?:end of )?$|(?:截至|到)\\s*$");

  static final String MONTH =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

  /** "May to September 2025", "10 May and 15 June 2025": the year of the second is the first's. */
  private static final Pattern YEAR_BEHIND =
      pattern(
          "\\b((?:[0-9]{1,2}\\s+)?"
              + MONTH
              + "(?:\\s+[0-9]{1,2})?)(?=(?:\\s*,\\s*"
              + MONTH
              + ")*,?\\s*(?:to|until|till|through|and|[-–—])\\s*(?:the )?"
              + "(?:(?:early|mid|late)[ -])?(?:[0-9]{1,2}\\s+)?"
              + MONTH
              + "(?:\\s+[0-9]{1,2})?,?\\s+((?:19|20)[0-9]{2})\\b)");

  /** "2025年5月至9月": the year of the first is the second's. */
  private static final Pattern YEAR_BEFORE =
      pattern("((?:19|20)[0-9]{2}年)([0-9]{1,2}月(?:[0-9]{1,2}[日号])?[至到和与、—–-])(?=[0-9]{1,2}月)");

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

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
    boolean areCompared = AskedSide.areCompared(text);
    if (areCompared) {
      shapes.add(Shape.COMPARISON);
    }
    if (shapes.contains(Shape.COMPARISON) && AskedSide.areBoth(text)) {
      shapes.add(Shape.BOTH_SIDES);
    }
    List<DateMention> dates = DateMention.in(text);
    Span span = span(dates.isEmpty() ? text : withYears(text), today);
    Language language = Language.of(text);
    if (dates.isEmpty() && CountedDays.in(text, today) != null) {
      shapes.add(Shape.COUNTED);
    }
    return new Reading(
        language,
        shapes,
        Slot.in(text, language),
        areCompared ? null : AskedSide.in(text),
        span.first(),
        span.last(),
        span.isRange());
  }

  /** With a year for each of two dates of which one alone has it. */
  static String withYears(String text) {
    return YEAR_BEFORE.matcher(YEAR_BEHIND.matcher(text).replaceAll("$1 $2")).replaceAll("$1$2$1");
  }

  /** A time, and whether the days written are only its ends. */
  private record Span(@Nullable LocalDate first, @Nullable LocalDate last, boolean isRange) {
    Span(@Nullable LocalDate first, @Nullable LocalDate last) {
      this(first, last, false);
    }
  }

  private static Span span(String text, LocalDate today) {
    MatchResult season = SEASON.first(text);
    if (season != null) {
      Span named = seasonSpan(season, today);
      String before = text.substring(0, season.start());
      String after = text.substring(season.end());
      boolean isLast = !DateMention.in(before).isEmpty();
      Span range =
          isLast || !DateMention.in(after).isEmpty()
              ? span(before + (isLast ? named.last() : named.first()) + after, today)
              : named;
      return range.isRange() ? range : openSpan(before, after, named.first(), named.last());
    }
    List<DateMention> dates = DateMention.in(text).stream().filter(DateMention::exists).toList();
    if (dates.isEmpty()) {
      CountedDays counted = CountedDays.in(text, today);
      if (counted != null) {
        return new Span(counted.first(), counted.last());
      }
      MatchResult relative = RELATIVE.first(text);
      return relative != null ? relativeSpan(relative.group(), today) : new Span(null, null);
    }
    LocalDate first =
        dates.stream()
            .map(DateMention::first)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    LocalDate last =
        dates.stream()
            .map(DateMention::last)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return dates.size() > 1
        ? ofTwo(text, dates.getFirst(), dates.get(1), new Span(first, last))
        : openSpan(
            text.substring(0, dates.getFirst().start()),
            text.substring(dates.getFirst().end()),
            first,
            last);
  }

  /** "From May to September 2025", "between 10 May and 15 June": a time, not two days. */
  private static Span ofTwo(String text, DateMention from, DateMention to, Span span) {
    Matcher before = BETWEEN.matcher(text.substring(0, from.start()));
    Matcher between = TO.matcher(text.substring(from.end(), Math.max(from.end(), to.start())));
    boolean isFrom = before.find();
    return between.matches() && (isFrom || !AND.matcher(between.group()).matches())
        ? new Span(
            later(span.first(), from, isFrom ? before.group(1) : null),
            earlier(span.last(), to, between.group(1)),
            true)
        : span;
  }

  /** "From mid May": not from its first day on. */
  private static @Nullable LocalDate later(
      @Nullable LocalDate first, DateMention month, @Nullable String part) {
    return first == null || part == null || month.precision() != DateMention.Precision.MONTH
        ? first
        : first.withDayOfMonth(1 + DAYS_OF_A_THIRD * PARTS.indexOf(lower(part)));
  }

  /** "To early July": not to its last day. */
  private static @Nullable LocalDate earlier(
      @Nullable LocalDate last, DateMention month, @Nullable String part) {
    return last == null
            || part == null
            || lower(part).equals(PARTS.getLast())
            || month.precision() != DateMention.Precision.MONTH
        ? last
        : last.withDayOfMonth(DAYS_OF_A_THIRD * (1 + PARTS.indexOf(lower(part))));
  }

  private static String lower(String part) {
    return part.toLowerCase(Locale.ROOT);
  }

  /** One time, and whether a word before or after it opens the span on one end. */
  private static Span openSpan(
      String before, String after, @Nullable LocalDate first, @Nullable LocalDate last) {
    if (SINCE.matcher(before).find() || SINCE_AFTER.matcher(after).find()) {
      return new Span(first, null, true);
    }
    if ((BEFORE.matcher(before).find() || BEFORE_AFTER.matcher(after).find()) && first != null) {
      return new Span(null, first.minusDays(1), true);
    }
    if (UNTIL.matcher(before).find()) {
      return new Span(null, last, true);
    }
    Matcher part = PART_OF.matcher(before);
    if (first != null
        && last != null
        && first.plusYears(1).isEqual(last.plusDays(1))
        && part.find()) {
      return partOf(first, part.group(1) != null);
    }
    return new Span(first, last, ALL_OF.matcher(before).find());
  }

  /** The first or last months of the year. */
  private static Span partOf(LocalDate first, boolean isStart) {
    LocalDate start = isStart ? first : first.plusMonths(12 - MONTHS_OF_A_PART);
    return new Span(start, start.plusMonths(MONTHS_OF_A_PART).minusDays(1), true);
  }

  private static Span seasonSpan(MatchResult season, LocalDate today) {
    String name = season.group(2) != null ? season.group(2) : season.group(4);
    int year =
        season.group(3) != null ? Integer.parseInt(season.group(3)) : lastYearOf(name, today);
    String from = season.group(1) != null ? season.group(1) : name;
    return new Span(
        LocalDate.of(year, firstMonth(from), 1),
        LocalDate.of(year, firstMonth(name), 1).plusMonths(3).minusDays(1));
  }

  private static int firstMonth(String season) {
    return switch (season.toLowerCase(Locale.ROOT)) {
      case "spring" -> 3;
      case "summer" -> 6;
      case "autumn", "fall" -> 9;
      default -> 12;
    };
  }

  /** The year in which the last such season that is over began. */
  private static int lastYearOf(String season, LocalDate today) {
    int year = today.getYear();
    while (LocalDate.of(year, firstMonth(season), 1).plusMonths(3).isAfter(today)) {
      year--;
    }
    return year;
  }

  private static Span relativeSpan(String words, LocalDate today) {
    String lower = words.toLowerCase(Locale.ROOT);
    boolean last = lower.startsWith("last") || lower.startsWith("去") || lower.startsWith("上");
    if (lower.endsWith("year") || lower.endsWith("年")) {
      int year = today.getYear() - (last ? 1 : 0);
      return new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
    LocalDate month = today.withDayOfMonth(1).minusMonths(last ? 1 : 0);
    return new Span(month, month.plusMonths(1).minusDays(1));
  }
}
