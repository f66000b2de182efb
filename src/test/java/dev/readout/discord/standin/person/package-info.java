/**
 * People who use the bot. Start at {@link dev.readout.discord.standin.person.Person}: what it does
 * becomes an interaction as Discord's own app would send it, after the checks that the app makes,
 * so that a test cannot do what nobody can do; unless it says {@code unchecked()}.
 */
@NullMarked
package dev.readout.discord.standin.person;

import org.jspecify.annotations.NullMarked;
