package dev.readout.intake.extract;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells which blocks of a document can be quoted as its publisher's words, asked block by block in
 * their order: not a journalist's question that the publisher answers, and not what says nothing
 * alone. Confined to one thread.
 */
final class OwnWords {
  private static final int MIN_LETTERS = 12;
  private static final int MIN_HAN = 6;

  /** A line of fewer words without an end is a label: "FOR IMMEDIATE RELEASE". */
  private static final int MIN_WORDS_WITHOUT_END = 6;

  private static final int MIN_HAN_WITHOUT_END = 10;

  private static final Pattern ENDED =
      Pattern.compile(".*[.!?;:。！？；：][\"”’」』)）\\]\\d]{0,4}", Pattern.DOTALL);

  /** Between the cells of a row. */
  private static final String CELL_END = " | ";

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /** "问：", "新华社记者：", "Q:", "Question:", and "Q Is the …" of the White House. */
  private static final Pattern QUESTION =
      Pattern.compile(
          "(?:(?:问|提问|[^\\s：:。，]{0,20}记者\\s*(?:问|提问)?)\\s*[：:]"
              + "|(?i:Q(?:uestion)?|Reporter|Journalist|Moderator)\\s*\\d{0,3}\\s*[:：.]\\s"
              + "|Q\\s*\\d{0,3}\\s+[\"“(]?\\p{Lu}).*",
          Pattern.DOTALL);

  /** "答：", "A:", "发言人：", "何亚东：", "MR. SMITH:". */
  private static final Pattern ANSWER =
      Pattern.compile(
          "(?:(?:答|[\\p{IsHan}·]{2,12})\\s*[：:]|(?:A(?:nswer)?|[A-Z][\\w.’'-]*(?:"
              + " [A-Z][\\w.’'-]*){0,4})\\s*[:：]).*",
          Pattern.DOTALL);

  private static final Pattern ASKS = Pattern.compile(".*[?？][\"”’」』)）\\]\\s]*", Pattern.DOTALL);

  private final boolean answersAreMarked;
  private boolean inQuestion;

  OwnWords(List<String> blocks) {
    this.answersAreMarked =
        blocks.stream().anyMatch(block -> isQuestion(block))
            && blocks.stream().anyMatch(block -> !isQuestion(block) && isAnswer(block));
  }

  /**
   * Also what is marked with a name and ends by asking, as "彭博社：…？" and "Bloomberg: …?" do. An
   * answer that ends with a question of its own is left out with them, which is the lesser harm.
   */
  private static boolean isQuestion(String block) {
    return QUESTION.matcher(block).matches()
        || (ANSWER.matcher(block).matches() && ASKS.matcher(block).matches());
  }

  private static boolean isAnswer(String block) {
    return ANSWER.matcher(block).matches();
  }

  /** Whether the next block can be quoted. */
  boolean isNextQuotable(String block) {
    if (isQuestion(block)) {
      // Without marks on answers only the question's own paragraph is known to be one.
      inQuestion = answersAreMarked;
      return false;
    }
    if (inQuestion && isAnswer(block)) {
      inQuestion = false;
    }
    return !inQuestion && saysSomething(block);
  }

  private static boolean saysSomething(String block) {
    long letters = block.codePoints().filter(Character::isLetter).limit(MIN_LETTERS).count();
    long han =
        block.codePoints().filter(Character::isIdeographic).limit(MIN_HAN_WITHOUT_END).count();
    if ((letters < MIN_LETTERS && han < MIN_HAN) || DateLine.isAll(block)) {
      return false;
    }
    return block.contains(CELL_END) // a row of a table is data, not a sentence
        || ENDED.matcher(block).matches()
        || han >= MIN_HAN_WITHOUT_END
        || WORD.matcher(block).results().limit(MIN_WORDS_WITHOUT_END).count()
            >= MIN_WORDS_WITHOUT_END;
  }
}
