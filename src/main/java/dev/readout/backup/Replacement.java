package dev.readout.backup;

import java.io.IOException;

/**
 * How one part of an installation takes the place of what is there. First all parts are set aside,
 * then all are put in; until then, or when that fails, all can be undone in that order: {@link
 * #clear} only where all had been set aside, then {@link #putBack}. Each may be cut short anywhere
 * and done again, by another process; what it has done is on disk when it returns.
 */
interface Replacement {
  Part part();

  /** Moves or copies what is there to where it is kept. */
  void setAside(Steps steps) throws IOException;

  /** Puts what was staged there. */
  void putIn(Steps steps) throws IOException;

  /** Takes out what {@link #putIn} put in. */
  void clear(Steps steps) throws IOException;

  /** Puts back what {@link #setAside} took away. */
  void putBack(Steps steps) throws IOException;
}
