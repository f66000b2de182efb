package dev.readout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readout.cli.Terminal.Layout;
import dev.readout.cli.TestTerminal.Run;
import dev.readout.corpus.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds what {@code docs/json.md} promises to programs. */
final class JsonContractTest {
  private static final List<String> ANSWER_KEYS =
      List.of(
          "question",
          "outcome",
          "lang",
          "asOf",
          "verdict",
          "snippets",
          "more",
          "missing",
          "nearest",
          "related",
          "index",
          "tookMicros",
          "search");
  private static final List<String> VERDICT_KEYS = List.of("text", "slot", "records");
  private static final List<String> SNIPPET_KEYS =
      List.of(
          "text",
          "voice",
          "record",
          "start",
          "end",
          "title",
          "kind",
          "side",
          "issuer",
          "published",
          "url",
          "citation",
          "sourceType",
          "standing",
          "speaker",
          "provenance",
          "effective",
          "recordAsOf",
          "later",
          "statusNote",
          "textZh",
          "titleZh",
          "issuerZh");

  @TempDir static Path folder;
  private static TinyInstallation installation;

  @BeforeAll
  static void install() {
    installation = new TinyInstallation(folder);
    installation.run("index");
  }

  private static JsonNode json(String line) throws JsonProcessingException {
    return new ObjectMapper().readTree(line);
  }

