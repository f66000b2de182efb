package dev.readout.ops;

import dev.readout.ops.http.Answer;
import dev.readout.ops.http.Asked;
import dev.readout.ops.http.Page;

/** {@code /livez}: that the process answers at all. */
final class LivePage implements Page {
  @Override
  public Answer show(Asked asked) {
    return Answer.text(Answer.OK, "ok\n");
  }
}
