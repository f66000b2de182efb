package dev.readout.answer;

import dev.readout.corpus.DateMention;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Side;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks about the answer before, whole, of one side or all, read together with it
 * unless it stands alone: "and Beijing?", "since when?", "那中方呢？". By rules rather than by a model,
 * so that a reader can see why. Immutable.
 */
public record FollowUp(String question, @Nullable Side side, boolean isAlone) {

  /**
   * What was said before: the question, whole, and the name of the measure, meeting or record that
   * the answer is about, if a measure's, then its standing or days, which nothing else has.
   */
  public record Before(String question, String subject, boolean isOfMeasure) {}

  /** A name that stands in a text; the kind is that of the list of terms. */
  public record Name(int start, int end, String kind) {}

  /** A side by itself, the words of the other that it takes the place of, and its own names. */
  private record Government(Side side, Pattern alone, Pattern words, String en, String zh) {}

  private static final List<Government> GOVERNMENTS =
      List.of(
          new Government(
              Side.US,
              pattern(
                  "(?:the )?(?:washington|us|u\\.s\\.|usa|america|americans?|united states|white"
                      + " house)(?:'s|’s)?(?: (?:side|view|version|account))?"
                      + "|(?:美方|美国|美國|华盛顿|華盛頓|白宫|白宮)(?:方面)?"),
              Pattern.compile(
                  "\\b(?:[Ww]ashington|(?:[Tt]he )?(?:US|U\\.S\\.|United States|White House)|[Tt]he"
                      + " Americans?(?: side)?|America)(?![\\p{L}])|美方|美国|美國|华盛顿|白宫"),
              "Washington",
              "美方"),
          new Government(
              Side.PRC,
              pattern(
                  "(?:the )?(?:beijing|china|chinese|prc|mofcom)(?:'s|’s)?(?:"
                      + " (?:side|view|version|account))?|(?:中方|中国|中國|北京|商务部|商務部)(?:方面)?"),
              Pattern.compile(
                  "\\b(?:[Bb]eijing|[Tt]he Chinese(?:"
                      + " side)?|China|MOFCOM)(?![\\p{L}])|中方|中国|中國|北京"),
              "Beijing",
              "中方"));

  /** Who may be asked after in place of a government. */
  private static final Set<String> SPEAKERS = Set.of("person", "agency");

  private static final Set<String> OCCASIONS = Set.of("place", "event", "forum");

  /** Kinds of which a name may take another's place. */
  private static final List<Set<String>> ALIKE =
      List.of(SPEAKERS, OCCASIONS, Set.of("instrument", "law", "list"));

  /** Before what somebody speaks of; being on a list is something else. */
  private static final QuickPattern SPEAKING_OF =
      QuickPattern.of(
          "(?:\\b(?:about|on|over|regarding)\\s+(?:the\\s+)?" + "|就|对|對|关于|關於|说|說|谈|談|提到|回应|回應)$");

  /** What makes of a place a meeting there. */
  private static final QuickPattern MEETING =
      QuickPattern.of("(?: (?:talks|round|meeting|summit)|会谈|會談|会晤|會晤|磋商)$");

  private static final QuickPattern OPENING =
      QuickPattern.of(
          "^\\s*(?:(?:and|but|so|ok|okay|what about|how about)\\b[\\s,]*|那么|那麼|那|还有|還有|而|，)+");
  private static final QuickPattern CLOSING = QuickPattern.of("(?:\\s*(?:then)?|呢)[\\s?？!！.。]*$");

  private static final QuickPattern TIME =
      QuickPattern.of(
          "(?:yesterday|today|now|this week|last week|(?:this|last) (?:month|year)|later|since"
              + " then|before that|昨天|今天|现在|現在|目前|上周|本周|上个月|本月|去年|今年|后来|之后|之前)");
  private static final QuickPattern AROUND_A_DATE =
      QuickPattern.of(
          "\\s*(?:(?:in|on|since|before|after|from|by|during|as of|until|自|从|截至|在|到)\\s*)?$");
  private static final QuickPattern BEHIND_A_DATE =
      QuickPattern.of("^(?:以来|之后|以后|之前|以前|前|的时候|时)?$");

