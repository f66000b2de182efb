/**
 * The REST side: an HTTP server on loopback with the routes that a bot uses, Discord's headers, and
 * faults. Start at {@link dev.readout.discord.standin.rest.RestServer}; what each route does is in
 * the {@code …Routes} classes, most of it a call of one line.
 */
@NullMarked
package dev.readout.discord.standin.rest;

import org.jspecify.annotations.NullMarked;
