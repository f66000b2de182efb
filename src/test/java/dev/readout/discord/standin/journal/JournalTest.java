package dev.readout.discord.standin.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.discord.standin.wire.Json;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class JournalTest {
  private final Journal journal = new Journal(2, Duration.ofSeconds(5));

  private static void record(Journal journal, long ticket, String path) {
    journal.record(
        ticket,
        number ->
            new Exchange(
                number,
                Duration.ZERO,
                "GET",
                path,
                "",
                Json.none(),
                List.of(),
                200,
                Json.none(),
                Duration.ZERO));
  }

  private void record(String path) {
    record(journal, journal.begin(), path);
  }

  @Test
  void record_beyondCapacity_oldestGoes() {
    record("a");
    record("b");
    record("c");

    assertThat(journal.exchanges()).extracting(Exchange::path).containsExactly("b", "c");
    assertThat(journal.exchanges()).extracting(Exchange::number).containsExactly(2L, 3L);
    assertThat(journal.recorded()).isEqualTo(3);
  }

  @Test
  void exchanges_requestUnderWay_waitsForIt() {
    long ticket = journal.begin();
    CompletableFuture<List<Exchange>> read = CompletableFuture.supplyAsync(journal::exchanges);
    record(journal, ticket, "a");

    assertThat(read.join()).hasSize(1);
  }

  @Test
  void exchanges_requestThatNeverEnds_fails() {
    Journal impatient = new Journal(2, Duration.ofMillis(50));
    long ticket = impatient.begin();

    assertThatThrownBy(impatient::exchanges).hasMessageContaining("under way");
    impatient.end(ticket);
    assertThat(impatient.exchanges()).isEmpty();
  }

  @Test
  void await_none_saysWhatThereWas() {
    Journal impatient = new Journal(2, Duration.ofMillis(50));
    record(impatient, impatient.begin(), "users/@me");

    assertThat(impatient.await("GET", "users/.*").path()).isEqualTo("users/@me");
    assertThatThrownBy(() -> impatient.await("GET", "users"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("GET users/@me 200");
  }
}
