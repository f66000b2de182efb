package dev.readout.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.YamlDocument.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever stands in a file, it is a record of slices, or defective. */
final class RecordFuzzTest {
  private static final List<String> TEXTS = new ArrayList<>();
  private static final List<Schema> SCHEMAS = new ArrayList<>();

  @BeforeContainer
  static void read() throws IOException {
    Path folder = Files.createTempDirectory("records");
    TinyCorpus corpus = new TinyCorpus(folder);
    for (String file :
        List.of(
            TinyCorpus.MEETING, TinyCorpus.READOUT, TinyCorpus.RESTRICTION, TinyCorpus.GLOSSARY)) {
      TEXTS.add(Files.readString(corpus.folder().resolve(file)));
    }
    SCHEMAS.add(new Schema(Files.readString(folder.resolve("record.schema.json"))));
  }

  @Provide
  Arbitrary<String> odd() {
    return OddText.upTo(30);
  }

  @Property
  void parse_mutatedRecord_isSlicesOrDefects(@ForAll long seed) {
    Random random = new Random(seed);
    String text = TEXTS.get(random.nextInt(TEXTS.size()));
    check(OddText.mutated(text, random));
  }

  @Property
  void parse_oddBody_isSlicesOrDefects(@ForAll("odd") String odd) {
    String text = TEXTS.getFirst();
    check(text + odd);
    check("---\n" + odd + "\n---\n" + odd);
  }

  private static void check(String text) {
    RecordFile file = RecordFile.parse(Path.of(TinyCorpus.READOUT), text, SCHEMAS.getFirst());
    CorpusRecord record = file.value();
    if (record == null) {
      assertThat(file.defects()).isNotEmpty();
    } else {
      assertThat(record.statements())
          .isNotEmpty()
          .allMatch(statement -> statement.isSliceOf(record.body()));
      assertThat(text).endsWith(record.body());
    }
    assertThat(file.declaredId()).isNotNull();
    assertThat(file.declaredKind()).isNotNull();
  }
}
