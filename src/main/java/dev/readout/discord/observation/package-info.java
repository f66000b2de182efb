/**
 * What is counted of the bot's work: {@link dev.readout.discord.observation.Observer} is told of
 * it, and knows neither who, nor where, nor what was typed.
 */
@NullMarked
package dev.readout.discord.observation;

import org.jspecify.annotations.NullMarked;
