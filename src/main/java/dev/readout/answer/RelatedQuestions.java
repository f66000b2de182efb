package dev.readout.answer;

import dev.readout.answer.ranking.Ranked;
import dev.readout.answer.reading.Language;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Questions that the records near a question answer, in its language: one a record in the order of the ranking, then more. */
final class RelatedQuestions {
  static final int MAX = 5;
  private static final int RECORDS = 5;

  List<String> of(String asked, Language language, List<Ranked> ranking) {
    String normalised = normalised(asked);
    List<List<String>> byRecord = new ArrayList<>();
    for (Ranked ranked : ranking.subList(0, Math.min(RECORDS, ranking.size()))) {
      byRecord.add(
          ranked.record().questions().stream()
              .filter(question -> Language.of(question) == language && !normalised(question).equals(normalised))
              .toList());
    }
    Set<String> related = new LinkedHashSet<>();
    for (int round = 0; round < RECORDS; round++) {
      for (List<String> questions : byRecord) {
        if (round < questions.size() && related.size() < MAX) {
          related.add(questions.get(round));
        }
      }
    }
    return List.copyOf(related);
  }

  private static String normalised(String question) {
    return question.toLowerCase(Locale.ROOT).replaceAll("[\\p{Punct}\\p{IsPunctuation}\\s]+", " ").strip();
  }
}
