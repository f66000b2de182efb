package dev.readout.discord.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class JdaLogTest {
  private static final Logger JDA = LoggerFactory.getLogger("net.dv8tion.jda.internal.Some");

  @Test
  void close_unexpectedWarning_fails() {
    JdaLog log = new JdaLog().open();
    JDA.info("all is well");
    JDA.warn("cannot read {}", "READY", new IllegalStateException("no id"));

    assertThatThrownBy(log::close)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("cannot read READY")
        .hasMessageContaining("no id")
        .hasMessageNotContaining("all is well");
  }

  @Test
  void close_expectedWarning_passes() {
    JdaLog log = new JdaLog().open();
    log.expect("heartbeats");
    JDA.error("Missed 2 heartbeats!");

    assertThat(log.lines()).hasSize(1);
    assertThatCode(log::close).doesNotThrowAnyException();
  }

  @Test
  void open_again_hasForgottenTheLastTest() {
    JdaLog log = new JdaLog().open();
    log.expect("x");
    log.close();
    log.open();
    JDA.warn("x");

    assertThatThrownBy(log::close).hasMessageContaining("x");
  }
}
