/**
 * The words that only Discord needs, in the reader's language: names and descriptions of commands,
 * buttons, notices. They stand in {@code texts_<language>.properties}. What every renderer says of
 * an answer is in {@code answer.wording}.
 */
@NullMarked
package dev.readout.discord.wording;

import org.jspecify.annotations.NullMarked;
