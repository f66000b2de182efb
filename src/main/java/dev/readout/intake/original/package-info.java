/**
 * Documents as they were received, byte for byte, and what form they are in: what is fetched or
 * uploaded, kept as a snapshot and handed to extraction.
 */
@NullMarked
package dev.readout.intake.original;

import org.jspecify.annotations.NullMarked;
