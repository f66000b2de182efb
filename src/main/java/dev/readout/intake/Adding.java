package dev.readout.intake;

import dev.readout.intake.Details.DetailsProblem;
import dev.readout.store.CatalogueFullException.CatalogueLimit;
import dev.readout.store.SourceEntry;

/** What came of adding or changing a source. Whatever was there stays unless it is {@link Done}. */
public sealed interface Adding {
  /** It is in the catalogue like this now. */
  record Done(SourceEntry entry) implements Adding {}

  record Invalid(DetailsProblem problem) implements Adding {}

  /** It is there under this number of the scope. */
  record AlreadyThere(long number) implements Adding {}

  record Full(CatalogueLimit limit) implements Adding {}

  /** The scope has no such source, or no longer. */
  record NotFound() implements Adding {}
}
