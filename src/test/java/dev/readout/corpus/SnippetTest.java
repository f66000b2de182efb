package dev.readout.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.answer.RecordSketch;
import dev.readout.corpus.Source.SourceType;
import dev.readout.corpus.Statement.Voice;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A statement is shown as it is stored, with its source, or not at all. */
final class SnippetTest {
  private final CorpusRecord record =
      new RecordSketch("talks", Kind.READOUT, Side.US)
          .says("They met on 1 May.", "They agreed on nothing.")
          .record();

  private final Statement statement = record.statements().getFirst();

  @Test
  void snippet_sliceOfItsRecord_isBuilt() {
    assertThat(new Snippet(record, statement).statement().text()).isEqualTo("They met on 1 May.");
  }

  @Test
  void snippet_statementOfAnotherRecord_isRefused() {
    CorpusRecord other =
        new RecordSketch("other-talks", Kind.READOUT, Side.US).says("They met on 1 May.").record();

    assertThatThrownBy(() -> new Snippet(other, statement))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("other-talks");
  }

  @Test
  void snippet_rewrittenText_isRefused() {
    assertRefused("They met on 2 May.", statement.start(), statement.end());
  }

  @Test
  void snippet_rightTextInTheWrongPlace_isRefused() {
    assertRefused(statement.text(), statement.start() + 1, statement.end() + 1);
  }

  @Test
  void snippet_placeBeyondTheBody_isRefused() {
    assertRefused(statement.text(), 9_000, 9_000 + statement.text().length());
  }

  @Test
  void snippet_forgedHash_isRefused() {
    Statement forged =
        new Statement(
            record.id(),
            statement.start(),
            statement.end(),
            Voice.SUMMARY,
            null,
            statement.text(),
            "0000000000000000",
            null,
            null);

    assertThatThrownBy(() -> new Snippet(record, forged))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void snippet_ownStatementThatIsNoSlice_isRefused() {
    Statement altered =
        Statement.cut(record.id(), "They met on 2 May.", 0, 18, Voice.SUMMARY, null);
    CorpusRecord damaged = JsonCodec.with(record, "statements", List.of(altered));

    assertThatThrownBy(() -> new Snippet(damaged, altered))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void assertRefused(String text, int start, int end) {
    String padded = " ".repeat(start) + text;
    Statement altered = Statement.cut(record.id(), padded, start, end, Voice.SUMMARY, null);

    assertThatThrownBy(() -> new Snippet(record, altered))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void source_addressAndCitation_isTheAddress() {
    Source citation = new Source(null, "90 FR 1", null, null, null);
    Source linked = new Source("https://example.org/", null, "Example", SourceType.NEWS, "en");
    CorpusRecord both =
        new RecordSketch("rule", Kind.RESTRICTION, Side.US)
            .sources(citation, linked)
            .says("It applies.")
            .record();

    assertThat(new Snippet(both, both.statements().getFirst()).source()).isEqualTo(linked);
  }

  @Test
  void source_citationOnly_isTheCitation() {
    Source citation = new Source(null, "90 FR 1", null, null, null);
    CorpusRecord cited =
        new RecordSketch("rule", Kind.RESTRICTION, Side.US)
            .sources(citation)
            .says("It applies.")
            .record();

    assertThat(new Snippet(cited, cited.statements().getFirst()).source()).isEqualTo(citation);
  }

  @Test
  void record_withoutSource_cannotBeBuilt() {
    RecordSketch sketch = new RecordSketch("rumour", Kind.READOUT, Side.US).sources();

    assertThatThrownBy(sketch::record).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void address_knownPlace_leadsToIt() {
    String url = record.linkedSource().orElseThrow().url();
    Snippet placed = new Snippet(record, statement.at(":~:text=They%20met"));

    assertThat(placed.address()).contains(url + "#:~:text=They%20met");
    assertThat(new Snippet(record, statement).address()).contains(url);
  }

  @Test
  void address_sourceWithAPlaceOfItsOwn_isReplacedByTheStatements() {
    CorpusRecord anchored =
        new RecordSketch("talks", Kind.READOUT, Side.US)
            .says("They met on 1 May.")
            .sources(new Source("https://example.org/a#top", null, "P", SourceType.OFFICIAL, "en"))
            .record();
    Snippet placed = new Snippet(anchored, anchored.statements().getFirst().at("page=3"));

    assertThat(placed.address()).contains("https://example.org/a#page=3");
  }
}
