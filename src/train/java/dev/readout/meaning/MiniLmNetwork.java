package dev.readout.meaning;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.readout.meaning.Parameters.Parameter;
import dev.readout.meaning.Reader.ReaderModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A model of MiniLM's shape as libtorch computes it, with gradients of what is trained: all but the
 * pieces' vectors and the first layers. Confined to one thread; closed by who made it.
 *
 * <p>Source: Devlin et al., "BERT" (2019); sentence-transformers/all-MiniLM-L6-v2, config.json.
 */
final class MiniLmNetwork implements AutoCloseable {
  private static final int WIDTH = MiniLm.WIDTH;
  private static final int HEADS = 12;
  private static final int HEAD_WIDTH = WIDTH / HEADS;
  private static final double DROPOUT = 0.1;
  private static final double EPSILON = 1e-12;

  private final NDManager manager;
  private final Map<String, PtNDArray> arrays = new LinkedHashMap<>();
  private final List<String> trained = new ArrayList<>();
  private final int frozenLayers;

  /** One whose first layers, so many, stay as they are. */
  MiniLmNetwork(Parameters parameters, int frozenLayers) {
    this.frozenLayers = frozenLayers;
    Engine.getEngine("PyTorch");
    manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    JniUtils.setGradMode(false);
    for (String name : parameters.names()) {
      PtNDArray array = kept(parameters.get(name));
      arrays.put(name, array);
      if (!isFrozen(name)) {
        array.setRequiresGradient(true);
        trained.add(name);
      }
    }
  }

  private boolean isFrozen(String name) {
    return name.startsWith("embeddings.")
        || IntStream.range(0, frozenLayers).anyMatch(layer -> name.startsWith(layer(layer)));
  }

  private static String layer(int number) {
    return "encoder.layer.%d.".formatted(number);
  }

  /** Arrays that end with it. */
  NDManager scratch() {
    return manager.newSubManager();
  }

  List<String> trained() {
    return List.copyOf(trained);
  }

  PtNDArray array(String name) {
    PtNDArray array = arrays.get(name);
    if (array == null) {
      throw new IllegalArgumentException("no parameter " + name);
    }
    return array;
  }

  /** One of zeros, as large as a parameter. */
  PtNDArray zerosLike(String name) {
    return (PtNDArray) manager.zeros(array(name).getShape());
  }

  /** One of these numbers, kept as long as this. */
  PtNDArray kept(Parameter parameter) {
    return (PtNDArray) manager.create(parameter.values(), new Shape(parameter.shape()));
  }

  /** The log-odds of pairs, one a row, with gradients. */
  NDArray logits(List<TrainingGroup.Pair> pairs, NDManager scratch) {
    PieceTensors tensors = PieceTensors.of(pairs, scratch);
    NDArray vectors = vectors(tensors);
    int count = pairs.size();
    NDArray ofQuestion = tensors.question().matMul(vectors).reshape(count, WIDTH);
    NDArray ofStatement = tensors.statement().matMul(vectors).reshape(count, WIDTH);
    NDArray ofAll = tensors.all().matMul(vectors).reshape(count, WIDTH);
    NDArray product = ofQuestion.mul(ofStatement).mul(ReaderModel.PRODUCT);
    NDArray features = vectors.get(":,0").concat(product, 1).concat(ofAll, 1);
    return linear(dropped(features), "head").reshape(count, 1);
  }

  /** What texts mean, one a row, of length 1, with gradients; no text has a statement. */
  NDArray embeddings(List<TrainingGroup.Pair> texts, NDManager scratch) {
    PieceTensors tensors = PieceTensors.of(texts, scratch);
    NDArray means = tensors.all().matMul(vectors(tensors)).reshape(texts.size(), WIDTH);
    return means.div(means.mul(means).sum(new int[] {1}, true).add(EPSILON).sqrt());
  }

