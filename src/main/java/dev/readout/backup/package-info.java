/**
 * An installation in one file: made while a bot runs, checked, and put in the place of another
 * installation, all of it or nothing. Start at {@link dev.readout.backup.Backup} and {@link
 * dev.readout.backup.Restore}; {@link dev.readout.backup.Part} says what is in the file. Secrets
 * are not; yet it holds what servers have added, and what members' keys are made with.
 */
@NullMarked
package dev.readout.backup;

import org.jspecify.annotations.NullMarked;
