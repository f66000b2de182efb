package dev.readout.intake.extract;

import dev.readout.corpus.DateMention;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The day on which a page says that it was published, as the publisher's own calendar has it. A
 * page that contradicts itself, or names a day that does not exist or is to come, has none: a wrong
 * day is worse than a missing one.
 */
final class PublishedDay {
  /** Where publishers say it of the page, surest first; a later row counts if none before. */
  private static final List<String> MARKS =
      List.of(
          "meta[property=article:published_time], meta[name=article:published_time],"
              + " meta[itemprop=datePublished], meta[name=citation_date],"
              + " meta[name=citation_publication_date], meta[name=dcterms.issued],"
              + " meta[name=DC.date.issued], meta[name=PubDate], meta[name=pubdate],"
              + " meta[name=publishdate], meta[name=publication_date]",
          "meta[name=dcterms.date], meta[name=DC.date], meta[name=date],"
              + " meta[name=dcterms.created], meta[name=dcterms.created], time[pubdate],"
              + " time[itemprop=datePublished]");

  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "\\s*([12][0-9]{3})([-/.]?)([0-9]{1,2})\\2([0-9]{1,2})(?![0-9]).*", Pattern.DOTALL);

  /** A line that names a day for another reason. */
  private static final Pattern OTHER_REASON =
      Pattern.compile(
          "updated|modified|effective|reviewed|expires?|comments?|until|before|deadline|更新|修改|施行|生效|截止",
          Pattern.CASE_INSENSITIVE);

  /** Longest line that is there for its date. */
  private static final int MAX_LINE_CHARS = 160;

  private static final int MAX_LINES_BEFORE = 6;
  private static final int MAX_LINES_AFTER = 10;

  private final LocalDate latest;

  PublishedDay(InstantSource clock) {
    // A day ahead, since it may be tomorrow already where the publisher is.
    this.latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
  }

  /** The day, null where none is beyond doubt, from the page and its seen text, a block a line. */
  @Nullable LocalDate of(
      Document page, PageMetadata.LinkedData data, List<String> lines, @Nullable String title) {
    List<String> stated = new ArrayList<>(data.values("datePublished"));
    for (String marks : MARKS) {
      page.select(marks).forEach(element -> stated.add(value(element)));
      stated.removeIf(String::isBlank);
      if (!stated.isEmpty()) {
        return confirmed(agreed(stated), lines, title);
      }
    }
    Set<LocalDate> days = near(lines, title);
    List<String> times = times(page);
    LocalDate timed = times.size() == 1 ? day(times.getFirst()) : null; // more stand in lists
    if (timed != null) {
      days.add(timed);
    }
    return days.size() == 1 ? notToCome(days.iterator().next()) : null;
  }

  private static String value(Element element) {
    String value = element.nameIs("time") ? element.attr("datetime") : element.attr("content");
    return value.isBlank() && element.nameIs("time") ? element.text() : value;
  }

  /** Times in the page that name their day. */
  private static List<String> times(Document page) {
    return page.select("time[datetime]").stream()
        .filter(time -> !OTHER_REASON.matcher(time.className()).find())
        .map(time -> time.attr("datetime"))
        .distinct()
        .toList();
  }

  /** The day, unless the only day that is set beside the title is another. */
  private @Nullable LocalDate confirmed(
      @Nullable LocalDate day, List<String> lines, @Nullable String title) {
    Set<LocalDate> near = day == null ? Set.of() : near(lines, title);
    boolean denied = near.size() == 1 && !near.contains(day);
    return day == null || denied ? null : notToCome(day);
  }

  private @Nullable LocalDate notToCome(LocalDate day) {
    return day.isAfter(latest) ? null : day;
  }

  /** The one day that all of them name; one moment may be written in two offsets. */
  private static @Nullable LocalDate agreed(List<String> stated) {
    Set<LocalDate> days = new HashSet<>();
    Set<LocalDate> local = new HashSet<>();
    Set<Instant> moments = new HashSet<>();
    for (String value : stated) {
      LocalDate day = day(value);
      if (day == null) {
        return null;
      }
      days.add(day);
      OffsetDateTime moment = moment(value);
      moments.add(moment == null ? Instant.MIN : moment.toInstant());
      if (moment != null && !moment.getOffset().equals(ZoneOffset.UTC)) {
        local.add(day);
      }
    }
    if (days.size() == 1) {
      return days.iterator().next();
    }
    return moments.size() == 1 && local.size() == 1 ? local.iterator().next() : null;
  }

  private static @Nullable OffsetDateTime moment(String value) {
    try {
      return OffsetDateTime.parse(value.strip());
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static @Nullable LocalDate day(String value) {
    Matcher yearFirst = YEAR_FIRST.matcher(value);
    if (yearFirst.matches()) {
      try {
        return LocalDate.of(
            Integer.parseInt(yearFirst.group(1)),
            Integer.parseInt(yearFirst.group(3)),
            Integer.parseInt(yearFirst.group(4)));
      } catch (DateTimeException e) {
        return null;
      }
    }
    Set<LocalDate> days = written(value);
    return days.size() == 1 ? days.iterator().next() : null;
  }

  /** The days that short lines around the title name. */
  private static Set<LocalDate> near(List<String> lines, @Nullable String title) {
    int at = title == null ? -1 : lines.indexOf(title);
    if (at < 0) {
      at = 0;
    }
    Set<LocalDate> days = new HashSet<>();
    int last = Math.min(lines.size(), at + MAX_LINES_AFTER);
    for (String line : lines.subList(Math.max(0, at - MAX_LINES_BEFORE), last)) {
      if (line.equals(title) || OTHER_REASON.matcher(line).find()) {
        continue;
      }
      if (line.length() <= MAX_LINE_CHARS) {
        days.addAll(written(line));
      } else if (days.isEmpty()) {
        days.addAll(dateline(line));
        break;
      }
    }
    return days;
  }

  /** "WASHINGTON, D.C. – October 8, 2024 – The Secretary said" */
  private static Set<LocalDate> dateline(String paragraph) {
    String head = paragraph.substring(0, 80);
    int dash =
        Math.max(head.lastIndexOf('–'), Math.max(head.lastIndexOf('—'), head.lastIndexOf(" - ")));
    return dash < 0 ? Set.of() : written(head.substring(0, dash));
  }

  private static Set<LocalDate> written(String text) {
    return DateLine.days(text).stream().map(DateMention::first).collect(Collectors.toSet());
  }

  /**
   * The line on which a paper says when it was published. A day that the text merely speaks of,
   * takes effect on or is embargoed until is no such line:
   *
   * <pre>
   * FOR IMMEDIATE RELEASE: Tuesday, October 8, 2024
   * 发布时间：2025年9月29日 10:30
   * Federal Register / Vol. 90, No. 186 / Tuesday, September 30, 2025 / Rules and Regulations
   * WASHINGTON, October 8, 2024 – The Secretary …
   * </pre>
   */
  static final class DateLine {
    /** A date line stands above the text, so among the first lines. */
    private static final int MAX_LINES = 25;

    private static final int MAX_CHARS = 160;
    private static final int MAX_DATELINE_CHARS = 60;

    /** What may stand beside the day. */
    private static final Pattern WORDS =
        Pattern.compile(
            "(?:for )?(?:immediate )?(?:press |news )?releases?d?\\b|press"
                + " statement|news|date|dated|issued|published|posted|publication|on|"
                + "(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
                + "[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?|[ap]\\.?m\\.?|e[ds]?t|"
                + "发布时间|发布日期|发稿时间|成文日期|日期|时间|發佈日期|日期|星期[一二三四五六日天]",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FEDERAL_REGISTER =
        Pattern.compile(
            "Federal Register ?/ ?Vol\\. ?[0-9]+, ?No\\. ?[0-9]+", Pattern.CASE_INSENSITIVE);

    /** A place in capitals, the day, a dash, and then the text begins. */
    private static final Pattern PLACE = Pattern.compile("^[\\p{Lu}., ]{3,40}[,(–—-] ?$");

    private static final Pattern DASH = Pattern.compile("^\\)? ?(?:[–—]|--?) ?");

    private DateLine() {}

    /** The day in the first line that is a date line. */
    static Optional<LocalDate> in(List<String> lines) {
      return lines.stream()
          .limit(MAX_LINES)
          .map(DateLine::day)
          .flatMap(Optional::stream)
          .findFirst();
    }

    /** Whether the text is a day and what may stand beside it, and nothing else. */
    static boolean isAll(String text) {
      if (text.length() > MAX_CHARS) {
        return false;
      }
      List<DateMention> days = days(text);
      return days.size() == 1 && isBare(text, days.getFirst());
    }

    private static Optional<LocalDate> day(String line) {
      String beginning = line.substring(0, Math.min(line.length(), MAX_CHARS));
      List<DateMention> days = days(beginning);
      if (days.isEmpty()) {
        return Optional.empty();
      }
      DateMention day = days.getFirst();
      String before = beginning.substring(0, day.start());
      String after = beginning.substring(day.end());
      boolean dateline =
          day.end() <= MAX_DATELINE_CHARS
              && PLACE.matcher(before).matches()
              && DASH.matcher(after).lookingAt();
      boolean states = FEDERAL_REGISTER.matcher(before).find() || dateline || isAll(line);
      return states ? Optional.ofNullable(day.first()) : Optional.empty();
    }

    private static List<DateMention> days(String text) {
      return DateMention.in(text).stream()
          .filter(date -> date.precision() == DateMention.Precision.DAY && date.exists())
          .toList();
    }

    private static boolean isBare(String text, DateMention day) {
      String rest = text.substring(0, day.start()) + " " + text.substring(day.end());
      Matcher words = WORDS.matcher(rest);
      return words.replaceAll(" ").codePoints().noneMatch(Character::isLetterOrDigit);
    }
  }
}
