package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.index.GenerationInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
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
   * The records answer it.
   *
   * @param repairs words that no record knows, and what was searched for instead
   * @param verdict what recorded fields say to the question; null where none fills its slot
   * @param lead the best-supported statement
   * @param blocks what is shown with it, by side, the two governments first; a government's block
   *     is there, perhaps empty, where both were asked for
   * @param more what is shown on demand, best first
   * @param missing what the question names and the records lack, beside what they have
   * @param statuses the measures that the verdict and the statements are about, each as of the day
   *     asked for; the verdict's first, then the lead's
   * @param related other questions that the records answer, at most 5
   * @param searchedBy what the records were found by
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

    /** Whether the blocks follow each other by day rather than by side: those of a timeline. */
    public boolean isByDay() {
      return !Block.areBySide(blocks);
    }

    /** Those snippets and the ones shown on demand. */
    public List<Snippet> all() {
      return Stream.concat(snippets().stream(), more.stream()).toList();
    }
  }

  /**
   * The records do not answer it.
   *
   * @param missing what the question asks for or names and the records lack
   * @param near the statements that come nearest, best first, which do not answer it: not empty
   *     where records are about what is asked, but do not say it
   * @param nearest the records that come nearest, best first, at most 3
   * @param related questions that the records do answer, at most 5
   * @param searchedBy what the records were looked for by
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

    /** Whether records come near enough to be shown: "the sources do not say this; the nearest". */
    public boolean isNearest() {
      return !near.isEmpty();
    }
  }

  /** The question cannot be searched for; the problem says why and what to do. */
  record Invalid(
      Question question, Language language, LocalDate asOf, GenerationInfo index, Problem problem)
      implements Answer {}

  /**
   * What one side's records say beside the lead.
   *
   * @param snippets best first; empty where none is shown
   * @param soughtInVain whether a search of this side alone for this question found nothing
   */
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

    /** Whether each side has one block, in the order of sides. */
    static boolean areBySide(List<Block> blocks) {
      List<Side> sides = blocks.stream().map(Block::side).toList();
      return sides.equals(sides.stream().distinct().sorted().toList());
    }

    /** The statements by side, sides in their order, statements in theirs; no block is empty. */
    public static List<Block> of(List<Snippet> snippets) {
      return Stream.of(Side.values())
          .map(
              side ->
                  new Block(
                      side, snippets.stream().filter(one -> one.record().side() == side).toList()))
          .filter(block -> !block.snippets().isEmpty())
          .toList();
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
   * Something that a question asks for or names and the records lack. Immutable.
   *
   * @param what as the question writes it, or a day; empty for a slot
   */
  public record Missing(Kind kind, String what) {

    /** What kind of thing is missing. */
    public enum Kind {
      /** No record has it at all. */
      NOWHERE,
      /** Records have it, but none of them together with the rest. */
      NOT_TOGETHER,
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
