package dev.readout.discord.command;

import dev.readout.discord.render.Markdown;
import dev.readout.discord.render.Reply;
import dev.readout.discord.wording.Phrase;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days as a member typed them into options, and the first of them that is none. */
final class TypedDays {
  private final Request request;
  private @Nullable String mistake;

  TypedDays(Request request) {
    this.request = request;
  }

  /** The day; empty when nothing was typed, or no day. */
  Optional<LocalDate> of(String option) {
    Optional<String> typed = request.option(option).map(String::strip);
    try {
      return typed.map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      if (mistake == null) {
        mistake = typed.orElseThrow();
      }
      return Optional.empty();
    }
  }

  /** What is replied when something typed is no day. */
  Optional<Reply> mistake() {
    return Optional.ofNullable(mistake)
        .map(
            typed -> Reply.text(Phrase.BAD_DAY.in(request.language(), Markdown.escapeLine(typed))));
  }
}
