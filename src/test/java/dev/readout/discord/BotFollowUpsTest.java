package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What members ask about an answer in a thread that they opened from it. */
@ExtendWith(SharedBot.class)
final class BotFollowUpsTest {
  private final ServedBot served;
  private final Person alice;

  BotFollowUpsTest(ServedBot served) {
    this.served = served;
    alice = served.person("Alice");
  }

  private Message asked(Person person, String question) {
    int before = endedSoFar();
    Message answer =
        ReplyRules.checked(served, person.slash("ask").option("question", question).send());
    awaitEnded(before);
    return answer;
  }

  /** How many have ended, once what other tests began has. */
  private int endedSoFar() {
    AtomicInteger last = new AtomicInteger(-1);
    await()
        .pollInterval(Duration.ofMillis(200))
        .until(() -> last.getAndSet(served.ended()) == served.ended());
    return last.get();
  }

  /** A reply is seen before the bot hears that Discord took it, and remembers what it was. */
  private void awaitEnded(int before) {
    await().until(() -> served.ended() > before);
  }

  /** What the bot says to the so-manieth mention of it in a thread. */
  private Message said(String thread, String text, int count) {
    int before = served.ended();
    served.discord().say(alice, thread, "<@" + served.discord().applicationId() + "> " + text);
    Message reply = served.discord().awaitMessages(thread, count).get(count - 1);
    awaitEnded(before);
    ReplyRules.assertFits(reply);
    Shown.in(reply).forEach(Shown::assertKeepsPromises);
    return reply;
  }

  @Test
  void mention_inThreadOfAnAnswer_isReadWithIt() {
    Message answer = asked(alice, "What did Washington say about TikTok in Madrid?");
    String thread = served.discord().openThread(alice, answer);

    served.discord().say(alice, thread, "interesting"); // nobody mentioned
    assertThat(said(thread, "and Beijing?", 1).text())
        .startsWith("-# read as: What did Beijing say about TikTok in Madrid?");
    assertThat(said(thread, "and Geneva?", 2).text())
        .startsWith("-# read as: What did Beijing say about TikTok in Geneva?");
  }

  @Test
  void mention_withoutSubject_isAboutTheMeasure() {
    Message answer = asked(alice, "is the affiliates rule in force?");
    String thread = served.discord().openThread(alice, answer);

    Message reply = said(thread, "since when?", 1);
    assertThat(reply.text()).contains("read as: The Affiliates Rule").contains("since when?");
    assertThat(reply.text()).contains("In effect from 29 September 2025");
  }

  @Test
  void mention_inChinese_isRepliedInChinese() {
    Person mei = alice.withLocale("zh-CN");
    Message answer = asked(mei, "马德里会谈后美方怎么说TikTok？");
    String thread = served.discord().openThread(mei, answer);

    assertThat(said(thread, "那中方呢？", 1).text()).startsWith("-# 理解为：马德里会谈后中方怎么说TikTok？");
  }

  /** No character of such a question is in traditional script alone. */
  @Test
  void mention_inEitherScript_isRepliedInTheScriptOfTheAnswer() {
    Person lin = alice.withLocale("zh-TW");
    Message answer = asked(lin, "雙方在釜山就大豆各說了什麼？");
    String thread = served.discord().openThread(lin, answer);

    assertThat(said(thread, "稀土呢？", 1).text()).startsWith("-# 理解為：雙方在釜山就稀土各說了什麼？").contains("華府");
  }

  @Test
  void mention_ofASubjectAfterAMeasure_isAboutTheSubjectAlone() {
    Message answer = asked(alice, "is the affiliates rule in force?");
    String thread = served.discord().openThread(alice, answer);

    assertThat(said(thread, "what about soybeans?", 1).text())
        .startsWith("-# read as: soybeans?")
        .contains("soybeans");
  }

  @Test
  void mention_afterForgetMe_isReadByItself() {
    Person bob = served.person("Bob");
    Message answer = asked(bob, "is the affiliates rule in force?");
    String thread = served.discord().openThread(bob, answer);
    ReplyRules.checked(served, bob.slash("forget-me").send());

    assertThat(said(thread, "What did they agree on TikTok in Madrid?", 1).text())
        .startsWith("-# I no longer know the answer above");
  }
}
