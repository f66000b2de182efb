package dev.readout.discord.render;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.Label;
import dev.readout.answer.TextKey;
import dev.readout.answer.Texts;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.discord.picture.PicturePhrase;
import dev.readout.index.BuildMonitor.BuildStep;
import dev.readout.intake.extract.Extraction;
import dev.readout.intake.fetch.Fetched;
import dev.readout.intake.reindex.Reindexing.Failure;
import dev.readout.store.Feed.FeedKind;
import dev.readout.store.RefusedChangeException.CatalogueLimit;
import dev.readout.store.SourceEntry.SourceState;
import dev.readout.store.WatchTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TextsTest {
  private static final Pattern GAP = Pattern.compile("%(\\d\\$)?s");
  private static final Pattern USED = Pattern.compile("\\b([A-Z]\\w+\\.[A-Z][A-Z0-9_]*)\\b");

  private static Stream<TextKey> all() {
    return Stream.<TextKey[]>of(
            Label.values(),
            Phrase.values(),
            SourcePhrase.values(),
            InboxPhrase.values(),
            IndexPhrase.values(),
            WatchPhrase.values(),
            PicturePhrase.values())
        .flatMap(Stream::of);
  }

  private static String nameInFile(TextKey key) {
    return key.getClass().getSimpleName() + "." + key.name();
  }

  private static Set<String> gaps(TextKey key, Language language) {
    return GAP.matcher(key.in(language)).results().map(MatchResult::group).collect(toSet());
  }

  @Test
  void files_everyLanguage_holdTheKeysAndNoOthers() {
    Set<String> keys = all().map(TextsTest::nameInFile).collect(toSet());
    for (Language language : Language.values()) {
      assertThat(Texts.keys(language))
          .as("%s", language)
          .containsAll(keys)
          .allMatch(key -> keys.contains(key) || key.startsWith("command."))
          .isEqualTo(Texts.keys(Language.EN));
    }
  }

  @Test
  void in_everyLanguage_hasTheSameGapsAndFillsThem() {
    Object[] fillings = {"<1>", "<2>", "<3>", "<4>", "<5>", "<6>"};
    all()
        .forEach(
            key -> {
              for (Language language : Language.values()) {
                assertThat(gaps(key, language))
                    .as("%s in %s", key, language)
                    .isEqualTo(gaps(key, Language.EN));
                assertThat(key.in(language, fillings)).doesNotContain("$s").doesNotContain("%s");
              }
            });
  }

  @Test
  void in_oneOfWhatIsCounted_isSingular() {
    assertThat(Phrase.USES.in(Language.EN, 1)).isEqualTo("1 record");
    assertThat(Phrase.FORGOTTEN.in(Language.EN, 1, 11, 1))
        .isEqualTo("Erased: 1 vote, the question text of 11 receipts and 1 watch.");
  }

  @Test
  void in_chinese_isInItsScript() {
    Charset simplified = Charset.forName("GB2312");
    Charset traditional = Charset.forName("Big5");
    for (Label label : Label.values()) {
      assertThat(label.in(Language.ZH)).matches(simplified.newEncoder()::canEncode);
      assertThat(label.in(Language.ZH_TW)).matches(traditional.newEncoder()::canEncode);
    }
  }

  @Test
  void keys_each_areUsed() throws IOException {
    Set<String> used = new HashSet<>();
    addNamedBy(Fetched.Reason.values(), "SourcePhrase.F_", used);
    addNamedBy(Extraction.Reason.values(), "SourcePhrase.E_", used);
    addNamedBy(CatalogueLimit.values(), "SourcePhrase.L_", used);
    addNamedBy(SourceState.values(), "SourcePhrase.", used);
    addNamedBy(FeedKind.values(), "SourcePhrase.", used);
    addNamedBy(SourceId.Effect.values(), "InboxPhrase.", used);
    addNamedBy(BuildStep.values(), "IndexPhrase.STEP_", used);
    addNamedBy(Kind.values(), "SourcePhrase.KIND_", used);
    addNamedBy(DayOfWeek.values(), "WatchPhrase.", used);
    addNamedBy(WatchTable.Kind.values(), "WatchPhrase.KIND_", used);
    addNamedBy(Failure.values(), "IndexPhrase.", used);
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      sources
          .filter(file -> file.toString().endsWith(".java"))
          .map(TextsTest::read)
          .forEach(text -> USED.matcher(text).results().forEach(hit -> used.add(hit.group(1))));
    }

    assertThat(all().map(TextsTest::nameInFile).filter(key -> !used.contains(key))).isEmpty();
  }

  /** Keys that are put together from what they are about. */
  private static void addNamedBy(Enum<?>[] constants, String prefix, Set<String> used) {
    Stream.of(constants).forEach(constant -> used.add(prefix + constant.name()));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
