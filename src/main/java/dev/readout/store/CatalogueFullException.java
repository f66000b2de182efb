package dev.readout.store;

/** A change of the catalogue would go beyond a limit; nothing was changed. */
public final class CatalogueFullException extends Exception {
  private static final long serialVersionUID = 1L;

  private final CatalogueLimit limit;

  CatalogueFullException(CatalogueLimit limit) {
    super(limit.meaning());
    this.limit = limit;
  }

  public CatalogueLimit limit() {
    return limit;
  }
}
