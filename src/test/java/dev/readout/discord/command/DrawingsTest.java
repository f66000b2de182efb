package dev.readout.discord.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.RecordSketch;
import dev.readout.answer.ServingIndexes;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.discord.command.Observer.Arrival;
import dev.readout.discord.command.Request.Caller;
import dev.readout.discord.command.Request.FormInput;
import dev.readout.discord.command.Request.Location;
import dev.readout.discord.command.Request.Rights;
import dev.readout.discord.picture.Picture;
import dev.readout.discord.picture.Picture.Look;
import dev.readout.discord.render.Access;
import dev.readout.index.Generation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a picture is drawn, and when one that was drawn before is given. */
final class DrawingsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir Path folder;
  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final List<Look> drawn = new ArrayList<>();

  private Generation generation() throws IOException {
    return RecordSketch.index(
        folder, new RecordSketch("rule", Kind.RESTRICTION, Side.US).says("It is a rule."));
  }

  private static Request request(String theme, Language language) {
    return new Request(
        new Caller(
            1,
            Scope.GLOBAL,
            language,
            new Rights(false, false, false, false),
            new Location(0, Set.of(), Duration.ZERO)),
        null,
        FormInput.of(Map.of("theme", theme)),
        false,
        new Arrival(Observer.NOBODY, "timeline", Access.MEMBER, false));
  }

  private void draw(Drawings drawings, ServingIndexes serving, Request request) {
    serving.with(
        Scope.GLOBAL,
        desk ->
            drawings.picture(
                request,
                desk,
                List.of("timeline", "bicycles"),
                look -> {
                  drawn.add(look);
                  return new Picture("Bicycles", new byte[1], "", new byte[1], "");
                }));
  }

  @Test
  void picture_drawnBefore_isGivenUntilGenerationRecordsOrDayAreOthers() throws IOException {
    try (ServingIndexes serving = ServingIndexes.globalOnly(generation(), now::get)) {
      Drawings drawings = new Drawings(serving, now::get);
      Request dark = request("dark", Language.EN);
      draw(drawings, serving, dark);
      draw(drawings, serving, dark);
      assertThat(drawn).hasSize(1);

      draw(drawings, serving, request("light", Language.EN));
      draw(drawings, serving, request("dark", Language.ZH));
      assertThat(drawn).doesNotHaveDuplicates().hasSize(3);

      serving.replaceGlobal(generation());
      draw(drawings, serving, dark);
      draw(drawings, serving, dark);
      assertThat(drawn).hasSize(4);

      serving.hide(Scope.GLOBAL, Set.of("rule"));
      draw(drawings, serving, dark);
      draw(drawings, serving, dark);
      assertThat(drawn).hasSize(5);

      now.set(NOW.plus(Duration.ofDays(1)));
      draw(drawings, serving, dark);
      assertThat(drawn).hasSize(6);
    }
  }
}
