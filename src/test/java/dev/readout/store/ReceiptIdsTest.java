package dev.readout.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.store.Receipt.ReceiptIds;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReceiptIdsTest {

  @Test
  void next_many_areDistinctAndReadBackAsTheyAre() {
    ReceiptIds ids = new ReceiptIds();
    Set<String> made = Stream.generate(ids::next).limit(10_000).collect(Collectors.toSet());

    assertThat(made).hasSize(10_000);
    assertThat(made).allSatisfy(id -> assertThat(ReceiptIds.parse(id)).contains(id));
  }

  @Test
  void next_many_useEveryCharacterAtEveryPlace() {
    ReceiptIds ids = new ReceiptIds();
    Set<String> places =
        Stream.generate(ids::next)
            .limit(5_000)
            .flatMap(
                id ->
                    Stream.iterate(0, i -> i < id.length(), i -> i + 1)
                        .map(i -> i + id.substring(i, i + 1)))
            .collect(Collectors.toSet());

    assertThat(places).hasSize(ReceiptIds.LENGTH * ReceiptIds.ALPHABET.length());
  }

  @ParameterizedTest
  @CsvSource({"7zq0-1abc, 7ZQ01ABC", "'oOiI lLab', 001111AB", "straße00, ''"})
  void parse_typed_isTheIdMeant(String typed, String expected) {
    assertThat(ReceiptIds.parse(typed).orElse("")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1234567", "123456789", "ABCDEFGU", "ABCD_FGH", "一二三四五六七八"})
  void parse_noId_isEmpty(String typed) {
    assertThat(ReceiptIds.parse(typed)).isEmpty();
  }
}
