package dev.readout.intake;

import dev.readout.intake.extract.Extraction;
import dev.readout.intake.fetch.Fetched;
import dev.readout.store.SourceEntry;

/** What came of bringing in a document. */
public sealed interface Drafting {
  /** It is here, and waits for somebody to decide about it. */
  record Drafted(Draft draft) implements Drafting {}

  /** It could not be had. */
  record NotFetched(Fetched.Refused refusal) implements Drafting {}

  /** It was had, but nothing can be quoted from it. */
  record NotRead(Extraction.Reason reason) implements Drafting {}

  /** No document can be read just now, by no fault of this one's: worth another try later. */
  record Busy() implements Drafting {}

  /** It is in the catalogue already. */
  record AlreadyThere(SourceEntry entry) implements Drafting {}
}
