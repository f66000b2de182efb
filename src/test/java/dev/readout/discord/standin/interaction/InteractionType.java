package dev.readout.discord.standin.interaction;

/** What a person did, with Discord's number. */
public enum InteractionType {
  COMMAND(2),
  COMPONENT(3),
  AUTOCOMPLETE(4),
  MODAL_SUBMIT(5);

  private final int number;

  InteractionType(int number) {
    this.number = number;
  }

  /** Discord's number. */
  public int number() {
    return number;
  }

  /** True if this may be answered so; {@code hasMessage} if it came from a message's component. */
  boolean allows(int callbackType, boolean hasMessage) {
    return switch (callbackType) {
      case Acknowledgement.MESSAGE, Acknowledgement.DEFERRED_MESSAGE -> this != AUTOCOMPLETE;
      case Acknowledgement.DEFERRED_UPDATE, Acknowledgement.UPDATE -> hasMessage;
      case Acknowledgement.CHOICES -> this == AUTOCOMPLETE;
      case Acknowledgement.MODAL -> this == COMMAND || this == COMPONENT;
      default -> false;
    };
  }
}
