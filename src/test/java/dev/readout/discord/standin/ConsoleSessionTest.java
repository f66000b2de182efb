package dev.readout.discord.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConsoleSessionTest {
  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private final StandIn discord = StandIn.start();
  private final TinyBot bot = TinyBot.start(discord);

  @AfterAll
  void close() {
    bot.close();
    discord.close();
  }

  private String transcript(String lines) throws IOException {
    return transcript(discord, lines);
  }

  private static String transcript(StandIn discord, String lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, /* autoFlush= */ true, StandardCharsets.UTF_8);
    ConsoleSession session = new ConsoleSession(discord, out);
    session.awaitBot();
    session.run(new BufferedReader(new StringReader(lines)), /* isEchoing= */ true);
    return bytes
        .toString(StandardCharsets.UTF_8)
        .replaceAll("after [0-9]+ ms", "after N ms")
        .replace("\r", "");
  }

  @Test
  void run_askPressChoose_printsEachReply() throws IOException {
    assertThat(
            transcript(
                """
                /ask question:"is it?" side:us private:true count:2
                press Quote
                type /ask question:"enti"
                quit
                """))
        .isEqualTo(
            """
            > /ask question:"is it?" side:us private:true count:2
            (only you can see this, edited 1×)
            │ You asked: **is it?** side us count 2 of nobody file none in en-US
            │ ────
            │ Washington: …
            │   [Quote]
            [More] [Off (disabled)] [Source](https://example.com/source)
            ▾ Related questions
              1. Is the rule in force? — a rule
              2. Who said so?
            (acknowledged after N ms)
            > press Quote
            (only you can see this)
            a quote
            (acknowledged after N ms)
            > type /ask question:"enti"
              1. entity list
              2. entire
            (acknowledged after N ms)
            """);
  }

  @Test
  void run_chooseByNumberOrText_changesTheMessage() throws IOException {
    assertThat(transcript("/ask question:x\nchoose 2\nchoose \"Is the rule in force?\""))
        .contains("chosen [q2]", "chosen [q1]");
  }

  @Test
  void run_form_isFilledIn() throws IOException {
    assertThat(transcript("/feedback\nsubmit \"What is wrong?\"=\"the date\" Kind=other"))
        .contains("form \"Feedback\"", "What is wrong? (text)", "thanks: the date [other] 0");
  }

  @Test
  void run_otherPeopleAndPlaces_areTold() throws IOException {
    assertThat(transcript("as Carol\nin dm\nlocale zh-CN\n/ask question:x"))
        .contains("(Carol, BOT_DM, zh-CN)", "in zh-CN");
    assertThat(transcript("perms manage\n/source add url:https://example.com"))
        .contains("added <https://example.com>");
  }

  @Test
  void run_menuCommandsJournal_arePrinted() throws IOException {
    assertThat(transcript("menu \"Check this quote\" \"tariffs: 10%\"\ncommands\njournal 1"))
        .contains("Bob said: tariffs: 10%", "/ask [question, side?", "menu: Check this quote")
        .contains("POST interactions/");
  }

  @Test
  void run_mistakes_areSaidAndPassed() throws IOException {
    assertThat(transcript("press More\nfly\n/ask\n/ask question:\"ok\""))
        .contains(
            "! no message yet", "! unknown: fly", "! Alice cannot: option question", "**ok**");
  }

  @Test
  void run_badBody_isReported() throws IOException {
    try (StandIn other = StandIn.start();
        TinyBot loud = TinyBot.start(other)) {
      assertThat(transcript(other, "/loud")).contains("!! POST interactions/", "allowed-mentions");
      assertThat(loud.failures()).isEmpty();
    }
  }
}
