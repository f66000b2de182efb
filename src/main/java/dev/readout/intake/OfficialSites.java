package dev.readout.intake;

import dev.readout.corpus.Side;
import java.util.List;

/** The governments' own sites by name. Pure functions. */
public final class OfficialSites {
  private OfficialSites() {}

  /** Domains of a government's sites that are known by name; none for who is no government. */
  public static List<String> of(Side side) {
    return Publisher.domains(side);
  }
}
