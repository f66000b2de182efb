package dev.readout.discord.standin.place;

/** A text channel of a server; its id is a snowflake. */
public record Channel(String id, String name) {}
