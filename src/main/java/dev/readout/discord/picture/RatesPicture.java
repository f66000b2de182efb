package dev.readout.discord.picture;

import dev.readout.answer.Csv;
import dev.readout.answer.DateText;
import dev.readout.answer.SourceText;
import dev.readout.answer.VerdictText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.RatePeriod;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.discord.picture.Picture.Captions;
import dev.readout.discord.picture.Picture.Look;
import java.awt.Color;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What was charged when, a bar for each kind of goods of each measure: the darker, the more. Bars
 * are never added up, since the records do not say what is charged in all.
 */
public final class RatesPicture {
  private static final int MAX_BARS = 10;
  private static final int HIGH = 30;
  private static final int POINTER = 7;
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

  private final Sheet sheet;
  private final Sheet.Axis axis;
  private final LocalDate today;
  private final Language language;

  private RatesPicture(Sheet sheet, Sheet.Axis axis, LocalDate today, Language language) {
    this.sheet = sheet;
    this.axis = axis;
    this.today = today;
    this.language = language;
  }

  /** A measure's rates for one kind of goods, in order of time. */
  private record Bar(CorpusRecord measure, String goods, List<RatePeriod> rates) {
    LocalDate newest() {
      return rates.getLast().from();
    }

    /** Whether another record tells the same steps, or more: one duty is drawn once. */
    boolean isPartOf(Bar other) {
      return other.rates.containsAll(rates)
          && (other.rates.size() > rates.size() || other.measure.id().compareTo(measure.id()) < 0);
    }
  }

  /** Draws them, the newest change first, with how far the sources reach. */
  public static Picture of(
      List<CorpusRecord> measures,
      String title,
      String asOf,
      LocalDate today,
      Look look,
      Function<String, Optional<CorpusRecord>> records) {
    Language language = look.language();
    List<Bar> all =
        measures.stream()
            .flatMap(measure -> bars(measure).stream())
            .sorted(
                Comparator.comparing(Bar::newest)
                    .reversed()
                    .thenComparing(bar -> bar.measure().id())
                    .thenComparing(Bar::goods))
            .toList();
    if (all.isEmpty()) {
      return Picture.NOTHING;
    }
    List<Bar> apart = all.stream().filter(bar -> all.stream().noneMatch(bar::isPartOf)).toList();
    List<Bar> shown = apart.stream().limit(MAX_BARS).toList();
    Sheet.Axis axis =
        Sheet.Axis.over(
            Stream.concat(
                Stream.of(today),
                shown.stream()
                    .flatMap(bar -> bar.rates().stream())
                    .flatMap(rate -> Sheet.Axis.days(rate.from(), rate.to()))));
    Sheet sheet = new Sheet(Sheet.Theme.ofName(look.theme()));
    sheet.paragraph(title, Sheet.TITLE, sheet.theme().text, 2);
    sheet.paragraph(asOf, Sheet.SMALL, sheet.theme().faint, 2);
    RatesPicture picture = new RatesPicture(sheet, axis, today, language);
    picture.days();
    boolean isOne = measures.size() == 1;
    shown.forEach(bar -> picture.draw(bar, isOne));
    String more =
        apart.size() > shown.size()
            ? PicturePhrase.MORE_BARS.in(language, apart.size() - shown.size())
            : "";
    if (!more.isEmpty()) {
      sheet.paragraph(more, Sheet.SMALL, sheet.theme().faint, 1);
    }
    String sources = proofs(shown, records, language);
    sheet.paragraph(sources, Sheet.SMALL, sheet.theme().faint, 6);
    List<String> words =
        shown.stream()
            .map(
                bar ->
                    name(bar, isOne, language)
                        + PicturePhrase.COLON.in(language)
                        + steps(bar, language))
            .toList();
    return new Picture(
        title,
        sheet.png(),
        Captions.alt(title, words, PicturePhrase.IN_FILE, more, language),
        csv(all, language),
        sources);
  }

  private static List<Bar> bars(CorpusRecord measure) {
    Map<String, List<RatePeriod>> byGoods =
        measure.rates().stream()
            .sorted(Comparator.comparing(RatePeriod::from))
            .collect(
                Collectors.groupingBy(RatePeriod::of, LinkedHashMap::new, Collectors.toList()));
    return byGoods.entrySet().stream()
        .map(one -> new Bar(measure, one.getKey(), one.getValue()))
        .toList();
  }

  private Stream<LocalDate> newYears() {
    return IntStream.rangeClosed(axis.first().getYear() + 1, axis.last().getYear())
        .mapToObj(year -> LocalDate.of(year, 1, 1));
  }

  /** Today, and the years over the marks between them, as many as have room. */
  private void days() {
    double y = sheet.height() + Sheet.SMALL;
    String now = DateText.brief(today, language);
    double half = sheet.typeface().width(now, Sheet.SMALL) / 2;
    double right = Sheet.MARGIN + Sheet.INNER;
    double middle = Math.clamp(axis.at(today), Sheet.MARGIN + half, right - half);
    sheet.text(now, middle - half, y, Sheet.SMALL, sheet.theme().text);
    double taken = 0;
    for (LocalDate day : newYears().toList()) {
      String year = String.valueOf(day.getYear());
      double wide = sheet.typeface().width(year, Sheet.SMALL);
      double x = Math.min(axis.at(day), right - wide);
      if (x > taken && (x + wide + 12 < middle - half || x > middle + half + 12)) {
        sheet.text(year, x, y, Sheet.SMALL, sheet.theme().faint);
        sheet.line(axis.at(day) - 1, y + 5, 2, 5, sheet.theme().faint);
        taken = x + wide + 12;
      }
    }
    sheet.reachTo(y + 14);
  }

