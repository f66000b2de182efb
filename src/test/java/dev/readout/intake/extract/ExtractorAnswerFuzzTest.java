package dev.readout.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.JsonCodec;
import dev.readout.corpus.OddText;
import dev.readout.intake.extract.Extraction.Extracted;
import dev.readout.intake.extract.Extraction.Slice;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever the process of an extractor sends, which a document may have taken over: an answer that
 * means the same when it is sent on, or none.
 */
final class ExtractorAnswerFuzzTest {
  private static final Extracted TEXT =
      new Extracted(
          "标题",
          LocalDate.of(2025, 9, 29),
          "zh",
          null,
          "双方同意。\n\n再见 🤝",
          List.of(new Slice(0, 5, "page=1"), new Slice(7, 12, null)));
  private static final FeedReading LIST =
      new FeedReading.Items(
          List.of(
              new FeedReading.Item(URI.create("https://example.org/1"), "商务部"),
              new FeedReading.Item(URI.create("https://example.org/2"), "")));

  @Provide
  Arbitrary<String> odd() {
    return OddText.upTo(30);
  }

  @Property
  void decode_mutatedText_isTheSameSentOn_orNone(@ForAll long seed) throws IOException {
    checkText(HostileDocuments.mutated(JsonCodec.writeBytes(TEXT), new Random(seed)));
  }

  @Property
  void decode_mutatedList_isTheSameSentOn_orNone(@ForAll long seed) throws IOException {
    checkList(HostileDocuments.mutated(JsonCodec.writeBytes(LIST), new Random(seed)));
  }

  /** Numbers that are the largest, the smallest and no whole ones. */
  @Property
  void decode_oddNumberAnywhere_isTheSameSentOn_orNone(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<String> odd = List.of("-1", "1.5", "2147483647", "-2147483648", "1e99", "null", "[]");
    List<MatchResult> numbers =
        Pattern.compile("(?<=:)[0-9]+").matcher(JsonCodec.write(TEXT)).results().toList();
    MatchResult number = numbers.get(random.nextInt(numbers.size()));
    String answer =
        new StringBuilder(JsonCodec.write(TEXT))
            .replace(number.start(), number.end(), odd.get(random.nextInt(odd.size())))
            .toString();
    checkText(answer.getBytes(StandardCharsets.UTF_8));
  }

  @Property
  void decode_anyTextEncoded_isTheSame(@ForAll("odd") String odd) throws IOException {
    // A lone surrogate is no text that can be sent.
    String text = odd.replaceAll("\\p{Cs}", "") + ".";
    Extracted extracted =
        new Extracted(text, null, null, text, text, List.of(new Slice(0, text.length(), text)));
    assertThat(text(JsonCodec.writeBytes(extracted))).isEqualTo(extracted);
  }

  private static Extraction text(byte[] answer) throws IOException {
    return JsonCodec.read(answer, 0, answer.length, Extraction.class);
  }

  private static FeedReading list(byte[] answer) throws IOException {
    return JsonCodec.read(answer, 0, answer.length, FeedReading.class);
  }

  private static void checkText(byte[] answer) throws IOException {
    Optional<Extraction> decoded = decoded(() -> text(answer));
    if (decoded.isPresent()) {
      assertThat(text(JsonCodec.writeBytes(decoded.get()))).isEqualTo(decoded.get());
    }
  }

  private static void checkList(byte[] answer) throws IOException {
    Optional<FeedReading> decoded = decoded(() -> list(answer));
    if (decoded.isPresent()) {
      assertThat(list(JsonCodec.writeBytes(decoded.get()))).isEqualTo(decoded.get());
      if (decoded.get() instanceof FeedReading.Items(List<FeedReading.Item> items, _)) {
        assertThat(items)
            .allMatch(item -> String.valueOf(item.address().getScheme()).matches("https?"))
            .allMatch(item -> item.address().getHost() != null);
      }
    }
  }

  private interface Decoding<T> {
    T decode() throws IOException;
  }

  /** Anything else than an IOException is thrown. */
  private static <T> Optional<T> decoded(Decoding<T> decoding) {
    try {
      return Optional.of(decoding.decode());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
