package dev.readout.intake;

import dev.readout.corpus.CitationMention;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.corpus.Source;
import dev.readout.corpus.Term;
import dev.readout.corpus.Topic;
import dev.readout.index.Generation;
import dev.readout.intake.extract.Extraction;
import dev.readout.intake.extract.FeedReading.Gazetted;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a document most likely is, by itself and the records at hand; a person decides. */
final class Proposals {
  /** How many meetings or topics are offered to choose from. */
  static final int MAX_OFFERED = 10;

  /** A read-out appears within days of its meeting. */
  private static final int NEAR_DAYS = 10;

  private static final int PROPOSED_WITHIN_DAYS = 3;
  private static final int MAX_PROPOSED_TOPICS = 4;

  /** Enough to see what a paper is about; its annexes name everything. */
  private static final int OPENING_CHARS = 3_000;

  /** Names of people and things are looked for in so much. */
  private static final int READ_CHARS = 20_000;

  private static final Pattern READOUT =
      words(
          "read-?outs?|statements?|press"
              + " releases?|remarks|meets?|meetings?|talks|calls?|briefings?",
          "会谈|会见|会晤|通话|谈话|发言人|答记者问|磋商");

  private static final Pattern AGREEMENT =
      words("agreements?|arrangements?|framework|memorandum", "协议|协定|共识|安排|备忘录");

  private static final Pattern RESTRICTION =
      words(
          "rules?|entity list|orders?|notices?|determinations?|proclamations?|export controls?",
          "公告|清单|管制|反制");

  /** Actions in the Federal Register that order nothing. */
  private static final Pattern PROCEEDINGS =
      Pattern.compile("information collection|meeting|hearing|^notice; request for comments");

  /** English words as whole ones; Chinese has none. */
  private static Pattern words(String english, String chinese) {
    return Pattern.compile("\\b(?:" + english + ")\\b|" + chinese);
  }

  private Proposals() {}

  /** What a document that is described like this may be filed under. */
  static Details.Candidates candidates(Generation generation, Details details, String body) {
    Extraction.Extracted text =
        new Extraction.Extracted(details.title(), details.published(), null, null, body, List.of());
    String meeting = details.meeting();
    Stream<CorpusRecord> chosen = meeting == null ? Stream.of() : generation.find(meeting).stream();
    List<Topic> all = generation.topics();
    return new Details.Candidates(
        Stream.concat(chosen, meetings(generation, text).stream()).distinct().toList(),
        Stream.of(
                all.stream().filter(topic -> details.topics().contains(topic.id())),
                topics(generation, text).stream())
            .flatMap(topics -> topics)
            .distinct()
            .toList());
  }

  /** Meetings that the document may be about, best first. */
  static List<CorpusRecord> meetings(Generation generation, Extraction.Extracted text) {
    LocalDate day = text.published();
    if (day == null) {
      return List.of();
    }
    Map<CorpusRecord, Integer> shared =
        sharedNames(
            generation,
            text,
            generation
                .records()
                .filter(one -> one.kind() == Kind.MEETING && daysApart(one, day) <= NEAR_DAYS)
                .toList());
    return shared.keySet().stream()
        .sorted(
            Comparator.comparingInt((CorpusRecord meeting) -> -shared.getOrDefault(meeting, 0))
                .thenComparingLong(meeting -> daysApart(meeting, day))
                .thenComparing(CorpusRecord::id))
        .limit(MAX_OFFERED)
        .toList();
  }

