/**
 * The text of documents and what they say of themselves: HTML, PDF, Markdown and plain text, within
 * limits of time and memory that hold for hostile documents too.
 */
@NullMarked
package dev.readout.intake.extract;

import org.jspecify.annotations.NullMarked;
