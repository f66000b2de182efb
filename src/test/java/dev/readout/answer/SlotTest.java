package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Language;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SlotTest {

  private static Set<Slot> in(String question) {
    return Slot.in(question, Language.of(question));
  }

  private static Set<Slot> slots(String names) {
    return Arrays.stream(names.split(" ", -1)).map(Slot::valueOf).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({
    "until when is the ban paused, END",
    "How long does the truce last?, END",
    "when does the suspension run out, END",
    "停火什么时候到期, END",
    "暂停到哪天为止, END",
    "休战延长到几月, END",
    "暂停多久, END",
    "when did the rule take effect, START",
    "day of the hearing on ships, DAY",
    "is there a ceiling on sales, AMOUNT",
    "what's the holdup in Washington, REASON",
    "at whose offices did they sit, PLACE",
    "they named three grounds. Which ones?, LIST",
    "sticking points of the talks. list pls, LIST",
    "he gave three examples, LIST",
    "SINCE WHEN IS IT IN FORCE, START",
    "从哪天起征收, START",
    "附加关税何时生效, START",
    "芯片关税哪天开征, START",
    "When was the rule published?, DAY",
    "which year did China join, DAY",
    "会谈是哪天举行的, DAY",
    "who signed the order, PERSON",
    "Which minister spoke in Madrid?, PERSON",
    "谁签署了协议, PERSON",
    "哪位部长出席, PERSON",
    "which agency runs the list, BODY",
    "哪个部门发布了公告, BODY",
    "how much soy did China buy, AMOUNT",
    "What was the tariff rate?, AMOUNT",
    "what is the current rate of the duty, AMOUNT",
    "关税是多少, AMOUNT",
    "谈了几轮, AMOUNT",
    "中国答应买几架飞机, AMOUNT",
    "关税现在是几趴, AMOUNT",
    "采购多少万吨, AMOUNT",
    "判决是几比几, AMOUNT",
    "会谈持续了多久, AMOUNT",
    "where did they meet, PLACE",
    "Which city hosted the talks?, PLACE",
    "会谈在哪里举行, PLACE",
    "what is the federal register number, CITATION",
    "几号公告宣布的, CITATION",
    "why was ZTE fined, REASON",
    "on what grounds was it listed, REASON",
    "为什么加征关税, REASON",
    "which minerals are controlled, LIST",
    "管制哪些物项, LIST",
    "is the affiliates rule still suspended, STANDING",
    "what became of the port fees, STANDING",
    "镓禁令还有效吗, STANDING",
    "港口费还收吗, STANDING",
    "那项调查后来怎么样, STANDING",
    "What is the Entity List?, DEFINITION",
    "实体清单是什么, DEFINITION",
    "how did the rate change, CHANGE",
    "关税的变化, CHANGE",
    "关税是几点几分停的, DAY",
    "管的是哪七种元素, LIST",
    "他说的三点分歧是什么, LIST",
    "那笔费用现在收不收, STANDING",
    "加征的关税取消了没有, STANDING",
    "那个公告真的执行过吗, STANDING",
    "which light and heavy metals have needed a permit, LIST",
    "what three steps did Beijing name, LIST",
    "names of the firms that were listed, LIST",
    "what's the cap on shipments, AMOUNT",
    "price of one chip in yuan, AMOUNT",
    "from what date did Beijing stop the duty, STANDING",
    "what is its docket number, CITATION",
    "how long is their list of goods, AMOUNT",
    "mills listed over forced labour, LIST"
  })
  void in_question_hasWhatItAsksFor(String question, Slot slot) {
    assertThat(in(question)).contains(slot);
  }

  @ParameterizedTest
  @CsvSource({
    "when and where did they meet, DAY PLACE",
    "who announced it and why, PERSON REASON",
    "何时何地举行, DAY PLACE"
  })
  void in_questionOfTwoParts_hasBoth(String question, String names) {
    assertThat(in(question)).isEqualTo(slots(names));
  }

  @ParameterizedTest
  @CsvSource({
    "what aims did she name when the Treasury boss spoke, false",
    "which firm was listed and when, true",
    "tell me when they spoke, true"
  })
  void in_when_asksForADayUnlessAClauseFollows(String question, boolean isAsked) {
    assertThat(in(question).contains(Slot.DAY)).isEqualTo(isAsked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"when does it expire", "when did it take effect", "什么时候到期", "何时生效"})
  void in_dayOfAKnownRole_isThatDayOnly(String question) {
    assertThat(in(question)).doesNotContain(Slot.DAY).anyMatch(Slot::isDay);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "affiliates rule",
        "Madrid",
        "the whole story",
        "whenever",
        "chips and datelines",
        "稀土",
        "马德里会谈",
        "哪"
      })
  void in_namesOnly_isEmpty(String question) {
    assertThat(in(question)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "管制哪几种稀土, AMOUNT",
    "第几轮会谈, AMOUNT",
    "暂停多久, AMOUNT",
    "会谈持续了多久, END",
    "税率是什么时候降的, DEFINITION",
    "拒绝的理由是什么, DEFINITION",
    "提出的三点要求是什么, DEFINITION",
    "那几天谈了什么, AMOUNT",
    "两份清单差在哪里, PLACE",
    "在哪些方面让步, PLACE",
    "第8号公告暂停了哪三项措施, STANDING",
    "出口前要经过什么检查, CHANGE",
    "what did Beijing say about tariffs, AMOUNT",
    "what was said about Madrid, DEFINITION",
    "he still talks of the deadline, PERSON",
    "somewhere in Geneva, PLACE",
    "from what date did Beijing stop the duty, START",
    "by how much may a plant still grow, STANDING",
    "until when are comments on the docket taken, CITATION",
    "are the seven metals frozen too, LIST",
    "how long is their list of goods, END",
    "how did it react when Beijing sued over the rule, END",
    "are mills listed over forced labour, LIST"
  })
  void in_wordsThatOnlyLookLikeIt_isNotThat(String question, Slot slot) {
    assertThat(in(question)).doesNotContain(slot);
  }
}
