package dev.readout.discord;

/**
 * How much work there is. Immutable; its parts are of nearly the same moment.
 *
 * @param running pieces being done
 * @param waiting pieces that wait for their turn or for their acknowledgement
 * @param places how many of both there may be
 */
public record Load(int running, int waiting, int places) {}
