/**
 * The product's only HTTP client: fetches the pages that a moderator names, and nothing else. It
 * never reaches the network around the bot, whatever a page, a redirect or a name server says, and
 * every fetch ends within its time and size. Start reading at {@link
 * dev.readout.intake.fetch.Fetcher}. An {@link dev.readout.intake.fetch.Original} is a document as
 * it was fetched or uploaded, byte for byte.
 *
 * <p>OkHttp rather than the JDK's client, which cannot be told which addresses to connect to.
 */
@NullMarked
package dev.readout.intake.fetch;

import org.jspecify.annotations.NullMarked;
