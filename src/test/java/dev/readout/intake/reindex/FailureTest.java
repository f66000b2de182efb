package dev.readout.intake.reindex;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.readout.index.IndexUnavailableException;
import dev.readout.intake.reindex.Reindexing.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class FailureTest {

  @Test
  void of_fullDiskWhereverItIsInTheCauses_isThat() {
    IOException full = new IOException("/index/000001: No space left on device");

    assertThat(Failure.of(new UncheckedIOException(full))).isEqualTo(Failure.DISK_FULL);
    assertThat(Failure.of(new IllegalStateException(new UncheckedIOException(full))))
        .isEqualTo(Failure.DISK_FULL);
  }

  @Test
  void of_otherFailuresOfTheDisk_isTheDisk() {
    assertThat(Failure.of(new UncheckedIOException(new IOException("Read-only file system"))))
        .isEqualTo(Failure.DISK);
  }

  @Test
  void of_anIndexThatIsBeingChanged_isBusy() {
    assertThat(Failure.of(new IndexUnavailableException("another change is under way")))
        .isEqualTo(Failure.BUSY);
  }

  @Test
  void tell_whatOperatorsCanMend_isOneLineWithoutAStackTrace() {
    Logger logger = (Logger) LoggerFactory.getLogger(FailureTest.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    try {
      IOException full = new IOException("No space left on device");
      Failure.tell(logger, "it failed", new UncheckedIOException("no room", full));
      Failure.tell(logger, "it failed", new IllegalStateException("a mistake of ours"));
    } finally {
      logger.detachAppender(log);
    }

    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("it failed: no room", "it failed");
    assertThat(log.list)
        .extracting(event -> event.getThrowableProxy() == null)
        .containsExactly(true, false);
  }

  @Test
  void of_anythingElse_isOther() {
    assertThat(Failure.of(new IllegalStateException("No space left on device")))
        .isEqualTo(Failure.OTHER);
    assertThat(Failure.of(new OutOfMemoryError())).isEqualTo(Failure.OTHER);
  }
}
