package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readout.answer.Texts;
import dev.readout.corpus.Language;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.place.Guild;
import dev.readout.discord.standin.place.Place;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The same bot in a server, in direct messages, in private channels, and in every language. */
@ExtendWith(SharedBot.class)
final class BotPlacesTest {
  private static final String QUESTION = "is the affiliates rule in force?";

  private final ServedBot served;
  private final Person alice;

  BotPlacesTest(ServedBot served) {
    this.served = served;
    alice = served.person("Alice");
  }

  static Stream<Place> places() {
    return Stream.of(
        Place.botDm(),
        Place.friendDm(),
        Place.groupDm(),
        Place.withUserInstall(Guild.named("Elsewhere")));
  }

  private Message reply(Person person, String command, String option, String value) {
    return ReplyRules.checked(served, person.slash(command).option(option, value).send());
  }

  @ParameterizedTest
  @MethodSource("places")
  void ask_outsideServersOfTheBot_isAnsweredAndItsButtonsWork(Place place) {
    Person visitor = alice.in(place);
    Message answer = reply(visitor, "ask", "question", QUESTION);

    assertThat(Shown.in(answer)).isNotEmpty();
    assertThat(answer.channelId()).isEqualTo(visitor.channelId());
    for (String button : List.of(ServedBot.all(answer), "Sources", "👍")) {
      Message pressed = ReplyRules.checked(served, visitor.press(answer, button));
      assertThat(pressed.text()).as(button).isNotBlank().doesNotContain("No receipt");
    }
    String related = answer.selects().getFirst().options().getFirst().label();
    assertThat(Shown.in(ReplyRules.checked(served, visitor.choose(answer, related)))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("places")
  void everyCommand_outsideServersOfTheBot_isAnswered(Place place) {
    Person visitor = alice.in(place);
    for (String command : List.of("help", "about", "ping", "privacy", "sources", "forget-me")) {
      ReplyRules.checked(served, visitor.slash(command).send());
    }
    assertThat(reply(visitor, "compare", "meeting", "Busan").text()).contains("Busan");
    assertThat(reply(visitor, "status", "measure", "affiliates rule").text())
        .contains("Affiliates Rule");
    assertThat(reply(visitor, "explain", "term", "EL").text()).contains("Entity List");
    assertThat(
            Shown.in(ReplyRules.checked(served, visitor.menu("Find sources for this", QUESTION))))
        .isNotEmpty();
    ReplyRules.checked(served, visitor.menu("Check this quote", "“a truce for one year more”"));
    assertThat(visitor.slash("explain").typing("term", "enti").choices()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("places")
  void show_outsideServersOfTheBot_repeatsTheReply(Place place) {
    Person visitor = alice.in(place);
    Message answer =
        ReplyRules.checked(
            served,
            visitor.slash("ask").option("question", QUESTION).option("private", true).send());
    Message shown = ReplyRules.checked(served, visitor.press(answer, "📢"));

    assertThat(shown.isEphemeral()).isFalse();
    assertThat(Shown.in(shown)).isEqualTo(Shown.in(answer));
  }

  @ParameterizedTest
  @CsvSource({
    "en-US, Not known since, Sources, Not in the sources.",
    "fr, Not known since, Sources, Not in the sources.",
    "zh-CN, 起的状态未知, 来源, 资料中没有答案。",
    "zh-TW, 起的狀態未知, 來源, 資料中沒有答案。"
  })
  void ask_locale_isAnsweredInItsLanguage(
      String locale, String verdict, String sources, String declined) {
    Person reader = alice.withLocale(locale);
    Message answer = reply(reader, "ask", "question", QUESTION);

    assertThat(answer.text()).contains(verdict);
    assertThat(answer.buttonLabels()).contains(sources, "🗑️");
    assertThat(ReplyRules.checked(served, reader.press(answer, sources)).text())
        .startsWith("### " + sources);
    assertThat(reply(reader, "ask", "question", "what is the capital of Peru").text())
        .contains(declined);
  }

  @ParameterizedTest
  @CsvSource({
    "zh-CN, 提问, 您的问题，中英文均可",
    "zh-TW, 提問, 您的提問，中英文均可",
  })
  void commands_locale_areNamedInIt(String locale, String name, String description) {
    var ask = served.discord().commands().global().getFirst().json();

    assertThat(ask.path("name_localizations").path(locale).asText()).isEqualTo(name);
    assertThat(ask.path("options").path(0).path("description_localizations").path(locale).asText())
        .isEqualTo(description);
  }

  @Test
  void commands_eachText_isThereInEveryLanguageAndUsed() {
    Set<String> unused = new TreeSet<>(Texts.keys(Language.EN));
    unused.removeIf(key -> !key.startsWith("command."));
    served.discord().commands().global().forEach(command -> worded(command.json(), "", unused));

    assertThat(unused).isEmpty();
  }

  private static void worded(JsonNode part, String before, Set<String> unused) {
    String path = before + part.path("name").asText().toLowerCase(Locale.ROOT).replace(' ', '_');
    boolean isOption = before.endsWith("options.");
    for (String field : isOption ? List.of("description") : List.of("name", "description")) {
      if (!part.path(field).asText().isEmpty()) {
        assertThat(part.path(field).asText()).as(path).isNotEqualTo("…");
        assertThat(part.path(field + "_localizations")).as("%s of %s", field, path).hasSize(2);
      }
      String own = "command." + path + "." + field;
      unused.remove(
          Texts.find(own, Language.EN).isPresent()
              ? own
              : "command."
                  + own.substring(own.indexOf("options.") < 0 ? 0 : own.indexOf("options.")));
    }
    for (JsonNode one : part.path("options")) {
      boolean isSubcommand = one.path("type").asInt() <= 2;
      worded(one, path + (isSubcommand ? "." : ".options."), unused);
    }
  }
}
