package dev.readout.config;

import dev.readout.cli.Folders;
import dev.readout.discord.DiscordSettings;
import dev.readout.intake.desk.IntakeSettings;
import dev.readout.meaning.ModelSettings;
import dev.readout.ops.OpsSettings;
import dev.readout.ops.log.LogSettings;
import dev.readout.store.StoreSettings;

/**
 * All settings, each group as its own room declares it. Immutable.
 *
 * @param folders where records and index are
 * @param store where the store keeps its data
 * @param intake how documents are brought in
 * @param models which models are used
 * @param ops where the bot can be asked how it fares
 * @param log how the bot logs
 * @param discord how the bot behaves at Discord, and its token
 */
public record Settings(
    Folders folders,
    StoreSettings store,
    IntakeSettings intake,
    ModelSettings models,
    OpsSettings ops,
    LogSettings log,
    DiscordSettings discord) {}
