package dev.readout.answer;

import dev.readout.corpus.Language;
import dev.readout.corpus.Term;
import dev.readout.corpus.Topic;
import java.util.List;
import java.util.stream.Stream;

/** What terms and topics are called. */
public final class TermText {
  private TermText() {}

  /** Its Chinese names in one script: traditional for who reads that, where there are any. */
  public static List<String> chinese(Term term, Language language) {
    return language == Language.ZH_TW && !term.zhHant().isEmpty() ? term.zhHant() : term.zhHans();
  }

  /** The name that readers of the language know best; the nearest that the term has. */
  public static String name(Term term, Language language) {
    Stream<List<String>> names =
        switch (language) {
          case EN -> Stream.of(term.en());
          case ZH -> Stream.of(term.zhHans(), term.en());
          case ZH_TW -> Stream.of(term.zhHant(), term.zhHans(), term.en());
        };
    return names.flatMap(List::stream).findFirst().orElseThrow();
  }

  /** What a topic is called. */
  public static String name(Topic topic, Language language) {
    return switch (language) {
      case EN -> topic.en();
      case ZH -> topic.zh();
      case ZH_TW -> topic.zhHant();
    };
  }
}
