package dev.readout.intake.feed;

import java.net.URI;

/**
 * A document that a feed lists. Immutable.
 *
 * @param address absolute, http or https, without a fragment
 * @param title as the feed gives it; empty where it gives none
 */
public record FeedItem(URI address, String title) {}
