package dev.readout.answer;

import dev.readout.answer.reading.Language;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Side;
import dev.readout.index.GenerationInfo;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
   * @param lead the best-supported statement
   * @param blocks the other statements by side, the two governments always and first; a block may
   *     be empty
   * @param statuses the measures that the statements are about, each as of the day asked for; the
   *     lead's first
   * @param related other questions that the records answer, at most 5
   * @param searchedBy what the records were found by
   */
  record Answered(
      Question question,
      Language language,
      LocalDate asOf,
      GenerationInfo index,
      Map<String, String> repairs,
      Snippet lead,
      List<Block> blocks,
      List<MeasureStatus> statuses,
      List<String> related,
      SearchedBy searchedBy)
      implements Answer {
    /** One found by words alone. */
    public Answered(
        Question question,
        Language language,
        LocalDate asOf,
        GenerationInfo index,
        Map<String, String> repairs,
        Snippet lead,
        List<Block> blocks,
        List<MeasureStatus> statuses,
        List<String> related) {
      this(
          question,
          language,
          asOf,
          index,
          repairs,
          lead,
          blocks,
          statuses,
          related,
          SearchedBy.WORDS);
    }

    public Answered {
      repairs = Collections.unmodifiableMap(new LinkedHashMap<>(repairs));
      blocks = List.copyOf(blocks);
      statuses = List.copyOf(statuses);
      related = List.copyOf(related);
    }

    /** All snippets in the order shown, lead first. */
    public List<Snippet> snippets() {
      return Stream.concat(
              Stream.of(lead), blocks.stream().flatMap(block -> block.snippets().stream()))
          .toList();
    }
  }

  /**
   * The records do not answer it.
   *
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
      List<CorpusRecord> nearest,
      List<String> related,
      SearchedBy searchedBy)
      implements Answer {
    /** One looked for by words alone. */
    public Declined(
        Question question,
        Language language,
        LocalDate asOf,
        GenerationInfo index,
        Map<String, String> repairs,
        List<CorpusRecord> nearest,
        List<String> related) {
      this(question, language, asOf, index, repairs, nearest, related, SearchedBy.WORDS);
    }

    public Declined {
      repairs = Collections.unmodifiableMap(new LinkedHashMap<>(repairs));
      nearest = List.copyOf(nearest);
      related = List.copyOf(related);
    }
  }

  /** The question cannot be searched for; the problem says why and what to do. */
  record Invalid(
      Question question, Language language, LocalDate asOf, GenerationInfo index, Problem problem)
      implements Answer {}

  /**
   * What one side's records say beside the lead.
   *
   * @param snippets best first; empty when the sources hold nothing of this side on the question
   */
  record Block(Side side, List<Snippet> snippets) {
    public Block {
      snippets = List.copyOf(snippets);
    }
  }
}