  /** A question that lacks what it is about. */
  private static final QuickPattern BARE =
      QuickPattern.of(
          "(?:since|until|till|from) when|(?:for )?how long|when(?: exactly)?|why(?:"
              + " not)?|where|who|by how much|how (?:much|many|high)|(?:at )?what rate|what"
              + " (?:changed|next)|still(?: in (?:force|effect))?|in force|says"
              + " who|从什么时候(?:开始|起)?|什么时候(?:开始|生效|到期|结束)?|到什么时候"
              + "|多久|为什么|为何|在哪(?:里)?|谁(?:说的|宣布的)?|多少|税率(?:是)?多少|还有效吗|现在有效吗|有效吗|何时生效|何时到期"
              + "|從什麼時候(?:開始|起)?|什麼時候(?:開始|生效|到期)?|為什麼|還有效嗎");

  private static final Pattern PRONOUN =
      pattern("\\b(?:it|that|this|they|them|these|those)\\b(?!\\s+\\p{L}+\\s+of)|它们?|这个?|該|该规则|其");

  /** What may stand beside a name that is asked after by itself. */
  private static final QuickPattern BESIDE_A_NAME =
      QuickPattern.of(
          "\\s*(?:(?:in|on|at|for|the|to|with|about|from|of|after|关于|在|对|說|说|怎么说)\\s*)*");

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  /** Reads what is asked, by the names in a text, in their order. */
  public static FollowUp read(String text, Before before, Function<String, List<Name>> names) {
    String said = CLOSING.replaceFirst(OPENING.replaceFirst(text.strip(), ""), "");
    for (Government government : GOVERNMENTS) {
      if (government.alone.matcher(said).matches()) {
        return of(government, before.question(), names);
      }
    }
    if (isTime(said)) {
      String asked = asked(withoutTimes(before.question()));
      boolean isEnglish = Language.of(asked) == Language.EN;
      return with(isEnglish ? asked + " " + said : said + asked, text);
    }
    List<Name> named = names.apply(said);
    if (named.isEmpty()) {
      return about(said, text, before);
    }
    return isNameAlone(said, named)
        ? with(swapped(before, said, named.getFirst(), names), text)
        : alone(text);
  }

  /** Nothing of what was said before is needed. */
  public static FollowUp alone(String text) {
    return new FollowUp(text.strip(), null, true);
  }

  private static FollowUp with(String question, String text) {
    String end = Language.of(text) == Language.EN ? "?" : "？";
    return new FollowUp(asked(question) + end, null, false);
  }

  /** The same asked of the other government: in the place of the one that was asked of. */
  private static FollowUp of(
      Government government, String question, Function<String, List<Name>> names) {
    Government other =
        GOVERNMENTS.stream().filter(one -> one.side != government.side).findFirst().orElseThrow();
    String name = Language.of(question) == Language.EN ? government.en : government.zh;
    Matcher words = other.words.matcher(question);
    String asked = question;
    if (!government.words.matcher(question).find()) {
      Optional<Name> speaker =
          names.apply(question).stream().filter(one -> SPEAKERS.contains(one.kind())).findFirst();
      asked =
          words.find()
              ? words.replaceFirst(name)
              : speaker.map(one -> replaced(question, one, name)).orElse(question);
    }
    return new FollowUp(asked, government.side, false);
  }

  private static String replaced(String text, Name name, String by) {
    return text.substring(0, name.start()) + by + text.substring(name.end());
  }

  private static boolean isTime(String said) {
    if (TIME.isWhole(said)) {
      return true;
    }
    List<DateMention> dates = DateMention.in(said);
    return dates.size() == 1
        && AROUND_A_DATE.isWhole(said.substring(0, dates.getFirst().start()))
        && BEHIND_A_DATE.isWhole(said.substring(dates.getFirst().end()).strip());
  }

  /** The question without its dates and the words that lead to them. */
  private static String withoutTimes(String question) {
    String left = question;
    for (DateMention date : DateMention.in(question).reversed()) {
      String before = left.substring(0, date.start());
      left = AROUND_A_DATE.replaceFirst(before, "") + left.substring(date.end());
    }
    return left;
  }

