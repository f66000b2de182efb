package dev.readout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.ServingIndexes;
import dev.readout.corpus.Scope;
import dev.readout.discord.BotServing;
import dev.readout.index.Indexes;
import dev.readout.intake.SourceCatalogue;
import dev.readout.intake.SourceCatalogue.IntakeSettings;
import dev.readout.intake.reindex.Serving;
import dev.readout.intake.reindex.ShippedCorpus;
import dev.readout.meaning.Models;
import dev.readout.store.Database;
import dev.readout.store.SourceTable;
import dev.readout.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a bot that runs on the same folders serves after commands at the terminal. */
final class BesideABotTest {
  private static final Scope SERVER = Scope.ofServer(77);

  @TempDir Path folder;
  private TinyInstallation terminal;
  private Database database;
  private ServingIndexes serving;
  private SourceCatalogue sources;

  @BeforeEach
  void serve() throws IOException {
    terminal = new TinyInstallation(folder);
    Files.writeString(folder.resolve("plates.txt"), "Porto asks every owner for a brass plate.\n");
    database = TestDatabase.open(folder.resolve("readout.db"), TinyInstallation.CLOCK);
    Indexes indexes = new Indexes(folder.resolve("index"), TinyInstallation.CLOCK, Models.off());
    ShippedCorpus shipped = new ShippedCorpus(terminal.corpus());
    SourceTable catalogue = new SourceTable(database);
    serving =
        new ServingIndexes(
            indexes.openGlobal(
                shipped.folder(), shipped::read, Serving.additions(catalogue, Scope.GLOBAL)),
            catalogue.scopesWithSources(),
            (server, ground) -> indexes.open(server, ground, Serving.additions(catalogue, server)),
            TinyInstallation.CLOCK);
    sources =
        new SourceCatalogue(
            IntakeSettings.STANDARD,
            database,
            indexes,
            shipped,
            new BotServing(serving),
            TinyInstallation.CLOCK);
  }

  @AfterEach
  void close() {
    sources.close();
    serving.close();
    database.close();
  }

  private void run(String... arguments) {
    assertThat(terminal.run(arguments).err()).isEmpty();
  }

  private long served(Scope scope) {
    return serving.with(scope, desk -> desk.generation().records().count());
  }

  private String file() {
    return folder.resolve("plates.txt").toString();
  }

  @Test
  void look_terminalBuiltAndRemoved_servesWhatItBuilt() {
    run("source", "add", file(), "--yes", "--published", "2026-05-12");
    run("index");
    assertThat(served(Scope.GLOBAL)).isEqualTo(6);
    sources.follower().look();
    assertThat(served(Scope.GLOBAL)).isEqualTo(7);
    run("source", "remove", "1", "--yes");
    sources.follower().look();
    assertThat(served(Scope.GLOBAL)).isEqualTo(6);
  }

  @Test
  void look_terminalBuiltAServersFirstIndex_servesItThereOnly() {
    run("source", "add", file(), "--yes", "--published", "2026-05-12", "--scope", "77");
    run("index", "--scope", "77");
    assertThat(served(SERVER)).isEqualTo(6);
    sources.follower().look();
    assertThat(served(SERVER)).isEqualTo(7);
    assertThat(served(Scope.GLOBAL)).isEqualTo(6);
    run("source", "remove", "1", "--yes", "--scope", "77");
    sources.follower().look();
    assertThat(served(SERVER)).isEqualTo(6);
  }

  @Test
  void look_nothingNew_servesOn() {
    String before = name();
    sources.follower().look();
    assertThat(name()).isEqualTo(before);
  }

  private String name() {
    return serving.with(Scope.GLOBAL, desk -> desk.generation().info().name());
  }
}
