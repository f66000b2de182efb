package dev.readout.intake;

import dev.readout.store.CatalogueLimit;
import dev.readout.store.SourceEntry;
import java.net.URI;

/** What came of looking at a source's address again. Noted in the catalogue in every case. */
public sealed interface Refreshing {
  /** The same text as before. */
  record Same(SourceEntry entry) implements Refreshing {}

  /** Another text: a new version, which the next reindex takes; the one before is kept. */
  record Changed(SourceEntry entry) implements Refreshing {}

  /** It could not be had or read; the text that is here stays. */
  record Unavailable(SourceEntry entry, Drafting why) implements Refreshing {}

  /**
   * The address leads to somebody else's site now, whose words cannot take the place of these: the
   * text that is here stays.
   */
  record OtherPublisher(SourceEntry entry, URI now) implements Refreshing {}

  /**
   * What is there now shares too few words with what was there: a front page, a notice, another
   * document. The text that is here stays until somebody decides.
   */
  record Replaced(SourceEntry entry) implements Refreshing {}

  /** There is no room for another version. */
  record Full(CatalogueLimit limit) implements Refreshing {}

  /** A file has no address to look at. */
  record NoAddress() implements Refreshing {}

  /** The scope has no such source, or no longer. */
  record NotFound() implements Refreshing {}
}
