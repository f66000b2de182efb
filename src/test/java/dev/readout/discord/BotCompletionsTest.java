package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.discord.standin.interaction.Acknowledgement;
import dev.readout.discord.standin.interaction.Choice;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is offered while a member types. */
@ExtendWith(SharedBot.class)
final class BotCompletionsTest {
  private static final int MAX_CHOICES = 25;
  private static final int MAX_CHARS = 100;

  private final ServedBot served;
  private final Person alice;

  BotCompletionsTest(ServedBot served) {
    this.served = served;
    alice = served.person("Alice");
  }

  private static List<Choice> typing(Person person, String command, String option, String typed) {
    Interaction interaction = person.slash(command).typing(option, typed);
    List<Choice> choices = interaction.choices();
    assertThat(interaction.acknowledged().type()).isEqualTo(Acknowledgement.CHOICES);
    assertThat(choices).hasSizeLessThanOrEqualTo(MAX_CHOICES);
    assertThat(choices)
        .allMatch(choice -> !choice.name().isEmpty() && choice.name().length() <= MAX_CHARS)
        .allMatch(
            choice -> !choice.valueText().isEmpty() && choice.valueText().length() <= MAX_CHARS);
    assertThat(choices).extracting(Choice::valueText).doesNotHaveDuplicates();
    return choices;
  }

  @ParameterizedTest
  @CsvSource({
    "ask, question, what",
    "ask, topic, e",
    "compare, meeting, b",
    "status, measure, a",
    "explain, term, e",
    "listed, name, s",
    "sources, topic, t"
  })
  void typing_inEnglish_offersSome(String command, String option, String typed) {
    assertThat(typing(alice, command, option, typed)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "zh-CN, ask, question, 稀土",
    "zh-CN, status, measure, 稀土",
    "zh-CN, explain, term, 实体",
    "zh-CN, sources, topic, 关税",
    "zh-CN, ask, topic, 农",
    "zh-TW, explain, term, 實體",
    "zh-TW, listed, name, 華",
    "zh-TW, sources, topic, 關稅"
  })
  void typing_inChinese_offersSome(String locale, String command, String option, String typed) {
    assertThat(typing(alice.withLocale(locale), command, option, typed))
        .anyMatch(choice -> choice.name().codePoints().anyMatch(Character::isIdeographic));
  }

  @ParameterizedTest
  @CsvSource({
    "ask, question",
    "ask, topic",
    "compare, meeting",
    "status, measure",
    "explain, term",
    "listed, name",
    "sources, topic"
  })
  void typing_nothingYetOrNonsense_isWithinTheLimits(String command, String option) {
    typing(alice, command, option, "");
    assertThat(typing(alice, command, option, "xyzzy plugh qwrtp")).isEmpty();
    typing(alice, command, option, "\u202E*\"' OR 1=1 " + "长".repeat(300));
  }

  @ParameterizedTest
  @CsvSource({
    "compare, meeting, Busan, Busan",
    "status, measure, Affiliates, affiliates",
    "explain, term, Entity, Entity List",
    "listed, name, inspur, Inspur",
    "sources, topic, Entity, Entity List",
    "ask, question, what did trump and xi, Trump"
  })
  void chosen_suggestion_isWhatIsAnswered(
      String command, String option, String typed, String shown) {
    Choice choice = typing(alice, command, option, typed).getFirst();
    Message reply =
        ReplyRules.checked(served, alice.slash(command).option(option, choice.valueText()).send());

    assertThat(reply.text()).contains(shown).doesNotContain("of that name");
  }

  @Test
  void chosen_suggestionCutByDiscord_isAskedWhole() {
    Choice cut =
        typing(alice, "ask", "question", "Connected vehicles final rule").stream()
            .filter(choice -> choice.name().endsWith("…"))
            .findFirst()
            .orElseThrow();
    Message reply =
        ReplyRules.checked(served, alice.slash("ask").option("question", cut.valueText()).send());
    String asked = Shown.unescaped(reply.text().lines().findFirst().orElseThrow());

    assertThat(cut.valueText()).hasSize(MAX_CHARS);
    assertThat(asked).startsWith("-# " + cut.valueText()).hasSizeGreaterThan(MAX_CHARS + 3);
  }
}
