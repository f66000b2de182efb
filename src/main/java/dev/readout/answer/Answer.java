package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.index.GenerationInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be said to a question. Immutable, and knows no renderer. */
public sealed interface Answer {

  /** The question as asked. */
  Question question();

  /** The language that labels are to be in. */
  Language language();

  /** The day for which standing was looked up. */
  LocalDate asOf();

  /** The generation that was searched. */
  GenerationInfo index();

  /**
   * The records answer it. With words that no record knows and what was searched instead, and a
   * verdict of recorded fields, null where none fills the question's slot, then the best-supported
   * statement, blocks by side, the two governments first (perhaps empty, where both were asked
   * for), more on demand, best first, what is missing beside, how the measures stand on the day
   * asked for, the verdict's first, then the lead's, at most 5 related questions, and what found it
   * all.
   */
  record Answered(
      Question question,
      Language language,
      LocalDate asOf,
      GenerationInfo index,
      Map<String, String> repairs,
      @Nullable Verdict verdict,
      Snippet lead,
      List<Block> blocks,
      List<Snippet> more,
      List<Missing> missing,
      List<MeasureStatus> statuses,
      List<String> related,
      SearchedBy searchedBy)
      implements Answer {
    public Answered {
      repairs = Collections.unmodifiableMap(new LinkedHashMap<>(repairs));
      blocks = List.copyOf(blocks);
      more = List.copyOf(more);
      missing = List.copyOf(missing);
      statuses = List.copyOf(statuses);
      related = List.copyOf(related);
    }

    /** The same to a question in another language; what was repaired are none of its words. */
    Answered to(Question other) {
      return new Answered(
          other,
          language,
          asOf,
          index,
          Map.of(),
          verdict,
          lead,
          blocks,
          more,
          missing,
          statuses,
          related,
          searchedBy);
    }

    /** The record that it is about: of the verdict, else of the lead. */
    public CorpusRecord opensWith() {
      return verdict == null ? lead.record() : verdict.records().getFirst();
    }

    /** The snippets shown at first, in their order, lead first. */
    public List<Snippet> snippets() {
      return Stream.concat(
              Stream.of(lead), blocks.stream().flatMap(block -> block.snippets().stream()))
          .toList();
    }

    /** The records that the verdict is of and those of the snippets shown at first, none twice. */
    public List<CorpusRecord> records() {
      return Stream.concat(
              Stream.ofNullable(verdict).flatMap(one -> one.records().stream()),
              snippets().stream().map(Snippet::record))
          .distinct()
          .toList();
    }

    /**
     * Whether the statements follow each other by day rather than by side: those of a timeline,
     * which alone comes back to a side, or shows more of one side than other answers do.
     */
    public boolean isByDay() {
      return blocks.stream().map(Block::side).distinct().count() < blocks.size()
          || (blocks.size() == 1 && snippets().size() > Composer.MAX_SHOWN);
    }

    /** Those snippets and the ones shown on demand. */
    public List<Snippet> all() {
      return Stream.concat(snippets().stream(), more.stream()).toList();
    }
  }

  /**
   * The records do not answer it. With what they lack of what is asked, the statements that come
   * nearest, best first, where records are about it but do not say it, at most 3 records nearest,
   * and at most 5 questions that they do answer.
   */
  record Declined(
      Question question,
      Language language,
      LocalDate asOf,
      GenerationInfo index,
      Map<String, String> repairs,
      List<Missing> missing,
      List<Snippet> near,
      List<CorpusRecord> nearest,
      List<String> related,
      SearchedBy searchedBy)
      implements Answer {
    public Declined {
      repairs = Collections.unmodifiableMap(new LinkedHashMap<>(repairs));
      missing = List.copyOf(missing);
      near = List.copyOf(near);
      nearest = List.copyOf(nearest);
      related = List.copyOf(related);
    }

    /** Whether some detail alone is missing, and no name or time. */
    boolean isOfADetail() {
      return missing.stream().allMatch(one -> one.kind() == Missing.Kind.DETAIL);
    }

    /** The same to a question that says the same in another language. */
    Declined to(Question other) {
      return new Declined(
          other, language, asOf, index, Map.of(), missing, near, nearest, related, searchedBy);
    }

    /** Whether records come near enough to be shown: "the sources do not say this; the nearest". */
    public boolean isNearest() {
      return !near.isEmpty();
    }

    /** Whether nothing that is asked is known to be lacking: the nearest may be the answer. */
    public boolean isUnsure() {
      return isNearest() && missing.stream().allMatch(one -> one.what().isEmpty());
    }
  }

