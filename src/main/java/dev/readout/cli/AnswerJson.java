package dev.readout.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.answer.Answer;
import dev.readout.answer.MeasureStatus;
import dev.readout.answer.MissingText;
import dev.readout.answer.ProblemText;
import dev.readout.answer.SourceText;
import dev.readout.answer.StandingText;
import dev.readout.answer.VerdictText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Source;
import dev.readout.corpus.Statement;
import dev.readout.index.GenerationInfo;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An answer as one JSON object on one line, by the contract in {@code docs/json.md}. */
final class AnswerJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private AnswerJson() {}

  /** The object, without a line end; {@code asked} is the question as it was typed. */
  static String of(String asked, Answer answer, Duration took) {
    ObjectNode json = NODES.objectNode();
    json.put("question", asked);
    json.put("outcome", outcome(answer));
    json.put("lang", answer.language().wireName());
    json.put("asOf", answer.asOf().toString());
    addContent(json, answer);
    json.set("index", index(answer.index()));
    json.put("tookMicros", took.toNanos() / 1_000);
    json.put("search", search(answer));
    if (answer instanceof Answer.Invalid invalid) {
      json.put("problem", ProblemText.of(invalid.problem(), Language.EN));
    }
    return json.toString();
  }

  private static @Nullable String search(Answer answer) {
    return switch (answer) {
      case Answer.Answered answered -> answered.searchedBy().wireName();
      case Answer.Declined declined -> declined.searchedBy().wireName();
      case Answer.Invalid _ -> null;
    };
  }

  private static String outcome(Answer answer) {
    return switch (answer) {
      case Answer.Answered _ -> "answered";
      case Answer.Declined declined -> declined.isNearest() ? "nearest" : "declined";
      case Answer.Invalid _ -> "invalid";
    };
  }

  private static void addContent(ObjectNode json, Answer answer) {
    json.set("verdict", verdict(answer));
    ArrayNode snippets = json.putArray("snippets");
    ArrayNode more = json.putArray("more");
    ArrayNode missing = json.putArray("missing");
    ArrayNode nearest = json.putArray("nearest");
    ArrayNode related = json.putArray("related");
    switch (answer) {
      case Answer.Answered answered -> {
        answered.snippets().forEach(snippet -> snippets.add(snippet(snippet, answer.asOf())));
        answered.more().forEach(snippet -> more.add(snippet(snippet, answer.asOf())));
        MissingText.of(answered.missing(), answer.language()).forEach(missing::add);
        answered.related().forEach(related::add);
      }
      case Answer.Declined declined -> {
        declined.near().forEach(snippet -> more.add(snippet(snippet, answer.asOf())));
        MissingText.of(declined.missing(), answer.language()).forEach(missing::add);
        declined.nearest().forEach(record -> nearest.add(record.id()));
        declined.related().forEach(related::add);
      }
      case Answer.Invalid _ -> {}
    }
  }

  private static JsonNode verdict(Answer answer) {
    if (!(answer instanceof Answer.Answered answered) || answered.verdict() == null) {
      return NODES.nullNode();
    }
    ObjectNode json = NODES.objectNode();
    json.put("text", VerdictText.of(answered.verdict(), answer.language()));
    json.put("slot", answered.verdict().slot().name().toLowerCase(Locale.ROOT));
    ArrayNode records = json.putArray("records");
    answered.verdict().records().forEach(record -> records.add(record.id()));
    return json;
  }

  private static ObjectNode snippet(Snippet snippet, LocalDate asOf) {
    Statement statement = snippet.statement();
    CorpusRecord record = snippet.record();
    Source source = snippet.source();
    ObjectNode json = NODES.objectNode();
    json.put("text", statement.text());
    json.put("voice", statement.voice().wireName());
    json.put("record", record.id());
    json.put("start", statement.start());
    json.put("end", statement.end());
    json.put("title", record.title());
    json.put("kind", record.kind().wireName());
    json.put("side", record.side().wireName());
    json.put("issuer", record.issuer());
    json.put("published", text(record.published()));
    json.put("url", snippet.address().orElse(null));
    json.put("citation", record.citation().orElse(null));
    json.put("sourceType", source.type() == null ? "citation" : source.type().wireName());
    json.put("standing", standing(record, asOf));
    json.put("speaker", statement.speaker());
    json.put("provenance", record.provenance().wireName());
    json.put("effective", text(record.effective()));
    json.put("recordAsOf", text(record.asOf()));
    json.put("later", snippet.isLater());
    json.put("statusNote", SourceText.note(record, Language.EN).orElse(null));
    json.put("textZh", statement.zh());
    json.put("titleZh", record.titleZh());
    json.put("issuerZh", record.issuerZh());
    return json;
  }

  private static @Nullable String standing(CorpusRecord record, LocalDate asOf) {
    return MeasureStatus.of(record, asOf)
        .map(status -> StandingText.of(status, Language.EN))
        .orElse(null);
  }

  private static ObjectNode index(GenerationInfo info) {
    ObjectNode json = NODES.objectNode();
    json.put("generation", info.name());
    json.put("built", info.built().toString());
    json.put("records", info.records());
    json.put("statements", info.statements());
    ObjectNode reaches = json.putObject("reachesTo");
    reaches.put("us", text(info.reachesToUs()));
    reaches.put("prc", text(info.reachesToPrc()));
    return json;
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return Objects.toString(day, null);
  }
}
