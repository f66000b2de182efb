package dev.readout.store;

import dev.readout.config.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the store keeps its data: the file, or the server at the url if there is one; the file's
 * folder is the process's in any case. Immutable.
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
