package dev.readout.store;

import dev.readout.store.StoreSettings.StorePassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of a PostgreSQL server, version 14 or newer, for several processes. Immutable. */
record PostgresServer(String url, @Nullable String user, @Nullable StorePassword password)
    implements Engine {
  /** Any number that nobody else locks in this database. */
  private static final long WRITING = 0x5245_4144_4f55_54L;

  private static final int CONNECT_SECONDS = 5;
  private static final int ANSWER_SECONDS = 30;

  /** What a transaction may take: one of a process that the network cut off holds up the others. */
  private static final String LIMITS =
      "-c statement_timeout=20s -c idle_in_transaction_session_timeout=10s"
          + " -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=2"
          + " -c tcp_user_timeout=20s" // what is on its way holds the others off
          + " -c client_encoding=UTF8";

  @Override
  public int readers() {
    return 8;
  }

  @Override
  public List<String> migrations() {
    return List.of("classpath:db/postgresql");
  }

  @Override
  public PGSimpleDataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    if (user != null) {
      source.setUser(user);
    }
    if (password != null) {
      source.setPassword(password.value());
    }
    source.setApplicationName("readout");
    source.setLoginTimeout(CONNECT_SECONDS);
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setTcpKeepAlive(true);
    return source;
  }

  @Override
  public Connection connect(Access access) throws SQLException {
    PGSimpleDataSource source = dataSource();
    source.setOptions(LIMITS);
    source.setSocketTimeout(ANSWER_SECONDS);
    return source.getConnection();
  }

  @Override
  public List<String> begin(Access access) {
    String lock = "SELECT pg_advisory_xact_lock(" + WRITING + ")";
    return List.of( // in one go, since each answer takes the way over the network
        switch (access) {
          case READ -> "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
          case NOTE -> "BEGIN; SET LOCAL synchronous_commit = off; " + lock;
          case WRITE -> "BEGIN; " + lock;
        });
  }

  @Override
  public boolean isLost(Throwable failure) {
    String state = state(failure);
    return state.startsWith("08") || state.startsWith("57P") || state.equals("25P03");
  }

  /** By the server's five characters, see "PostgreSQL Error Codes" in its manual. */
  @Override
  public StoreUnavailableException unavailable(Throwable failure) {
    String state = state(failure);
    String root = StoreUnavailableException.rootOf(failure);
    return switch (state.isEmpty() ? "" : state.substring(0, 2)) {
      case "08", "57" ->
          new StoreUnavailableException(
              this,
              "its server does not answer (" + root + ")",
              "start it, or check store.url",
              failure);
      case "28" ->
          new StoreUnavailableException(
              this,
              "its server refuses us (" + root + ")",
              "check store.user and the password in STORE_PASSWORD or STORE_PASSWORD_FILE",
              failure);
      case "3D" ->
          new StoreUnavailableException(
              this, root, "make it with 'createdb', or check store.url", failure);
      case "53" ->
          new StoreUnavailableException(
              this,
              "its server lacks space, memory or connections (" + root + ")",
              "free some, or raise max_connections",
              failure);
      default ->
          new StoreUnavailableException(
              this, root, "if trying again does not help, look into the server's log", failure);
    };
  }

  private static String state(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState().toUpperCase(Locale.ROOT);
      }
    }
    return "";
  }

  /** The address without parameters, which may be secrets. */
  @Override
  public String toString() {
    return Objects.requireNonNull(url.split("\\?", 2)[0]);
  }
}
