package dev.readout.discord.observation;

import dev.readout.answer.reading.Language;
import dev.readout.discord.access.Access;
import java.time.Duration;
import java.util.Optional;

/**
 * An interaction that has been dealt with. Immutable.
 *
 * @param what a command's name, or one of the words of {@link Arrival}
 * @param access whom it is for
 * @param language of the reply
 * @param took since it came in
 * @param ask what became of the question, if it was one
 */
public record Handled(
    String what,
    Access access,
    Language language,
    Ending ending,
    Duration took,
    Optional<AskOutcome> ask) {}
