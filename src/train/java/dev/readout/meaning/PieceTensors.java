package dev.readout.meaning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.readout.meaning.TrainingGroup.Pair;
import java.util.Arrays;
import java.util.List;

/**
 * Pairs side by side, filled up to the longest.
 *
 * @param bias 0 for pieces, and for what is filled up so little that nothing attends to it
 * @param question weights that make a mean of the question's vectors; likewise the next two
 */
record PieceTensors(
    NDArray ids, NDArray segments, NDArray bias, NDArray question, NDArray statement, NDArray all) {
  private static final float UNATTENDED = -10_000;

  static PieceTensors of(List<Pair> pairs, NDManager manager) {
    int count = pairs.size();
    int length = pairs.stream().mapToInt(Pair::length).max().orElse(0);
    long[] ids = new long[count * length];
    long[] segments = new long[ids.length];
    float[] bias = new float[ids.length];
    float[] question = new float[ids.length];
    float[] statement = new float[ids.length];
    float[] all = new float[ids.length];
    for (int i = 0; i < count; i++) {
      Pair pair = pairs.get(i);
      int start = i * length;
      int middle = start + pair.question().length;
      int end = start + pair.length();
      System.arraycopy(pair.question(), 0, ids, start, pair.question().length);
      System.arraycopy(pair.statement(), 0, ids, middle, pair.statement().length);
      Arrays.fill(segments, middle, end, 1);
      Arrays.fill(bias, end, start + length, UNATTENDED);
      Arrays.fill(question, start, middle, 1f / pair.question().length);
      Arrays.fill(statement, middle, end, 1f / pair.statement().length);
      Arrays.fill(all, start, end, 1f / pair.length());
    }
    Shape rows = new Shape(count, 1, length);
    return new PieceTensors(
        manager.create(ids, new Shape(count, length)),
        manager.create(segments, new Shape(count, length)),
        manager.create(bias, new Shape(count, 1, 1, length)),
        manager.create(question, rows),
        manager.create(statement, rows),
        manager.create(all, rows));
  }
}
