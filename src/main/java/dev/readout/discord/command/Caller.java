package dev.readout.discord.command;

import dev.readout.answer.reading.Language;
import dev.readout.corpus.Scope;
import dev.readout.discord.access.Rights;

/**
 * Who asks, and as what. Immutable.
 *
 * @param member Discord's id
 * @param scope what they may see
 * @param language what the reply is to be in
 * @param rights what they may do here and now
 * @param here where they are
 */
public record Caller(long member, Scope scope, Language language, Rights rights, Here here) {

  /** Under which name they stand in the audit log. */
  public String actor() {
    return Long.toUnsignedString(member);
  }
}
