package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.index.BuildMonitor;
import dev.readout.index.Evidence.Candidate;
import dev.readout.index.Generation;
import dev.readout.index.IndexDirectory;
import dev.readout.index.Indexes;
import dev.readout.index.Indexes.Additions;
import dev.readout.index.SearchFilter;
import dev.readout.meaning.Models;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A server's own small index, read together with the shipped one, against one of all records. */
@Timeout(600)
@ExtendWith(ShippedIndex.class)
final class ServerIndexTest {
  private static final Scope HERE = Scope.ofServer(1);
  private static final Scope THERE = Scope.ofServer(2);
  private static final int EVERY = 27;
  private static final String MEASURE = "2025-09-29-bis-affiliates-rule";

  /** Its rounding differs with the order in which Lucene adds up a score. */
  private static final Offset<Double> ROUNDING = Offset.offset(1e-4);

  @TempDir private Path folder;
  private Generation global;
  private Indexes indexes;
  private Generation own;

  @BeforeEach
  void build(Generation shipped) {
    global = shipped;
    indexes = new Indexes(folder.resolve("index"), ShippedIndex.CLOCK, Models.off());
    own = indexes.build(HERE, global, records(), false, BuildMonitor.NONE);
  }

  @AfterEach
  void close() {
    own.close();
  }

  /**
   * Of every kind of tie with what is shipped: a measure, a meeting, a topic, words, statistics.
   */
  private static List<CorpusRecord> records() {
    List<CorpusRecord> records = new ArrayList<>();
    records.add(
        new RecordSketch("added-2026-11-20-affiliates", Kind.READOUT, Side.US)
            .title("What comes of the affiliates rule")
            .published("2026-11-20")
            .relates(MEASURE)
            .topics("entity-list")
            .asks("What comes of the affiliates rule after the pause?")
            .says("The Bureau will say in December whether the affiliates rule is paused again.")
            .record());
    records.add(
        new RecordSketch("added-2026-11-18-geneva", Kind.READOUT, Side.PRC)
            .title("The Ministry on tariffs")
            .published("2026-11-18")
            .quotes("A spokesperson", "China hopes that tariffs on soybeans will fall further.")
            .says("The narwhal clause of the tariff truce was not discussed.")
            .record());
    records.add(
        new RecordSketch("added-2026-11-19-quota", Kind.RESTRICTION, Side.US)
            .title("The walrus quota")
            .published("2026-11-19")
            .stands("2026-11-19", null, LegalState.IN_FORCE, "added-2026-11-19-quota")
            .says("The walrus quota is nine tonnes a year.", "It took effect on 19 November 2026.")
            .record());
    for (int i = 0; i < 20; i++) {
      records.add(
          new RecordSketch("added-2026-10-" + (i + 10) + "-note", Kind.READOUT, Side.US)
              .title("Note " + i + " on export controls and rare earths")
              .published("2026-10-" + (i + 10))
              .topics("rare-earths")
              .says("Note " + i + " says that rare earths and chips were discussed at length.")
              .record());
    }
    return records;
  }

  private static List<String> questions() {
    List<String> questions =
        new ArrayList<>(
            List.of(
                "what is the walrus quota?",
                "the narwal clause",
                "is the affiliates rule in force?",
                "what does Beijing say about soybeans now?",
                "latest on rare earths"));
    questions.addAll(DevelopmentQuestions.oneOf(EVERY));
    return questions;
  }

  private Generation joint() {
    IndexDirectory directory =
        new IndexDirectory(folder.resolve("joint"), ShippedIndex.CLOCK, Models.off());
    directory.build(Indexes.corpusOf(global, records()), ShippedIndex.CORPUS);
    return directory.open();
  }

  @Test
  void answers_serverWithRecords_areThoseOfAnIndexOfAllRecords() throws IOException {
    try (Generation joint = joint()) {
      assertThat(own.corpus().records()).isEqualTo(joint.corpus().records());
      assertThat(Holdings.of(own, null)).isEqualTo(Holdings.of(joint, null));
      for (String stem : List.of("walru", "narwhal", "tariff", "restrict", "zyzzyva")) {
        assertThat(own.commonestForm(stem)).as(stem).isEqualTo(joint.commonestForm(stem));
      }
      Answerer two = new RetrievalAnswerer(own, ShippedIndex.CLOCK);
      Answerer one = new RetrievalAnswerer(joint, ShippedIndex.CLOCK);
      for (String question : questions()) {
        assertThat(own.plan(question).tokens())
            .as(question)
            .isEqualTo(joint.plan(question).tokens());
        assertThat(own.plan(question).repairs()).isEqualTo(joint.plan(question).repairs());
        assertThat(scores(own, question)).containsExactly(scores(joint, question), ROUNDING);
        assertThat(said(two, question)).as(question).isEqualTo(said(one, question));
        String beginning = question.substring(0, Math.min(9, question.length()));
        assertThat(own.suggest(beginning, SearchFilter.ALL, 500))
            .as(beginning)
            .containsExactlyInAnyOrderElementsOf(joint.suggest(beginning, SearchFilter.ALL, 500));
      }
    }
  }

