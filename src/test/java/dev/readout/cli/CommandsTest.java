package dev.readout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.cli.Terminal.Layout;
import dev.readout.cli.TestTerminal.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandsTest {
  @TempDir Path folder;
  private TinyInstallation installation;

  @BeforeEach
  void install() {
    installation = new TinyInstallation(folder);
  }

  private String printed(String... arguments) {
    Run run = installation.run(arguments);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return run.out();
  }

  @Test
  void run_outputCannotBeWritten_failsAndSaysSo() {
    Run run = installation.runOnFullDisk("ask", TinyInstallation.QUESTION);
    assertThat(run.code()).isEqualTo(ReadoutCommand.FAILED);
    assertThat(run.err()).contains("is the disk full?");
  }

  @Test
  void run_indexCannotBeBuilt_saysWhyInALine() throws IOException {
    Files.createDirectories(folder.resolve("index/build.lock"));
    for (String[] command : new String[][] {{"ask", TinyInstallation.QUESTION}, {"index"}}) {
      Run run = installation.run(command);
      assertThat(run.code()).isEqualTo(ReadoutCommand.FAILED);
      assertThat(run.err().lines())
          .singleElement()
          .asString()
          .startsWith("readout: the index could not be built in " + folder.resolve("index"));
    }
  }

  @Test
  void ask_firstQuestion_buildsTheIndexAndAnswers() {
    assertThat(printed("ask", "What does", "the bicycle", "export rule of 2025 ask for?"))
        .startsWith("The bicycle export rule of September 2025 asks for a licence")
        .contains(
            "\n  Standing of “The bicycle export rule”: not stated for 24 November 2026; last",
            "\nMore statements: 2; --all shows them.\n")
        .doesNotContain("\u001b", "Beijing\n");
  }

  @Test
  void ask_inTraditionalChinese_labelsInThem() {
    assertThat(printed("ask", TinyInstallation.QUESTION, "--lang", "zh-TW"))
        .startsWith("The bicycle export rule of September 2025 asks for a licence")
        .contains("》效力狀態：資料未說明2026年11月24日的狀態；", " 則陳述：用 --all 顯示。\n");
  }

  @Test
  void ask_all_showsMoreAndWhatProvesTheStanding() {
    assertThat(printed("ask", TinyInstallation.QUESTION, "--all"))
        .contains(
            "\nMore · ",
            "\nStanding on 24 November 2026\n",
            "  Proof: The bicycle rule is paused for a year\n",
            "  Note: Said to come back.\n")
        .doesNotContain("--all");
  }

  @Test
  void ask_bothSides_eachHasItsBlock() {
    assertThat(printed("ask", "What did both sides say about the Lisbon talks?"))
        .containsPattern("Washington called the Lisbon talks useful|candid and useful")
        .containsAnyOf("\nBeijing\n", "\nWashington\n");
  }

  @ParameterizedTest
  @CsvSource({
    "status, 2025-09-29-bicycle-rule, 效力狀態",
    "compare, 2024-05-01-lisbon-talks, 美方新聞稿",
    "explain, bicycle, 英文"
  })
  void lookup_lang_isTheReadersLanguage(String command, String subject, String word) {
    assertThat(printed(command, subject, "--lang", "zh-TW")).contains(word);
  }

  @Test
  void status_asOf_showsStateHistoryAndTiedMeasures() {
    assertThat(printed("status", TinyInstallation.SUSPENDED, "--as-of", "2026-01-01"))
        .contains(
            """
            Standing on 1 January 2026
              suspended from 10 November 2025 to 9 November 2026, by 2025-11-10-bicycle-pause; nothing later in the sources
              Proof: The bicycle rule is paused for a year
            """)
        .contains("Note: Said to come back.")
        .contains(
            "• in force from 30 September 2025 to 9 November 2025, by 2025-09-29-bicycle-rule")
        .contains("Related measures on the same day\n• The bicycle rule is paused for a year\n")
        .contains("• Example [official] https://example.org/talks\n• 90 FR 12345 [citation]\n");
  }

  @Test
  void status_noDay_isAsOfToday() {
    assertThat(printed("status", TinyInstallation.SUSPENDED))
        .contains("not stated for 24 November 2026; last recorded: suspended");
  }

  @Test
  void expiring_lastDayBehindTheSources_saysSoAndWritesACalendar() throws IOException {
    Path file = folder.resolve("ends.ics");
    assertThat(printed("expiring", "400", "--ics", file.toString()))
        .contains(
            "The sources record no last day from 24 November 2026 to 29 December 2027.\n",
            "Last day passed since that side's sources end",
            "9 November 2026 · days ago: 15\n",
            "  Suspended from 10 November 2025 to 9 November 2026\n",
            "The sources reach to ");
    assertThat(file).content().startsWith("BEGIN:VCALENDAR\r\n");
  }

  @Test
  void next_nothingAnnounced_saysHowFarTheSourcesReach() {
    assertThat(printed("next", "--lang", "zh")).startsWith("资料中没有2026年11月24日及以后的会谈安排。\n\n资料所及：");
  }

  @Test
  void compare_piped_stacksTheSides() {
    assertThat(printed("compare", "2024-05-01-lisbon-talks"))
        .startsWith("The Lisbon talks of May 2024\n")
        .contains("[1] American account of the Lisbon talks", "[2] Chinese account")
        .contains("Washington\n• Washington called the Lisbon talks useful. [1]\n")
        .contains("• “candid and useful” — Jane Roe [2]\n")
        .contains("In the Chinese accounts that we hold, not in the American ones: unicycle\n")
        .doesNotContain("In the American accounts that we hold")
        .doesNotContain("not in the accounts we hold");
  }

  @Test
  void compare_wideTerminal_setsTheSidesBesideEachOther() {
    Run run = installation.run(new Layout(120, false), "", "compare", "2024-05-01-lisbon-talks");
    assertThat(run.out()).containsPattern("\nWashington +│ Beijing\n");
  }

  @Test
  void explain_term_showsNamesEntryAndUses() {
    assertThat(printed("explain", "bicycle"))
        .startsWith("bicycle\n  English: bicycle\n  Chinese: 自行车\n")
        .contains("• A bicycle is a vehicle with two wheels.\n")
        .contains("other records, the newest first");
  }

  @Test
  void explain_termWithoutEntryInChinese_saysSoInChinese() {
    assertThat(printed("explain", "自行车")).startsWith("自行车\n  英文：bicycle\n");
    assertThat(printed("explain", "自行車")).startsWith("自行車\n  英文：bicycle\n").contains("來源\n");
    assertThat(printed("explain", "unicycle")).contains("The sources hold no entry");
  }

  @Test
  void quote_somebodysWords_areVerbatimWithTheirSource() {
    assertThat(printed("quote", "She called it \u201cCandid and useful\u201d."))
        .startsWith(
            """
            Verbatim in the sources
              Checked: Candid and useful
              “candid and useful” — Jane Roe
                Chinese account of the Lisbon talks
            """)
        .contains("The same words also in:", "American account of the Lisbon talks");
  }

  @Test
  void quote_standardInput_isRead() {
    Run run = installation.run(Layout.PLAIN, "> candid but useful\n", "quote", "-");
    assertThat(run.out())
        .contains("Checked: candid [-but-] {+and+} useful", "Different: words")
        .doesNotContain("Verbatim");
  }

  @Test
  void quote_inChinese_answersInChinese() {
    assertThat(printed("quote", "“双方同意停售全部自行车”")).startsWith("资料中未找到\n");
  }

  @Test
  void index_twice_isUpToDateTheSecondTime() {
    assertThat(printed("index"))
        .matches("built generation 000001: 6 records, 8 statements in [0-9.]+ s\n");
    assertThat(printed("index"))
        .isEqualTo("up to date: generation 000001: 6 records, 8 statements\n");
    assertThat(printed("index", "--force")).startsWith("built generation 000002: ");
  }

  @Test
  void ask_indexIsThere_readsNoSettingsAndOpensNoDatabase() {
    printed("index");
    installation.forbidPlaces();
    assertThat(printed("ask", TinyInstallation.QUESTION)).startsWith("The bicycle export rule");
    assertThat(folder.resolve("readout.db")).doesNotExist();
  }

  @Test
  void rollback_twoGenerations_servesTheFirst() {
    printed("index");
    printed("index", "--force");
    assertThat(printed("rollback"))
        .startsWith("generation 000001, built 2026-11-24T12:00:00Z, serves now");
    assertThat(printed("version")).contains("generation 000001");
  }

  @Test
  void rollback_nothingToGoBackTo_fails() {
    printed("index");
    Run run = installation.run("rollback");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void check_soundCorpus_countsIt() {
    assertThat(printed("check")).matches("6 records, 8 statements, [0-9]+ terms: no defects\n");
  }

  @Test
  void check_defects_listsThemAndFails() {
    installation.write("readouts/2024-05-02-lisbon-us-readout.md", "no front matter\n");
    Run run = installation.run("check");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out().lines().findFirst())
        .hasValueSatisfying(
            line ->
                assertThat(line).matches("readouts/2024-05-02-lisbon-us-readout\\.md:[0-9]+: .+"));
    assertThat(run.out()).contains("1 defect");
  }

  @Test
  void ask_corpusWithDefects_failsWithTheRemedy() {
    installation.write("readouts/2024-05-02-lisbon-us-readout.md", "no front matter\n");
    Run run = installation.run("ask", TinyInstallation.QUESTION);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("run 'bin/readout check'");
  }

  @Test
  void version_withoutIndex_saysThatThereIsNone() {
    assertThat(printed("version")).startsWith("readout ").contains("Java ", "no index yet");
  }

  @Test
  void version_withIndex_tellsWhatItHolds() {
    printed("index");
    assertThat(printed("version")).contains("6 records, 8 statements", "Lucene ", "2 topics");
  }

  @Test
  void eval_file_printsTheTableAndTheMisses() throws IOException {
    Path file = folder.resolve("questions.jsonl");
    Files.writeString(
        file,
        """
        {"q": "%s", "records": ["2025-09-29-bicycle-rule"], "must": ["licence"], "type": "status"}
        {"q": "What is a bicycle?", "records": ["no-such-record"], "type": "definition"}
        """
            .formatted(TinyInstallation.QUESTION));
    assertThat(printed("eval", file.toString(), "-v"))
        .contains("definition: What is a bicycle?\n  expected [no-such-record]\n")
        .contains("\nALL                    2     0.500");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ask",
        "compare",
        "status",
        "next",
        "expiring",
        "explain",
        "quote",
        "index",
        "check",
        "rollback",
        "audit",
        "source",
        "eval",
        "version"
      })
  void help_everyCommand_explainsItself(String command) {
    assertThat(printed(command, "--help")).startsWith("Usage: bin/readout " + command);
    assertThat(printed("--help")).contains("\n  " + command);
  }
}
