/**
 * Pictures of recorded days and rates. Start with {@link
 * dev.readout.discord.picture.TimelinePicture}. Letters are outlines that fontbox reads from a font
 * in the jar, filled as shapes: so neither fontconfig nor FreeType is needed, which an image
 * without a shell does not have. JFreeChart and XChart lay text out by the system's fonts.
 */
@NullMarked
package dev.readout.discord.picture;

import org.jspecify.annotations.NullMarked;
