package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ShippedIndex.class)
final class ComparisonsTest {
  private static final List<Term> TERMS =
      List.of(
          RecordSketch.term("unicycle", "technology", "unicycle"),
          RecordSketch.term("tandem", "technology", "tandem"),
          RecordSketch.term("parasol", "technology", "parasol"),
          RecordSketch.term("jane-roe", "person", "Jane Roe"));

  private static final RecordSketch MEETING =
      new RecordSketch("lisbon", Kind.MEETING, Side.JOINT).says("They met in Lisbon.");

  private static RecordSketch account(String id, Side side) {
    return new RecordSketch(id, Kind.READOUT, side)
        .meeting("lisbon")
        .topics("bicycles", "umbrellas");
  }

  private static MeetingComparison lisbon(Path folder, RecordSketch... accounts)
      throws IOException {
    RecordSketch[] all =
        Stream.concat(Stream.of(MEETING), Stream.of(accounts)).toArray(RecordSketch[]::new);
    try (Generation generation = RecordSketch.index(folder, TERMS, all)) {
      return new Comparisons(generation).of(generation.find("lisbon").orElseThrow());
    }
  }

  private static List<String> texts(List<Snippet> snippets) {
    return snippets.stream().map(snippet -> snippet.statement().text()).toList();
  }

  @Test
  void of_topicOfBothSides_isOneRowBeforeTheOthers(@TempDir Path folder) throws IOException {
    MeetingComparison comparison =
        lisbon(
            folder,
            account("us-account", Side.US)
                .says("Washington spoke of rain and umbrellas.", "Washington spoke of bicycles."),
            account("prc-account", Side.PRC)
                .says("Beijing spoke of two wheels, that is bicycles."));

    assertThat(comparison.rows()).hasSize(2);
    MeetingComparison.Row both = comparison.rows().getFirst();
    assertThat(both.topic()).isNotNull();
    assertThat(both.topic().id()).isEqualTo("bicycles");
    assertThat(texts(both.us())).containsExactly("Washington spoke of bicycles.");
    assertThat(texts(both.prc())).containsExactly("Beijing spoke of two wheels, that is bicycles.");
    assertThat(texts(comparison.rows().getLast().us()))
        .containsExactly("Washington spoke of rain and umbrellas.");
    assertThat(comparison.rows().getLast().prc()).isEmpty();
  }

  @Test
  void of_statementOfNoTopic_isInTheRowWithoutOne(@TempDir Path folder) throws IOException {
    MeetingComparison comparison =
        lisbon(folder, account("us-account", Side.US).says("Everybody was kind."));

    assertThat(comparison.rows()).singleElement().matches(row -> row.topic() == null);
  }

  @Test
  void of_subjectsNamedByOneSide_areListedAsOnlyItsOwn(@TempDir Path folder) throws IOException {
    MeetingComparison comparison =
        lisbon(
            folder,
            account("us-account", Side.US).says("Jane Roe praised the tandem and the unicycle."),
            account("prc-account", Side.PRC).says("The tandem and the parasol were discussed."));

    assertThat(comparison.onlyUs()).extracting(Term::id).containsExactly("unicycle");
    assertThat(comparison.onlyPrc()).extracting(Term::id).containsExactly("parasol");
  }

  @Test
  void of_oneSideSilent_hasNoRecordsOfIt(@TempDir Path folder) throws IOException {
    MeetingComparison comparison =
        lisbon(folder, account("us-account", Side.US).says("Washington spoke of bicycles."));

    assertThat(comparison.usRecords()).extracting(CorpusRecord::id).containsExactly("us-account");
    assertThat(comparison.prcRecords()).isEmpty();
    assertThat(comparison.onlyPrc()).isEmpty();
  }

  @Test
  void of_severalAccountsOfASide_areOldestFirst(@TempDir Path folder) throws IOException {
    MeetingComparison comparison =
        lisbon(
            folder,
            account("a-late", Side.US).published("2025-01-03").says("Bicycles again."),
            account("b-early", Side.US).published("2025-01-02").says("Bicycles."));

    assertThat(comparison.usRecords())
        .extracting(CorpusRecord::id)
        .containsExactly("b-early", "a-late");
  }

  @Test
  void of_busan_namesOfBothAreNotCalledOnesAlone(Generation generation) {
    MeetingComparison busan =
        new Comparisons(generation)
            .of(generation.find("2025-10-30-busan-summit-meeting").orElseThrow());

    assertThat(busan.onlyPrc()).extracting(Term::id).doesNotContain("section-301");
  }

  @Test
  void of_everyShippedMeeting_placesEachStatementOnItsSide(Generation generation) {
    Comparisons comparisons = new Comparisons(generation);
    for (CorpusRecord meeting :
        generation.records().filter(record -> record.kind() == Kind.MEETING).toList()) {
      MeetingComparison comparison = comparisons.of(meeting);

      assertThat(comparison.rows().stream().flatMap(row -> row.us().stream()))
          .extracting(Snippet::statement)
          .hasSameElementsAs(statements(comparison.usRecords()));
      assertThat(comparison.rows().stream().flatMap(row -> row.prc().stream()))
          .extracting(Snippet::statement)
          .hasSameElementsAs(statements(comparison.prcRecords()));
      assertThat(comparison.onlyUs()).noneMatch(comparison.onlyPrc()::contains);
      assertThat(comparison.usRecords()).allMatch(record -> record.side() == Side.US);
      assertThat(comparison.prcRecords()).allMatch(record -> record.side() == Side.PRC);
    }
  }

  private static List<Statement> statements(List<CorpusRecord> records) {
    return records.stream().flatMap(record -> record.statements().stream()).toList();
  }

  @Test
  void of_madrid_bothSidesSpeakOfTiktok(Generation generation) {
    MeetingComparison madrid =
        new Comparisons(generation)
            .of(generation.find("2025-09-14-madrid-talks-meeting").orElseThrow());

    assertThat(madrid.rows())
        .anyMatch(
            row ->
                row.topic() != null
                    && row.topic().id().equals("tiktok")
                    && !row.us().isEmpty()
                    && !row.prc().isEmpty());
  }
}
