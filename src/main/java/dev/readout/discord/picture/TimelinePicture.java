package dev.readout.discord.picture;

import dev.readout.answer.Csv;
import dev.readout.answer.DateText;
import dev.readout.answer.SideText;
import dev.readout.answer.SourceText;
import dev.readout.answer.StandingText;
import dev.readout.answer.Timeline;
import dev.readout.answer.Timeline.Event;
import dev.readout.answer.VerdictText;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.discord.picture.Picture.Captions;
import dev.readout.discord.picture.Picture.Look;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** Events by day, what Washington does on the left and what Beijing does on the right. */
public final class TimelinePicture {
  /** More would not be read on a phone. */
  public static final int MAX_MARKS = 30;

  private static final int LANE = Sheet.INNER / 2 - 18;
  private static final int MIDDLE = Sheet.WIDTH / 2;
  private static final int MAX_LINES = 3;

  /** From the middle to a lane's dots: each lane has a column of its own. */
  private static final int TO_DOTS = 6;

  private TimelinePicture() {}

  /** Draws them, with how far the sources reach. */
  public static Picture of(Timeline all, String title, String asOf, Look look) {
    Language language = look.language();
    Timeline shown = all.limitedTo(MAX_MARKS);
    if (shown.events().isEmpty()) {
      return Picture.NOTHING;
    }
    Sheet sheet = new Sheet(Sheet.Theme.ofName(look.theme()));
    sheet.paragraph(title, Sheet.TITLE, sheet.theme().text, 2);
    sheet.paragraph(asOf, Sheet.SMALL, sheet.theme().faint, 2);
    lanes(sheet, shown.events(), language);
    String more = more(all, shown, language);
    if (!more.isEmpty()) {
      sheet.paragraph(more, Sheet.SMALL, sheet.theme().faint, 2);
    }
    String sources = Captions.of(shown.events().stream().map(Event::record), language);
    sheet.paragraph(sources, Sheet.SMALL, sheet.theme().faint, 3);
    return new Picture(
        title, sheet.png(), alt(title, shown, more, language), csv(all, language), sources);
  }

  private static void lanes(Sheet sheet, List<Event> events, Language language) {
    double top = sheet.height() + 10;
    boolean hasLanes = !events.stream().allMatch(TimelinePicture::isOfBoth);
    if (hasLanes) {
      sheet.text(
          SideText.name(Side.US, language), Sheet.MARGIN, top + 26, Sheet.TEXT, sheet.theme().us);
      sheet.text(
          SideText.name(Side.PRC, language), MIDDLE + 18, top + 26, Sheet.TEXT, sheet.theme().prc);
    }
    double first = hasLanes ? top + 44 : top;
    double left = first;
    double right = first;
    double dot = first;
    for (Event event : events) {
      Side side = event.record().side();
      boolean isBoth = isOfBoth(event);
      // Later is never higher, so that a day is found from either lane.
      double at = Math.max(dot, isBoth ? Math.max(left, right) : side == Side.US ? left : right);
      Color colour =
          isBoth ? sheet.theme().text : side == Side.US ? sheet.theme().us : sheet.theme().prc;
      double x = isBoth || side == Side.US ? Sheet.MARGIN : MIDDLE + 18;
      double width = isBoth ? Sheet.INNER : LANE;
      double end = event(sheet, event, x, at, width, colour, language) + 16;
      if (!isBoth) {
        sheet.dot(MIDDLE + (side == Side.US ? -TO_DOTS : TO_DOTS), at + 16, 7, colour);
      }
      dot = at + 30;
      if (isBoth) {
        left = end;
        right = end;
        dot = end;
      } else if (side == Side.US) {
        left = end;
      } else {
        right = end;
      }
    }
    sheet.reachTo(Math.max(left, right) + 6);
  }

  private static boolean isOfBoth(Event event) {
    Side side = event.record().side();
    return side == Side.JOINT || side == Side.OTHER;
  }

  /** Where it ends. */
  private static double event(
      Sheet sheet, Event event, double x, double y, double width, Color colour, Language language) {
    boolean isBoth = width > LANE;
    double inner = isBoth ? width - 32 : width;
    double from = isBoth ? x + 16 : x;
    List<String> lines =
        sheet.typeface().lines(said(event, language), Sheet.SMALL, inner, MAX_LINES);
    double high = Sheet.SMALL * 1.28 * (lines.size() + 1) + (isBoth ? 16 : 0);
    if (isBoth) {
      sheet.box(x, y, width, high, 16, sheet.theme().line);
    }
    double text = isBoth ? y + 6 : y;
    String day = DateText.brief(event.day(), language);
    double next = sheet.lines(day, from, text, inner, Sheet.SMALL, colour, 1);
    sheet.lines(
        said(event, language), from, next, inner, Sheet.SMALL, sheet.theme().text, MAX_LINES);
    return y + high;
  }

  private static String said(Event event, Language language) {
    return event.period() == null
        ? VerdictText.name(event.record(), language)
        : StandingText.of(event.period().state(), language)
            + PicturePhrase.COLON.in(language)
            + VerdictText.name(event.record(), language);
  }

  private static String more(Timeline all, Timeline shown, Language language) {
    List<Event> left =
        all.events().stream().filter(event -> !shown.events().contains(event)).toList();
    return left.isEmpty()
        ? ""
        : PicturePhrase.MORE.in(
            language,
            left.size(),
            DateText.brief(left.getFirst().day(), language),
            DateText.brief(left.getLast().day(), language));
  }

  private static String alt(String title, Timeline shown, String more, Language language) {
    List<String> lines = new ArrayList<>();
    for (Event event : shown.events()) {
      lines.add(
          DateText.brief(event.day(), language)
              + " ("
              + SideText.name(event.record().side(), language)
              + ") "
              + said(event, language));
    }
    return Captions.alt(title, lines, PicturePhrase.IN_FILE, more, language);
  }

  private static byte[] csv(Timeline all, Language language) {
    Csv csv = new Csv("day", "side", "event", "state", "record", "source");
    for (Event event : all.events()) {
      csv.row(
          event.day().toString(),
          SideText.name(event.record().side(), language),
          SourceText.title(event.record(), language),
          event.period() == null ? "" : StandingText.of(event.period(), language),
          event.record().id(),
          event.record().linkedSource().map(source -> source.url()).orElse(""));
    }
    return csv.bytes();
  }
}
