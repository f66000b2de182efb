/**
 * Answers as Discord messages: pure functions from values to Components V2. Start at {@link
 * dev.readout.discord.render.AnswerMessage}. Texts of records are escaped by {@link
 * dev.readout.discord.render.Markdown} and never changed otherwise; {@link
 * dev.readout.discord.render.MessageLimits} knows how much fits, and what does not fit is left for
 * the next page, statement by whole statement.
 */
@NullMarked
package dev.readout.discord.render;

import org.jspecify.annotations.NullMarked;
