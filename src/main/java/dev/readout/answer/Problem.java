package dev.readout.answer;

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