  private void draw(Bar bar, boolean isOne) {
    Color colour = bar.measure().side() == Side.US ? sheet.theme().us : sheet.theme().prc;
    sheet.paragraph(name(bar, isOne, language), Sheet.TEXT, sheet.theme().text, 3);
    double y = sheet.height();
    sheet.box(Sheet.MARGIN, y, Sheet.INNER, HIGH, 6, sheet.theme().line);
    double most =
        Math.max(1, bar.rates().stream().mapToDouble(RatesPicture::number).max().orElse(1));
    for (RatePeriod rate : bar.rates()) {
      double from = axis.at(rate.from());
      double width =
          Math.max(3, axis.at(rate.to() == null ? axis.last() : rate.to().plusDays(1)) - from);
      double number = number(rate);
      double share = number == 0 ? 0 : 0.35 + 0.65 * number / most;
      Color shade = mixed(sheet.theme().line, colour, share);
      sheet.line(from, y, width, HIGH, shade);
      String said = VerdictText.charged(rate.rate(), language);
      double wide = sheet.typeface().width(said, Sheet.SMALL);
      if (wide + 8 <= width) {
        Color ink = share > 0.5 ? sheet.theme().ground : sheet.theme().text;
        sheet.text(said, from + (width - wide) / 2, y + HIGH - 7, Sheet.SMALL, ink);
      }
    }
    newYears().forEach(day -> sheet.line(axis.at(day) - 1, y - 5, 2, 5, sheet.theme().faint));
    sheet.pointer(axis.at(today), y, POINTER, sheet.theme().text);
    sheet.reachTo(y + HIGH + 4);
    String whole = steps(bar, language).replace(' ', Typeface.NO_BREAK);
    String lines =
        whole
            .replace(Typeface.NO_BREAK + "→" + Typeface.NO_BREAK, " → ")
            .replace("," + Typeface.NO_BREAK, ", ");
    sheet.paragraph(lines, Sheet.SMALL, sheet.theme().faint, 4);
    sheet.reachTo(sheet.height() + 14);
  }

  private static double number(RatePeriod rate) {
    Matcher number = NUMBER.matcher(rate.rate());
    return number.find() ? Double.parseDouble(number.group()) : 1;
  }

  private static Color mixed(Color ground, Color colour, double share) {
    return new Color(
        (int) Math.round(ground.getRed() + share * (colour.getRed() - ground.getRed())),
        (int) Math.round(ground.getGreen() + share * (colour.getGreen() - ground.getGreen())),
        (int) Math.round(ground.getBlue() + share * (colour.getBlue() - ground.getBlue())));
  }

  private static String name(Bar bar, boolean isOne, Language language) {
    String goods = VerdictText.charged(bar.goods(), language);
    return isOne
        ? goods
        : VerdictText.name(bar.measure(), language) + PicturePhrase.DOT.in(language) + goods;
  }

  /** "4 Feb 2025 10% → 4 Mar 2025 20%"; the last one with its end. */
  private static String steps(Bar bar, Language language) {
    String steps =
        bar.rates().stream()
            .map(
                rate ->
                    DateText.brief(rate.from(), language)
                        + " "
                        + VerdictText.charged(rate.rate(), language))
            .collect(Collectors.joining(" → "));
    LocalDate end = bar.rates().getLast().to();
    return end == null
        ? steps
        : steps + PicturePhrase.UNTIL.in(language, DateText.brief(end, language));
  }

  private static String proofs(
      List<Bar> shown, Function<String, Optional<CorpusRecord>> records, Language language) {
    String named =
        shown.stream()
            .flatMap(bar -> bar.rates().stream())
            .map(RatePeriod::by)
            .distinct()
            .flatMap(id -> records.apply(id).stream())
            .map(
                record ->
                    VerdictText.name(record, language)
                        + record
                            .citation()
                            .map(
                                cited ->
                                    PicturePhrase.CITED.in(
                                        language, SourceText.citation(cited, language)))
                            .orElse(""))
            .collect(Collectors.joining(PicturePhrase.BETWEEN.in(language)));
    return PicturePhrase.LAW.in(language, named);
  }

  private static byte[] csv(List<Bar> all, Language language) {
    Csv csv = new Csv("measure", "goods", "from", "to", "rate", "set by", "source");
    for (Bar bar : all) {
      for (RatePeriod rate : bar.rates()) {
        csv.row(
            SourceText.title(bar.measure(), language),
            VerdictText.charged(rate.of(), language),
            rate.from().toString(),
            Objects.toString(rate.to(), ""),
            VerdictText.charged(rate.rate(), language),
            rate.by(),
            bar.measure().linkedSource().map(source -> source.url()).orElse(""));
      }
    }
    return csv.bytes();
  }
}