  /** A question without what it is about is about what the answer was about. */
  private static FollowUp about(String said, String text, Before before) {
    Matcher pronoun = PRONOUN.matcher(said);
    if (pronoun.find()) {
      return with(pronoun.replaceFirst(Matcher.quoteReplacement(before.subject())), text);
    }
    if (!BARE.isWhole(said)) {
      return alone(text);
    }
    String between = Language.of(text) == Language.EN ? ": " : "：";
    return with(before.subject() + between + said, text);
  }

  private static boolean isNameAlone(String said, List<Name> named) {
    Name name = named.getFirst();
    return BESIDE_A_NAME.isWhole(said.substring(0, name.start()))
        && BESIDE_A_NAME.isWhole(said.substring(name.end()));
  }

  /**
   * The name in place of the last that is alike, or of what was spoken of. A subject that has no
   * place in a question about another one is asked after by itself.
   */
  private static String swapped(
      Before before, String said, Name name, Function<String, List<Name>> names) {
    String question = before.question();
    String by = said.substring(name.start(), name.end());
    List<Name> there =
        names.apply(question).stream().filter(one -> !isGovernment(one, question)).toList();
    boolean isOther = isSubject(name) && !before.isOfMeasure();
    Optional<Name> place =
        last(there, one -> one.kind().equals(name.kind()))
            .or(() -> last(there, one -> isAlike(one.kind(), name.kind())))
            .or(() -> last(there, one -> isOther && isSpokenOf(one, question)));
    if (place.isPresent()) {
      return replaced(question, place.get(), by + meeting(place.get(), question, by));
    }
    if (isSubject(name) && (!isOther || there.stream().anyMatch(FollowUp::isSubject))) {
      return byItself(by, there, question);
    }
    boolean isBare = isSubject(name) && name.start() == 0 && Language.of(said) == Language.EN;
    return asked(question) + gap(said) + (isBare ? "about " : "") + said;
  }

  /** A subject with the meeting and the time of the former question. */
  private static String byItself(String subject, List<Name> there, String question) {
    Stream<String> where =
        there.stream()
            .filter(one -> OCCASIONS.contains(one.kind()))
            .map(one -> question.substring(one.start(), one.end()));
    Stream<String> when =
        DateMention.in(question).stream().map(date -> question.substring(date.start(), date.end()));
    return Stream.of(Stream.of(subject), where, when)
        .flatMap(Function.identity())
        .collect(Collectors.joining(Language.of(question) == Language.EN ? ", " : "，"));
  }

  private static Optional<Name> last(List<Name> names, Predicate<Name> wanted) {
    return names.reversed().stream().filter(wanted).findFirst();
  }

  private static boolean isSubject(Name name) {
    return !SPEAKERS.contains(name.kind()) && !OCCASIONS.contains(name.kind());
  }

  private static boolean isAlike(String kind, String other) {
    return ALIKE.stream().anyMatch(kinds -> kinds.contains(kind) && kinds.contains(other));
  }

  private static boolean isSpokenOf(Name name, String question) {
    return isSubject(name)
        && !name.kind().equals("list")
        && SPEAKING_OF.isIn(question.substring(0, name.start()));
  }

  /** Whether it stands for a government there, not for a place. */
  private static boolean isGovernment(Name name, String text) {
    String words = text.substring(name.start(), name.end());
    return OCCASIONS.contains(name.kind())
        && GOVERNMENTS.stream().anyMatch(one -> one.alone.matcher(words).matches());
  }

  /** "talks" behind a place that takes the place of talks. */
  private static String meeting(Name name, String text, String by) {
    MatchResult meeting = MEETING.first(text.substring(name.start(), name.end()));
    return meeting != null && !MEETING.isIn(by) ? meeting.group() : "";
  }

  private static String asked(String question) {
    return question.replaceFirst("[\\s?？.。]+$", "");
  }

  private static String gap(String said) {
    return Language.of(said) == Language.EN ? " " : "";
  }
}
