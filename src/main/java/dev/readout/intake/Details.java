package dev.readout.intake;

import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator decides about a source. Immutable.
 *
 * @param published null while nobody has said it; no record is made without it
 * @param meeting id of the meeting that a read-out belongs to; null for none
 * @param topics ids of topics, at most {@link #MAX_TOPICS}
 */
public record Details(
    Side side,
    Kind kind,
    String title,
    @Nullable LocalDate published,
    @Nullable String meeting,
    List<String> topics) {
  public static final int MAX_TITLE_CHARS = 300;
  public static final int MAX_TOPICS = 10;

  /** What a source can be: meetings and glossary entries are compiled, not found. */
  public static final List<Kind> KINDS =
      List.of(Kind.READOUT, Kind.RESTRICTION, Kind.COUNTERMEASURE, Kind.AGREEMENT, Kind.EXPLAINER);

  public Details {
    title = title.strip().replaceAll("\\s+", " ");
    topics = List.copyOf(topics);
  }

  /** The beginning of a text, without half a character at its end. */
  static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
  }

  public Details withPublished(@Nullable LocalDate day) {
    return new Details(side, kind, title, day, meeting, topics);
  }
}
