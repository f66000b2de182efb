package dev.readout.index;

import java.io.IOException;

/** A generation was built by an older or a newer version, in a form that this one may misread. */
final class OtherSettingsException extends IOException {
  private static final long serialVersionUID = 1L;

  OtherSettingsException(GenerationInfo info) {
    super(
        "generation "
            + info.name()
            + " was built by another version, with other settings ("
            + info.settings()
            + ")");
  }
}
