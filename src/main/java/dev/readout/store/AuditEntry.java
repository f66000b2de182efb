package dev.readout.store;

import dev.readout.corpus.Scope;
import java.time.Instant;

/**
 * Who did what to what. Its number in the table counts all scopes and so never leaves it.
 * Immutable.
 *
 * @param at to the millisecond
 * @param actor an id of who acted, 1 to 100 characters
 * @param action a word for what was done, 1 to 100 characters
 * @param subject what it was done to, up to 500 characters
 * @param detail more about it, up to 4,000 characters
 */
public record AuditEntry(
    Instant at, Scope scope, String actor, String action, String subject, String detail) {}
