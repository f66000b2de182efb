/**
 * Answers as text for people and as JSON for programs: pure functions from values. Start at {@link
 * dev.readout.cli.render.AnswerText}; our own words come from {@link dev.readout.answer.wording}.
 * The words of records are never changed besides line breaks.
 */
@NullMarked
package dev.readout.cli.render;

import org.jspecify.annotations.NullMarked;
