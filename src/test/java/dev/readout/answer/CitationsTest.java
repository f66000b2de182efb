package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.CitationMention;
import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Source;
import dev.readout.index.Generation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks by an official number, or by words quoted, gets what has them, or nothing. */
@ExtendWith(ShippedIndex.class)
final class CitationsTest {
  private final Answerer answerer;

  CitationsTest(Generation generation) {
    this.answerer = new RetrievalAnswerer(generation, ShippedIndex.CLOCK);
  }

  /** The records that are cited by each number, by its key. */
  private static Map<String, Set<String>> citing(Corpus corpus) {
    Map<String, Set<String>> citing = new TreeMap<>();
    for (CorpusRecord record : corpus.records()) {
      citations(record).stream()
          .flatMap(citation -> CitationMention.in(citation).stream())
          .flatMap(CitationMention::keys)
          .forEach(key -> citing.computeIfAbsent(key, k -> new TreeSet<>()).add(record.id()));
    }
    return citing;
  }

  /** All numbers as they are written, and the key of each. */
  private static Map<String, String> written(Corpus corpus) {
    Map<String, String> written = new TreeMap<>();
    for (CorpusRecord record : corpus.records()) {
      for (String citation : citations(record)) {
        for (CitationMention mention : CitationMention.in(citation)) {
          String alone = citation.substring(mention.start(), mention.end());
          // Not the second number of a list, which alone is none.
          CitationMention.in(alone).forEach(read -> written.put(alone, read.key()));
        }
      }
    }
    return written;
  }

  private static List<String> citations(CorpusRecord record) {
    return record.sources().stream().map(Source::citation).filter(Objects::nonNull).toList();
  }

  @Test
  void answer_anyCitationAlone_isOfARecordThatIsCitedSo() {
    Corpus corpus = new CorpusReader(ShippedIndex.CORPUS).read();
    Map<String, Set<String>> citing = citing(corpus);

    assertThat(written(corpus))
        .hasSizeGreaterThan(100)
        .allSatisfy((alone, key) -> assertThat(first(alone)).isIn(citing.get(key)));
  }

  private String first(String question) {
    return answerer.answer(Ask.plainly(question)) instanceof Answer.Answered answered
        ? answered.lead().record().id()
        : "declined";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what is 90 Fed. Reg. 47,201 about | 2025-09-29-bis-affiliates-rule",
        "E.O. 14257 of April 2025 | 2025-04-02-eo-14257-reciprocal-tariff",
        "MOFCOM Announcement No. 1 of 2025 | 2025-01-02-mofcom-28-us-entities-export-control-list",
        "Tariff Commission announcement No. 1 of 2025 | 2025-02-04-prc-tariffs-round-1",
        "who called it \"necessary act of passive defence\" | 2025-10-12-mofcom-four-questions",
      })
  void answer_numberOrWordsOfARecord_isOfThatRecord(String question, String record) {
    assertThat(first(question)).isEqualTo(record);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "90 FR 47202",
        "what changed with Executive Order 14999",
        "MOFCOM Announcement No. 999 of 2025",
        "商务部公告2025年第999号",
        "15 CFR 999.1",
        "who called it \"a most unnecessary act of passive defence\"",
      })
  void answer_numberOrWordsOfNoRecord_areDeclined(String question) {
    assertThat(first(question)).isEqualTo("declined");
  }
}
