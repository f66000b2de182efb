/**
 * Answers as Discord messages: pure functions from values to Components V2. Start at {@link
 * dev.readout.discord.render.AnswerMessage}. Texts of records are escaped by {@link
 * dev.readout.discord.render.Markdown} and never changed otherwise; {@link
 * dev.readout.discord.render.MessageLimits} knows how much fits, and what does not fit is left for
 * the next page, statement by whole statement.
 *
 * <p>The words that only Discord needs, in the reader's language, are named by {@link
 * dev.readout.discord.render.Phrase} and stand in {@code texts_<language>.properties}. What a
 * button or menu means when it is pressed, minutes or months later, is all in its id ({@link
 * dev.readout.discord.render.ComponentId}), so that nothing is lost with a restart.
 */
@NullMarked
package dev.readout.discord.render;

import org.jspecify.annotations.NullMarked;