  /**
   * What is found of pieces, a row for each in their order, computed in so many parts of like
   * length: less is filled up.
   */
  static NDArray inParts(
      List<TrainingGroup.Pair> pairs,
      int parts,
      Function<List<TrainingGroup.Pair>, NDArray> rows,
      NDManager scratch) {
    int count = pairs.size();
    List<Integer> byLength =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingInt(i -> pairs.get(i).length()))
            .toList();
    NDList found = new NDList();
    for (int part = 0; part < parts; part++) {
      List<TrainingGroup.Pair> some =
          byLength.subList(count * part / parts, count * (part + 1) / parts).stream()
              .map(pairs::get)
              .toList();
      if (!some.isEmpty()) {
        found.add(rows.apply(some));
      }
    }
    long[] place = new long[count];
    for (int i = 0; i < count; i++) {
      place[byLength.get(i)] = i;
    }
    NDArray places = scratch.create(place, new Shape(count));
    return JniUtils.embedding((PtNDArray) places, (PtNDArray) NDArrays.concat(found), false);
  }

  private NDArray vectors(PieceTensors tensors) {
    JniUtils.setGradMode(false);
    NDArray states = dropped(embedded(tensors));
    for (int layer = 0; layer < Parameters.LAYERS; layer++) {
      if (layer == frozenLayers) {
        JniUtils.setGradMode(true);
      }
      states = layer(states, tensors.bias(), layer(layer));
    }
    return states;
  }

  private NDArray embedded(PieceTensors tensors) {
    int length = Math.toIntExact(tensors.ids().getShape().get(1));
    NDArray places = tensors.ids().getManager().arange(0, length, 1, DataType.INT64);
    return normal(
        looked(tensors.ids(), "embeddings.word_embeddings")
            .add(looked(tensors.segments(), "embeddings.token_type_embeddings"))
            .add(looked(places, "embeddings.position_embeddings")),
        "embeddings.LayerNorm");
  }

  private NDArray layer(NDArray states, NDArray bias, String name) {
    NDArray attended =
        normal(
            states.add(dropped(attention(states, bias, name))),
            name + "attention.output.LayerNorm");
    NDArray wide = JniUtils.gelu(linear(attended, name + "intermediate.dense"));
    return normal(
        attended.add(dropped(linear(wide, name + "output.dense"))), name + "output.LayerNorm");
  }

  private NDArray attention(NDArray states, NDArray bias, String name) {
    Shape shape = states.getShape();
    NDArray query =
        heads(states, name + "attention.self.query").mul((float) (1 / Math.sqrt(HEAD_WIDTH)));
    NDArray key = heads(states, name + "attention.self.key").transpose(0, 1, 3, 2);
    NDArray value = heads(states, name + "attention.self.value");
    NDArray weights = dropped(query.matMul(key).add(bias).softmax(-1));
    return linear(
        weights.matMul(value).transpose(0, 2, 1, 3).reshape(shape),
        name + "attention.output.dense");
  }

  private NDArray heads(NDArray states, String name) {
    Shape shape = states.getShape();
    return linear(states, name)
        .reshape(shape.get(0), shape.get(1), HEADS, HEAD_WIDTH)
        .transpose(0, 2, 1, 3);
  }

  private PtNDArray looked(NDArray ids, String name) {
    return JniUtils.embedding((PtNDArray) ids, array(name + ".weight"), false);
  }

  private PtNDArray linear(NDArray states, String name) {
    return JniUtils.linear((PtNDArray) states, array(name + ".weight"), array(name + ".bias"));
  }

  private PtNDArray normal(NDArray states, String name) {
    return JniUtils.layerNorm(
        (PtNDArray) states,
        new Shape(WIDTH),
        array(name + ".weight"),
        array(name + ".bias"),
        EPSILON);
  }

  private static NDArray dropped(NDArray states) {
    return JniUtils.dropout((PtNDArray) states, DROPOUT, true);
  }

  @Override
  public void close() {
    manager.close();
  }
}
