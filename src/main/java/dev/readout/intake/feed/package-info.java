/**
 * Lists of documents that are looked at for new ones: RSS and Atom, the Federal Register's JSON
 * interface, and pages of links.
 */
@NullMarked
package dev.readout.intake.feed;

import org.jspecify.annotations.NullMarked;
