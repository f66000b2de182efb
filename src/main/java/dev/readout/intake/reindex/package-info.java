/**
 * Brings what the catalogue says into the index: dry runs, builds that are watched and cancelled,
 * roll-backs, and sources that stop answering at once.
 */
@NullMarked
package dev.readout.intake.reindex;

import org.jspecify.annotations.NullMarked;
