package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What replies once said wrongly, asked again as a member asks it. */
@ExtendWith(SharedBot.class)
final class BotPointsTest {
  private final ServedBot served;

  BotPointsTest(ServedBot served) {
    this.served = served;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en-US | compare | meeting  | Geneva                              | **Only Washington names**      | nothing on this
          en-US | compare | meeting  | Geneva                              | accounts                       | Section 301
          en-US | status  | measure  | affiliates rule                     | The Affiliates Rule            | [BIS pauses
          zh-TW | status  | measure  | 關聯企業規則                            | 關聯方規則                        | 華為
          zh-TW | status  | measure  | 芬太尼關稅                              | 行政令                          | 关
          zh-TW | compare | meeting  | 日內瓦                                | **僅美方提及**                   | 关
          en-US | explain | term     | 实体清单                               | **Entity List · 实体清单**        | 实体清单 · 实体清单
          zh-TW | explain | term     | 實體清單                               | 實體清單                          | 實體清單 · 實體清單
          en-US | ask     | question | is the affiliates rule in force?    | Not known since                | secondary sources
          en-US | ask     | question | does China still charge 15 percent on US chicken? | ** | Executive Order
          en-US | ask     | question | What did Bessent say yesterday?     | anything after 7 October 2026, where the sources end | Bessent said
          zh-CN | ask     | question | 昨天贝森特说了什么？                        | 晚于资料的最后日期（2026年10月7日）      | 贝森特表示
          en-US | ask     | question | When is the next round of talks?    | 2026                           | **Not in the sources.**
          """)
  void reply_saysWhatItShouldAndNotWhatItOnceDid(
      String locale, String command, String option, String typed, String says, String saysNot) {
    Person reader = served.person("Alice").withLocale(locale);
    Message reply = ReplyRules.checked(served, reader.slash(command).option(option, typed).send());

    assertThat(reply.text()).contains(says).doesNotContain(saysNot);
  }

  @ParameterizedTest
  @CsvSource({
    "is the affiliates rule in force?, as-of, 2025-10-15, 3BA55D",
    "is the affiliates rule in force?, as-of, 2025-12-01, F0B232",
    "is the fentanyl tariff still charged?, as-of, 2026-11-24, DA373C",
    "is the affiliates rule in force?, as-of, 2026-11-24, 80848E",
  })
  void ask_standing_hasItsColour(String question, String option, String day, String colour) {
    Message reply =
        ReplyRules.checked(
            served,
            served
                .person("Alice")
                .slash("ask")
                .option("question", question)
                .option(option, day)
                .send());

    assertThat(List.of(reply.json().path("components").findValuesAsText("accent_color")))
        .asString()
        .contains(Integer.toString(Integer.parseInt(colour, 16)));
  }
}
