package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Language;
import dev.readout.corpus.Term;
import dev.readout.corpus.Topic;
import dev.readout.index.Generation;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ShippedIndex.class)
final class TermTextTest {

  private static Term term(List<String> zhHans, List<String> zhHant) {
    return new Term(
        "chip",
        "technology",
        List.of("chip", "semiconductor"),
        List.of(),
        zhHans,
        zhHant,
        null,
        null);
  }

  @Test
  void name_term_isTheFirstInTheReadersLanguage() {
    Term term = term(List.of("芯片", "半导体"), List.of("晶片", "半導體"));

    assertThat(TermText.name(term, Language.EN)).isEqualTo("chip");
    assertThat(TermText.name(term, Language.ZH)).isEqualTo("芯片");
    assertThat(TermText.name(term, Language.ZH_TW)).isEqualTo("晶片");
  }

  @Test
  void name_termWithoutTheLanguage_isTheNearest() {
    assertThat(TermText.name(term(List.of("芯片"), List.of()), Language.ZH_TW)).isEqualTo("芯片");
    assertThat(TermText.name(term(List.of(), List.of()), Language.ZH_TW)).isEqualTo("chip");
    assertThat(TermText.name(term(List.of(), List.of("晶片")), Language.ZH)).isEqualTo("chip");
  }

  @Test
  void name_topic_isInTheReadersLanguage() {
    Topic topic = new Topic("chips", "Chips", "芯片", "晶片", "chips");

    assertThat(TermText.name(topic, Language.EN)).isEqualTo("Chips");
    assertThat(TermText.name(topic, Language.ZH)).isEqualTo("芯片");
    assertThat(TermText.name(topic, Language.ZH_TW)).isEqualTo("晶片");
  }

  @Test
  void name_everyShippedTopic_isInItsScript(Generation generation) {
    assertThat(generation.topics())
        .extracting(topic -> TermText.name(topic, Language.ZH))
        .allMatch(Charset.forName("GB2312").newEncoder()::canEncode);
    assertThat(generation.topics())
        .extracting(topic -> TermText.name(topic, Language.ZH_TW))
        .allMatch(Charset.forName("Big5").newEncoder()::canEncode);
  }
}
