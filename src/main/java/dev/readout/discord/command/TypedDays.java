package dev.readout.discord.command;

import dev.readout.discord.render.Markdown;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;

/** Days as a member typed them into options. Pure functions. */
final class TypedDays {
  private TypedDays() {}

  /** The day; empty when nothing was typed, or no day. */
  static Optional<LocalDate> of(Request request, String option) {
    try {
      return request.option(option).map(String::strip).map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** What is replied to the first of the options that has something typed that is no day. */
  static Optional<Reply> mistake(Request request, String... options) {
    return Stream.of(options)
        .filter(option -> of(request, option).isEmpty())
        .flatMap(option -> request.option(option).stream())
        .findFirst()
        .map(
            typed ->
                Reply.text(
                        Phrase.BAD_DAY.in(request.language(), Markdown.escapeLine(typed.strip())))
                    .aside());
  }
}
