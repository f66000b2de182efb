package dev.readout.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnBothEngines
final class RegistrationTableTest {
  @Parameter private StoreFixture.Kind kind;

  private StoreFixture store;
  private RegistrationTable table;

  @BeforeEach
  void open(@TempDir Path temp) {
    store = new StoreFixture(kind, temp);
    table = new RegistrationTable(store.database());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void hash_unknownApplication_isEmpty() {
    table.save(1, "abc");

    assertThat(table.hash(2)).isEmpty();
  }

  @Test
  void save_again_replacesTheHashOfThatApplication() {
    table.save(1, "abc");
    table.save(2, "def");
    table.save(1, "ghi");

    assertThat(table.hash(1)).contains("ghi");
    assertThat(table.hash(2)).contains("def");
  }

  @Test
  void save_longHash_isRefused() {
    assertThatThrownBy(() -> table.save(1, "x".repeat(201)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 200 characters, not 201");
  }
}
