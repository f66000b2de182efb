package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import org.junit.jupiter.api.Test;

final class SnippetTextTest {
  private static final CorpusRecord CHINESE = Samples.inChinese();
  private static final CorpusRecord ENGLISH = Samples.record("rule", Kind.RESTRICTION, Side.US);

  private static String summary(CorpusRecord record, Language language) {
    return SnippetText.words(record.statements().getFirst(), language);
  }

  private static String quotation(CorpusRecord record, Language language) {
    return SnippetText.words(record.statements().getLast(), language);
  }

  @Test
  void words_english_areTheStatement() {
    assertThat(summary(CHINESE, Language.EN)).isEqualTo("The rule on chips.");
    assertThat(quotation(CHINESE, Language.EN)).isEqualTo("“fair” — Jane Roe");
  }

  @Test
  void words_chinese_areItsChineseMarkedForWhatItIs() {
    assertThat(summary(CHINESE, Language.ZH)).isEqualTo("芯片规则。〔概括〕");
    assertThat(quotation(CHINESE, Language.ZH)).isEqualTo("“公平”——罗伊〔中文表述〕");
  }

  @Test
  void words_traditional_areInThatScriptWithTaiwansNames() {
    assertThat(summary(CHINESE, Language.ZH_TW)).isEqualTo("晶片規則。〔摘要〕");
    assertThat(quotation(CHINESE, Language.ZH_TW)).isEqualTo("「公平」——羅伊〔中文表述〕");
  }

  @Test
  void words_noChinese_areTheStatementsOwn() {
    assertThat(summary(ENGLISH, Language.ZH)).isEqualTo("A summary of rule.〔概括〕");
    assertThat(quotation(ENGLISH, Language.ZH)).isEqualTo("“words of a source” — Jane Roe");
  }

  @Test
  void inScript_question_isInTheReadersScript() {
    assertThat(SnippetText.inScript("何时解除芯片禁令？", Language.ZH)).isEqualTo("何时解除芯片禁令？");
    assertThat(SnippetText.inScript("何时解除芯片禁令？", Language.ZH_TW)).isEqualTo("何時解除晶片禁令？");
    assertThat(SnippetText.inScript("When?", Language.ZH_TW)).isEqualTo("When?");
  }
}
