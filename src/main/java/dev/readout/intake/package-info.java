/**
 * Brings a page or a file that a moderator names to a verbatim record: what is proposed for it,
 * what the moderator decides, and what comes into the catalogue of sources. Feeds (RSS, Atom, the
 * Federal Register's JSON interface, pages of links) are looked at for new documents. {@link
 * dev.readout.intake.SourceCatalogue} has everything about sources put together, for the bot and
 * the terminal.
 */
@NullMarked
package dev.readout.intake;

import org.jspecify.annotations.NullMarked;
