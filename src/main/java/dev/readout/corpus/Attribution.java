package dev.readout.corpus;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The bracket that ends a statement and names its document, "(MOFCOM read-out of 28 August 2023)":
 * of another's account, the press or a later day that is no proof. Pure functions.
 */
final class Attribution {
  private static final QuickPattern BRACKET = QuickPattern.exactly("\\(([^()]*[0-9]{4})\\)[.]?$");

  /** Not a meeting or a call, of which both sides and the press may speak. */
  private static final QuickPattern DOCUMENT =
      QuickPattern.exactly(
          "(?i)\\b(?:account|read-?out|release|statement|remarks|post|press conference|fact"
              + " sheet|notice|order|rule|announcement|text)\\b|^(?:MOFCOM|USTR|Treasury|Commerce"
              + "|White House|Xinhua|Foreign Ministry) (?:on|in)\\b");

  private static final Pattern CHINESE =
      Pattern.compile("\\b(?:Chinese|MOFCOM|Xinhua|Foreign Ministry)\\b");
  private static final Pattern AMERICAN =
      Pattern.compile("\\b(?:USTR|Treasury|Commerce|White House|Trump|Biden|BIS|American)\\b");

  private static final QuickPattern CHINESE_ACCOUNT =
      QuickPattern.exactly("(?i)\\bthe Chinese account\\b");
  private static final QuickPattern AMERICAN_ACCOUNT =
      QuickPattern.exactly("(?i)\\bthe (?:American|U\\.S\\.) account\\b");

  private static final QuickPattern EDITOR =
      QuickPattern.exactly(
          "(?i)\\bunlike\\b|\\bdoes not name\\b|\\bobservers\\b|\\bpress (?:reports?|accounts?"
              + "|coverage)\\b");

  /** What a document may say of days after its own. */
  private static final QuickPattern AHEAD =
      QuickPattern.exactly(
          "(?i)\\b(?:will|would|shall|scheduled|due|planned|expected|until|through|from|effective"
              + "|extend\\w*|(?:is|are|was|were) to|by)\\b");

  /** Whose day is named is the meeting's: its read-outs came out the day after, perhaps. */
  private static final QuickPattern MEETING =
      QuickPattern.exactly("(?i)\\b(?:meeting|call|talks|session|visit|summit|dinner)s?\\b");

  private Attribution() {}

  /** What is wrong with a statement in English; empty where nothing is. */
  static List<String> defects(String statement) {
    MatchResult bracket = BRACKET.first(statement);
    if (bracket == null || !DOCUMENT.isIn(bracket.group(1))) {
      return List.of();
    }
    String document = bracket.group(1);
    String said = statement.substring(0, bracket.start());
    List<String> defects = new ArrayList<>();
    MatchResult editor = EDITOR.first(said);
    if (editor != null) {
      defects.add(
          "'" + editor.group() + "' is not from the document in brackets: (" + document + ")");
    }
    if ((CHINESE_ACCOUNT.isIn(said) && isOnly(AMERICAN, CHINESE, document))
        || (AMERICAN_ACCOUNT.isIn(said) && isOnly(CHINESE, AMERICAN, document))) {
      defects.add("speaks of the other side's account than the one in brackets: " + document);
    }
    if (!MEETING.isIn(document) && isLater(said, document) && !AHEAD.isIn(said)) {
      defects.add("tells of a day after the document in brackets: " + document);
    }
    return defects;
  }

  private static boolean isOnly(Pattern one, Pattern other, String document) {
    return one.matcher(document).find() && !other.matcher(document).find();
  }

  private static boolean isLater(String said, String document) {
    LocalDate last =
        DateMention.in(document).stream()
            .map(DateMention::last)
            .filter(Objects::nonNull)
            .max(LocalDate::compareTo)
            .orElse(LocalDate.MAX);
    return DateMention.in(said).stream()
        .map(DateMention::first)
        .filter(Objects::nonNull)
        .anyMatch(day -> day.isAfter(last));
  }
}
