package dev.readout.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.readout.meaning.Embedding.ShippedEmbeddings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class EmbedderTest {
  private static Embedder embedder;

  @BeforeAll
  static void load() {
    embedder = Embedder.idle();
    embedder.await(Duration.ofMinutes(2));
  }

  @AfterAll
  static void close() {
    embedder.close();
  }

  private static double cosine(String one, String other) {
    return embedder.of(one).orElseThrow().cosine(embedder.of(other).orElseThrow().toBytes(), 0);
  }

  @Test
  void of_paraphrase_isNearerThanAnotherMatter() {
    String text = "China stopped buying American soybeans.";

    assertThat(cosine(text, "Beijing no longer imports beans from U.S. farmers."))
        .isGreaterThan(cosine(text, "Beijing no longer exports rare earths."))
        .isGreaterThan(0.6);
  }

  @Test
  void of_sameText_isTheSameBytes() {
    assertThat(embedder.of("Is the rule in force?").orElseThrow().toBytes())
        .isEqualTo(embedder.of("Is the rule in force?").orElseThrow().toBytes());
  }

  @Test
  void of_chineseOrWordless_isEmpty() {
    assertThat(embedder.of("关税 tariffs")).isEmpty();
    assertThat(embedder.of("2025-10-30 ?!")).isEmpty();
    assertThat(embedder.of("")).isEmpty();
  }

  @Test
  void off_embedsNothingAndIsNotWaitedFor() {
    try (Embedder off = Embedder.off()) {
      off.start();
      off.await(Duration.ofMinutes(2));

      assertThat(off.isOn()).isFalse();
      assertThat(off.of("Is the rule in force?")).isEmpty();
    }
  }

  @Test
  void idle_notStarted_isOnButNotReady() {
    try (Embedder idle = Embedder.idle()) {
      assertThat(idle.isOn()).isTrue();
      assertThat(idle.isReady()).isFalse();
      assertThat(idle.of("Is the rule in force?")).isEmpty();
    }
  }

  @Test
  void close_thenAsked_isEmpty() {
    Embedder closed = Embedder.idle();
    closed.await(Duration.ofMinutes(2));
    closed.close();

    assertThat(closed.of("Is the rule in force?")).isEmpty();
  }

  /** New records cost a few milliseconds a text; after many, the file is to be made anew. */
  @Test
  void shipped_embeddings_coverTheRecordsAndAreOfThisModel() throws Exception {
    List<String> texts = EmbedShipped.texts();
    ShippedEmbeddings shipped = ShippedEmbeddings.all();

    assertThat(texts.stream().filter(text -> shipped.of(text).isEmpty()))
        .as("texts without one; run src/bench/run.sh embed")
        .hasSizeLessThan(200);
    assertThat(EmbedShipped.otherWords().stream().filter(line -> shipped.of(line).isEmpty()))
        .as("lines of other words without one")
        .hasSizeLessThan(200);
    for (int i = 0; i < texts.size(); i += 100) {
      String text = texts.get(i);
      if (shipped.of(text).isPresent()) {
        assertThat(shipped.of(text).get().cosine(embedder.of(text).orElseThrow().toBytes(), 0))
            .as(text)
            .isCloseTo(1, within(0.02));
      }
    }
  }
}
