package dev.readout.discord.standin.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request that Discord would refuse: an HTTP status, Discord's own code and its words. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final int code;

  public Refusal(int status, int code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  /** 404/10062: never known, or not answered within three seconds. */
  public static Refusal unknownInteraction() {
    return new Refusal(404, 10062, "Unknown interaction");
  }

  /** 400/40060: answered before. */
  public static Refusal alreadyAcknowledged() {
    return new Refusal(400, 40060, "Interaction has already been acknowledged.");
  }

  /** 404/10015: a token that was never given out, or whose interaction is not yet answered. */
  public static Refusal unknownWebhook() {
    return new Refusal(404, 10015, "Unknown Webhook");
  }

  /** 401/50027: a token older than fifteen minutes. */
  public static Refusal invalidWebhookToken() {
    return new Refusal(401, 50027, "Invalid Webhook Token");
  }

  /** 404/10008: never known, or deleted. */
  public static Refusal unknownMessage() {
    return new Refusal(404, 10008, "Unknown Message");
  }

  /** 400/50006: nothing to show. */
  public static Refusal emptyMessage() {
    return new Refusal(400, 50006, "Cannot send an empty message");
  }

  /** 400/50035: a body that does not fit, said in our words. */
  public static Refusal invalidBody(String reason) {
    return new Refusal(400, 50035, "Invalid Form Body: " + reason);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Discord's code, 0 for none. */
  public int code() {
    return code;
  }

  /** The body of the answer. */
  public ObjectNode body() {
    return Json.object().put("message", getMessage()).put("code", code);
  }
}