  /** All kinds of scores of all candidates, in order of size. */
  private static double[] scores(Generation generation, String question) {
    return generation.candidates(generation.plan(question), SearchFilter.ALL).stream()
        .flatMapToDouble(
            (Candidate one) ->
                DoubleStream.of(one.whole(), one.phrases(), one.statement(), one.question()))
        .sorted()
        .toArray();
  }

  /** All of an answer but which build of the index it is from. */
  private static String said(Answerer answerer, String question) {
    return answerer
        .answer(Question.of(question, 2_000))
        .toString()
        .replaceAll("GenerationInfo\\[[^\\]]*]", "");
  }

  @Test
  void answers_anotherServer_areUntouched() throws IOException {
    CorpusRecord elsewhere =
        new RecordSketch("added-2026-11-21-seal", Kind.READOUT, Side.US)
            .title("The seal levy")
            .says("The seal levy is two per cent.")
            .record();
    try (Generation there =
        indexes.build(THERE, global, List.of(elsewhere), false, BuildMonitor.NONE)) {
      assertThat(there.plan("walrus narwhal").tokens()).noneMatch(token -> token.known());
      assertThat(there.plan("narwal").repairs()).isEqualTo(global.plan("narwal").repairs());
      assertThat(there.suggest("walr", SearchFilter.ALL, 10))
          .isEqualTo(global.suggest("walr", SearchFilter.ALL, 10));
      assertThat(there.find("added-2026-11-19-quota")).isEmpty();
      assertThat(there.find(MEASURE)).isEqualTo(global.find(MEASURE));
      assertThat(own.find(MEASURE)).isNotEqualTo(global.find(MEASURE));
    }
  }

  /** What is shipped changes under a server: its index is read with the new one as it is. */
  @Test
  void open_otherShippedRecords_buildsNothing() {
    List<CorpusRecord> fewer = global.records().limit(40).toList();
    IndexDirectory directory =
        new IndexDirectory(folder.resolve("next"), ShippedIndex.CLOCK, Models.off());
    directory.build(new Corpus(fewer, global.terms(), global.topics()), ShippedIndex.CORPUS);
    try (Generation next = directory.open();
        Generation opened = indexes.open(HERE, next, unread()).orElseThrow()) {
      assertThat(opened.info().records()).isEqualTo(fewer.size() + records().size());
      assertThat(opened.find("added-2026-11-19-quota")).isPresent();
    }
    assertThat(indexes.directory(HERE).kept()).hasSize(1);
  }

  private static Additions unread() {
    return new Additions(
        () -> {
          throw new AssertionError("the records were read although the index was good");
        },
        Set.of());
  }

  @Test
  void build_pages_takeThreeTimesTheirTextAtMost() throws IOException {
    List<CorpusRecord> pages = pages();
    long text =
        pages.stream().mapToLong(page -> page.body().getBytes(StandardCharsets.UTF_8).length).sum();
    indexes.build(THERE, global, pages, false, BuildMonitor.NONE).close();
    try (Stream<Path> files = Files.walk(folder.resolve("index/servers").resolve(THERE.id()))) {
      assertThat(files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum())
          .isLessThanOrEqualTo(3 * text);
    }
  }

  /** As long as pages are: of what several records say, but in sentences that no model has seen. */
  private List<CorpusRecord> pages() {
    List<CorpusRecord> shipped = global.records().toList();
    return IntStream.range(0, 40)
        .mapToObj(
            number -> {
              RecordSketch page = new RecordSketch("added-page-" + number, Kind.READOUT, Side.US);
              shipped.subList(number * 12, number * 12 + 12).stream()
                  .flatMap(record -> record.statements().stream())
                  .forEach(statement -> page.says("It says: " + statement.text()));
              return page.record();
            })
        .toList();
  }
}
