package dev.readout.answer.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.ShippedIndex;
import dev.readout.answer.reading.Language;
import dev.readout.corpus.Topic;
import dev.readout.index.Generation;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ShippedIndex.class)
final class TopicTextTest {

  @Test
  void name_topic_isInTheReadersLanguage() {
    Topic topic = new Topic("chips", "Chips", "芯片", "晶片", "chips");

    assertThat(TopicText.name(topic, Language.EN)).isEqualTo("Chips");
    assertThat(TopicText.name(topic, Language.ZH)).isEqualTo("芯片");
    assertThat(TopicText.name(topic, Language.ZH_TW)).isEqualTo("晶片");
  }

  @Test
  void name_everyShippedTopic_isInItsScript(Generation generation) {
    assertThat(generation.topics())
        .extracting(topic -> TopicText.name(topic, Language.ZH))
        .allMatch(Charset.forName("GB2312").newEncoder()::canEncode);
    assertThat(generation.topics())
        .extracting(topic -> TopicText.name(topic, Language.ZH_TW))
        .allMatch(Charset.forName("Big5").newEncoder()::canEncode);
  }
}
