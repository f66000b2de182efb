package dev.readout.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.index.BuildMonitor.BuildCancelledException;
import dev.readout.index.BuildMonitor.BuildStep;
import dev.readout.index.GenerationBuilder.BuildPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Progress and cancelling. */
final class CancelledBuildTest {
  private IndexFixture fixture;

  @BeforeEach
  void folders(@TempDir Path temp) throws IOException {
    fixture = new IndexFixture(temp);
    fixture.directory().build(IndexFixture.OLD, fixture.corpusFolder());
  }

  /** Cancels from the first report of a step on; notes what was reported. */
  private static final class CancelledAt implements BuildMonitor {
    private final List<String> reports = new ArrayList<>();
    private final BuildStep step;
    private boolean isCancelled;

    private CancelledAt(BuildStep step) {
      this.step = step;
    }

    @Override
    public void at(BuildStep now, int done, int total) {
      reports.add(now + " " + done + "/" + total);
      isCancelled = isCancelled || now == step;
    }

    @Override
    public boolean isCancelled() {
      return isCancelled;
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "READ")
  void build_cancelledAtAStep_leavesNothingAndTheOldServesOn(BuildStep step) throws IOException {
    CancelledAt monitor = new CancelledAt(step);

    assertThatThrownBy(
            () -> fixture.directory().build(new BuildPlan(IndexFixture.NEW, "new", null), monitor))
        .isInstanceOf(BuildCancelledException.class);

    assertThat(fixture.served()).containsExactly("old");
    assertThat(fixture.files()).containsExactly("000001", "build.lock", "current", "numbers");
    assertThat(monitor.reports).last().asString().startsWith(step + " 0/");
  }

  @Test
  void build_afterACancelledOne_succeedsUnderANewName() {
    assertThatThrownBy(
            () ->
                fixture
                    .directory()
                    .build(
                        new BuildPlan(IndexFixture.NEW, "new", null),
                        new CancelledAt(BuildStep.SWAP)))
        .isInstanceOf(BuildCancelledException.class);

    assertThat(
            fixture
                .directory()
                .build(new BuildPlan(IndexFixture.NEW, "new", null), BuildMonitor.NONE)
                .name())
        .isEqualTo("000003");
    assertThat(fixture.served()).containsExactly("new", "newer");
  }

  @Test
  void build_watched_reportsEveryStepFromNothingToAll() {
    CancelledAt monitor = new CancelledAt(BuildStep.READ);

    fixture.directory().build(new BuildPlan(IndexFixture.NEW, "new", null), monitor);

    assertThat(monitor.reports)
        .containsExactly(
            "CUT 0/2",
            "CUT 1/2",
            "CUT 2/2",
            "WRITE 0/1",
            "WRITE 1/1",
            "VERIFY 0/2",
            "VERIFY 1/2",
            "VERIFY 2/2",
            "SWAP 0/1",
            "SWAP 1/1");
  }
}