  /** The question cannot be searched for; the problem says why and what to do. */
  record Invalid(
      Question question, Language language, LocalDate asOf, GenerationInfo index, Problem problem)
      implements Answer {}

  /** What a side's records say beside the lead, best first; perhaps sought alone in vain. */
  record Block(Side side, List<Snippet> snippets, boolean soughtInVain) {
    public Block {
      snippets = List.copyOf(snippets);
      if (soughtInVain && !snippets.isEmpty()) {
        throw new IllegalArgumentException("found in vain: " + snippets);
      }
    }

    /** One that shows something, or nothing, without a claim of what there is. */
    public Block(Side side, List<Snippet> snippets) {
      this(side, snippets, false);
    }

    /** The statements in their order, those of one side that follow each other in one block. */
    static List<Block> inOrder(List<Snippet> snippets) {
      List<Block> blocks = new ArrayList<>();
      for (Snippet one : snippets) {
        Side side = one.record().side();
        boolean goesOn = !blocks.isEmpty() && blocks.getLast().side() == side;
        List<Snippet> before = goesOn ? blocks.removeLast().snippets() : List.of();
        blocks.add(new Block(side, Stream.concat(before.stream(), Stream.of(one)).toList()));
      }
      return blocks;
    }

    /** The statements by side, sides in the order in which their first statements stand. */
    static List<Block> bySide(List<Snippet> snippets) {
      return snippets.stream()
          .map(one -> one.record().side())
          .distinct()
          .map(
              side ->
                  new Block(
                      side, snippets.stream().filter(one -> one.record().side() == side).toList()))
          .toList();
    }

    /** Whether each side has one block, in the order of sides. */
    static boolean areBySide(List<Block> blocks) {
      List<Side> sides = blocks.stream().map(Block::side).toList();
      return sides.equals(sides.stream().distinct().sorted().toList());
    }

    /** The statements by side, sides in their order, statements in theirs; no block is empty. */
    public static List<Block> of(List<Snippet> snippets) {
      return bySide(
          snippets.stream().sorted(Comparator.comparing(one -> one.record().side())).toList());
    }
  }

  /** What records were compared with a question by. */
  public enum SearchedBy {
    /** Where the sentence model is off, not loaded yet, or does not understand the question. */
    WORDS("words"),
    WORDS_AND_MEANING("words+meaning");

    private final String wireName;

    SearchedBy(String wireName) {
      this.wireName = wireName;
    }

    /** As written in JSON. */
    public String wireName() {
      return wireName;
    }
  }

  /**
   * Something that a question asks for or names and the records lack, as the question writes it, or
   * a day; empty for a slot. Immutable.
   */
  public record Missing(Kind kind, String what) {

    /** What kind of thing is missing. */
    public enum Kind {
      /** No record has it at all. */
      NOWHERE,
      /** Records have it, but none of them together with the rest. */
      NOT_TOGETHER,
      /** A part of the question that was not looked for. */
      PART,
      /** Records have each of these, but none all of them. */
      NEVER_TOGETHER,
      /** The time asked about lies after the last day of the sources, which is named. */
      AFTER_THE_SOURCES,
      DAY,
      PERSON,
      AMOUNT,
      PLACE,
      REASON,
      /** What was said or done at the time asked about, which is named. */
      TIME,
      /** What it asks to be told, of whatever kind. */
      DETAIL
    }
  }

  /** Why a question or an option cannot be used. Immutable. */
  public sealed interface Problem {
    /** Nothing was asked. */
    record Empty() implements Problem {}

    /** Longer than {@link Question#MAX_TEXT_CHARS}. */
    record TooLong(int chars) implements Problem {}

    /** Control characters, or characters that turn the direction of writing. */
    record UnsafeCharacters() implements Problem {}

    /** Only words such as "what is the", or no words at all. */
    record NothingToSearchFor() implements Problem {}

    /** A day that the calendar does not have. */
    record ImpossibleDate(String written) implements Problem {}

    /** No topic has this id. */
    record UnknownTopic(String topic) implements Problem {}

    /** The last day lies before the first. */
    record EmptySpan() implements Problem {}
  }
}
