package dev.readout.corpus;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bracket that ends a statement and names its document, "(MOFCOM read-out of 28 August 2023)":
 * of another's account, the press or a later day that is no proof. Pure functions.
 */
final class Attribution {
  private static final Pattern BRACKET = Pattern.compile("\\(([^()]*[0-9]{4})\\)[.]?$");

  /** Not a meeting or a call, of which both sides and the press may speak. */
  private static final Pattern DOCUMENT =
      Pattern.compile(
          "(?i)\\b(?:account|read-?out|release|statement|remarks|post|press conference|fact"
              + " sheet|notice|order|rule|announcement|text)\\b|^(?:MOFCOM|USTR|Treasury|Commerce"
              + "|White House|Xinhua|Foreign Ministry) (?:on|in)\\b");

  private static final Pattern CHINESE =
      Pattern.compile("\\b(?:Chinese|MOFCOM|Xinhua|Foreign Ministry)\\b");
  private static final Pattern AMERICAN =
      Pattern.compile("\\b(?:USTR|Treasury|Commerce|White House|Trump|Biden|BIS|American)\\b");

  private static final Pattern CHINESE_ACCOUNT = Pattern.compile("(?i)\\bthe Chinese account\\b");
  private static final Pattern AMERICAN_ACCOUNT =
      Pattern.compile("(?i)\\bthe (?:American|U\\.S\\.) account\\b");

  private static final Pattern EDITOR =
      Pattern.compile(
          "(?i)\\bunlike\\b|\\bdoes not name\\b|\\bobservers\\b|\\bpress (?:reports?|accounts?"
              + "|coverage)\\b");

  /** What a document may say of days after its own. */
  private static final Pattern AHEAD =
      Pattern.compile(
          "(?i)\\b(?:will|would|shall|scheduled|due|planned|expected|until|through|from|effective"
              + "|extend\\w*|(?:is|are|was|were) to|by)\\b");

  /** Whose day is named is the meeting's: its read-outs came out the day after, perhaps. */
  private static final Pattern MEETING =
      Pattern.compile("(?i)\\b(?:meeting|call|talks|session|visit|summit|dinner)s?\\b");

  private Attribution() {}

  /** What is wrong with a statement in English; empty where nothing is. */
  static List<String> defects(String statement) {
    Matcher bracket = BRACKET.matcher(statement);
    if (!bracket.find() || !DOCUMENT.matcher(bracket.group(1)).find()) {
      return List.of();
    }
    String document = bracket.group(1);
    String said = statement.substring(0, bracket.start());
    List<String> defects = new ArrayList<>();
    Matcher editor = EDITOR.matcher(said);
    if (editor.find()) {
      defects.add(
          "'" + editor.group() + "' is not from the document in brackets: (" + document + ")");
    }
    if ((CHINESE_ACCOUNT.matcher(said).find() && isOnly(AMERICAN, CHINESE, document))
        || (AMERICAN_ACCOUNT.matcher(said).find() && isOnly(CHINESE, AMERICAN, document))) {
      defects.add("speaks of the other side's account than the one in brackets: " + document);
    }
    if (!MEETING.matcher(document).find()
        && isLater(said, document)
        && !AHEAD.matcher(said).find()) {
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
