package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Statement;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TraditionalScriptTest {
  /** Official names of both governments' texts have 中美 in either script. */
  private static final Set<String> AS_IN_THE_MAINLAND = Set.of("us-china");

  /** A chemical, and a name. */
  private static final String NOT_IN_BIG5 = "哌珏";

  private static final Corpus CORPUS = new CorpusReader(Path.of("index-data")).read();

  @ParameterizedTest
  @CsvSource({
    "特朗普与习近平通话。, 川普與習近平通話。",
    "先进芯片和软件, 先進晶片和軟體",
    "“坦诚、深入”, 「坦誠、深入」",
    "一周后尽快复审, 一週後儘快複審",
    "说明了原因, 說明了原因",
    "成熟制程芯片, 成熟製程晶片",
    "韩国与朝鲜半岛, 南韓與朝鮮半島",
    "海关系统准备就绪，并发出命令, 海關系統準備就緒，並發出命令",
    "对美发起调查，系由媒体报道, 對美發起調查，係由媒體報導",
    "协议里有华为吗，这里干什么, 協議裡有華為嗎，這裡幹什麼",
    "中美日内瓦经贸会谈联合声明, 中美日內瓦經貿會談聯合聲明",
    "何立峰、贝森特、格里尔, 何立峰、貝森特、葛里爾",
    "90 FR 47201, 90 FR 47201"
  })
  void of_simplified_isAsTaiwanWritesIt(String simplified, String traditional) {
    assertThat(TraditionalScript.of(simplified)).isEqualTo(traditional);
  }

  /** A missing line of {@code taiwan.txt} is printed as it should stand there. */
  @Test
  void of_firstNamesOfTheTermList_areItsTraditionalOnes() {
    List<String> missing =
        CORPUS.terms().stream()
            .filter(term -> !term.zhHans().isEmpty() && !term.zhHant().isEmpty())
            .filter(term -> !AS_IN_THE_MAINLAND.contains(term.id()))
            .filter(
                term ->
                    !TraditionalScript.of(term.zhHans().getFirst())
                        .equals(term.zhHant().getFirst()))
            .map(term -> term.zhHans().getFirst() + "\t" + term.zhHant().getFirst())
            .toList();

    assertThat(missing).isEmpty();
  }

  @Test
  void of_shippedWording_hasNoSimplifiedCharacterLeft() {
    CharsetEncoder big5 = Charset.forName("Big5").newEncoder();
    Set<String> strange =
        CORPUS.records().stream()
            .flatMap(TraditionalScriptTest::wording)
            .map(TraditionalScript::of)
            .flatMapToInt(String::codePoints)
            .filter(Character::isIdeographic)
            .mapToObj(Character::toString)
            .filter(character -> !big5.canEncode(character) && !NOT_IN_BIG5.contains(character))
            .collect(Collectors.toSet());

    assertThat(strange).isEmpty();
  }

  private static Stream<String> wording(CorpusRecord record) {
    return Stream.concat(
            Stream.of(record.titleZh(), record.issuerZh(), record.statusNoteZh()),
            record.statements().stream().map(Statement::zh))
        .filter(Objects::nonNull);
  }
}
