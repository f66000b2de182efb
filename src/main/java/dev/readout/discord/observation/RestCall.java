package dev.readout.discord.observation;

import java.time.Duration;

/**
 * A call of Discord's REST interface. Immutable.
 *
 * @param route the first word of its path that has a meaning, such as {@code interactions}
 * @param status 2xx, 3xx, 4xx or 5xx; 429 for itself; "none" without a reply
 * @param took until the head of the reply was there
 */
public record RestCall(String route, String status, Duration took) {}
