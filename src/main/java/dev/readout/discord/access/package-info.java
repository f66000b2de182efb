/**
 * Who may do what with the bot: everybody, the moderators of a server, or who runs the bot. Decided
 * anew for every interaction, since Discord checks a command only when it is typed and its buttons
 * and forms outlive a permission. And what the bot itself is at Discord. Start at {@link
 * dev.readout.discord.access.Access}.
 */
@NullMarked
package dev.readout.discord.access;

import org.jspecify.annotations.NullMarked;
