package dev.readout.cli;

import dev.readout.answer.Answerer;
import dev.readout.answer.RetrievalAnswerer;
import dev.readout.config.Setting;
import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.index.Generation;
import dev.readout.index.IndexDirectory;
import dev.readout.index.Indexes;
import dev.readout.intake.SourceCatalogue.IntakeSettings;
import dev.readout.intake.release.RecordReleases;
import dev.readout.meaning.Embedder;
import dev.readout.meaning.Models;
import dev.readout.meaning.Models.ModelSettings;
import dev.readout.store.Database;
import dev.readout.store.SourceTable;
import dev.readout.store.StoreSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The folders that commands work on and the generation, opened or built at its first use. */
public final class Installation implements AutoCloseable {
  /** Where an installation keeps everything that sources and index need. Immutable. */
  public record Places(
      Folders folders, StoreSettings store, IntakeSettings intake, ModelSettings models) {

    /** What embeds the texts of a build: the given ones, or none. */
    Models models(Models given) {
      return models.semantic() ? given : Models.off();
    }
  }

  private static final Duration MODEL_LOADS = Duration.ofSeconds(10);

  private final Folders folders;
  private final Supplier<Places> places;
  private final InstantSource clock;
  private final Models models;
  private final Indexes indexes;
  private final CorpusReader reader;
  private @Nullable Generation generation;

  /** By models that are closed here; {@code places} is asked only by commands that need it. */
  Installation(Folders folders, Supplier<Places> places, InstantSource clock, Models models) {
    this.folders = folders;
    this.places = places;
    this.clock = clock;
    this.models = models;
    this.indexes = new Indexes(folders.index(), clock, models);
    this.reader = new CorpusReader(folders.corpus());
  }

  /** Over the folders that the environment names, else those of the home folder. */
  public static Installation at(
      Path home, Map<String, String> environment, Supplier<Places> places, InstantSource clock) {
    Models models = Models.idle(Folders.models(environment));
    return new Installation(Folders.at(home, environment), places, clock, models);
  }

  Path corpusFolder() {
    return folders.corpus();
  }

  Path indexFolder() {
    return folders.index();
  }

  IndexDirectory index() {
    return indexes.directory(Scope.GLOBAL);
  }

  CorpusReader reader() {
    return reader;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** Opens the catalogue, made if there is none, and all that works on it; the caller closes it. */
  CatalogueSession openCatalogue() {
    return CatalogueSession.open(places.get(), clock, models);
  }

  /** The same, but empty rather than a new database: without one nobody has added a source. */
  Optional<CatalogueSession> openCatalogueIfAny() {
    Places found = places.get();
    return found.store().isUsed()
        ? Optional.of(CatalogueSession.open(found, clock, models))
        : Optional.empty();
  }

  Places places() {
    return places.get();
  }

  /** The current generation; throws when it can neither be opened nor built. */
  Generation generation() {
    if (generation == null) {
      generation =
          indexes.openGlobalAsBuilt(folders.corpus(), reader::read, this::operatorsRecords);
    }
    return generation;
  }

  /** Opening a database takes longer than an answer; only a build asks for this. */
  private List<CorpusRecord> operatorsRecords() {
    Places found = places.get();
    if (!found.store().isUsed()) {
      return List.of();
    }
    try (Database database = Database.open(found.store(), clock)) {
      return new SourceTable(database).accepted(Scope.GLOBAL).records();
    }
  }

  /** Where the commands' own indexes lie, by the settings of the installation. */
  Indexes indexes() {
    Places found = places.get();
    return new Indexes(found.folders().index(), clock, found.models(models));
  }

  /** Begins what an answer needs, so that it is there when the question has been read. */
  void prepareToAnswer() {
    models.start();
  }

  /** What embeds texts, once its model is loaded or cannot be. */
  Embedder readyEmbedder() {
    models.embedder().await(MODEL_LOADS);
    return models.embedder();
  }

  /** Unlike the bot, which answers by words until then, a command waits for the models. */
  Answerer answerer() {
    Generation opened = generation(); // which takes about as long as loading the models
    models.await(MODEL_LOADS);
    return new RetrievalAnswerer(opened, clock);
  }

  @Override
  public void close() {
    if (generation != null) {
      generation.close();
      generation = null;
    }
    models.close();
  }

  public record Folders(
      @Setting(of = "a folder", otherwise = "index-data") Path corpus,
      @Setting(of = "a folder", otherwise = "target/index in a source checkout, else data/index")
          Path index) {

    /** {@code index-data} or the release taken since; the index in {@code target} of a checkout. */
    public static Folders of(Path home) {
      boolean checkout = Files.isRegularFile(home.resolve("pom.xml"));
      return new Folders(
          RecordReleases.of(home).inForce(),
          home.resolve(checkout ? "target/index" : "data/index"));
    }

    /**
     * Those that {@code READOUT_CORPUS} and {@code READOUT_INDEX} name, else those of the
     * installation. Commands but {@code bot} and {@code config} read nothing else, since an answer
     * at the terminal should not wait for a file of settings.
     */
    static Folders at(Path home, Map<String, String> environment) {
      Folders standard = of(home);
      return new Folders(
          folder(environment.get("READOUT_CORPUS"), standard.corpus),
          folder(environment.get("READOUT_INDEX"), standard.index));
    }

    /** Which models {@code SEARCH_SEMANTIC} and {@code SEARCH_READER} allow; all if not set. */
    static ModelSettings models(Map<String, String> environment) {
      return new ModelSettings(
          isOn("SEARCH_SEMANTIC", environment), isOn("SEARCH_READER", environment));
    }

    private static boolean isOn(String variable, Map<String, String> environment) {
      String written = environment.getOrDefault(variable, "").strip();
      return switch (written) {
        case "", "on", "true" -> true;
        case "off", "false" -> false;
        default ->
            throw new Terminal.BadInputException(variable + " is no switch; write on or off");
      };
    }

    private static Path folder(@Nullable String named, Path otherwise) {
      return named == null || named.isBlank() ? otherwise : Path.of(named);
    }
  }
}
