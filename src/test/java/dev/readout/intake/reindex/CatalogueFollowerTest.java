package dev.readout.intake.reindex;

import static dev.readout.intake.reindex.TinyBot.HERE;
import static dev.readout.intake.reindex.TinyBot.SHIPPED;
import static dev.readout.intake.reindex.TinyBot.THERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readout.index.BuildMonitor;
import dev.readout.intake.reindex.Follower.CatalogueFollower;
import dev.readout.store.StoreSettings;
import dev.readout.store.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two bots, each with its own index, over one database. */
final class CatalogueFollowerTest {
  private TinyBot one;
  private TinyBot other;
  private CatalogueFollower following;

  /** How many builds of the other are still to fail. */
  private final AtomicInteger failing = new AtomicInteger();

  @BeforeEach
  void open(@TempDir Path folder) {
    StoreSettings store = TestPostgres.empty("peers", folder);
    one = new TinyBot(folder.resolve("one"), store, Reindexer.Conduct.STANDARD);
    other =
        new TinyBot(
            folder.resolve("other"),
            store,
            new Reindexer.Conduct(this::monitor, Reindexer.Conduct.STANDARD.patience()));
    following = other.follower(Duration.ZERO);
  }

  private BuildMonitor monitor(Reindexing reindexing) {
    if (failing.getAndDecrement() > 0) {
      throw new IllegalStateException("the disk is full, say");
    }
    return reindexing.monitor();
  }

  @AfterEach
  void close() {
    following.close();
    one.close();
    other.close();
  }

  @Test
  void look_builtByTheOther_isServedHereToo() {
    one.add(HERE, "a");
    following.look();
    assertThat(other.served(HERE)).containsExactly(SHIPPED); // accepted, and not indexed yet

    one.reindex(HERE);
    following.look();
    following.build();

    await().until(() -> other.served(HERE).contains("a"));
    assertThat(other.served(THERE)).containsExactly(SHIPPED);
    assertThat(other.audited(HERE).detail()).isEqualTo(one.audited(HERE).detail());
  }

  @Test
  void build_failsHere_isTriedAgain() {
    failing.set(1);
    one.add(HERE, "a");
    one.reindex(HERE);
    following.look();

    await()
        .until(
            () -> {
              following.build();
              return other.served(HERE).contains("a");
            });

    assertThat(other.reindexer().counts().failed()).isOne();
  }

  @Test
  void catchUp_builtWhileAway_isBuilt() {
    one.add(HERE, "a");
    one.reindex(HERE);
    one.add(THERE, "b"); // accepted, and not indexed yet
    following.close();
    following = other.follower(Duration.ofDays(1));
    following.look();
    following.build();
    assertThat(other.reindexer().running()).isEmpty();

    following.catchUp();
    following.build();

    await().until(() -> other.served(HERE).contains("a"));
    assertThat(other.served(THERE)).containsExactly(SHIPPED);
  }

  @Test
  void look_removedByTheOther_answersNoMore() {
    long number = one.add(HERE, "a");
    one.add(HERE, "b");
    one.reindex(HERE);
    other.reindex(HERE);
    one.remove(HERE, number);
    one.reindexer().withdraw(HERE);
    assertThat(other.served(HERE)).contains("a", "b");

    following.look();

    assertThat(other.served(HERE)).contains("b").doesNotContain("a");
  }

  @Test
  void look_doneHere_isLeftAsItIs() {
    long number = other.add(HERE, "a");
    other.add(HERE, "b");
    other.reindex(HERE);
    other.remove(HERE, number);
    other.reindexer().withdraw(HERE);
    long builds = other.reindexer().counts().done();

    following.look();
    following.build();
    following.look();
    following.build();

    assertThat(other.served(HERE)).contains("b").doesNotContain("a");
    assertThat(other.reindexer().running()).isEmpty();
    assertThat(other.reindexer().counts().done()).isEqualTo(builds);
  }
}
