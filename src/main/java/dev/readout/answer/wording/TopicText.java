package dev.readout.answer.wording;

import dev.readout.answer.reading.Language;
import dev.readout.corpus.Topic;

/** What a topic is called. */
public final class TopicText {
  private TopicText() {}

  public static String name(Topic topic, Language language) {
    return switch (language) {
      case EN -> topic.en();
      case ZH -> topic.zh();
      case ZH_TW -> topic.zhHant();
    };
  }
}
