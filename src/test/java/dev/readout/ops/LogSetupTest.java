package dev.readout.ops;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readout.discord.command.Trace;
import dev.readout.ops.LogSetup.LogSettings;
import dev.readout.ops.LogSetup.LogSettings.LogFormat;
import dev.readout.ops.LogSetup.LogSettings.LogLevel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What is written, in either form, and what is not. */
final class LogSetupTest {
  private static final String TOKEN = "MTA5.GhJk_l.s3cr3t-Part";
  private static final Logger OURS = LoggerFactory.getLogger("dev.readout.some.Speaker");
  private static final Logger JDA = LoggerFactory.getLogger("net.dv8tion.jda.internal.JDAImpl");
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

  private static CapturedLog capture(LogFormat format) {
    return CapturedLog.of(new LogSettings(format, LogLevel.TRACE), TOKEN)
        .withLibraries(Level.TRACE);
  }

  private static void forInteraction(String id, Runnable work) {
    MDC.put(Trace.INTERACTION, id);
    try {
      work.run();
    } finally {
      MDC.remove(Trace.INTERACTION);
    }
  }

  /** Also holds that every line is one object. */
  private static List<JsonNode> objects(CapturedLog log) throws IOException {
    List<JsonNode> objects = new ArrayList<>();
    for (String line : log.lines()) {
      objects.add(new ObjectMapper().readTree(line));
    }
    return objects;
  }

  @Test
  void plain_hasTimeLevelSpeakerInteractionAndMessageOnOneLine() {
    try (CapturedLog log = capture(LogFormat.PLAIN)) {
      OURS.info("it is {} o'clock", 5);
      forInteraction("42", () -> OURS.warn("two\nlines and \u001B[31mred"));

      assertThat(log.lines()).hasSize(2);
      assertThat(log.lines().getFirst()).matches(TIME + " INFO  Speaker: it is 5 o'clock");
      assertThat(log.lines().getLast())
          .matches(TIME + " WARN  Speaker \\[42]: two lines and \uFFFD\\[31mred");
    }
  }

  @Test
  void plain_exception_followsWithItsTrace() {
    try (CapturedLog log = capture(LogFormat.PLAIN)) {
      OURS.error("failed", new IllegalStateException("closed", new IOException("disk")));

      assertThat(log.lines()).hasSizeGreaterThan(3);
      assertThat(log.lines().get(1)).isEqualTo("java.lang.IllegalStateException: closed");
      assertThat(log.text())
          .contains("\tat dev.readout.ops.LogSetupTest", "Caused by: java.io.IOException: disk");
    }
  }

  @Test
  void json_isOneObjectALine() throws IOException {
    try (CapturedLog log = capture(LogFormat.JSON)) {
      Instant before = Instant.now().minusMillis(1);
      OURS.info("a \"word\",\n\ta path \\ /and 中文 \u0001\u2028 \uD83D\uDE00");
      forInteraction("42", () -> OURS.error("failed", new IOException("disk\nfull")));

      JsonNode first = objects(log).getFirst();
      assertThat(first.fieldNames())
          .toIterable()
          .containsExactly("timestamp", "level", "logger", "thread", "message");
      assertThat(first.get("message").asText())
          .isEqualTo("a \"word\",\n\ta path \\ /and 中文 \u0001\u2028 \uD83D\uDE00");
      assertThat(first.get("level").asText()).isEqualTo("INFO");
      assertThat(first.get("logger").asText()).isEqualTo("Speaker");
      assertThat(first.get("thread").asText()).isEqualTo(Thread.currentThread().getName());
      assertThat(first.get("timestamp").asText()).matches(TIME);
      assertThat(Instant.parse(first.get("timestamp").asText())).isAfter(before);
      JsonNode second = objects(log).getLast();
      assertThat(second.get("interaction").asText()).isEqualTo("42");
      assertThat(second.get("exception").asText())
          .startsWith("java.io.IOException: disk full\n\tat dev.readout.ops.LogSetupTest");
    }
  }

  @ParameterizedTest
  @EnumSource(LogFormat.class)
  void anyForm_secrets_areHidden(LogFormat format) {
    try (CapturedLog log = capture(format)) {
      OURS.warn(
          "sent {} to https://discord.com/api/v10/webhooks/12/aW50ZXJ.x-y/messages/@original",
          TOKEN);
      OURS.warn("POST interactions/34/aW50ZXJhY3Rpb24/callback", new IOException("with " + TOKEN));
      OURS.warn("got {}", "{\"id\": \"1\", \"token\": \"aW50ZXJ\", \"x\": 2}");

      assertThat(log.text())
          .contains("webhooks/12/<hidden>/messages/@original", "interactions/34/<hidden>/callback")
          .contains("with <hidden>")
          .doesNotContain(TOKEN, "aW50ZXJ");
    }
  }

