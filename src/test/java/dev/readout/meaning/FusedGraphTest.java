package dev.readout.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

final class FusedGraphTest {
  private static final long[] PIECES = {
    101, 2043, 2106, 1996, 2283, 3113, 1029, 102, 3000, 1012, 102
  };
  private static final long[] SEGMENTS = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1};

  private static float[] vectors(byte[] file) throws OrtException {
    try (MiniLm model = MiniLm.of(ByteBuffer.allocateDirect(file.length).put(file).flip())) {
      return model.vectors(PIECES, SEGMENTS);
    }
  }

  /** To the last bit on x86-64; other processors may round otherwise. */
  @Test
  void into_shippedModel_givesTheSameVectors() throws IOException, OrtException {
    byte[] fused = TrainedFile.base();
    FusedGraph.into(fused);

    assertThat(vectors(fused)).containsExactly(vectors(TrainedFile.base()), within(0.05f));
  }

  @Test
  void into_graphOfNoRoom_isRefused() {
    byte[] none = {7 << 3 | 2, 4, 1 << 3 | 2, 2, 3 << 3, 1, 2 << 3, 1};

    assertThatThrownBy(() -> FusedGraph.into(none))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no room");
  }
}
