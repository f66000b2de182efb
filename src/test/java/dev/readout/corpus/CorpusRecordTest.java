package dev.readout.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.corpus.CorpusRecord.Provenance;
import dev.readout.corpus.Source.SourceType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CorpusRecordTest {
  private static final LocalDate DAY = LocalDate.of(2025, 5, 12);
  private static final Source CITATION = new Source(null, "90 FR 47201", null, null, null);
  private static final Source LINK =
      new Source("https://example.org/a", null, "Example", SourceType.NEWS, "en");

  private static CorpusRecord record(
      @Nullable LocalDate published, @Nullable LocalDate asOf, List<Source> sources) {
    return new CorpusRecord(
        "id",
        Kind.GLOSSARY,
        Side.US,
        "Title",
        null,
        published,
        asOf,
        null,
        "Issuer",
        null,
        List.of(),
        null,
        List.of(),
        sources,
        Provenance.SECONDARY,
        Standing.NONE,
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        "",
        List.of(),
        List.of());
  }

  @Test
  void new_neitherPublishedNorAsOf_isRefused() {
    assertThatThrownBy(() -> record(null, null, List.of(LINK)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("either published or as_of");
  }

  @Test
  void new_bothPublishedAndAsOf_isRefused() {
    assertThatThrownBy(() -> record(DAY, DAY, List.of(LINK)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("either published or as_of");
  }

  @Test
  void new_withoutSource_isRefused() {
    assertThatThrownBy(() -> record(DAY, null, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs a source");
  }

  @Test
  void anchorDay_published_isThatDay() {
    assertThat(record(DAY, null, List.of(LINK)).anchorDay()).isEqualTo(DAY);
  }

  @Test
  void anchorDay_compiledEntry_isAsOf() {
    assertThat(record(null, DAY, List.of(LINK)).anchorDay()).isEqualTo(DAY);
  }

  @Test
  void linkedSource_citationFirst_isTheFirstWithAnAddress() {
    assertThat(record(DAY, null, List.of(CITATION, LINK)).linkedSource()).contains(LINK);
  }

  @Test
  void linkedSource_citationOnly_isEmpty() {
    assertThat(record(DAY, null, List.of(CITATION)).linkedSource()).isEmpty();
  }

  @Test
  void citation_linkFirst_isTheFirstCitation() {
    assertThat(record(DAY, null, List.of(LINK, CITATION)).citation()).contains("90 FR 47201");
  }

  @Test
  void citation_linkOnly_isEmpty() {
    assertThat(record(DAY, null, List.of(LINK)).citation()).isEmpty();
  }

  @Test
  void source_neitherAddressNorCitation_isRefused() {
    assertThatThrownBy(() -> new Source(null, null, "Example", SourceType.NEWS, "en"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("address or a citation");
  }
}
