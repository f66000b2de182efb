package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An answerer over a few records. */
abstract class ComposerFixture {
  static final RecordSketch MEETING =
      new RecordSketch("lisbon-talks", Kind.MEETING, Side.JOINT)
          .title("The Lisbon bicycle talks")
          .says("The two sides met in Lisbon for bicycle talks.");

  static final RecordSketch UMBRELLAS =
      new RecordSketch("umbrella-rule", Kind.RESTRICTION, Side.US)
          .topics("umbrellas")
          .says("Umbrellas need a permit in the rain.", "The permit for umbrellas costs a penny.")
          .asks("Do umbrellas need a permit in the rain?");

  static Answer.Answered answer(Path folder, Question question, RecordSketch... sketches)
      throws IOException {
    return answer(folder, List.of(), question, sketches);
  }

  static Answer.Answered answer(
      Path folder, List<Term> terms, Question question, RecordSketch... sketches)
      throws IOException {
    try (Generation generation = RecordSketch.index(folder, terms, sketches)) {
      Answer answer = new RetrievalAnswerer(generation, ShippedIndex.CLOCK, 0.0).answer(question);
      assertThat(answer instanceof Answer.Answered).as(question.text()).isTrue();
      return (Answer.Answered) answer;
    }
  }
}