  /** Topics that the document may be filed under, best first. */
  static List<Topic> topics(Generation generation, Extraction.Extracted text) {
    String title = Objects.requireNonNullElse(text.title(), "");
    String opening = beginning(text.body(), OPENING_CHARS);
    Set<String> inTitle = terms(generation, title);
    Set<String> inOpening = terms(generation, opening);
    Map<Topic, Integer> mentions = new HashMap<>();
    for (Topic topic : generation.topics()) {
      Set<String> own = terms(generation, topic.en() + " " + topic.zh());
      int shared = 3 * common(own, inTitle) + common(own, inOpening);
      mentions.put(topic, shared + mentions(topic, lower(title), lower(opening)));
    }
    return generation.topics().stream()
        .filter(topic -> mentions.getOrDefault(topic, 0) > 0)
        .sorted(
            Comparator.comparingInt((Topic topic) -> -mentions.getOrDefault(topic, 0))
                .thenComparing(Topic::id))
        .limit(MAX_OFFERED)
        .toList();
  }

  /** Concepts and names, of whatever language; ordinary words tell nothing. */
  private static Set<String> terms(Generation generation, String text) {
    return generation.termsIn(text).stream()
        .filter(id -> generation.term(id).filter(Term::isVocabulary).isEmpty())
        .collect(Collectors.toSet());
  }

  private static int common(Set<String> some, Set<String> others) {
    return (int) some.stream().filter(others::contains).count();
  }

  static Details details(
      Generation generation,
      Publisher publisher,
      @Nullable Gazetted gazetted,
      Extraction.Extracted text,
      String name,
      List<CorpusRecord> meetings,
      List<Topic> topics) {
    String stated = text.title();
    String title = stated == null || stated.isBlank() ? name : stated;
    Kind kind = kind(publisher, gazetted, title);
    return new Details(
        publisher.proposed(),
        kind,
        Details.cut(title, Details.MAX_TITLE_CHARS),
        text.published(),
        kind == Kind.READOUT ? meeting(generation, meetings, text) : null,
        topics.stream().limit(MAX_PROPOSED_TOPICS).map(Topic::id).toList());
  }

  private static Kind kind(Publisher publisher, @Nullable Gazetted gazetted, String title) {
    if (publisher.isGazette()) {
      String action = gazetted == null ? null : gazetted.action();
      return action != null && PROCEEDINGS.matcher(lower(action)).find()
          ? Kind.EXPLAINER
          : Kind.RESTRICTION;
    }
    if (publisher.proposed() != Side.US && publisher.proposed() != Side.PRC) {
      return Kind.EXPLAINER;
    }
    String lower = lower(title);
    if (READOUT.matcher(lower).find()) {
      return Kind.READOUT;
    }
    if (AGREEMENT.matcher(lower).find()) {
      return Kind.AGREEMENT;
    }
    if (RESTRICTION.matcher(lower).find()) {
      return publisher.proposed() == Side.PRC ? Kind.COUNTERMEASURE : Kind.RESTRICTION;
    }
    return Kind.READOUT;
  }

  /** Only one that is near in time and that the text names people of. */
  private static @Nullable String meeting(
      Generation generation, List<CorpusRecord> meetings, Extraction.Extracted text) {
    LocalDate day = text.published();
    Map<CorpusRecord, Integer> shared = sharedNames(generation, text, meetings);
    return meetings.stream()
        .filter(
            meeting ->
                day != null
                    && daysApart(meeting, day) <= PROPOSED_WITHIN_DAYS
                    && shared.getOrDefault(meeting, 0) >= 2)
        .map(CorpusRecord::id)
        .findFirst()
        .orElse(null);
  }

  private static long daysApart(CorpusRecord meeting, LocalDate day) {
    return Math.abs(ChronoUnit.DAYS.between(meeting.anchorDay(), day));
  }

  /** How many of each meeting's participants the text names, in either language. */
  private static Map<CorpusRecord, Integer> sharedNames(
      Generation generation, Extraction.Extracted text, List<CorpusRecord> meetings) {
    String body = beginning(text.body(), READ_CHARS);
    Set<String> named = terms(generation, body);
    Map<CorpusRecord, Integer> shared = new LinkedHashMap<>();
    for (CorpusRecord meeting : meetings) {
      int count =
          (int)
              meeting.participants().stream()
                  .map(name -> name.replaceFirst("\\s*\\(.*", ""))
                  .filter(name -> body.contains(name) || common(terms(generation, name), named) > 0)
                  .count();
      shared.put(meeting, count);
    }
    return shared;
  }

