package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.answer.RecordSketch;
import dev.readout.answer.ShippedIndex;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Side;
import dev.readout.discord.standin.JdaLog;
import dev.readout.discord.standin.message.Components;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.place.Guild;
import dev.readout.discord.standin.place.Place;
import dev.readout.index.Generation;
import dev.readout.index.IndexDirectory;
import dev.readout.store.FeedbackTable;
import dev.readout.store.Receipt;
import dev.readout.store.Receipts;
import dev.readout.store.ServerSettings;
import dev.readout.store.ServerSettingsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message of before is still good for: after a restart, after a rebuild, after months. */
@ExtendWith(ShippedIndex.class)
final class BotRestartTest {
  private static final String QUESTION = "is the affiliates rule in force?";

  @TempDir Path folder;

  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private final TestClock clock = new TestClock(ShippedIndex.CLOCK.instant());
  private ServedBot served;
  private Person alice;

  @BeforeEach
  void start(IndexDirectory index) {
    served = ServedBot.start(index, folder, ServedBot.GENEROUS, clock);
    alice = served.person("Alice");
  }

  @AfterEach
  void close() {
    served.close();
  }

  private Message ask() {
    return ReplyRules.checked(served, alice.slash("ask").option("question", QUESTION).send());
  }

  private Message press(Message message, String button) {
    return ReplyRules.checked(served, alice.press(message, button));
  }

  private Message receipt(Person person, String id) {
    return ReplyRules.checked(served, person.slash("receipt").option("id", id).send());
  }

  private static String id(Message answer) {
    return BotButtonsTest.receipt(answer);
  }

  /** Of another name than the shipped one, and with none of its records. */
  private Generation rebuilt() throws IOException {
    RecordSketch record =
        new RecordSketch("a-bell", Kind.READOUT, Side.US).says("Every bicycle needs a bell.");
    RecordSketch.index(folder, record).close();
    return RecordSketch.index(folder, record);
  }

  @Test
  void buttons_afterARestart_workAsBefore() {
    Message answer = ask();
    Message secret =
        ReplyRules.checked(
            served, alice.slash("ask").option("question", QUESTION).option("private", true).send());
    Message moreBefore = press(answer, ServedBot.all(answer));
    served.restart();

    assertThat(Shown.in(press(answer, ServedBot.all(answer)))).isEqualTo(Shown.in(moreBefore));
    assertThat(press(answer, "Sources").text()).startsWith("### Sources");
    assertThat(press(answer, "👍").text()).startsWith("Thank you.");
    assertThat(new FeedbackTable(served.database()).of(id(answer)).helpful()).isEqualTo(1);
    assertThat(Shown.in(press(secret, "📢"))).isEqualTo(Shown.in(secret));
    String related = answer.selects().getFirst().options().getFirst().label();
    assertThat(Shown.in(ReplyRules.checked(served, alice.choose(answer, related)))).isNotEmpty();
  }

  @Test
  void receipt_afterARestart_showsTheSameStatements() {
    Message answer = ask();
    served.restart();
    Message again = receipt(alice, id(answer));

    assertThat(Shown.in(again)).isEqualTo(Shown.in(answer));
    assertThat(again.text()).contains("✅ Same today");
  }

  @Test
  void more_indexRebuiltSince_showsTheOldPageAndSaysSo() throws IOException {
    Message answer = ask();
    Message before = press(answer, ServedBot.all(answer));
    served.indexes().replaceGlobal(rebuilt());
    Message after = press(answer, ServedBot.all(answer));

    // What it says of the index takes room, so that less may fit.
    assertThat(Shown.in(before)).containsSubsequence(Shown.in(after));
    assertThat(before.text()).doesNotContain("the current one is");
    assertThat(after.text()).contains("From index generation 000001; the current one is 000002");
  }

  @Test
  void receipt_sourcesGoneFromTheIndex_showsThemAndSaysSo() throws IOException {
    Message answer = ask();
    served.indexes().replaceGlobal(rebuilt());
    Message again = receipt(alice, id(answer));

    assertThat(again.text()).contains("Source withdrawn since:").doesNotContain("Same today");
    assertThat(Shown.in(press(again, ServedBot.all(again)))).isNotEmpty();
  }

