package dev.readout.discord.soak;

/** What must not happen, not once; a row of the report. */
enum Fault {
  LOST("no answer within a minute"),
  LATE("acknowledged after Discord's 3 seconds"),
  DOUBLE("more than one answer"),
  APOLOGY("\"Something went wrong\""),
  CONTRADICTION("another answer to the same question, generation and server"),
  UNTRUE("a statement that is in no record, or without its source"),
  LEAK("a server's own source seen elsewhere"),
  UNEXPECTED("a reply that is none to what was done"),
  CONTRACT("a request that Discord would not take"),
  REFUSED("a request that the stand-in refused"),
  ENDED("the bot ended, or not within half a minute of being told to");

  private final String label;

  Fault(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
