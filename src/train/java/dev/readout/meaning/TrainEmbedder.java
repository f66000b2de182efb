package dev.readout.meaning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.readout.meaning.EmbedderExamples.Example;
import dev.readout.meaning.TrainingGroup.Pair;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;

/**
 * Trains the model that embeds texts: {@code mvn -Ptrain test-compile exec:exec@embedder
 * -Dtrain.weights=FILE}, of {@link EmbedderExamples}; ten questions a second on one core. Once its
 * weights ship, {@code -Dtrain.from=FILE -Dtrain.rounds=1 -Dtrain.alike=2}, or {@code
 * -Dtrain.from=shipped}, trains them further on what they take for alike.
 *
 * <p>A step's questions look for their statements among all of the step, and among others that the
 * shipped model took for alike though they do not answer; and, less, for the titles of their
 * records. The loss is that of a softmax over their cosines (van den Oord et al., "Contrastive
 * Predictive Coding", 2018).
 */
final class TrainEmbedder {
  private static final int QUESTIONS_A_STEP = 32;
  private static final int ROUNDS = Integer.getInteger("train.rounds", 3);
  private static final int ALIKE_A_QUESTION = Integer.getInteger("train.alike", 1);
  private static final int FROZEN_LAYERS = 2;

  /** What a cosine is multiplied by: the temperature's inverse. */
  private static final float SCALE = 20;

  private static final float TITLES_COUNT = 0.3f;
  private static final float IMPOSSIBLE = -10_000;
  private static final int MAX_PIECES = 96;

  private static final int PARTS = 4;

  private static final int SEED = 5;

  private TrainEmbedder() {}

  public static void main(String[] arguments) throws Exception {
    List<Example> examples = EmbedderExamples.read();
    List<List<Example>> steps = steps(examples);
    String earlier = System.getProperty("train.from", "");
    boolean isOfShipped = earlier.equals("shipped");
    Parameters parameters = isOfShipped ? Parameters.shippedEmbedder() : Parameters.ofBaseModel();
    if (!earlier.isEmpty() && !isOfShipped) {
      parameters.read(Path.of(earlier));
    }
    Training.run(
        parameters,
        FROZEN_LAYERS,
        steps.size(),
        (step, network, scratch) -> loss(steps.get(step), new Random(step), network, scratch),
        Path.of(arguments[0]));
  }

  private static List<List<Example>> steps(List<Example> examples) {
    List<List<Example>> steps = new ArrayList<>();
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      List<Example> shuffled = new ArrayList<>(examples);
      Collections.shuffle(shuffled, random);
      for (int end = QUESTIONS_A_STEP; end <= shuffled.size(); end += QUESTIONS_A_STEP) {
        steps.add(shuffled.subList(end - QUESTIONS_A_STEP, end));
      }
    }
    return steps;
  }

  private static NDArray loss(
      List<Example> examples, Random random, MiniLmNetwork network, NDManager scratch) {
    List<String> statements = new ArrayList<>();
    examples.forEach(example -> statements.add(one(example.answers(), random)));
    examples.forEach(
        example -> {
          List<String> alike = new ArrayList<>(example.alike());
          Collections.shuffle(alike, random);
          alike.stream().limit(ALIKE_A_QUESTION).forEach(statements::add);
        });
    List<String> titles = examples.stream().map(Example::title).toList();
    List<String> texts = new ArrayList<>(examples.stream().map(Example::question).toList());
    texts.addAll(statements);
    texts.addAll(titles);
    List<Pair> pieces =
        texts.stream()
            .map(text -> new Pair(WordPieces.shipped().of(text, MAX_PIECES), new long[0]))
            .toList();
    NDArray all =
        MiniLmNetwork.inParts(pieces, PARTS, some -> network.embeddings(some, scratch), scratch);
    int count = examples.size();
    int toTitles = count + statements.size();
    NDArray questions = all.get("0:" + count);
    NDArray byStatements =
        loss(
            questions,
            all.get(count + ":" + toTitles),
            (i, j) -> examples.get(i).answers().contains(statements.get(j)),
            scratch);
    NDArray byTitles =
        loss(
            questions,
            all.get(toTitles + ":" + texts.size()),
            (i, j) -> titles.get(i).equals(titles.get(j)),
            scratch);
    return byStatements.add(byTitles.mul(TITLES_COUNT));
  }

  private static String one(List<String> texts, Random random) {
    return texts.get(random.nextInt(texts.size()));
  }

  /** The mean over questions of the log of all that is possible less that of what is right. */
  private static NDArray loss(
      NDArray questions, NDArray texts, BiPredicate<Integer, Integer> isRight, NDManager scratch) {
    int rows = Math.toIntExact(questions.getShape().get(0));
    int columns = Math.toIntExact(texts.getShape().get(0));
    float[] right = new float[rows * columns];
    for (int i = 0; i < right.length; i++) {
      right[i] = isRight.test(i / columns, i % columns) ? 0 : IMPOSSIBLE;
    }
    NDArray all = questions.matMul(texts.transpose()).mul(SCALE);
    return Training.logSumExp(all)
        .sub(Training.logSumExp(all.add(scratch.create(right, new Shape(rows, columns)))))
        .mean();
  }
}
