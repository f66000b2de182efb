package dev.readout.discord.soak;

/** What somebody does with the bot; a row of the report. */
enum Deed {
  ASK("/ask"),
  ASK_PRIVATELY("/ask private:True"),
  COMPARE("/compare"),
  STATUS("/status"),
  EXPLAIN("/explain"),
  SOURCES("/sources"),
  RECEIPT("/receipt"),
  ABOUT("/help, /about, /ping, /privacy"),
  MENU("message menus"),
  PRESS("More, Sources, Show to channel"),
  RELATED("Related questions"),
  VOTE("votes"),
  COMPLETE("autocomplete"),
  CARE("/source, /coverage, /audit, /doctor, /settings"),
  FEED("/source feed"),
  REINDEX("/reindex"),
  ROLLBACK("/rollback");

  private final String label;

  Deed(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
