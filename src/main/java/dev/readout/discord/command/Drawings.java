package dev.readout.discord.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.readout.answer.Lookups.Lookup;
import dev.readout.answer.MeasureStatus;
import dev.readout.answer.ServingIndex;
import dev.readout.answer.ServingIndexes;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.discord.picture.Picture;
import dev.readout.discord.picture.Picture.Look;
import dev.readout.discord.picture.PicturePhrase;
import dev.readout.discord.render.PictureMessage;
import dev.readout.discord.render.Reply;
import dev.readout.index.Generation;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/**
 * Draws pictures and keeps those drawn last, each for its server's generation, day, language and
 * theme. Thread-safe.
 */
final class Drawings {
  private static final String THEME = "theme";
  private static final String DARK = "dark";
  private static final long MAX_BYTES = 10_000_000;

  /** What is kept with a picture: names, words, or that there is nothing to draw. */
  private static final int KEPT_BESIDE = 4_000;

  private final ServingIndexes indexes;
  private final InstantSource clock;
  private final Cache<Key, Picture> drawn =
      Caffeine.newBuilder()
          .maximumWeight(MAX_BYTES)
          .weigher(
              (Key _, Picture picture) -> picture.png().length + picture.csv().length + KEPT_BESIDE)
          .build();

  /**
   * What makes a picture the same: a server's generation is no other server's, nor is one the same
   * without a record that is hidden now.
   */
  private record Key(
      Scope scope, String generation, int hidden, LocalDate day, Look look, List<String> of) {}

  Drawings(ServingIndexes indexes, InstantSource clock) {
    this.indexes = indexes;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  static OptionData theme() {
    return CommandForm.option(OptionType.STRING, THEME)
        .addChoices(
            CommandForm.choice(PicturePhrase.DARK, DARK),
            CommandForm.choice(PicturePhrase.LIGHT, "light"));
  }

  /** A picture of what was asked for, drawn now or before. */
  Reply reply(
      Request request, List<String> of, BiFunction<ServingIndex, Look, Optional<Picture>> drawing) {
    return indexes.with(
        request.scope(),
        current -> {
          Picture picture =
              picture(
                  request,
                  current,
                  of,
                  look -> drawing.apply(current, look).orElse(Picture.NOTHING));
          if (picture.isEmpty()) {
            return request.text(PicturePhrase.NOTHING).aside();
          }
          return PictureMessage.of(
              picture, today(), current.generation().info(), request.frame(), request.language());
        });
  }

  /** The same alone. */
  Picture picture(
      Request request, ServingIndex current, List<String> of, Function<Look, Picture> drawing) {
    Look look = new Look(request.option(THEME).orElse(DARK), request.language());
    Generation generation = current.generation();
    Key key =
        new Key(request.scope(), generation.info().name(), generation.hidden(), today(), look, of);
    return drawn.get(key, _ -> drawing.apply(look));
  }

  static Optional<CorpusRecord> measure(ServingIndex current, String idOrWords, LocalDate day) {
    return current.lookups().status(idOrWords, day) instanceof Lookup.Found<MeasureStatus> found
        ? Optional.of(found.value().measure())
        : Optional.empty();
  }
}
