package dev.readout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.cli.Terminal.Layout;
import dev.readout.cli.TestTerminal.Run;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed wrongly: exit code 2, one line with the remedy, nothing on standard output. */
final class BadInputTest {
  @TempDir static Path folder;
  private static TinyInstallation installation;

  @BeforeAll
  static void install() {
    installation = new TinyInstallation(folder);
    installation.run("index");
  }

  private static Arguments typed(String remedy, String... arguments) {
    return Arguments.of(remedy, arguments);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        typed("Name a command"),
        typed("no command 'aks'; write one of ask, compare", "aks", "x"),
        typed("Unknown option: '--bogus'", "ask", "--bogus", "x"),
        typed("write a question", "ask"),
        typed("write a question", "ask", "  \t "),
        typed("longer than 1,000 characters", "ask", "a".repeat(10_000)),
        typed("names nothing to search for", "ask", "what is the"),
        typed("没有可检索的内容", "ask", "是什么"),
        typed("沒有可搜尋的內容", "ask", "是什麼"),
        typed("control characters", "ask", "tariff \u001b[31m"),
        typed("direction of writing", "ask", "tariff \u202E"),
        typed("no such day as '30 February 2025'", "ask", "what happened on 30 February 2025?"),
        typed("write us or prc", "ask", "bicycle", "--side", "mars"),
        typed("the nearest are export-controls", "ask", "bicycle", "--topic", "exprot-controls"),
        typed("no day '2025-02-30'", "ask", "bicycle", "--since", "2025-02-30"),
        typed("write year-month-day", "ask", "bicycle", "--until", "yesterday"),
        typed("exchange them", "ask", "x", "--since", "2025-02-02", "--until", "2025-02-01"),
        typed("write en, zh or zh-TW", "ask", "bicycle", "--lang", "fr"),
        typed("no such file", "ask", "--json", "--file", "no/such/file"),
        typed("no such file", "ask", "--json", "--file", "a\u0000b"),
        typed("is a folder", "ask", "--json", "--file", "."),
        typed("--file stands with --json", "ask", "--file", "pom.xml"),
        typed("--file stands with --json", "ask", "--json", "--file", "pom.xml", "and a question"),
        typed(
            "the nearest are export-controls", "ask", "--json", "--file", "-", "--topic", "export"),
        typed("nothing is named", "compare"),
        typed("no meeting", "compare", "zzz"),
        typed("no such day", "compare", "31 June 2025"),
        typed("nothing is named", "status", " "),
        typed("longer than 200 characters", "status", "a".repeat(201)),
        typed("no day '2025-13-01'", "status", "bicycle", "--as-of", "2025-13-01"),
        typed("no term is called 'qwerty'", "explain", "qwerty"),
        typed("control characters", "explain", "\u0007bell"),
        typed("there is nothing to check", "quote"),
        typed("there is nothing to check", "quote", " \t "),
        typed("there is nothing to check", "quote", "-"),
        typed("write en, zh or zh-TW", "quote", "bicycle", "--lang", "fr"),
        typed("name files of judged questions, or --collection", "eval"),
        typed("name files of judged questions", "eval", "pom.xml", "--collection", "docs"),
        typed("no such folder: nowhere", "eval", "--collection", "nowhere"),
        typed("qrels.tsv: no such file", "eval", "--collection", "docs"),
        typed("no such file", "eval", "no-such-file"),
        typed("pom.xml:1: no JSON", "eval", "pom.xml"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void run_badInput_saysTheRemedyOnOneLineAndPrintsNothing(String remedy, String[] arguments) {
    Run run = installation.run(arguments);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("readout: ").contains(remedy).endsWith("\n");
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err().strip().chars()).noneMatch(Character::isISOControl);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Export Controls", "出口管制", "經貿談判"})
  void ask_topicByItsName_isUnderstood(String topic) {
    Run run =
        installation.run(Layout.PLAIN, "", "ask", TinyInstallation.QUESTION, "--topic", topic);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }
}
