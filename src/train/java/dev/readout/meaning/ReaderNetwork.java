package dev.readout.meaning;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.readout.meaning.Reader.ReaderModel;
import dev.readout.meaning.ReaderParameters.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The reader's model as libtorch computes it, with gradients of what is trained: all but the
 * embeddings and the first layer. Confined to one thread; closed by who made it.
 *
 * <p>Source: Devlin et al., "BERT" (2019); sentence-transformers/all-MiniLM-L6-v2, config.json.
 */
final class ReaderNetwork implements AutoCloseable {
  private static final int WIDTH = MiniLm.WIDTH;
  private static final int HEADS = 12;
  private static final int HEAD_WIDTH = WIDTH / HEADS;
  private static final int FROZEN_LAYERS = 1;
  private static final double DROPOUT = 0.1;
  private static final double EPSILON = 1e-12;

  private final NDManager manager;
  private final Map<String, PtNDArray> arrays = new LinkedHashMap<>();
  private final List<String> trained = new ArrayList<>();

  ReaderNetwork(ReaderParameters parameters) {
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

  private static boolean isFrozen(String name) {
    return name.startsWith("embeddings.") || name.startsWith("encoder.layer.0.");
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

  /** The log-odds of pairs, one after the other, with gradients. */
  NDArray logits(List<TrainingGroup.Pair> pairs, NDManager scratch) {
    PairTensors tensors = PairTensors.of(pairs, scratch);
    NDArray vectors = vectors(tensors);
    int count = pairs.size();
    NDArray ofQuestion = tensors.question().matMul(vectors).reshape(count, WIDTH);
    NDArray ofStatement = tensors.statement().matMul(vectors).reshape(count, WIDTH);
    NDArray ofAll = tensors.all().matMul(vectors).reshape(count, WIDTH);
    NDArray product = ofQuestion.mul(ofStatement).mul(ReaderModel.PRODUCT);
    NDArray features = vectors.get(":,0").concat(product, 1).concat(ofAll, 1);
    return linear(dropped(features), "head").reshape(count);
  }

  private NDArray vectors(PairTensors tensors) {
    JniUtils.setGradMode(false);
    NDArray states = dropped(embedded(tensors));
    for (int layer = 0; layer < ReaderParameters.LAYERS; layer++) {
      if (layer == FROZEN_LAYERS) {
        JniUtils.setGradMode(true);
      }
      states = layer(states, tensors.bias(), "encoder.layer.%d.".formatted(layer));
    }
    return states;
  }

  private NDArray embedded(PairTensors tensors) {
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
