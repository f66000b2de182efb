package dev.readout.intake;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.corpus.Topic;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a moderator decides about a source; a day is null while nobody has said it. Immutable. */
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

  /** What is wrong with what somebody decided about a source. */
  public sealed interface DetailsProblem {
    /** No title, or one of more than {@link Details#MAX_TITLE_CHARS} characters. */
    record Title(int chars) implements DetailsProblem {}

    /** No day of publication: the document states none, so that a person must. */
    record NoDay() implements DetailsProblem {}

    /** A day that has not come yet, or one before there was anything to talk about. */
    record ImpossibleDay(LocalDate day) implements DetailsProblem {}

    /** This publisher's words cannot be filed as that side's. */
    record WrongSide(Side side, Set<Side> allowed) implements DetailsProblem {
      public WrongSide {
        allowed = Set.copyOf(allowed);
      }
    }

    /** Nothing that a source can be. */
    record WrongKind() implements DetailsProblem {}

    record UnknownMeeting(String id) implements DetailsProblem {}

    record UnknownTopic(String id) implements DetailsProblem {}

    record TooManyTopics(int count) implements DetailsProblem {}
  }

  /** What a source may be filed under: what it is now, then the best first. Immutable. */
  public record Candidates(List<CorpusRecord> meetings, List<Topic> topics) {
    public Candidates {
      meetings = List.copyOf(meetings);
      topics = List.copyOf(topics);
    }
  }
}
