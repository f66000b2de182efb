package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.corpus.Term;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers by time: timelines, what is next, what is newest. */
final class TimelineAnswersTest extends ComposerFixture {
  private static RecordSketch race(String id, String day, String written) {
    return new RecordSketch(id, Kind.READOUT, Side.US)
        .title("Bicycle race")
        .published(day)
        .says("A bicycle race was held on " + written + ", the " + id + ".");
  }

  private static Answer.Answered races(Path folder, String question) throws IOException {
    return answer(
        folder,
        Ask.plainly(question),
        race("second", "2025-05-20", "20 May 2025"),
        race("third", "2025-09-30", "30 September 2025"),
        race("first", "2025-02-10", "10 February 2025"),
        UMBRELLAS,
        MEETING);
  }

  @Test
  void answer_timeline_isOldestFirst(@TempDir Path folder) throws IOException {
    assertThat(races(folder, "Give me a timeline of the bicycle races").snippets())
        .extracting(snippet -> snippet.record().id())
        .containsSubsequence("first", "second", "third");
  }

  @Test
  void answer_timelineOfBothGovernments_isByDayNotBySide(@TempDir Path folder) throws IOException {
    Answer.Answered answer =
        answer(
            folder,
            Ask.plainly("Give me a timeline of the bicycle duties"),
            duty("a", Side.US, "On 2 March 2025 a bicycle duty was laid on racing frames."),
            duty("b", Side.PRC, "Saddles and bells got a bicycle duty from 4 April 2025."),
            duty("c", Side.US, "The bicycle duty reached wheels, spokes and tyres on 6 May 2025."),
            duty("d", Side.PRC, "Locks, pumps and lamps: bicycle duty since 8 June 2025."),
            UMBRELLAS);

    assertThat(answer.snippets())
        .extracting(snippet -> snippet.record().id())
        .containsExactly("a", "b", "c", "d");
    assertThat(answer.isByDay()).isTrue();
  }

  private static RecordSketch duty(String id, Side side, String says) {
    return new RecordSketch(id, Kind.READOUT, side).title("Bicycle duty " + id).says(says);
  }

  @Test
  void answer_timelineOfATime_hasNothingElse(@TempDir Path folder) throws IOException {
    assertThat(races(folder, "Timeline of the bicycle races from April to October 2025").snippets())
        .extracting(snippet -> snippet.record().id())
        .containsExactly("second", "third");
  }

  @Test
  void answer_next_leadsWithWhatIsAnnounced(@TempDir Path folder) throws IOException {
    Answer.Answered answer =
        answer(
            folder,
            Ask.plainly("When is the next bicycle race?"),
            race("past", "2025-05-20", "20 May 2025"),
            new RecordSketch("plan", Kind.READOUT, Side.US)
                .title("Bicycle race plans")
                .published("2025-05-25")
                .says("A bicycle race is expected on 1 December 2026."),
            UMBRELLAS);

    assertThat(answer.lead().record().id()).isEqualTo("plan");
  }

  @Test
  void answer_next_leadsWithTheSoonestThatIsStillAhead(@TempDir Path folder) throws IOException {
    Answer.Answered answer =
        answer(
            folder,
            Ask.plainly("next round of bicycle talks"),
            plan("over", "2026-10-30", "Bicycle talks are expected on 20 November 2026."),
            plan("later", "2026-10-29", "Bicycle talks are expected in March 2027."),
            plan("next", "2026-10-01", "Bicycle talks are expected on 5 December 2026."),
            UMBRELLAS);

    assertThat(answer.lead().record().id()).isEqualTo("next");
  }

  private static RecordSketch plan(String id, String published, String statement) {
    return new RecordSketch(id, Kind.READOUT, Side.US)
        .title("Bicycle race plans")
        .published(published)
        .says(statement);
  }

  @Test
  void answer_twoMeetingsCompared_leadsWithEach(@TempDir Path folder) throws IOException {
    List<Term> places =
        List.of(
            new Term(
                "lisbon", "place", List.of("Lisbon"), List.of(), List.of(), List.of(), null, null),
            new Term(
                "oslo", "place", List.of("Oslo"), List.of(), List.of(), List.of(), null, null));
    Answer.Answered answer =
        answer(
            folder,
            places,
            Ask.plainly("compare Lisbon and Oslo"),
            MEETING,
            new RecordSketch("oslo-talks", Kind.MEETING, Side.JOINT)
                .title("The Oslo talks")
                .says("Oslo was colder than Lisbon.", "In Oslo the two sides spoke of kettles."),
            UMBRELLAS);

    assertThat(answer.snippets())
        .extracting(snippet -> snippet.statement().text())
        .startsWith(
            "The two sides met in Lisbon for bicycle talks.",
            "In Oslo the two sides spoke of kettles.");
  }

  @Test
  void answer_latest_leadsWithTheNewest(@TempDir Path folder) throws IOException {
    assertThat(races(folder, "What is the latest bicycle race?").lead().record().id())
        .isEqualTo("third");
  }
}