  @Test
  void receipt_manySourcesGone_stillFits() throws IOException {
    Message answer =
        ReplyRules.checked(
            served,
            alice
                .slash("ask")
                .option("question", "what was agreed in Busan on rare earths?")
                .send());
    served.indexes().replaceGlobal(rebuilt());

    assertThat(receipt(alice, id(answer)).text()).contains("Source withdrawn since:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"r0:more:7K3Q9ZTA:2", "r2:show", "💥 <@1> garbage", "r1:more:7K3Q9ZTA", "x"})
  void press_idOfNoOrAnotherVersion_saysWhatToDo(String customId) {
    Message odd = withFirstButton(ask(), customId);
    Message reply = ReplyRules.checked(served, alice.unchecked().press(odd, customId));

    assertThat(reply.text())
        .startsWith("This button is from another version of Readout.")
        .doesNotContain("garbage");
    assertThat(reply.isEphemeral()).isTrue();
  }

  private static Message withFirstButton(Message message, String customId) {
    ObjectNode json = message.json().deepCopy();
    ObjectNode button =
        (ObjectNode)
            Components.all(json.path("components"), Components.BUTTON)
                .filter(one -> one.has("custom_id"))
                .findFirst()
                .orElseThrow();
    button.put("custom_id", customId);
    return new Message(json, message.edits(), false, message.files(), message.receiverId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"All", "Sources", "👍"})
  void press_receiptExpired_saysSo(String button) {
    Message answer = ask();
    clock.advance(Duration.ofDays(181));
    Message reply = press(answer, button.equals("All") ? ServedBot.all(answer) : button);

    if (button.equals("👍")) { // the vote still counts until the receipt is cleared away
      assertThat(reply.text()).startsWith("Thank you.");
    } else {
      assertThat(reply.text()).contains("No receipt `" + id(answer) + "` is kept", "180 days");
    }
    assertThat(receipt(alice, id(answer)).text()).contains("No receipt");
  }

  @Test
  void receipt_ofAnotherServer_isUnknown() {
    Message answer = ask();
    Person elsewhere = alice.in(Place.withUserInstall(Guild.named("Elsewhere")));

    assertThat(receipt(elsewhere, id(answer)).text()).contains("No receipt");
    assertThat(receipt(alice.in(Place.botDm()), id(answer)).text()).contains("No receipt");
    assertThat(receipt(served.person("Bob"), id(answer)).text()).contains("Same today");
  }

  @Test
  void receipt_byDefault_keepsNeitherQuestionNorMember() {
    Receipt kept = new Receipts(served.database()).find(id(ask())).orElseThrow();

    assertThat(kept.question()).isNull();
    assertThat(kept.member()).isNull();
  }

  @Test
  void receipt_inAServerThatKeepsQuestions_keepsThemUntilForgotten() {
    long server = Long.parseLong(served.discord().guild().id());
    new ServerSettingsTable(served.database())
        .save(
            new ServerSettings(
                server, null, false, true, true, Set.of(), false, null, Set.of(), false),
            "1");
    String id = id(ask());
    Receipt kept = new Receipts(served.database()).find(id).orElseThrow();
    Message erased = ReplyRules.checked(served, alice.slash("forget-me").send());

    assertThat(kept.question()).isEqualTo(QUESTION);
    assertThat(kept.member()).isNotNull().doesNotContain(alice.id());
    assertThat(erased.text()).contains("the question text of 1 receipt ");
    assertThat(new Receipts(served.database()).find(id).orElseThrow().question()).isNull();
  }

  @Test
  void serverSettings_privateWithoutFeedbackInChinese_areKeptTo() {
    long server = Long.parseLong(served.discord().guild().id());
    new ServerSettingsTable(served.database())
        .save(
            new ServerSettings(
                server, "zh-TW", true, false, false, Set.of(), false, null, Set.of(), false),
            "1");
    Message answer = ask();

    assertThat(answer.isEphemeral()).isTrue();
    assertThat(answer.text()).contains("狀態未知", "資料至");
    assertThat(answer.buttonLabels()).containsAll(List.of("來源", "📢"));
    assertThat(answer.buttonLabels()).doesNotContain("有幫助");
  }
}
