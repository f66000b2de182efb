package dev.readout.answer;

import dev.readout.corpus.Language;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A day as people write it: "8 October 2024", "2024年10月8日". */
public final class DateText {
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT_ENGLISH =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter CHINESE =
      DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT);

  /** No client breaks it over lines, as it breaks the other form before or behind a number. */
  private static final DateTimeFormatter SHORT_CHINESE =
      DateTimeFormatter.ofPattern("uuuu/M/d", Locale.ROOT);

  private DateText() {}

  public static String of(LocalDate day, Language language) {
    return switch (language) {
      case EN -> ENGLISH.format(day);
      case ZH, ZH_TW -> CHINESE.format(day);
    };
  }

  /** "August 2026", "2026年8月". */
  static String of(YearMonth month, Language language) {
    return DateTimeFormatter.ofPattern(
            language == Language.EN ? "MMMM uuuu" : "uuuu年M月", Locale.ENGLISH)
        .format(month);
  }

  /** The same with little room: "8 Oct 2024", "2024/10/8". */
  public static String brief(LocalDate day, Language language) {
    return (language == Language.EN ? SHORT_ENGLISH : SHORT_CHINESE).format(day);
  }

  /** The day, or that there is none. */
  public static String orNone(@Nullable LocalDate day, Language language) {
    return day == null ? Label.NO_DAY.in(language) : of(day, language);
  }
}
