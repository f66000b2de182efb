package dev.readout.answer;

import dev.readout.answer.Ranker.Ranked;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Questions that the records near a question answer, in its language: one a record in the order of
 * the ranking, then more.
 */
final class RelatedQuestions {
  static final int MAX = 5;
  private static final int RECORDS = 5;
  private static final QuickPattern SEPARATORS =
      QuickPattern.exactly("[\\p{Punct}\\p{IsPunctuation}\\s]+");

  List<String> of(String asked, Language language, List<Ranked> ranking) {
    List<List<String>> byRecord =
        ranking.stream()
            .limit(RECORDS)
            .map(
                ranked ->
                    ranked.record().questions().stream()
                        .filter(q -> Language.of(q) == language)
                        .toList())
            .toList();
    Set<String> related = new LinkedHashSet<>();
    for (int round = 0; related.size() < MAX && round < RECORDS; round++) {
      for (List<String> questions : byRecord) {
        if (related.size() < MAX
            && round < questions.size()
            && !isSame(questions.get(round), asked)) {
          related.add(questions.get(round));
        }
      }
    }
    return List.copyOf(related);
  }

  /** One of more or fewer letters is another, which takes no closer look. */
  private static boolean isSame(String question, String asked) {
    return letters(question) == letters(asked) && normalised(question).equals(normalised(asked));
  }

  private static int letters(String text) {
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      letters += Character.isLetterOrDigit(text.charAt(i)) ? 1 : 0;
    }
    return letters;
  }

  private static String normalised(String question) {
    return SEPARATORS.replaceAll(question.toLowerCase(Locale.ROOT), " ").strip();
  }
}
