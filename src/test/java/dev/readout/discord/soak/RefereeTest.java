package dev.readout.discord.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.discord.standin.JdaLog;
import dev.readout.discord.standin.StandIn;
import dev.readout.discord.standin.StandInSettings;
import dev.readout.discord.standin.TinyBot;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.rest.RestFault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That the soak sees what it looks for, with a bot that does it. */
final class RefereeTest {
  private static final String EDITS = "webhooks/.*/messages/@original";

  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private final StandIn discord =
      StandIn.start(StandInSettings.defaults().withPatience(Duration.ofSeconds(2)));
  private final TinyBot bot = TinyBot.start(discord);
  private final Person alice = discord.person("Alice");
  private final Ledger ledger = new Ledger();
  private final Outages outages = new Outages();

  @AfterEach
  void close() {
    bot.close();
    discord.close();
  }

  private Referee referee() {
    return new Referee(ledger, outages, Duration.ofMillis(200));
  }

  private Interaction ask() {
    return alice.slash("ask").option("question", "?").send();
  }

  @Test
  void reply_one_isClean() {
    try (Referee referee = referee()) {
      assertThat(referee.reply(Deed.ASK, ask())).isPresent();
      assertThat(referee.choices(alice.slash("ask").typing("question", "enti")))
          .hasValueSatisfying(choices -> assertThat(choices).isNotEmpty());
    }

    assertThat(ledger.isClean()).isTrue();
    assertThat(ledger.acknowledged(Deed.ASK).number()).isEqualTo(1);
    assertThat(ledger.answered(Deed.COMPLETE).number()).isEqualTo(1);
  }

  @Test
  void reply_andAnother_isDouble() {
    try (Referee referee = referee()) {
      var _ = referee.reply(Deed.ASK, alice.slash("twice").send());
    }

    assertThat(ledger.count(Fault.DOUBLE)).isEqualTo(1);
  }

  @Test
  void reply_thatNeverComes_isLost() {
    discord.fail(RestFault.on("PATCH", EDITS).refused(400, 50035, "Invalid Form Body"));
    try (Referee referee = referee()) {
      assertThat(referee.reply(Deed.ASK, ask())).isEmpty();
    }

    assertThat(ledger.count(Fault.LOST)).isEqualTo(1);
    assertThat(ledger.examples()).singleElement().asString().contains("thinking");
  }

  @Test
  void reply_thatNeverComesInAnOutage_isForgiven() {
    discord.fail(RestFault.on("PATCH", EDITS).refused(400, 50035, "Invalid Form Body"));
    outages.begin();
    Interaction asked = ask();
    outages.end();
    try (Referee referee = referee()) {
      assertThat(referee.reply(Deed.ASK, asked)).isEmpty();
    }

    assertThat(ledger.isClean()).isTrue();
    assertThat(ledger.inOutages()).isEqualTo(1);
  }

  @Test
  void read_refusedRequest_isSeenOnce() {
    discord.fail(RestFault.on("PATCH", EDITS).refused(400, 50035, "Invalid Form Body"));
    try (Referee referee = referee();
        ExchangeReader reader = new ExchangeReader(discord.journal(), ledger, referee)) {
      var _ = referee.reply(Deed.ASK, ask());
      reader.read();
      long once = ledger.exchanges();
      reader.read();

      assertThat(ledger.count(Fault.REFUSED)).isEqualTo(1);
      assertThat(ledger.exchanges()).isEqualTo(once);
    }
  }
}
