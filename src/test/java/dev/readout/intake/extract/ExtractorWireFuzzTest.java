package dev.readout.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.OddText;
import dev.readout.intake.extract.Extraction.Extracted;
import dev.readout.intake.extract.Extraction.Slice;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever the process of an extractor sends, which a document may have taken over: an answer that
 * means the same when it is sent on, or none.
 */
final class ExtractorWireFuzzTest {
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
    checkText(HostileDocuments.mutated(ExtractorWire.encode(TEXT), new Random(seed)));
  }

  @Property
  void decode_mutatedList_isTheSameSentOn_orNone(@ForAll long seed) throws IOException {
    checkList(HostileDocuments.mutated(ExtractorWire.encode(LIST), new Random(seed)));
  }

  /** Lengths and numbers that are the largest, the smallest and off by one. */
  @Property
  void decode_oddNumberAnywhere_isTheSameSentOn_orNone(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    int[] odd = {-1, 0, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 100_000, 100_001, -2};
    for (byte[] answer : List.of(ExtractorWire.encode(TEXT), ExtractorWire.encode(LIST))) {
      ByteBuffer.wrap(answer)
          .putInt(random.nextInt(answer.length - Integer.BYTES), odd[random.nextInt(odd.length)]);
      checkText(answer);
      checkList(answer);
    }
  }

  @Property
  void decode_anyTextEncoded_isTheSame(@ForAll("odd") String odd) throws IOException {
    // A lone surrogate is no text that can be sent.
    String text = odd.replaceAll("\\p{Cs}", "") + ".";
    Extracted extracted =
        new Extracted(text, null, null, text, text, List.of(new Slice(0, text.length(), text)));
    assertThat(ExtractorWire.decode(ExtractorWire.encode(extracted))).isEqualTo(extracted);
  }

  /** More statements than there are bytes; a list of a title without an address. */
  @Example
  void decode_whatWasThoughtOf_isNone() throws IOException {
    checkText(new byte[] {1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0, 0});
    checkList(new byte[] {0, 0, 0, 1, -1, -1, -1, -1, -1, -1, -1, -1});
    checkList(ByteBuffer.allocate(10).putInt(1).putInt(2).put((byte) ':').put((byte) '/').array());
  }

  private static void checkText(byte[] answer) throws IOException {
    Optional<Extraction> decoded = decoded(() -> ExtractorWire.decode(answer));
    if (decoded.isPresent()) {
      assertThat(ExtractorWire.decode(ExtractorWire.encode(decoded.get())))
          .isEqualTo(decoded.get());
    }
  }

  private static void checkList(byte[] answer) throws IOException {
    Optional<FeedReading> decoded = decoded(() -> ExtractorWire.decodeFeed(answer));
    if (decoded.isPresent()) {
      assertThat(ExtractorWire.decodeFeed(ExtractorWire.encode(decoded.get())))
          .isEqualTo(decoded.get());
      if (decoded.get() instanceof FeedReading.Items(List<FeedReading.Item> items)) {
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
