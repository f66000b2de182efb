/**
 * Text set for a terminal: widths, line breaks, colour. Knows nothing of answers. Start at {@link
 * dev.readout.cli.page.Page}. Widths are counted in columns, of which a Chinese character takes
 * two.
 */
@NullMarked
package dev.readout.cli.page;

import org.jspecify.annotations.NullMarked;
