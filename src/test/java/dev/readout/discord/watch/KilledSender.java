package dev.readout.discord.watch;

import dev.readout.discord.render.Reply;
import dev.readout.store.Database;
import dev.readout.store.NoteTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/**
 * A process that sends what waits in a database to a file, a message a line, and dies in the midst
 * of it. Arguments: database, file, and after how many microseconds; negative for never.
 */
final class KilledSender {
  private KilledSender() {}

  public static void main(String[] arguments) throws InterruptedException {
    Path taken = Path.of(arguments[1]);
    long micros = Long.parseLong(arguments[2]);
    try (Database database = Database.open(Path.of(arguments[0]), InstantSource.system())) {
      NoteTable notes = new NoteTable(database);
      NoteSender sender =
          new NoteSender(
              notes,
              (_, message, nonce) -> take(taken, nonce + " " + text(message)),
              _ -> true,
              InstantSource.system());
      if (micros >= 0) {
        Thread.ofPlatform().daemon().start(() -> die(micros));
      }
      while (notes.count() > 0) {
        sender.send();
      }
    }
  }

  private static void die(long micros) {
    try {
      Thread.sleep(Duration.ofNanos(micros * 1_000));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(137); // as a kill does: nothing is closed, nothing is said
  }

  private static String text(Reply message) {
    StringBuilder text = new StringBuilder();
    message.components().forEach(part -> text.append(((TextDisplay) part).getContent()));
    return text.toString().replace('\n', ' ');
  }

  /** What is in the file is what Discord has taken. */
  private static CompletableFuture<Void> take(Path taken, String line) {
    try {
      Files.writeString(taken, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return CompletableFuture.completedFuture(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
