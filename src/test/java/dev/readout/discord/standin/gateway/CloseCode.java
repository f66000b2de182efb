package dev.readout.discord.standin.gateway;

/** The codes with which Discord closes a connection. After the last three a bot must not return. */
public final class CloseCode {
  public static final int UNKNOWN_ERROR = 4000;
  public static final int UNKNOWN_OPCODE = 4001;
  public static final int NOT_AUTHENTICATED = 4003;
  public static final int INVALID_SEQUENCE = 4007;
  public static final int SESSION_TIMED_OUT = 4009;
  public static final int AUTHENTICATION_FAILED = 4004;
  public static final int INVALID_SHARD = 4010;
  public static final int DISALLOWED_INTENTS = 4014;

  private CloseCode() {}
}
