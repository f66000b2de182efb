package dev.readout.discord.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TraceTest {
  private final List<@Nullable String> seen = Collections.synchronizedList(new ArrayList<>());

  private void look() {
    seen.add(Trace.current());
  }

  @Test
  void close_givesBackWhatWasBefore() {
    try (Trace _ = Trace.of("1")) {
      try (Trace _ = Trace.of("2")) {
        look();
      }
      look();
      try (Trace _ = Trace.of(null)) {
        look();
      }
    }
    look();

    assertThat(seen).isEqualTo(Arrays.asList("2", "1", null, null));
  }

  @Test
  void carried_onAThreadThatIsUsedAgain_leavesNothingThere() throws Exception {
    try (ExecutorService one = Executors.newSingleThreadExecutor()) {
      Runnable forFirst;
      Runnable forNobody = Trace.carried(this::look);
      try (Trace _ = Trace.of("1")) {
        forFirst = Trace.carried(this::look);
      }
      one.submit(forFirst).get();
      one.submit(this::look).get();
      one.submit(forNobody).get();
    }

    assertThat(seen).isEqualTo(Arrays.asList("1", null, null));
  }

  @Test
  void carried_workThatFails_leavesNothing() {
    Runnable failing;
    try (Trace _ = Trace.of("1")) {
      failing =
          Trace.carried(
              () -> {
                look();
                throw new IllegalStateException("failed");
              });
    }
    assertThatThrownBy(failing::run).hasMessage("failed");
    look();

    assertThat(seen).isEqualTo(Arrays.asList("1", null));
  }

  @Test
  void startThread_worksForTheSame() throws InterruptedException {
    SynchronousQueue<String> told = new SynchronousQueue<>();
    try (Trace _ = Trace.of("1")) {
      Trace.startThread(
          () -> {
            try {
              told.put(String.valueOf(Trace.current()));
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
    }

    assertThat(told.take()).isEqualTo("1");
  }
}
