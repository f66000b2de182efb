/**
 * Whether the bot's requests are such as Discord takes. Start at {@link
 * dev.readout.discord.standin.contract.Contract}. Two judges: Discord's own OpenAPI document, where
 * it lies beside the project, read strictly; and the {@code …Rules} classes for what that document
 * does not say, and for what this project promises, such as that nobody is pinged.
 */
@NullMarked
package dev.readout.discord.standin.contract;

import org.jspecify.annotations.NullMarked;
