/**
 * Brings a page or a file that a moderator names to a verbatim record: what is proposed for it,
 * what the moderator decides, and what comes into the catalogue of sources.
 */
@NullMarked
package dev.readout.intake;

import org.jspecify.annotations.NullMarked;
