package dev.readout.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.LegalState;
import dev.readout.corpus.Provenance;
import dev.readout.corpus.RatePeriod;
import dev.readout.corpus.Side;
import dev.readout.corpus.SourceType;
import dev.readout.corpus.Standing;
import dev.readout.corpus.StandingChange;
import dev.readout.corpus.StandingPeriod;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Voice;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as the JSON that rows hold: a record's components by their names, words of the corpus by
 * their wire names, days as ISO text. What one version writes every later one must read: {@code
 * StoredJsonTest} keeps a sample. Thread-safe.
 */
final class StoredJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(LocalDate.class, new DayWriter())
                  .addDeserializer(LocalDate.class, new DayReader()))
          .addMixIn(Kind.class, WireNamed.class)
          .addMixIn(LegalState.class, WireNamed.class)
          .addMixIn(Provenance.class, WireNamed.class)
          .addMixIn(Side.class, WireNamed.class)
          .addMixIn(SourceType.class, WireNamed.class)
          .addMixIn(Voice.class, WireNamed.class)
          .addMixIn(Statement.class, WithoutWhatFewHave.class)
          .addMixIn(Standing.class, RecordedStanding.class)
          .addMixIn(CorpusRecord.class, WithoutRatesAndChinese.class)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private StoredJson() {}

  private interface WireNamed {
    @JsonValue
    String wireName();
  }

  /** Without these the text is what versions wrote that did not know of them. */
  interface WithoutWhatFewHave {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Nullable String fragment();

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Nullable String zh();
  }

  interface RecordedStanding {
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<StandingPeriod> recorded();

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<StandingPeriod> assessed();

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<String> unassessed();
  }

  interface WithoutRatesAndChinese {
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<StandingChange> changes();

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<RatePeriod> rates();

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Nullable String issuerZh();

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Nullable String statusNoteZh();
  }

  private static final class DayWriter extends StdScalarSerializer<LocalDate> {
    private static final long serialVersionUID = 1L;

    DayWriter() {
      super(LocalDate.class);
    }

    @Override
    public void serialize(LocalDate day, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(day.toString());
    }
  }

  private static final class DayReader extends StdScalarDeserializer<LocalDate> {
    private static final long serialVersionUID = 1L;

    DayReader() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser in, DeserializationContext context) throws IOException {
      try {
        return LocalDate.parse(in.getText());
      } catch (DateTimeException e) {
        throw context.weirdStringException(in.getText(), LocalDate.class, "no day");
      }
    }
  }

  /** The same value gives the same text, as long as the version is the same. */
  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no value to store: " + value.getClass(), e);
    }
  }

  /**
   * A record whose statements are all slices of its body, by their text and by their hash.
   *
   * @throws IOException when it is not one
   */
  static CorpusRecord readRecord(String json) throws IOException {
    CorpusRecord record = MAPPER.readValue(json, CorpusRecord.class);
    if (!isWhole(record)) {
      throw new IOException("a statement of " + record.id() + " is no slice of its body");
    }
    return record;
  }

  /** Whether every statement is a slice of the body, by its text and by its hash. */
  static boolean isWhole(CorpusRecord record) {
    return record.statements().stream()
        .allMatch(
            statement ->
                statement.recordId().equals(record.id()) && statement.isSliceOf(record.body()));
  }

  static List<String> readTexts(String json) throws IOException {
    return MAPPER.readValue(json, new TypeReference<List<String>>() {});
  }

  static Map<String, String> readEntries(String json) throws IOException {
    return MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
  }
}
