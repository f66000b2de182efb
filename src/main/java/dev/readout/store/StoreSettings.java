package dev.readout.store;

import dev.readout.config.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the store keeps its data. Immutable.
 *
 * @param file the database where there is no {@code url}; in any case its folder is for what the
 *     process keeps for itself
 * @param nativeFolder where SQLite's native library is unpacked; null for the database's own folder
 * @param url the database of a PostgreSQL server; null for SQLite
 * @param user who signs in there; null for the one of the operating system
 * @param password what they sign in with; null for none
 */
public record StoreSettings(
    @Setting(of = "a file", otherwise = "data/readout.db") Path file,
    @Setting(of = "a folder", otherwise = "the folder of store.file") @Nullable Path nativeFolder,
    @Setting(of = "an address with jdbc:postgresql://, without a password", otherwise = "none")
        @Nullable String url,
    @Setting(of = "a name", otherwise = "the name of the system's user") @Nullable String user,
    @Setting(otherwise = "none", secret = true) @Nullable StorePassword password) {
  static final String POSTGRES = "jdbc:postgresql://";

  public StoreSettings {
    if (url != null && (!url.startsWith(POSTGRES) || url.contains("password="))) {
      throw new IllegalArgumentException(
          "write %shost:5432/database, and the password in STORE_PASSWORD".formatted(POSTGRES));
    }
  }

  /** A file of SQLite's. */
  public StoreSettings(Path file, @Nullable Path nativeFolder) {
    this(file, nativeFolder, null, null, null);
  }

  /** The same with the file elsewhere. */
  public StoreSettings withFile(Path other) {
    return new StoreSettings(other, nativeFolder, url, user, password);
  }

  /** Whether anything was ever stored there, as far as can be told without asking a server. */
  public boolean isUsed() {
    return url != null || Files.exists(file);
  }

  /** Those of the SQLite file, whether or not a server has taken its place. */
  StoreSettings ofFile() {
    return new StoreSettings(file, nativeFolder);
  }

  /** The server, where there is one. */
  PostgresServer server() {
    return new PostgresServer(Objects.requireNonNull(url, "store.url is not set"), user, password);
  }

  /** What signs in to PostgreSQL. Immutable. Its text form does not show it. */
  public record StorePassword(String value) {
    @Override
    public String toString() {
      return "StorePassword(hidden)";
    }
  }
}
