package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.discord.render.Reply;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  /** What was sent and not yet confirmed, by a Discord that confirms when told to. */
  private final Deque<CompletableFuture<Boolean>> open = new ArrayDeque<>();

  private final List<String> sent = new ArrayList<>();
  private final PriorityQueue<Later> later = new PriorityQueue<>(Comparator.comparing(Later::at));
  private Duration now = Duration.ZERO;
  private final Progress progress =
      new Progress(
          (reply, _) -> edit(reply),
          Reply.text("the work goes on"),
          () -> now.toNanos(),
          (wait, action) -> later.add(new Later(now.plus(wait), action)));

  private record Later(Duration at, Runnable action) {}

  private CompletableFuture<Boolean> edit(Reply reply) {
    sent.add(((TextDisplay) reply.components().getFirst()).getContent());
    CompletableFuture<Boolean> confirmed = new CompletableFuture<>();
    open.add(confirmed);
    return confirmed;
  }

  private void confirm() {
    open.remove().complete(true);
  }

  private void pass(Duration time) {
    Duration until = now.plus(time);
    while (!later.isEmpty() && later.element().at().compareTo(until) <= 0) {
      Later next = later.remove();
      now = next.at();
      next.action().run();
    }
    now = until;
  }

  private void at(String state) {
    progress.accept(Reply.text(state));
  }

  @Test
  void accept_first_isShownAtOnce() {
    at("1");

    assertThat(sent).containsExactly("1");
    assertThat(progress.isUsed()).isTrue();
  }

  @Test
  void accept_many_showsTheNewestEveryTwoSeconds() {
    at("1");
    confirm();
    at("2");
    pass(Duration.ofMillis(1_999));
    at("3");
    assertThat(sent).containsExactly("1");

    pass(Duration.ofMillis(1));
    assertThat(sent).containsExactly("1", "3");
  }

  @Test
  void accept_whileOneIsUnderWay_waitsForIt() {
    at("1");
    at("2");
    pass(Duration.ofSeconds(10));
    assertThat(sent).containsExactly("1");

    confirm();
    pass(Duration.ofSeconds(2));
    assertThat(sent).containsExactly("1", "2");
  }

  @Test
  void finish_followsWhatIsUnderWayWithoutWaiting() {
    at("1");
    at("2");
    CompletableFuture<Boolean> finished = progress.finish(Reply.text("done"));
    assertThat(sent).containsExactly("1");

    confirm();
    assertThat(sent).containsExactly("1", "done");
    assertThat(finished).isNotDone();
    confirm();
    assertThat(finished).isCompletedWithValue(true);
  }

  @Test
  void finish_afterAFailedState_isStillSent() {
    at("1");
    open.remove().completeExceptionally(new IllegalStateException("no"));
    CompletableFuture<Boolean> finished = progress.finish(Reply.text("done"));
    confirm();

    assertThat(sent).containsExactly("1", "done");
    assertThat(finished).isCompletedWithValue(true);
  }

  @Test
  void accept_afterTheEnd_showsNothing() {
    at("1");
    confirm();
    var _ = progress.finish(Reply.text("done"));
    confirm();
    at("2");
    pass(Duration.ofHours(1));

    assertThat(sent).containsExactly("1", "done");
  }

  @Test
  void finish_refused_failsWithTheReason() {
    CompletableFuture<Boolean> finished = progress.finish(Reply.text("done"));
    open.remove().completeExceptionally(new IllegalStateException("no"));

    assertThat(finished).isCompletedExceptionally();
  }

  @Test
  void fourteenMinutes_over_saysThatTheWorkGoesOnAndNothingMore() {
    at("1");
    confirm();
    pass(Duration.ofMinutes(14));
    assertThat(sent).containsExactly("1", "the work goes on");

    confirm();
    at("2");
    assertThat(progress.finish(Reply.text("done"))).isCompletedWithValue(false);
    pass(Duration.ofHours(1));
    assertThat(sent).containsExactly("1", "the work goes on");
  }
}
