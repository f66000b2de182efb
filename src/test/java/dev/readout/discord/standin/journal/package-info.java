/**
 * The journal of every REST exchange with the bot. Start at {@link
 * dev.readout.discord.standin.journal.Journal}: it can be searched, waited on, and handed to the
 * contract.
 */
@NullMarked
package dev.readout.discord.standin.journal;

import org.jspecify.annotations.NullMarked;
