package dev.readout.corpus;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as JSON for index, database and extractor's process: components by name, words by wire
 * name, ISO days. Later versions must read what one puts into a database: {@code JsonCodecTest}
 * keeps a sample. Thread-safe.
 */
public final class JsonCodec {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(LocalDate.class, ToStringSerializer.instance)
                  .addDeserializer(LocalDate.class, new Day()))
          .withConfigOverride(
              List.class,
              list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private static final JsonMapper FRONT_MATTER =
      MAPPER.rebuild().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private JsonCodec() {}

  private static final class Day extends StdScalarDeserializer<LocalDate> {
    private static final long serialVersionUID = 1L;

    Day() {
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
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no value to store: " + value.getClass(), e);
    }
  }

  public static byte[] writeBytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no value to store: " + value.getClass(), e);
    }
  }

  /** The value; throws when it is none. */
  public static <T> T read(String json, Class<T> type) throws IOException {
    return whole(MAPPER.readValue(json, type));
  }

  /** The same of a part of these bytes. */
  public static <T> T read(byte[] json, int start, int length, Class<T> type) throws IOException {
    return whole(MAPPER.readValue(json, start, length, type));
  }

  private static <T> T whole(@Nullable T value) throws IOException {
    if (value == null) {
      throw new IOException("no value");
    }
    return value;
  }

  /** The same value but for one component of it. */
  public static <T extends Record> T with(T value, String component, @Nullable Object other) {
    return with(value, Collections.singletonMap(component, other));
  }

  /** The same value but for these components of it. */
  public static <T extends Record> T with(T value, Map<String, @Nullable Object> others) {
    ObjectNode tree = MAPPER.valueToTree(value);
    others.forEach((component, other) -> tree.set(component, MAPPER.valueToTree(other)));
    try {
      return whole(MAPPER.treeToValue(tree, MAPPER.constructType(value.getClass())));
    } catch (IOException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalArgumentException("no such components: " + others, e);
    }
  }

  /** A value as it would stand in front matter, where names are in snake case. */
  public static JsonNode toFrontMatter(Object value) {
    return FRONT_MATTER.valueToTree(value);
  }

  /** The value of front matter or of an entry in a list, whose names are in snake case. */
  public static <T> T readFrontMatter(JsonNode tree, Class<T> type) throws IOException {
    return FRONT_MATTER.treeToValue(tree, type);
  }
}
