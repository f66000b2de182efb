package dev.readout.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class EmbeddingTest {
  private static float[] random(int seed) {
    Random random = new Random(seed);
    float[] vector = new float[Embedding.DIMENSIONS];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return vector;
  }

  private static double exact(float[] a, float[] b) {
    double dot = 0;
    double lengthA = 0;
    double lengthB = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
      lengthA += a[i] * a[i];
      lengthB += b[i] * b[i];
    }
    return dot / Math.sqrt(lengthA * lengthB);
  }

  @Test
  void cosine_inEightBits_isThatOfTheModelsNumbers() {
    float[] one = random(1);
    float[] other = random(2);
    for (int i = 0; i < one.length; i++) {
      other[i] += one[i];
    }

    byte[] kept = Embedding.of(other).toBytes();
    assertThat(Embedding.of(one).cosine(kept, 0)).isCloseTo(exact(one, other), within(0.005));
    assertThat(Embedding.of(one).cosine(Embedding.of(one).toBytes(), 0)).isCloseTo(1, within(1e-6));
  }

  @Test
  void ofBytes_amongOthers_isTheSame() {
    Embedding one = Embedding.of(random(1));
    byte[] kept = Embedding.of(random(2)).toBytes();
    byte[] two = ByteBuffer.allocate(2 * kept.length).put(one.toBytes()).put(kept).array();

    Embedding read = Embedding.ofBytes(two, kept.length, kept.length);

    assertThat(read.toBytes()).isEqualTo(kept);
    assertThat(one.cosine(two, kept.length)).isEqualTo(read.cosine(one.toBytes(), 0));
  }

  @Test
  void cosine_ofNothing_isZero() {
    Embedding nothing = Embedding.of(new float[Embedding.DIMENSIONS]);

    assertThat(nothing.cosine(Embedding.of(random(1)).toBytes(), 0)).isZero();
  }

  @Test
  void ofBytes_cutShort_isRefused() {
    assertThatThrownBy(() -> Embedding.ofBytes(new byte[12], 0, 12))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("12");
  }
}
