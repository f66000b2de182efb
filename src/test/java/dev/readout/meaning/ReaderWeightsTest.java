package dev.readout.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ReaderWeightsTest {
  private static final byte[] BASE = random(1, 200_000);
  private static final byte[] TRAINED = random(2, 200_000);

  private static byte[] random(int seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static byte[] head() {
    ByteBuffer head =
        ByteBuffer.allocate(ReaderWeights.HEAD_FLOATS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < ReaderWeights.HEAD_FLOATS; i++) {
      head.putFloat(i / 2f);
    }
    return head.array();
  }

  private static byte[] written() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ReaderWeights.write(BASE, TRAINED, head(), file);
    return file.toByteArray();
  }

  private static ReaderWeights weights(byte[] file) throws IOException {
    return new ReaderWeights(new ByteArrayInputStream(file));
  }

  private static byte[] applied(ReaderWeights weights, byte[] base) throws IOException {
    ByteBuffer model = ByteBuffer.allocate(weights.length());
    weights.apply(new ByteArrayInputStream(base), model);
    return model.array();
  }

  @Test
  void apply_baseModel_isTheTrainedOne() throws IOException {
    ReaderWeights weights = weights(written());

    assertThat(applied(weights, BASE)).isEqualTo(TRAINED);
    assertThat(weights.head()).hasSize(ReaderWeights.HEAD_FLOATS).startsWith(0, 0.5f, 1);
  }

  @Test
  void apply_anotherBaseModel_isRefused() throws IOException {
    byte[] another = BASE.clone();
    another[100]++;
    ReaderWeights weights = weights(written());

    assertThatThrownBy(() -> applied(weights, another))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another model than the shipped one");
  }

  @Test
  void apply_damagedOrCutShort_isRefused() throws IOException {
    byte[] damaged = written();
    damaged[100_000]++;
    ReaderWeights wrong = weights(damaged);
    ReaderWeights cut = weights(Arrays.copyOf(written(), 100_000));
    ReaderWeights whole = weights(written());

    assertThatThrownBy(() -> applied(wrong, BASE)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> applied(cut, BASE)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> applied(whole, Arrays.copyOf(BASE, 100_000)))
        .isInstanceOf(EOFException.class);
  }

  @Test
  void write_modelsOfTwoLengths_isRefused() {
    assertThatThrownBy(
            () -> ReaderWeights.write(BASE, new byte[1], head(), new ByteArrayOutputStream()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
