/**
 * Releases of the records, apart from those of the program: packed and signed by whoever keeps the
 * records, taken by installations that run. Start reading at {@link
 * dev.readout.intake.release.RecordUpdates}; {@link dev.readout.intake.release.RecordReleases} has
 * the folder on disk.
 *
 * <p>A zip with a signature of our own rather than TUF or minisign: one file, one key, the JDK's
 * Ed25519, and nothing that an operator must install.
 */
@NullMarked
package dev.readout.intake.release;

import org.jspecify.annotations.NullMarked;
