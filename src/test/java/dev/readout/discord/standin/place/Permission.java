package dev.readout.discord.standin.place;

/** The member permissions that matter to the stand-in, as Discord's bits. */
public enum Permission {
  ADMINISTRATOR(3),
  MANAGE_GUILD(5),
  VIEW_CHANNEL(10),
  SEND_MESSAGES(11),
  MANAGE_MESSAGES(13),
  EMBED_LINKS(14),
  ATTACH_FILES(15),
  READ_MESSAGE_HISTORY(16),
  USE_EXTERNAL_EMOJIS(18),
  USE_APPLICATION_COMMANDS(31),
  SEND_MESSAGES_IN_THREADS(38),
  USE_EXTERNAL_APPS(50);

  private final long bit;

  Permission(int shift) {
    this.bit = 1L << shift;
  }

  /** The permission as one bit. */
  public long bit() {
    return bit;
  }

  /** Several as a bit set. */
  public static long bits(Permission... permissions) {
    long bits = 0;
    for (Permission permission : permissions) {
      bits |= permission.bit;
    }
    return bits;
  }

  /** What a member without a role may do. */
  public static long ofMember() {
    return bits(
        VIEW_CHANNEL,
        SEND_MESSAGES,
        SEND_MESSAGES_IN_THREADS,
        EMBED_LINKS,
        ATTACH_FILES,
        READ_MESSAGE_HISTORY,
        USE_EXTERNAL_EMOJIS,
        USE_APPLICATION_COMMANDS,
        USE_EXTERNAL_APPS);
  }

  /** What a member who manages the server may do. */
  public static long ofManager() {
    return ofMember() | bits(MANAGE_GUILD, MANAGE_MESSAGES);
  }
}
