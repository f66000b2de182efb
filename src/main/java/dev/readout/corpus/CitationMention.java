package dev.readout.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An official number by which a text in English or Chinese cites a paper, rule or code: "90 FR
 * 47201", "E.O. 14257", "Announcement No. 61 of 2025", 第61号公告, "3A090". Its key is one spelling,
 * {@code fr:90:47201}; narrower ones have a word of an issuer named before it, nearest first, since
 * several have an Announcement No. 1; wider ones are a part of "15 CFR 744.11". Immutable.
 */
public record CitationMention(
    int start, int end, String key, List<String> narrower, Set<String> wider) {
  private static final String YEAR = "((?:19|20)[0-9]{2})";

  /** "55, 56 and No. 57", after a first one; a year is none of them. */
  private static final String MORE =
      "((?:\\s*(?:,|;|&|and)+\\s*(?:Nos?\\.?\\s*)?(?!(?:19|20)[0-9]{2}\\b)[0-9]{1,5}\\b)*)";

  /** "of 2025", "(2025" or ", 2025". */
  private static final String OF_YEAR = "\\s*(?:of|\\(|,)\\s*" + YEAR;

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  /** Up to six words on the same line, without a stop between. */
  private static final Pattern ISSUER = Pattern.compile("(?:\\p{L}[\\p{L}.]*[ ]){1,6}$");

  private static final QuickPattern CAPITALISED = QuickPattern.exactly("\\b\\p{Lu}\\p{L}+");
  private static final int MAX_ISSUER_CHARS = 60;
  private static final String SMALL = "([0-9]{1,4})\\b(?![.-][0-9])";
  private static final String SERIES = "\\b(announcements?|notices?|orders?)\\s+";
  private static final String SERIES_SIGNS = "announcement notice order";
  private static final String NO_SIGNS = "no0 no.0 nos0 nos.0";

  /** The Code of Federal Regulations. */
  private static final String CODE = "cfr";

  private static final String ANNOUNCEMENT = "announcement";
  private static final String ORDER = "order";

  /** A number of a series whose kind is not told. */
  private static final String ANY = "no";

  private static final Map<String, String> CHINESE_SERIES =
      Map.of("公告", ANNOUNCEMENT, "通告", ANNOUNCEMENT, "令", ORDER);

  private interface Reader {
    List<CitationMention> read(MatchResult match);
  }

  /**
   * A way of writing a citation. The outline of each such text has one of the signs, which are
   * quicker to look for.
   */
  private record Form(List<String> signs, Pattern pattern, Reader reader) {
    Form(String signs, String pattern, Reader reader) {
      this(
          List.of(signs.split(" ", -1)),
          Pattern.compile(pattern, Pattern.CASE_INSENSITIVE),
          reader);
    }

    /** A text without spaces, in small letters, with 0 for every digit. */
    static String outline(String text) {
      StringBuilder outline = new StringBuilder(text.length());
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c >= 'A' && c <= 'Z') {
          outline.append((char) (c - 'A' + 'a'));
        } else if (c >= '0' && c <= '9') {
          outline.append('0');
        } else if (c != ' ' && (c < '\t' || c > '\r')) {
          outline.append(c);
        }
      }
      return outline.toString();
    }

    boolean mayBeIn(String outline) {
      return signs.stream().anyMatch(outline::contains);
    }
  }

  /** In order of preference: where two forms meet, the first found in this order holds. */
  private static final List<Form> FORMS =
      List.of(
          parts(
              "fr",
              "0fr 0f.r 0fed",
              "\\b([0-9]{2,3})\\s*(?:F\\.?\\s?R\\.?|Fed\\.?\\s*Reg\\.?|Federal\\s+Register)"
                  + "\\s*([0-9]{1,3},[0-9]{3}|[0-9]{1,6})\\b"),
          parts("doc", "0000-00000", "(?<![0-9-])" + YEAR + "-([0-9]{5})(?![0-9-])"),
          parts("rin", "0000-", "\\b([0-9]{4}-[A-Z]{2}[0-9]{2})\\b"),
          parts("docket", "-0000-0000", "\\b([A-Z]{3,5}-[0-9]{4}-[0-9]{4})\\b"),
          parts("docket", "000000-0000", "(?<![0-9-])([0-9]{6}-[0-9]{4})(?![0-9-])"),
          parts(
              "pl",
              "00-0",
              "\\b(?:Pub(?:lic|\\.)?\\s*L(?:aw|\\.)?|P\\.\\s?L\\.)\\s*(?:No\\.?\\s*)?"
                  + "([0-9]{2,3}-[0-9]{1,4})\\b"),
          list(
              "eo",
              "00000",
              "\\b(?:Executive\\s+Orders?|E\\.?\\s?O\\.?s?)\\s*(?:Nos?\\.?\\s*)?([0-9]{5})\\b"
                  + MORE),
          parts("eo", "令", "(?:行政令|行政命令)\\s*第?\\s*([0-9]{5})"),
          parts("eo", "令", "([0-9]{5})\\s*号\\s*(?:总统)?行政(?:命)?令"),
          list(
              "proclamation",
              "proclamation",
              "\\bProclamations?\\s+(?:Nos?\\.?\\s*)?([0-9]{4,5})\\b" + MORE),
          parts(
              CODE,
              "0cf 0c.f",
              "\\b([0-9]{1,2})\\s*C\\.?\\s?F\\.?\\s?R\\.?\\s*(?:Parts?|§+|Sec(?:tions?|\\.))?\\s*"
                  + "([0-9]{1,4}(?:\\.[0-9]{1,4})?)\\b"),
          parts(
              "hts",
              "0000.00",
              "(?<![0-9.])(99[0-9]{2}\\.[0-9]{2}(?:\\.[0-9]{2}){0,2}"
                  + "|(?!(?:19|20)[0-9]{2})[0-9]{4}(?:\\.[0-9]{2}){2,3})(?![0-9])"),
          parts(
              "eccn",
              "0a000 0b000 0c000 0d000 0e000",
              "\\b([0-9][A-E][0-9]{3}(?:\\.[a-z0-9]{1,3})*)\\b"),
          parts("ds", "ds0", "\\bDS\\s?([0-9]{3})\\b"),
          parts("treasury", "jy0 jy-0 sb0 sb-0", "\\b(JY-?[0-9]{4}|SB-?[0-9]{4})\\b"),
          // "Announcements [2025] No. 21 and No. 22"
          new Form(
              SERIES_SIGNS,
              SERIES + "\\[" + YEAR + "\\]\\s*(?:Nos?\\.?\\s*)?" + SMALL + MORE,
              match -> series(match, english(match.group(1)), match.group(2), 3, 4)),
          // "Announcements Nos. 55, 56 and 57 of 2025", "Announcement No. 58 (2025)"
          new Form(
              SERIES_SIGNS,
              SERIES + "Nos?\\.?\\s*" + SMALL + MORE + "(?:" + OF_YEAR + ")?",
              match -> series(match, english(match.group(1)), match.group(4), 2, 3)),
          // "Announcement 56 of 2025"; without a year only where nothing is counted by the number,
          // and it is no year itself
          new Form(
              SERIES_SIGNS,
              SERIES
                  + "(?!(?:19|20)[0-9]{2}\\b)"
                  + SMALL
                  + MORE
                  + "(?:"
                  + OF_YEAR
                  + "|(?=\\s*(?:[?!,;:)]|$)))",
              match -> series(match, english(match.group(1)), match.group(4), 2, 3)),
          new Form(
              NO_SIGNS,
              "\\bNos?\\.?\\s*" + SMALL + MORE + OF_YEAR,
              match -> series(match, ANY, match.group(3), 1, 2)),
          new Form(
              NO_SIGNS,
              "(?<![0-9-])" + YEAR + "\\s*,?\\s*No\\.?\\s*" + SMALL,
              match -> series(match, ANY, match.group(1), 2, 0)),
          new Form(
              "号",
              "(公告|通告|令)\\s*[〔\\[(（【]?(?:" + YEAR + "\\s*年?)?[〕\\])）】]?\\s*第?\\s*([0-9]{1,4})\\s*号",
              match -> chinese(match, match.group(1), match.group(2), 3)),
          new Form(
              "号",
              "(?:" + YEAR + "\\s*年\\s*)?(?<![0-9月])第?\\s*([0-9]{1,4})\\s*号\\s*(公告|通告|令)",
              match -> chinese(match, match.group(3), match.group(1), 2)),
          new Form(
              "号",
              YEAR + "\\s*年\\s*第\\s*([0-9]{1,4})\\s*号",
              match -> series(match, ANY, match.group(1), 2, 0)));

  public CitationMention {
    narrower = List.copyOf(narrower);
    wider = Set.copyOf(wider);
  }

  /** All that a text with it in is found by. */
  public Stream<String> keys() {
    return Stream.of(narrower, List.of(key), wider).flatMap(Collection::stream);
  }

  /**
   * What to look for: with the issuer where that is known, else the number alone; of the Code of
   * Federal Regulations the part, where nothing cites the section.
   */
  public String asked(Predicate<String> isKnown) {
    Stream<String> parts = key.startsWith(CODE + ":") ? wider.stream() : Stream.empty();
    return Stream.of(narrower.stream(), Stream.of(key), parts)
        .flatMap(Function.identity())
        .filter(isKnown)
        .findFirst()
        .orElse(key);
  }

  /** Every citation written in the text, in order of place. */
  public static List<CitationMention> in(String text) {
    if (text.chars().noneMatch(Character::isDigit)) {
      return List.of();
    }
    List<CitationMention> found = new ArrayList<>();
    boolean[] taken = new boolean[text.length()];
    String outline = Form.outline(text);
    for (Form form : FORMS) {
      if (!form.mayBeIn(outline)) {
        continue;
      }
      form.pattern()
          .matcher(text)
          .results()
          .filter(match -> IntStream.range(match.start(), match.end()).noneMatch(i -> taken[i]))
          .forEach(
              match -> {
                Arrays.fill(taken, match.start(), match.end(), true);
                List<String> issuer = issuer(text, match.start());
                form.reader().read(match).forEach(one -> found.add(one.issuedBy(issuer)));
              });
    }
    found.sort(Comparator.comparingInt(CitationMention::start));
    return List.copyOf(found);
  }

  /** The words with a capital before a place, nearest first: "MOFCOM and GACC ". */
  private static List<String> issuer(String text, int end) {
    Matcher before = ISSUER.matcher(text).region(Math.max(0, end - MAX_ISSUER_CHARS), end);
    return before.find()
        ? CAPITALISED.in(before.group()).stream().map(MatchResult::group).toList().reversed()
        : List.of();
  }

  private CitationMention issuedBy(List<String> issuer) {
    return isOfSeries()
        ? new CitationMention(
            start, end, key, issuer.stream().map(word -> key(key, word)).toList(), wider)
        : this;
  }

  private boolean isOfSeries() {
    return Stream.of(ANNOUNCEMENT, ORDER, ANY).anyMatch(kind -> key.startsWith(kind + ":"));
  }

  /** A number of parts, all of them groups; also found by what stands before each full stop. */
  private static Form parts(String prefix, String signs, String pattern) {
    return new Form(
        signs,
        pattern,
        match -> {
          String key = key(prefix, groups(match));
          List<String> keys = new ArrayList<>(List.of(key));
          for (int stop = key.lastIndexOf('.'); stop > 0; stop = key.lastIndexOf('.', stop - 1)) {
            keys.add(key.substring(0, stop));
          }
          return List.of(mention(match.start(), match.end(), keys));
        });
  }

  /** Several numbers after one word: a first group, and a second with the others. */
  private static Form list(String prefix, String signs, String pattern) {
    return new Form(
        signs, pattern, match -> numbers(match, 1, 2, number -> List.of(key(prefix, number))));
  }

  /** Numbers of a series; in the group of others all but the first, 0 for none. */
  private static List<CitationMention> series(
      MatchResult match, String kind, @Nullable String year, int first, int others) {
    return numbers(match, first, others, number -> seriesKeys(kind, number, year));
  }

  private static List<CitationMention> chinese(
      MatchResult match, String kind, @Nullable String year, int number) {
    return series(match, CHINESE_SERIES.getOrDefault(kind, ANY), year, number, 0);
  }

  /** The number's own first: with its year, if that is told. */
  private static List<String> seriesKeys(String kind, String number, @Nullable String year) {
    return year == null
        ? List.of(key(kind, number))
        : List.of(key(kind, number, year), key(ANY, number, year), key(kind, number));
  }

  private static List<CitationMention> numbers(
      MatchResult match, int first, int others, Function<String, List<String>> keys) {
    String more = others == 0 || match.group(others) == null ? "" : match.group(others);
    int end = more.isEmpty() ? match.end() : match.end(first);
    List<CitationMention> found = new ArrayList<>();
    found.add(mention(match.start(), end, keys.apply(match.group(first))));
    Matcher number = DIGITS.matcher(more);
    while (number.find()) {
      int from = match.start(others);
      found.add(mention(from + number.start(), from + number.end(), keys.apply(number.group())));
    }
    return found;
  }

  /** The number's own key, and then the wider ones. */
  private static CitationMention mention(int start, int end, List<String> keys) {
    Set<String> wider = Set.copyOf(keys.subList(1, keys.size()));
    return new CitationMention(start, end, keys.getFirst(), List.of(), wider);
  }

  private static String english(String series) {
    return series.toLowerCase(Locale.ROOT).startsWith(ORDER) ? ORDER : ANNOUNCEMENT;
  }

  private static String[] groups(MatchResult match) {
    return IntStream.rangeClosed(1, match.groupCount())
        .mapToObj(match::group)
        .toArray(String[]::new);
  }

  private static String key(String prefix, String... parts) {
    return Arrays.stream(parts)
        .map(part -> part.replace(",", "").toUpperCase(Locale.ROOT))
        .collect(Collectors.joining(":", prefix + ":", ""));
  }
}
