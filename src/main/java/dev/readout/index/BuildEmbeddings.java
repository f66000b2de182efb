package dev.readout.index;

import dev.readout.meaning.Embedder;
import dev.readout.meaning.Embedding;
import dev.readout.meaning.Embedding.ShippedEmbeddings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A build's embeddings: those shipped, else of the segment before, else of the model, which is
 * waited for. Confined to one thread.
 */
final class BuildEmbeddings {
  private static final Duration LOADING = Duration.ofSeconds(30);

  private final Embedder embedder;
  private final @Nullable Segment before;
  private @Nullable Map<String, Embedding> ofBefore;

  /** After a segment built by the same settings and open as long as this is used, if any. */
  BuildEmbeddings(Embedder embedder, @Nullable Segment before) {
    this.embedder = embedder;
    this.before = before;
  }

  /** Empty where the model does not understand the text, or is off or not to be had. */
  Optional<Embedding> of(String text) {
    if (!Embedder.understands(text)) {
      return Optional.empty();
    }
    return ShippedEmbeddings.all()
        .of(text)
        .or(() -> Optional.ofNullable(ofBefore().get(text)))
        .or(() -> embedded(text));
  }

  private Map<String, Embedding> ofBefore() {
    Map<String, Embedding> known = ofBefore;
    if (known == null) {
      known = before == null ? Map.of() : before.embeddings();
      ofBefore = known;
    }
    return known;
  }

  private Optional<Embedding> embedded(String text) {
    if (embedder.isOn()) {
      embedder.await(LOADING);
    }
    return embedder.of(text);
  }
}
