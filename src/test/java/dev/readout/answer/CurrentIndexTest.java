package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.index.Generation;
import dev.readout.index.IndexDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ShippedIndex.class)
final class CurrentIndexTest {
  private static final String AN_ID = "2025-09-29-bis-affiliates-rule";

  @Test
  void replace_whileInUse_closesTheOldAfterItsLastUse(IndexDirectory directory) {
    Generation old = directory.open();
    CurrentIndex desk = new CurrentIndex(old, ShippedIndex.CLOCK);

    desk.with(
        before -> {
          desk.replace(directory.open());
          assertThat(before.generation().find(AN_ID)).as("still open").isPresent();
          return null;
        });

    assertThatThrownBy(() -> old.find(AN_ID)).isInstanceOf(RuntimeException.class);
    assertThat(desk.<Boolean>with(now -> now.generation().find(AN_ID).isPresent())).isTrue();
    desk.close();
  }

  @Test
  void with_workThatFails_givesTheDeskBack(IndexDirectory directory) {
    Generation generation = directory.open();
    CurrentIndex desk = new CurrentIndex(generation, ShippedIndex.CLOCK);

    assertThatThrownBy(
            () ->
                desk.with(
                    _ -> {
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessage("on purpose");
    desk.close();

    assertThatThrownBy(() -> generation.find(AN_ID)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void with_afterClosing_isRefused(IndexDirectory directory) {
    CurrentIndex desk = new CurrentIndex(directory.open(), ShippedIndex.CLOCK);
    desk.close();

    assertThatThrownBy(() -> desk.with(ServingIndex::generation))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void with_whileOthersReplace_alwaysFindsAnOpenGeneration(IndexDirectory directory)
      throws Exception {
    CurrentIndex desk = new CurrentIndex(directory.open(), ShippedIndex.CLOCK);
    AtomicBoolean done = new AtomicBoolean();
    List<Future<Integer>> askers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        askers.add(threads.submit(() -> askUntil(done, desk)));
      }
      for (int i = 0; i < 8; i++) {
        desk.replace(directory.open());
      }
      done.set(true);
      for (Future<Integer> asker : askers) {
        assertThat(asker.get()).isPositive();
      }
    }
    desk.close();
  }

  private static int askUntil(AtomicBoolean done, CurrentIndex desk) throws InterruptedException {
    int asked = 0;
    do {
      assertThat(desk.<Boolean>with(now -> now.generation().find(AN_ID).isPresent())).isTrue();
      asked++;
      Thread.sleep(1); // gives way to who opens
    } while (!done.get());
    return asked;
  }
}
