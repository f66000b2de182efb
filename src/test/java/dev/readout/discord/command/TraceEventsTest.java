package dev.readout.discord.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class TraceEventsTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(Trace.class);
  private final ListAppender<ILoggingEvent> log =
      new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent event) {
          event.prepareForDeferredProcessing();
          super.append(event);
        }
      };
  private final GenericInteractionCreateEvent interaction =
      mock(GenericInteractionCreateEvent.class);

  @BeforeEach
  void listen() {
    when(interaction.getId()).thenReturn("7");
    log.start();
    logger.addAppender(log);
    logger.setAdditive(false);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(log);
    logger.setAdditive(true);
  }

  private static void fail(GenericEvent event) {
    throw new IllegalStateException("cannot take " + event.getClass().getSimpleName());
  }

  @Test
  void onEvent_anInteraction_isListenedToForItAlone() {
    List<String> seen = new ArrayList<>();
    Trace.Events events = new Trace.Events(_ -> seen.add(String.valueOf(Trace.current())));
    events.onEvent(interaction);
    events.onEvent(mock(ReadyEvent.class));

    assertThat(seen).containsExactly("7", "null");
    assertThat(Trace.current()).isNull();
  }

  @Test
  void onEvent_anInteractionFails_isToldWithItsId() {
    new Trace.Events(TraceEventsTest::fail).onEvent(interaction);

    assertThat(log.list)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getMDCPropertyMap()).containsEntry(Trace.INTERACTION, "7");
              assertThat(event.getThrowableProxy().getMessage()).startsWith("cannot take");
            });
    assertThat(Trace.current()).isNull();
  }

  @Test
  void onEvent_anotherEventFails_isLeftToJda() {
    Trace.Events events = new Trace.Events(TraceEventsTest::fail);
    ReadyEvent ready = mock(ReadyEvent.class);

    assertThatThrownBy(() -> events.onEvent(ready)).hasMessageStartingWith("cannot take");
    assertThat(log.list).isEmpty();
  }
}
