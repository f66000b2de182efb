package dev.readout.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wrong with the Chinese wording of a record. Pure functions. */
final class ChineseWording {
  /** A quotation's Chinese has its speaker in it: “……”——贝森特. */
  private static final Pattern QUOTED = Pattern.compile("“.+”——\\S.*");

  private static final Pattern RECORD_ID = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z]");

  private ChineseWording() {}

  static List<String> defects(Statement statement) {
    String zh = statement.zh();
    boolean quoted = statement.voice() == Voice.VERBATIM;
    if (zh == null) {
      String line = quoted ? "> zh: “……”——…" : "  zh: …";
      return List.of("needs Chinese wording: add a line '" + line + "'");
    }
    List<String> defects = new ArrayList<>();
    if (quoted && !QUOTED.matcher(zh).matches()) {
      defects.add("the Chinese of a quotation is '“……”——' and who said it: " + zh);
    }
    String english = quoted ? statement.text() + " " + statement.speaker() : statement.text();
    form(english, zh, defects);
    return defects;
  }

  /** Those of a field of the front matter. */
  static List<String> defects(String field, String english, @Nullable String zh) {
    if (zh == null) {
      return List.of("needs Chinese wording: add " + field + "_zh");
    }
    List<String> defects = new ArrayList<>();
    if (RECORD_ID.matcher(zh).find()) {
      defects.add("a reader of Chinese is shown no record id: " + zh);
    }
    if (!field.equals("title")) { // the Chinese original's own title is other words
      form(english, zh, defects);
    }
    return defects;
  }

  private static void form(String english, String zh, List<String> defects) {
    if (zh.codePoints().noneMatch(Character::isIdeographic)) {
      defects.add("no Chinese wording: " + zh);
    }
    if (zh.indexOf('"') >= 0) {
      defects.add("quotation marks in Chinese are “ and ”: " + zh);
    }
    List<String> figures = ChineseFigures.differences(english, zh);
    if (!figures.isEmpty()) {
      defects.add("the Chinese differs in " + String.join(", ", figures) + ": " + zh);
    }
  }
}
