/**
 * Sources and feeds at the terminal: what {@code /source} is in Discord. One class a command, all
 * under {@link dev.readout.cli.source.SourceCommand}, where reading starts; everything is done by
 * the workbench of {@code cli}. A draft that is not stored stays on standard output, so that it can
 * be read before it is stored.
 */
@NullMarked
package dev.readout.cli.source;

import org.jspecify.annotations.NullMarked;
