package dev.readout.store;

import dev.readout.corpus.Scope;
import java.lang.reflect.Type;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jspecify.annotations.Nullable;

/**
 * How values lie in columns: times as milliseconds, lists a line each, ids with spaces between,
 * scopes by ids, words as {@code federal-register}; rows are records by component names. Pure
 * functions.
 */
final class RowMapping {
  private static final GenericType<List<String>> LINES = new GenericType<>() {};
  private static final GenericType<Set<Long>> IDS = new GenericType<>() {};

  private RowMapping() {}

  static Jdbi jdbi(Connection connection) {
    Jdbi jdbi = Jdbi.create(connection);
    jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
    // Else an error repeats what was to be stored, such as a member's question.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return jdbi.registerArgument(new Times())
        .registerArgument((ArgumentFactory) RowMapping::word)
        .registerColumnMapper(Instant.class, (row, column, _) -> time(row, column))
        .registerColumnMapper(Scope.class, (row, column, _) -> new Scope(row.getString(column)))
        .registerColumnMapper(
            Duration.class, (row, column, _) -> Duration.ofMillis(row.getLong(column)))
        .registerColumnMapper(LINES, (row, column, _) -> lines(row.getString(column)))
        .registerColumnMapper(IDS, (row, column, _) -> ids(row.getString(column)))
        .registerColumnMapper((ColumnMapperFactory) (type, _) -> words(type))
        .registerRowMapper((RowMapperFactory) (type, _) -> rows(type));
  }

  private static final class Times extends AbstractArgumentFactory<Instant> {
    Times() {
      super(Types.BIGINT);
    }

    @Override
    protected Argument build(Instant time, ConfigRegistry config) {
      return (position, statement, _) -> statement.setLong(position, time.toEpochMilli());
    }
  }

  private static Optional<Argument> word(Type type, @Nullable Object value, ConfigRegistry config) {
    return switch (value) {
      case Scope scope -> text(scope.id());
      case Enum<?> word -> text(word(word));
      case null, default -> Optional.empty();
    };
  }

  private static Optional<Argument> text(String text) {
    return Optional.of((position, statement, _) -> statement.setString(position, text));
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Optional<ColumnMapper<?>> words(Type type) {
    return type instanceof Class<?> words && words.isEnum()
        ? Optional.of((row, column, _) -> constant(words, row.getString(column)))
        : Optional.empty();
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // checked by isEnum
  private static Object constant(Class words, String word) {
    return Enum.valueOf(words, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static List<String> lines(@Nullable String text) {
    return text == null ? List.of() : text.lines().toList();
  }

  private static Set<Long> ids(@Nullable String text) {
    return text == null
        ? Set.of()
        : Stream.of(text.split(" ", -1)).map(Long::valueOf).collect(Collectors.toSet());
  }

  private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  private static Optional<RowMapper<?>> rows(Type type) {
    return type instanceof Class<?> rows && rows.isRecord() && rows != Scope.class
        ? Optional.of(ConstructorMapper.of(rows))
        : Optional.empty();
  }
}
