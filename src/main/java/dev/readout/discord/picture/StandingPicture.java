package dev.readout.discord.picture;

import dev.readout.answer.DateText;
import dev.readout.answer.MeasureStatus;
import dev.readout.answer.StandingText;
import dev.readout.answer.VerdictText;
import dev.readout.corpus.Language;
import dev.readout.corpus.Standing.LegalState;
import dev.readout.corpus.Standing.StandingPeriod;
import dev.readout.discord.picture.Picture.Captions;
import dev.readout.discord.picture.Picture.Look;
import java.awt.Color;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How a measure has stood, as one bar in order of time, and where the day asked for lies on it. */
public final class StandingPicture {
  private static final int HIGH = 44;
  private static final int POINTER = 12;

  /** Above the letters, less than in a picture that stands alone. */
  private static final int EDGE = 8;

  /** Larger than in other pictures, since this one is shown small under a text. */
  private static final int LETTERS = 30;

  private static final int CAPITALS = 22;

  private final Sheet sheet;
  private final Sheet.Axis axis;
  private final Language language;
  private final double top;

  private StandingPicture(Sheet sheet, Sheet.Axis axis, Language language) {
    this.sheet = sheet;
    this.axis = axis;
    this.language = language;
    this.top = EDGE + LETTERS + POINTER + 6;
  }

  /** Draws the recorded states; nothing where there are none. */
  public static Picture of(MeasureStatus status, Look look) {
    List<StandingPeriod> periods = status.measure().standing().periods();
    if (periods.isEmpty()) {
      return Picture.NOTHING;
    }
    Language language = look.language();
    Sheet.Axis axis =
        Sheet.Axis.over(
            Stream.concat(
                Stream.of(status.day()),
                periods.stream().flatMap(period -> Sheet.Axis.days(period.from(), period.to()))));
    Sheet sheet = new Sheet(Sheet.Theme.ofName(look.theme()));
    new StandingPicture(sheet, axis, language).draw(status, periods);
    String title = VerdictText.name(status.measure(), language);
    String now =
        PicturePhrase.AS_OF.in(language, DateText.of(status.day(), language))
            + PicturePhrase.COLON.in(language)
            + VerdictText.headline(status, language);
    List<String> words = periods.stream().map(period -> StandingText.of(period, language)).toList();
    String alt = Captions.alt(title, words, PicturePhrase.EARLIER, now, language);
    return new Picture(title, sheet.png(), alt, new byte[0], "");
  }

  private void draw(MeasureStatus status, List<StandingPeriod> periods) {
    double right = Sheet.MARGIN + Sheet.INNER;
    sheet.line(Sheet.MARGIN, top, Sheet.INNER, HIGH, sheet.theme().line);
    for (StandingPeriod period : periods) {
      double from = axis.at(period.from());
      double to = period.to() == null ? right : axis.at(period.to().plusDays(1));
      double width = Math.max(4, to - from - 3);
      sheet.line(from, top, width, HIGH, colour(period.state()));
      write(StandingText.of(period.state(), language), from, width, sheet.theme().ground);
    }
    LocalDate end = periods.getLast().to();
    if (end != null) {
      double from = axis.at(end.plusDays(1));
      write(PicturePhrase.NOT_KNOWN.in(language), from, right - from, sheet.theme().text);
    }
    point(status.day());
    name(periods);
  }

  /** In the middle of what it is said of, where it has room. */
  private void write(String said, double from, double width, Color colour) {
    double wide = sheet.typeface().width(said, LETTERS);
    if (wide + 12 <= width) {
      sheet.text(said, from + (width - wide) / 2, top + (HIGH + CAPITALS) / 2.0, LETTERS, colour);
    }
  }

  /** The day asked for, above the bar and through it. */
  private void point(LocalDate day) {
    double at = axis.at(day);
    Color colour = sheet.theme().text;
    sheet.pointer(at, top - 2, POINTER, colour);
    sheet.line(at - 2, top - 6, 4, HIGH + 12, colour);
    String said = DateText.brief(day, language);
    sheet.text(said, left(said, at), top - POINTER - 12, LETTERS, colour);
  }

  /** Under the bar the days on which it changes: first the ends, then from the newest on. */
  private void name(List<StandingPeriod> periods) {
    List<LocalDate> days = new ArrayList<>();
    days.add(periods.getFirst().from());
    LocalDate end = periods.getLast().to();
    if (end != null) {
      days.add(end);
    }
    periods.reversed().stream().map(StandingPeriod::from).forEach(days::add);
    List<double[]> taken = new ArrayList<>();
    for (LocalDate day : days) {
      String said = DateText.brief(day, language);
      double wide = sheet.typeface().width(said, LETTERS);
      double x = left(said, axis.at(day));
      if (taken.stream().allMatch(one -> x + wide + 16 < one[0] || one[1] + 16 < x)) {
        taken.add(new double[] {x, x + wide});
        sheet.text(said, x, top + HIGH + LETTERS + 6, LETTERS, sheet.theme().faint);
        sheet.line(axis.at(day), top + HIGH, 2, 6, sheet.theme().faint);
      }
    }
    sheet.reachTo(top + HIGH + LETTERS - 6);
  }

  /** Where a text begins that stands around a place, as far as the margins allow. */
  private double left(String said, double at) {
    double wide = sheet.typeface().width(said, LETTERS);
    return Math.clamp(at - wide / 2, Sheet.MARGIN, Sheet.MARGIN + Sheet.INNER - wide);
  }

  private Color colour(LegalState state) {
    Sheet.Theme theme = sheet.theme();
    return switch (state) {
      case IN_FORCE -> theme.of(0x5BC27D, 0x1F7A3F);
      case PROPOSED -> theme.us;
      case SUSPENDED -> theme.of(0xF0B232, 0x9A5B00);
      case SUPERSEDED, RESCINDED, EXPIRED -> theme.prc;
    };
  }
}
