package dev.readout.discord.standin.interaction;

import java.time.Duration;

/**
 * The bot's first answer.
 *
 * @param type Discord's callback type, one of the constants here
 * @param after how long it took since the interaction was made, by the stand-in's clock
 */
public record Acknowledgement(int type, Duration after) {
  public static final int MESSAGE = 4;
  public static final int DEFERRED_MESSAGE = 5;
  public static final int DEFERRED_UPDATE = 6;
  public static final int UPDATE = 7;
  public static final int CHOICES = 8;
  public static final int MODAL = 9;
}
