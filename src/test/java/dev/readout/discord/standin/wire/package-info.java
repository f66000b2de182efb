/**
 * What goes over the wire between a bot and the stand-in: JSON (Jackson 2, like JDA), uploaded
 * files, and refusals in the form that Discord gives them. No behaviour of Discord's is here.
 */
@NullMarked
package dev.readout.discord.standin.wire;

import org.jspecify.annotations.NullMarked;
