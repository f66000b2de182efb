package dev.readout.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.corpus.JsonCodec;
import dev.readout.intake.extract.Extraction.Extracted;
import dev.readout.intake.extract.Extraction.Failed;
import dev.readout.intake.extract.Extraction.Reason;
import dev.readout.intake.extract.Extraction.Slice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ExtractorProcessTest {
  private static final Extracted TEXT =
      new Extracted(
          "标题",
          LocalDate.of(2025, 9, 29),
          "zh",
          null,
          "双方同意。\n\n再见 🤝",
          List.of(new Slice(0, 5, "page=1"), new Slice(7, 12, null)));

  private static Extraction decode(byte[] answer) throws IOException {
    return JsonCodec.read(answer, 0, answer.length, Extraction.class);
  }

  private static FeedReading decodeFeed(byte[] answer) throws IOException {
    return JsonCodec.read(answer, 0, answer.length, FeedReading.class);
  }

  @Test
  void decode_encodedText_isTheSame() throws IOException {
    assertThat(decode(ExtractorProcess.encode(TEXT))).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @EnumSource
  void decode_encodedFailure_isTheSame(Reason reason) throws IOException {
    Failed failed = new Failed(reason);
    assertThat(decode(ExtractorProcess.encode(failed))).isEqualTo(failed);
  }

  @Test
  void encode_moreThanTheLimit_isTooLarge() throws IOException {
    String body = "长".repeat(ExtractorProcess.MAX_ANSWER_BYTES / 3);
    Extracted text = new Extracted(null, null, null, null, body, List.of());
    assertThat(decode(ExtractorProcess.encode(text))).isEqualTo(new Failed(Reason.TOO_LARGE));
  }

  @Test
  void decode_cutShortAnywhere_throws() throws IOException {
    byte[] answer = ExtractorProcess.encode(TEXT);
    for (int length = 0; length < answer.length; length++) {
      byte[] part = Arrays.copyOf(answer, length);
      assertThatThrownBy(() -> decode(part)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void decodeFeed_encodedList_isTheSame_cutShortThrows() throws IOException {
    FeedReading listed =
        new FeedReading.Items(
            List.of(
                new FeedReading.Item(URI.create("https://example.org/1"), "商务部"),
                new FeedReading.Item(URI.create("https://example.org/2"), "")));
    byte[] answer = JsonCodec.writeBytes(listed);
    assertThat(decodeFeed(answer)).isEqualTo(listed);
    for (int length = 0; length < answer.length; length++) {
      byte[] part = Arrays.copyOf(answer, length);
      assertThatThrownBy(() -> decodeFeed(part)).isInstanceOf(IOException.class);
    }
    for (FeedReading none : List.of(new FeedReading.Empty(), new FeedReading.Malformed())) {
      assertThat(decodeFeed(JsonCodec.writeBytes(none))).isEqualTo(none);
    }
  }

  @Test
  void decode_moreThanAnAnswer_throws() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(ExtractorProcess.encode(TEXT));
    bytes.write('1');
    assertThatThrownBy(() -> decode(bytes.toByteArray())).isInstanceOf(IOException.class);
  }
}
