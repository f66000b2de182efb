package dev.readout.discord.command;

import dev.readout.answer.Desks;
import dev.readout.intake.SourceDesk;
import dev.readout.store.Database;

/**
 * What the bot draws on; closed by its owner.
 *
 * @param desks answers members
 * @param sources for moderators and operators
 * @param database what must outlive a restart
 */
public record Supplies(Desks desks, SourceDesk sources, Database database) {}
