/**
 * Reads records of settings from files and the environment, and lists everything that is wrong with
 * them. Start at {@link dev.readout.config.SettingsReader}. The records stand in the rooms that
 * they set; {@code dev.readout.Settings} is their tree.
 */
@NullMarked
package dev.readout.config;

import org.jspecify.annotations.NullMarked;
