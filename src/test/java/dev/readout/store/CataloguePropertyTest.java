package dev.readout.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.store.SourceEntry.NewSource;
import dev.readout.store.SourceEntry.SourceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Whatever is done in three scopes, each is as a simple list would be that knows of no other. */
final class CataloguePropertyTest {
  private static final EnumSet<SourceState> ALL = EnumSet.allOf(SourceState.class);
  private static final AtomicInteger TRIES = new AtomicInteger();

  private static @Nullable Path folder;
  private static final List<Database> DATABASES = new ArrayList<>();

  /** Something to be done. */
  sealed interface Deed {
    /** Two documents are at odds about their record's id: 0 and 3. */
    record Add(int document, boolean waiting) implements Deed {}

    record Edit(long number, String title) implements Deed {}

    record Revise(long number, String content) implements Deed {}

    record Move(long number, SourceState state) implements Deed {}

    record Forget() implements Deed {}
  }

  @BeforeContainer
  static void open() throws IOException {
    folder = Files.createTempDirectory("catalogue");
    for (StoreFixture.Kind kind : StoreFixture.Kind.values()) {
      DATABASES.add(Database.open(kind.empty(folder), InstantSource.system()));
    }
  }

  @AfterContainer
  static void close() throws IOException {
    DATABASES.forEach(Database::close);
    DATABASES.clear();
    try (Stream<Path> files = Files.walk(Objects.requireNonNull(folder))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Provide
  Arbitrary<List<Tuple2<Integer, Deed>>> deeds() {
    Arbitrary<Long> numbers = Arbitraries.longs().between(1, 6);
    Arbitrary<String> words = Arbitraries.of("one", "two");
    Arbitrary<Deed> deed =
        Arbitraries.frequencyOf(
            Tuple.of(
                8,
                Combinators.combine(
                        Arbitraries.integers().between(0, 3), Arbitraries.of(true, false))
                    .as(Deed.Add::new)),
            Tuple.of(4, Combinators.combine(numbers, words).as(Deed.Edit::new)),
            Tuple.of(4, Combinators.combine(numbers, words).as(Deed.Revise::new)),
            Tuple.of(
                8,
                Combinators.combine(numbers, Arbitraries.of(SourceState.class)).as(Deed.Move::new)),
            Tuple.of(1, Arbitraries.just(new Deed.Forget())));
    return Combinators.combine(Arbitraries.integers().between(0, 2), deed)
        .as(Tuple::of)
        .list()
        .ofMaxSize(40);
  }

  @Property(tries = 60)
  void catalogue_anyDeeds_isAsTheModelOfEachScope(
      @ForAll("deeds") List<Tuple2<Integer, Deed>> deeds) throws Exception {
    int attempt = TRIES.incrementAndGet();
    Database database = DATABASES.get(attempt % DATABASES.size());
    SourceTable table = new SourceTable(database);
    List<Scope> scopes =
        IntStream.range(0, 3).mapToObj(i -> new Scope("try-" + attempt + "-" + i)).toList();
    List<CatalogueModel> models = Stream.generate(CatalogueModel::new).limit(3).toList();
    for (Tuple2<Integer, Deed> deed : deeds) {
      Scope scope = scopes.get(deed.get1());
      CatalogueModel model = models.get(deed.get1());
      assertThat(isDone(table, scope, deed.get2()))
          .as("%s", deed)
          .isEqualTo(isDone(model, deed.get2()));
    }

    for (int i = 0; i < 3; i++) {
      assertSame(database, scopes.get(i), models.get(i));
    }
  }

  private static void assertSame(Database database, Scope scope, CatalogueModel model) {
    SourceTable table = new SourceTable(database);
    assertThat(table.page(scope, ALL, 0, 100))
        .extracting(
            entry ->
                new CatalogueModel.Item(
                    entry.number(),
                    Objects.requireNonNull(entry.address()),
                    entry.record().id(),
                    entry.record().title(),
                    entry.snapshot(),
                    entry.state(),
                    entry.versions()))
        .containsExactlyElementsOf(model.items());
    assertThat(table.accepted(scope).records())
        .extracting(CorpusRecord::id)
        .containsExactlyElementsOf(model.accepted());
    assertThat(table.withdrawn(scope)).containsExactlyElementsOf(model.withdrawn());
    for (SourceState state : SourceState.values()) {
      assertThat(table.count(scope, EnumSet.of(state))).isEqualTo(model.count(state));
    }
    assertThat(new AuditTable(database).newest(scope, 500)).hasSize(model.changes());
    assertThat(table.scopesWithSources().contains(scope)).isEqualTo(model.hadAccepted());
  }

  private static NewSource source(Scope scope, Deed.Add add) {
    SampleSource source =
        new SampleSource("r" + add.document() % 3)
            .scope(scope)
            .address("https://example.org/" + add.document())
            .content("document " + add.document());
    return (add.waiting() ? source.waiting() : source).build();
  }

  private static boolean isDone(SourceTable table, Scope scope, Deed deed) throws Exception {
    try {
      return switch (deed) {
        case Deed.Add add -> table.add(source(scope, add), SampleSource.ACTOR).number() > 0;
        case Deed.Edit(long number, String title) -> {
          Optional<SourceEntry> before = table.find(scope, number);
          yield before.isPresent()
              && table
                  .edit(
                      scope,
                      number,
                      SampleSource.titled(before.get().record(), title),
                      SampleSource.ACTOR)
                  .isPresent();
        }
        case Deed.Revise(long number, String content) -> {
          Optional<SourceEntry> before = table.find(scope, number);
          yield before.isPresent()
              && table
                  .revise(
                      scope,
                      number,
                      before.get().record(),
                      SampleSource.snapshot(content),
                      before.get().health(),
                      SampleSource.ACTOR)
                  .isPresent();
        }
        case Deed.Move(long number, SourceState state) ->
            table
                .setState(scope, number, state, SampleSource.ACTOR)
                .filter(entry -> entry.state() == state)
                .isPresent();
        case Deed.Forget() -> table.forget(scope, SampleSource.ACTOR) >= 0;
      };
    } catch (RefusedChangeException e) {
      return false;
    }
  }

  private static boolean isDone(CatalogueModel model, Deed deed) {
    return switch (deed) {
      case Deed.Add add -> model.add(source(Scope.GLOBAL, add));
      case Deed.Edit(long number, String title) -> model.edit(number, title);
      case Deed.Revise(long number, String content) ->
          model.revise(number, SampleSource.snapshot(content).sha256());
      case Deed.Move(long number, SourceState state) -> model.move(number, state);
      case Deed.Forget() -> model.forget();
    };
  }
}
