package dev.readout.discord.render;

import dev.readout.answer.ShippedIndex;
import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.Language;
import dev.readout.discord.picture.Picture;
import dev.readout.index.Generation;
import dev.readout.index.Indexes;
import dev.readout.meaning.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Writes pages that show replies from the shipped records about as Discord does, for {@code
 * src/test/pictures.sh} to take pictures of.
 */
public final class PicturePages {
  private static final Path TEMPLATE =
      Path.of("src/test/resources/dev/readout/discord/page/message.html");
  private static final Path CORPUS = Path.of("index-data");
  private static final Set<String> DRAWN = Set.of("timeline", "rates", "status");

  private PicturePages() {}

  /**
   * Reads the list "pages" in the folder: a line a page, with its name, the command, the language
   * and what is typed, a bar between them.
   *
   * <p>Prints the name and the height that is reckoned with on a phone, in pixels.
   *
   * @param arguments the folder for the index and the pages
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Indexes index = new Indexes(folder.resolve("index"), ShippedIndex.CLOCK, Models.off());
    try (Generation generation =
        index.openGlobalAsBuilt(CORPUS, new CorpusReader(CORPUS)::read, List::of)) {
      Scene scene = new Scene(generation, generation.info());
      for (String line : Files.readAllLines(folder.resolve("pages"))) {
        List<String> page = List.of(line.split("\\|", -1));
        String name = page.get(0);
        Language language = Language.valueOf(page.get(2));
        Reply reply = reply(scene, page.get(1), page.get(3), language);
        if (DRAWN.contains(page.get(1))) {
          Picture picture = scene.picture(page.get(1), page.get(3), language);
          Files.write(folder.resolve(name + "-drawn.png"), picture.png());
        }
        String payload = Payload.of(reply).toString();
        Files.writeString(
            folder.resolve(name + ".html"),
            page(payload.replace("attachment://picture.png", name + "-drawn.png")));
        System.out.println(name + " " + PhoneHeight.of(reply.components()));
      }
    }
  }

  /** A page that shows a message or a form, given as the JSON that Discord is sent. */
  public static String page(Object payload) throws IOException {
    // In a script element only "</" could end it early.
    String inScript = payload.toString().replace("</", "<\\/");
    return Files.readString(TEMPLATE).replace("PAYLOAD", inScript);
  }

  private static Reply reply(Scene scene, String command, String typed, Language language) {
    return switch (command) {
      case "ask" -> scene.ask(typed, language, Scene.PUBLIC);
      case "compare" -> scene.compare(typed, ComparisonMessage::table, language);
      case "status" -> scene.status(typed, language);
      case "explain" -> scene.explain(typed, language);
      case "quote" -> scene.quote(typed, language);
      case "next" -> scene.coming(language).meetings();
      case "expiring" -> scene.coming(language).ends(Integer.parseInt(typed));
      case "digest" -> scene.digest(LocalDate.parse(typed), language);
      case "watch" -> scene.note(typed, language);
      case "timeline", "rates" -> scene.drawn(scene.picture(command, typed, language), language);
      default -> throw new IllegalArgumentException("no command " + command);
    };
  }
}
