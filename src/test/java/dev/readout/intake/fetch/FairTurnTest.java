package dev.readout.intake.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.readout.corpus.Scope;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class FairTurnTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Scope BUSY = Scope.ofServer(1);
  private static final Scope OTHER = Scope.ofServer(2);
  private static final Scope THIRD = Scope.ofServer(3);

  private final FairTurn turn = new FairTurn();
  private final List<Scope> served = new CopyOnWriteArrayList<>();

  private void queue(Scope scope) throws InterruptedException {
    Thread thread =
        Thread.startVirtualThread(
            () -> {
              try {
                if (turn.take(scope, LONG)) {
                  served.add(scope);
                  turn.giveBack(scope);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    // So that they stand in line in this order.
    await().atMost(LONG).until(() -> thread.getState() == Thread.State.TIMED_WAITING);
  }

  @Test
  void take_serverWithMuchToDo_delaysAnotherByOneTurn() throws Exception {
    assertThat(turn.take(BUSY, LONG)).isTrue();
    for (Scope scope : List.of(BUSY, BUSY, OTHER, OTHER, THIRD)) {
      queue(scope);
    }

    turn.giveBack(BUSY);

    await().atMost(LONG).until(() -> served.size() == 5);
    assertThat(served).containsExactly(OTHER, THIRD, BUSY, OTHER, BUSY);
  }

  @Test
  void take_newcomers_doNotOvertakeWhoWaits() throws Exception {
    assertThat(turn.take(BUSY, LONG)).isTrue();
    queue(BUSY);
    CountDownLatch enough = new CountDownLatch(1);
    Thread third =
        Thread.startVirtualThread(
            () -> {
              try {
                if (turn.take(THIRD, LONG)) {
                  enough.await();
                  served.add(THIRD);
                  turn.giveBack(THIRD);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    await().atMost(LONG).until(() -> third.getState() == Thread.State.TIMED_WAITING);
    turn.giveBack(BUSY);
    await().atMost(LONG).until(() -> third.getState() == Thread.State.WAITING);
    queue(OTHER);

    enough.countDown();

    await().atMost(LONG).until(() -> served.size() == 3);
    assertThat(served).containsExactly(THIRD, BUSY, OTHER);
  }

  @Test
  void take_notInTime_leavesTheLine() throws Exception {
    assertThat(turn.take(BUSY, LONG)).isTrue();
    assertThat(turn.take(BUSY, Duration.ofMillis(1))).isFalse();
    assertThat(turn.take(OTHER, Duration.ofMillis(1))).isFalse();
    turn.giveBack(BUSY);
    assertThat(turn.take(THIRD, Duration.ZERO)).isTrue();
  }

  @Test
  void take_interrupted_leavesTheLine() throws Exception {
    assertThat(turn.take(BUSY, LONG)).isTrue();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> turn.take(OTHER, LONG)).isInstanceOf(InterruptedException.class);
    turn.giveBack(BUSY);
    assertThat(turn.take(THIRD, Duration.ZERO)).isTrue();
  }
}
