/**
 * An installation in one file: made while a bot runs, and restored where there is none. Start at
 * {@link dev.readout.backup.Backup} and {@link dev.readout.backup.Restore}; {@code BackupFile} says
 * what is in the file. Secrets are not; yet it holds what servers have added, and what members'
 * keys are made with.
 */
@NullMarked
package dev.readout.backup;

import org.jspecify.annotations.NullMarked;
