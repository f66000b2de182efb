package dev.readout.discord.render;

import dev.readout.answer.DateText;
import dev.readout.corpus.Language;
import dev.readout.discord.picture.Picture;
import dev.readout.discord.render.Reply.Frame;
import dev.readout.index.GenerationInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.filedisplay.FileDisplay;
import net.dv8tion.jda.api.components.mediagallery.MediaGallery;
import net.dv8tion.jda.api.components.mediagallery.MediaGalleryItem;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.utils.FileUpload;

/** A picture with the same in words as its alt text, its sources, and its table as a file. */
public final class PictureMessage {
  /** Characters; the picture and its table say more. */
  private static final int MAX_SOURCES = 160;

  private PictureMessage() {}

  /** As many whole names as there is room for. */
  private static String some(String sources) {
    int end =
        Math.max(sources.lastIndexOf(';', MAX_SOURCES), sources.lastIndexOf('；', MAX_SOURCES));
    return sources.length() <= MAX_SOURCES || end < 0
        ? Markdown.shortened(sources, MAX_SOURCES)
        : sources.substring(0, end) + "…";
  }

  /** The picture alone, with its words. */
  static MediaGallery gallery(Picture picture) {
    FileUpload png = FileUpload.fromData(picture.png(), "picture.png");
    return MediaGallery.of(MediaGalleryItem.fromFile(png).withDescription(picture.alt()));
  }

  public static Reply of(
      Picture picture, LocalDate asOf, GenerationInfo index, Frame frame, Language language) {
    List<MessageTopLevelComponent> message = new ArrayList<>();
    message.add(TextDisplay.of(Markdown.heading(Markdown.escapeLine(picture.title()))));
    message.add(gallery(picture));
    message.add(
        TextDisplay.of(
            Markdown.small(Markdown.escapeLine(some(picture.sources())))
                + "\n"
                + Markdown.small(
                    Phrase.AS_OF.in(language, DateText.brief(asOf, language))
                        + " · "
                        + Actions.reach(index, language))));
    message.add(FileDisplay.fromFile(FileUpload.fromData(picture.csv(), "table.csv")));
    message.add(Actions.row(frame));
    return Reply.of(message);
  }
}
