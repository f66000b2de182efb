package dev.readout.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void apply_baseModel_isTheTrainedOne() throws IOException {
    byte[] model = BASE.clone();
    ReaderWeights weights = weights(written());
    weights.apply(model);

    assertThat(model).isEqualTo(TRAINED);
    assertThat(weights.head()).hasSize(ReaderWeights.HEAD_FLOATS).startsWith(0, 0.5f, 1);
  }

  @Test
  void apply_anotherBaseModel_isRefusedAndUntouched() throws IOException {
    byte[] model = BASE.clone();
    model[100]++;
    byte[] before = model.clone();
    ReaderWeights weights = weights(written());

    assertThatThrownBy(() -> weights.apply(model))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the shipped model")
        .hasMessageContaining("SHA-256");
    assertThat(model).isEqualTo(before);
  }

  @Test
  void apply_damagedOrCutShort_isRefused() throws IOException {
    byte[] damaged = written();
    damaged[40]++; // in the hash of what comes out
    ReaderWeights wrong = weights(damaged);
    ReaderWeights cut = weights(Arrays.copyOf(written(), 100_000));

    assertThatThrownBy(() -> wrong.apply(BASE.clone()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the reader's model");
    assertThatThrownBy(() -> cut.apply(BASE.clone())).isInstanceOf(IOException.class);
  }

  @Test
  void write_modelsOfTwoLengths_isRefused() {
    assertThatThrownBy(
            () -> ReaderWeights.write(BASE, new byte[1], head(), new ByteArrayOutputStream()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void main_folderOfTheUnpackedModel_getsTheReaders(@TempDir Path folder) throws IOException {
    Files.write(folder.resolve(MiniLm.NAME + ".onnx"), MiniLm.shippedFile());
    ReaderWeights.main(new String[] {folder.toString()});

    try (ReaderWeights shipped = ReaderWeights.shipped()) {
      byte[] expected = MiniLm.shippedFile();
      shipped.apply(expected);
      assertThat(Files.readAllBytes(folder.resolve(shipped.name() + ".onnx"))).isEqualTo(expected);
    }
  }
}