  @ParameterizedTest
  @EnumSource(LogFormat.class)
  void anyForm_exceptionOfAnInteraction_repeatsNothingThatWasTyped(LogFormat format) {
    Exception quoting = new IllegalArgumentException("argument 'zanzibar'");
    IOException disk = new IOException("disk full", new IllegalStateException(quoting));
    Exception failure = new CompletionException(new UncheckedIOException("at 5", disk));
    failure.addSuppressed(new NumberFormatException("For input string: \"zanzibar\""));
    try (CapturedLog log = capture(format)) {
      forInteraction("42", () -> OURS.error("failed", failure));

      assertThat(log.text())
          .contains("java.util.concurrent.CompletionException", "UncheckedIOException: at 5")
          .contains("java.io.IOException: disk full", "LogSetupTest.java:")
          .contains("IllegalArgumentException: <hidden>", "NumberFormatException: <hidden>")
          .doesNotContain("zanzibar");
    }
  }

  @Test
  void sameTrace_withinAnHour_isWrittenOnce() {
    try (CapturedLog log = capture(LogFormat.PLAIN)) {
      for (int i = 0; i < 3; i++) {
        OURS.warn("tried again later", new IllegalStateException("no. " + i));
      }
      OURS.warn("something else", new IllegalStateException("no. 3"));

      assertThat(log.lines()).filteredOn(line -> line.contains("tried again later")).hasSize(3);
      assertThat(log.lines())
          .filteredOn(line -> line.startsWith("\tat " + LogSetupTest.class.getName()))
          .hasSize(2);
      assertThat(log.lines())
          .filteredOn(
              line ->
                  line.matches(
                      "java.lang.IllegalStateException: no. [12]; its trace is at " + TIME))
          .hasSize(2);
    }
  }

  /** What JDA prints when it meets something that it cannot read: all of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Got an unexpected error. Please redirect the following message to the devs:\\n"
            + "\\tJDA 6\\n"
            + "\\tX -> zanzibar | Got an unexpected error. Please redirect the following message to"
            + " the devs:",
        "Failed to parse json: {\"d\": \"zanzibar\"} | Failed to parse json: ",
        "Failed with [{\"d\": \"zanzibar\"}] in it | Failed with ",
        "RestAction queue returned failure: [X] 10062: Unknown interaction | RestAction queue"
            + " returned failure: [X] 10062: Unknown interaction",
        "Missed 2 heartbeats! | Missed 2 heartbeats!",
      })
  void jda_whatDiscordSent_isLeftOut(String said, String shown) {
    try (CapturedLog log = capture(LogFormat.PLAIN)) {
      JDA.error(said.replace("\\n", "\n"), new IllegalArgumentException("zanzibar"));

      assertThat(log.lines().getFirst().strip()).endsWith("ERROR JDAImpl: " + shown);
      assertThat(log.text())
          .contains("IllegalArgumentException: <hidden>")
          .doesNotContain("zanzibar");
    }
  }

  @Test
  void jda_belowInfo_isSilentWhateverLevelIsSet() {
    try (CapturedLog log = capture(LogFormat.PLAIN)) {
      ch.qos.logback.classic.Logger logger = (ch.qos.logback.classic.Logger) JDA;
      logger.setLevel(Level.TRACE);
      try {
        JDA.trace("<- all that Discord sends");
        JDA.debug("Unrecognized event:\nsomething");
        JDA.info("Login Successful!");
        assertThat(JDA.isDebugEnabled()).isFalse();
      } finally {
        logger.setLevel(null);
      }

      assertThat(log.lines())
          .singleElement()
          .asString()
          .endsWith("INFO  JDAImpl: Login Successful!");
    }
  }

  @Test
  void jda_networkIsDown_takesOneLineAndNoTrace() {
    Logger requests = LoggerFactory.getLogger("net.dv8tion.jda.api.requests.RestRateLimiter");
    IOException down = new ConnectException("Connection refused");
    try (CapturedLog log = capture(LogFormat.PLAIN)) {
      JDA.error("Failed to establish connection", new IllegalStateException(down));
      requests.error(
          "Encountered exception trying to execute request", new UncheckedIOException(down));

      assertThat(log.lines()).hasSize(2);
      assertThat(log.lines().getLast())
          .isEqualTo(
              "java.lang.IllegalStateException, caused by java.net.ConnectException: Connection"
                  + " refused");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"WARN", "OFF"})
  void level_isThatOfTheSettings(String level) {
    try (CapturedLog log =
        CapturedLog.of(new LogSettings(LogFormat.PLAIN, LogLevel.valueOf(level)), TOKEN)) {
      OURS.info("news");
      OURS.warn("trouble");

      assertThat(log.lines()).hasSize(level.equals("OFF") ? 0 : 1);
    }
  }

  @Test
  void thread_endedByAnError_isALineToo() throws IOException, InterruptedException {
    try (CapturedLog log = capture(LogFormat.JSON)) {
      Thread thread =
          Thread.ofVirtual()
              .name("answer-0")
              .start(
                  () -> {
                    throw new StackOverflowError();
                  });
      thread.join();

      assertThat(objects(log))
          .singleElement()
          .satisfies(
              line -> {
                assertThat(line.get("message").asText()).isEqualTo("thread 'answer-0' ended");
                assertThat(line.get("exception").asText())
                    .startsWith("java.lang.StackOverflowError");
              });
    }
  }
}
