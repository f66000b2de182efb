package dev.readout.intake.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.readout.corpus.Scope;
import dev.readout.intake.fetch.FairTurn.HostTurns;
import dev.readout.intake.fetch.Fetched.Reason;
import dev.readout.intake.fetch.Wire.Deadline;
import dev.readout.intake.fetch.Wire.RefusedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class HostTurnsTest {
  private final HostTurns turns = new HostTurns();

  @Test
  void take_hadBySomebody_timesOut() throws IOException {
    try (var _ = turns.take("a.example", Scope.GLOBAL, soon())) {
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> turns.take("a.example", Scope.GLOBAL, soon()))
          .satisfies(e -> assertThat(e.refused().reason()).isEqualTo(Reason.TIMED_OUT));
    }
    turns.take("a.example", Scope.GLOBAL, soon()).close();
  }

  @Test
  void take_otherHost_atOnce() throws IOException {
    try (var _ = turns.take("a.example", Scope.GLOBAL, soon());
        var _ = turns.take("b.example", Scope.GLOBAL, soon())) {
      assertThat(turns.size()).isEqualTo(2);
    }
  }

  @Test
  void take_nobodyLeft_hostForgotten() throws IOException {
    for (int i = 0; i < 100; i++) {
      turns.take(i + ".example", Scope.GLOBAL, soon()).close();
    }
    assertThat(turns.size()).isZero();
  }

  @Test
  void take_interrupted_endsAndStaysInterrupted() throws IOException {
    try (var _ = turns.take("a.example", Scope.GLOBAL, soon())) {
      Thread.currentThread().interrupt();
      assertThatExceptionOfType(InterruptedIOException.class)
          .isThrownBy(
              () -> turns.take("a.example", Scope.GLOBAL, Deadline.in(Duration.ofMinutes(1))));
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(turns.size()).isZero();
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofMillis(50));
  }
}
