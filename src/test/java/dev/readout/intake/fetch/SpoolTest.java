package dev.readout.intake.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpoolTest {
  @TempDir private Path folder;

  @Test
  void create_written_readAsOftenAsWanted_leavesNoNames() throws IOException {
    Spool spool = new Spool(folder);
    try (Spool.File file = spool.create();
        InputStream first = file.stream();
        InputStream second = file.stream()) {
      file.write("会谈".getBytes(UTF_8));
      file.write('!');
      assertThat(first.read()).isEqualTo(0xe4);
      assertThat(second.readAllBytes()).asString(UTF_8).isEqualTo("会谈!");
      assertThat(first.readAllBytes()).hasSize(6);
      assertThat(first.read()).isEqualTo(-1);
      assertThat(spool.used()).isEqualTo(7);
      assertThat(folder).isEmptyDirectory();
      assertThat(Original.of(file, Format.PLAIN_TEXT, null).sha256())
          .isEqualTo(Original.of("会谈!".getBytes(UTF_8), Format.PLAIN_TEXT, null).sha256());
    }
    assertThat(spool.used()).isZero();
  }

  @Test
  void write_overTheBudgetOrClosed_failsAndIsGivenBack() throws IOException {
    Spool spool = new Spool(folder);
    byte[] large = new byte[Original.MAX_BYTES];
    List<Spool.File> all = new ArrayList<>();
    for (int i = 0; i < Spool.MAX_BYTES / large.length; i++) {
      Spool.File file = spool.create();
      file.write(large);
      all.add(file);
    }
    Spool.File more = spool.create();
    all.add(more);
    assertThatThrownBy(() -> more.write(large)).isInstanceOf(Spool.NoRoomException.class);
    all.forEach(Spool.File::close);
    all.forEach(Spool.File::close);
    assertThat(spool.used()).isZero();
    assertThatThrownBy(() -> more.write(1)).isInstanceOf(Spool.NoRoomException.class);
    assertThat(spool.used()).isZero();
  }

  @Test
  void create_noSuchFolder_hasNoRoom() {
    assertThatThrownBy(() -> new Spool(folder.resolve("none")).create())
        .isInstanceOf(Spool.NoRoomException.class);
  }
}