  private static JsonNode ask(String... options) throws JsonProcessingException {
    List<String> arguments = new ArrayList<>(List.of("ask", "--json"));
    arguments.addAll(List.of(options));
    Run run = installation.run(arguments.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines()).hasSize(1);
    return json(run.out());
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @Test
  void ask_answered_hasTheKeysInTheirOrder() throws JsonProcessingException {
    JsonNode answer = ask(TinyInstallation.QUESTION);
    assertThat(keys(answer)).isEqualTo(ANSWER_KEYS);
    assertThat(keys(answer.get("snippets").get(0))).isEqualTo(SNIPPET_KEYS);
    assertThat(answer.get("verdict").isNull()).isTrue();
    assertThat(answer.get("missing")).isEmpty();
    assertThat(keys(answer.get("more").get(0))).isEqualTo(SNIPPET_KEYS);
    assertThat(keys(answer.get("index")))
        .containsExactly("generation", "built", "records", "statements", "reachesTo");
    assertThat(keys(answer.get("index").get("reachesTo"))).containsExactly("us", "prc");
  }

  @Test
  void ask_measure_hasItsValues() throws IOException {
    JsonNode answer = ask(TinyInstallation.QUESTION);
    assertThat(answer.get("question").asText()).isEqualTo(TinyInstallation.QUESTION);
    assertThat(answer.get("outcome").asText()).isEqualTo("answered");
    assertThat(answer.get("lang").asText()).isEqualTo("en");
    assertThat(answer.get("asOf").asText()).isEqualTo("2026-11-24");
    assertThat(answer.get("tookMicros").isIntegralNumber()).isTrue();
    assertThat(answer.get("search").asText()).isEqualTo("words");
    assertThat(answer.get("index").get("records").asInt()).isEqualTo(6);
    assertThat(answer.get("index").get("reachesTo").get("us").asText()).isEqualTo("2025-11-10");
    assertThat(answer.get("snippets").get(0))
        .isEqualTo(
            json(
                """
                {"text": "The bicycle export rule of September 2025 asks for a licence for every bicycle sold abroad.",
                 "voice": "summary", "record": "2025-09-29-bicycle-rule", "start": 3, "end": 94,
                 "title": "The bicycle export rule", "kind": "restriction", "side": "us",
                 "issuer": "Bureau of Bicycles", "published": "2025-09-29",
                 "url": "https://example.org/talks", "citation": "90 FR 12345", "sourceType": "official",
                 "standing": "not stated for 24 November 2026; last recorded: suspended from 10 November 2025 to 9 November 2026, by 2025-11-10-bicycle-pause; nothing later in the sources",
                 "speaker": null, "provenance": "secondary", "effective": "2025-09-30",
                 "recordAsOf": null, "later": false, "statusNote": "Said to come back.",
                 "textZh": null, "titleZh": null, "issuerZh": null}
                """));
  }

  @Test
  void ask_asOf_movesTheStanding() throws JsonProcessingException {
    JsonNode answer = ask(TinyInstallation.QUESTION, "--as-of", "2025-10-01");
    assertThat(answer.get("asOf").asText()).isEqualTo("2025-10-01");
    assertThat(answer.get("snippets").get(0).get("standing").asText())
        .startsWith(
            "in force from 30 September 2025 to 9 November 2025, by 2025-09-29-bicycle-rule");
  }

  @Test
  void ask_fieldsFillTheSlot_hasAVerdict() throws IOException {
    JsonNode answer = ask("Is the bicycle export rule in force?", "--as-of", "2026-01-01");
    assertThat(answer.get("outcome").asText()).isEqualTo("answered");
    assertThat(keys(answer.get("verdict"))).isEqualTo(VERDICT_KEYS);
    assertThat(answer.get("verdict"))
        .isEqualTo(
            json(
                """
                {"text": "Suspended from 10 November 2025 to 9 November 2026 — The bicycle export rule. Said to come back.",
                 "slot": "standing",
                 "records": ["2025-09-29-bicycle-rule", "2025-11-10-bicycle-pause"]}
                """));
    assertThat(answer.get("snippets")).isNotEmpty();
  }

  @Test
  void ask_compiledRecordWithACitationOnly_saysSo() throws JsonProcessingException {
    JsonNode snippet = ask("What is a bicycle?").get("snippets").get(0);
    assertThat(snippet.get("record").asText()).isEqualTo("2024-07-01-glossary-bicycle");
    assertThat(snippet.get("published").isNull()).isTrue();
    assertThat(snippet.get("recordAsOf").asText()).isEqualTo("2024-07-01");
    assertThat(snippet.get("url").isNull()).isTrue();
    assertThat(snippet.get("sourceType").asText()).isEqualTo("citation");
    assertThat(snippet.get("standing").isNull()).isTrue();
  }

  @Test
  void ask_snippet_isASliceOfTheRecord() throws IOException {
    for (JsonNode snippet : ask(TinyInstallation.QUESTION).get("snippets")) {
      String record = snippet.get("record").asText();
      String kind = snippet.get("kind").asText();
      Path file =
          installation
              .corpus()
              .resolve(kind + (kind.equals("glossary") ? "" : "s"), record + ".md");
      String text = Files.readString(file);
      String body = text.substring(text.indexOf("\n---\n", 4) + 5);
      assertThat(body.substring(snippet.get("start").asInt(), snippet.get("end").asInt()))
          .isEqualTo(snippet.get("text").asText());
    }
  }

  @Test
  void ask_traditionalCharacters_hasTheirLabels() throws JsonProcessingException {
    JsonNode answer = ask("自行車到底是什麼東西？");
    assertThat(answer.get("outcome").asText()).isEqualTo("answered");
    assertThat(answer.get("lang").asText()).isEqualTo("zh-TW");
    assertThat(ask(TinyInstallation.QUESTION, "--lang", "zh-tw").get("lang").asText())
        .isEqualTo("zh-TW");
  }

  @Test
  void ask_unanswerable_isDeclined() throws JsonProcessingException {
    JsonNode answer = ask("Brazilian football");
    assertThat(keys(answer)).isEqualTo(ANSWER_KEYS);
    assertThat(answer.get("outcome").asText()).isEqualTo("declined");
    assertThat(answer.get("verdict").isNull()).isTrue();
    assertThat(answer.get("snippets")).isEmpty();
    assertThat(answer.get("more")).isEmpty();
    assertThat(answer.get("missing").get(0).asText()).startsWith("no record of: ");
  }

  @Test
  void ask_file_answersEveryLineInItsOrder() throws JsonProcessingException {
    String input = "\uFEFF" + TinyInstallation.QUESTION + "\r\n\nthe\n自行车到底是什么东西？";
    Run run = installation.run(Layout.PLAIN, input, "ask", "--json", "--file", "-");
    assertThat(run.code()).isZero();
    List<JsonNode> answers = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      answers.add(json(line));
    }
    assertThat(answers)
        .extracting(answer -> answer.get("question").asText())
        .containsExactly(TinyInstallation.QUESTION, "", "the", "自行车到底是什么东西？");
    assertThat(answers)
        .extracting(answer -> answer.get("outcome").asText())
        .containsExactly("answered", "invalid", "invalid", "answered");
    assertThat(answers.getLast().get("lang").asText()).isEqualTo("zh");
  }

  @Test
  void ask_invalidLine_saysTheProblemLast() throws JsonProcessingException {
    String input = "a".repeat(50_000) + "\n";
    Run run = installation.run(Layout.PLAIN, input, "ask", "--json", "--file", "-");
    JsonNode answer = json(run.out());
    assertThat(keys(answer)).startsWith(ANSWER_KEYS.toArray(String[]::new)).endsWith("problem");
    assertThat(answer.get("question").asText()).hasSize(10_000);
    assertThat(answer.get("problem").asText()).contains("longer than 1,000 characters");
  }

  @Test
  void docs_everyKey_isDescribed() throws IOException {
    String page = Files.readString(Path.of("docs", "json.md"));
    assertThat(ANSWER_KEYS).allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
    assertThat(VERDICT_KEYS).allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
    assertThat(List.of("answered", "nearest", "declined", "invalid"))
        .allSatisfy(outcome -> assertThat(page).contains("`" + outcome + "`"));
    assertThat(SNIPPET_KEYS).allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
    assertThat(page).contains("`problem`");
    assertThat(Language.values())
        .allSatisfy(language -> assertThat(page).contains("`" + language.wireName() + "`"));
  }
}
