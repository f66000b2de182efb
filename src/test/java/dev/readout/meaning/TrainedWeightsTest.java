package dev.readout.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TrainedWeightsTest {
  private static final byte[] BASE = random(1, 200_000);
  private static final byte[] TRAINED = random(2, 200_000);

  private static final float[] HEAD = {0, 0.5f, 1};

  private static byte[] random(int seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static byte[] written() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    TrainedFile.write(BASE, TRAINED, HEAD, file);
    return file.toByteArray();
  }

  private static TrainedWeights weights(byte[] file) throws IOException {
    return new TrainedWeights(new ByteArrayInputStream(file));
  }

  private static byte[] applied(TrainedWeights weights, byte[] base) throws IOException {
    ByteBuffer model = ByteBuffer.allocate(weights.length());
    weights.apply(new ByteArrayInputStream(base), model);
    return model.array();
  }

  @Test
  void apply_baseModel_isTheTrainedOne() throws IOException {
    TrainedWeights weights = weights(written());

    assertThat(applied(weights, BASE)).isEqualTo(TRAINED);
    assertThat(weights.head()).containsExactly(HEAD);
  }

  @Test
  void apply_anotherBaseModel_isRefused() throws IOException {
    byte[] another = BASE.clone();
    another[100]++;
    TrainedWeights weights = weights(written());

    assertThatThrownBy(() -> applied(weights, another))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another model than the shipped one");
  }

  @Test
  void apply_damagedOrCutShort_isRefused() throws IOException {
    byte[] damaged = written();
    damaged[100_000]++;
    TrainedWeights wrong = weights(damaged);
    TrainedWeights cut = weights(Arrays.copyOf(written(), 100_000));
    TrainedWeights whole = weights(written());

    assertThatThrownBy(() -> applied(wrong, BASE)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> applied(cut, BASE)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> applied(whole, Arrays.copyOf(BASE, 100_000)))
        .isInstanceOf(EOFException.class);
  }

  @Test
  void write_modelsOfTwoLengths_isRefused() {
    assertThatThrownBy(
            () -> TrainedFile.write(BASE, new byte[1], HEAD, new ByteArrayOutputStream()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
