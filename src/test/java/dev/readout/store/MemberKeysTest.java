package dev.readout.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MemberKeysTest {
  private static final long MEMBER = 80351110224678912L;

  @TempDir private Path temp;

  private String keyIn(String name) {
    try (Database database = TestDatabase.open(temp.resolve(name), InstantSource.system())) {
      return new MemberKeys(database).of(MEMBER);
    }
  }

  @Test
  void of_member_is32HexadecimalDigitsWithoutTheId() {
    assertThat(keyIn("readout.db")).matches("[0-9a-f]{32}").doesNotContain(Long.toString(MEMBER));
  }

  @Test
  void of_reopened_isTheSame() {
    assertThat(keyIn("readout.db")).isEqualTo(keyIn("readout.db"));
  }

  @Test
  void of_otherDatabase_isAnother() {
    assertThat(keyIn("readout.db")).isNotEqualTo(keyIn("other.db"));
  }

  @Test
  void of_manyMembers_areDistinct() {
    try (StoreFixture store = new StoreFixture(temp)) {
      MemberKeys keys = new MemberKeys(store.database());

      assertThat(LongStream.range(0, 1_000).mapToObj(keys::of).collect(Collectors.toSet()))
          .hasSize(1_000);
    }
  }
}