  private static int mentions(Topic topic, String title, String opening) {
    return Stream.of(topic.en(), topic.zh(), topic.zhHant())
        .map(Proposals::lower)
        .distinct()
        .mapToInt(name -> 3 * count(title, name) + count(opening, name))
        .sum();
  }

  /** In small letters, and not within a word of Latin ones. */
  private static int count(String text, String name) {
    String whole = "(?<![a-z](?=[a-z]))" + Pattern.quote(name) + "(?!(?<=[a-z])[a-z])";
    return (int) Pattern.compile(whole).matcher(text).results().count();
  }

  private static String beginning(String text, int chars) {
    return text.substring(0, Math.min(chars, text.length()));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /**
   * Which measures a document names: by a citation or a Federal Register document number that is
   * theirs alone, or by the name at the head of their title. A person says what it means for them.
   * Pure functions.
   */
  static final class NamedMeasures {
    /** An order revokes a handful; what names more is a list of everything. */
    private static final int MAX = 10;

    /** What a document is about is said there; its annexes name everything. */
    private static final int READ_CHARS = 20_000;

    private static final int LEAST_NAME_CHARS = 12;
    private static final int LEAST_CHINESE_NAME_CHARS = 6;

    /** "2025-19001", in an address between slashes. */
    private static final Pattern NUMBER =
        Pattern.compile("(?<![0-9-])((?:19|20)[0-9]{2}-[0-9]{4,5})(?![0-9-])");

    /** "The Affiliates Rule (50% rule): …" without what is round its name; a number is no name. */
    private static final Pattern NAME =
        Pattern.compile("^(?:the )?(.+?[^0-9])(?: ?[(（].*|: .*|：.*)?$");

    private NamedMeasures() {}

    /** Ids of the measures that the document names, those cited before those called by name. */
    static List<String> in(Generation generation, String title, String body) {
      String text = title + "\n" + body.substring(0, Math.min(body.length(), READ_CHARS));
      String lower = text.toLowerCase(Locale.ROOT);
      Set<String> keys = keys(text).collect(Collectors.toSet());
      List<CorpusRecord> measures =
          generation.records().filter(record -> record.kind().isMeasure()).toList();
      return Stream.concat(
              measures.stream().filter(measure -> ownKeys(measure).anyMatch(keys::contains)),
              measures.stream().filter(measure -> isCalled(measure, lower)))
          .map(CorpusRecord::id)
          .distinct()
          .limit(MAX)
          .toList();
    }

    private static Stream<String> keys(String text) {
      return Stream.concat(
          CitationMention.in(text).stream().map(CitationMention::key),
          NUMBER.matcher(text).results().map(number -> number.group(1)));
    }

    private static Stream<String> ownKeys(CorpusRecord measure) {
      return measure.sources().stream()
          .flatMap(source -> Stream.of(source).mapMulti(NamedMeasures::texts))
          .flatMap(NamedMeasures::keys);
    }

    private static void texts(Source source, Consumer<String> out) {
      if (source.citation() != null) {
        out.accept(source.citation());
      }
      if (source.url() != null) {
        out.accept(source.url());
      }
    }

    private static boolean isCalled(CorpusRecord measure, String lower) {
      String chinese = measure.titleZh();
      return isCalled(measure.title(), LEAST_NAME_CHARS, lower)
          || (chinese != null && isCalled(chinese, LEAST_CHINESE_NAME_CHARS, lower));
    }

    private static boolean isCalled(String title, int leastChars, String lower) {
      Matcher name = NAME.matcher(title.toLowerCase(Locale.ROOT));
      return name.matches()
          && name.group(1).length() >= leastChars
          && lower.contains(name.group(1));
    }
  }
}
