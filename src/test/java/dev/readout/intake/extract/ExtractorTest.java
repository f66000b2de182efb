package dev.readout.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.readout.corpus.Scope;
import dev.readout.intake.extract.Extraction.Extracted;
import dev.readout.intake.extract.Extraction.Failed;
import dev.readout.intake.extract.Extraction.Reason;
import dev.readout.intake.extract.Extractor.ExtractorSettings;
import dev.readout.intake.extract.Extractor.ExtractorUnavailableException;
import dev.readout.intake.extract.ExtractorProcess.WorkFolders;
import dev.readout.intake.fetch.Format;
import dev.readout.intake.fetch.Original;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real processes. */
final class ExtractorTest {
  /** A costly document may use all of it; what its caller waits beyond is clearing up. */
  private static final Duration WITHIN = Duration.ofSeconds(1);

  private static final Duration CLEARING_UP = Duration.ofSeconds(80);

  private static final Extractor BRIEF = new Extractor(new ExtractorSettings(WITHIN, 64));

  @TempDir private Path folder;

  @AfterAll
  static void close() {
    BRIEF.close();
  }

  private static Original pdf(byte[] bytes) {
    return Original.of(bytes, Format.PDF, null);
  }

  private static Original hostile(String name) {
    Supplier<Original> document = HostileDocuments.all().get(name);
    assertThat(document).as(name).isNotNull();
    return document.get();
  }

  @Test
  void extract_twiceAtOnce_bothAsInThisProcess() {
    Original original = pdf(SamplePdf.pressRelease());
    Extraction expected = new PdfExtractor().extract(original);
    try (Extractor extractor = new Extractor(ExtractorSettings.DEFAULT)) {
      CompletableFuture<Extraction> other =
          CompletableFuture.supplyAsync(() -> extractor.extract(Scope.GLOBAL, original));
      assertThat(extractor.extract(Scope.GLOBAL, original))
          .isInstanceOf(Extracted.class)
          .isEqualTo(expected);
      assertThat(other.join()).isEqualTo(expected);
    }
  }

  @Test
  void extract_html_sameAsInThisProcess() throws IOException {
    try (Extractor extractor = new Extractor(ExtractorSettings.DEFAULT);
        InputStream page =
            ExtractorTest.class.getResourceAsStream("/intake/pages/ustr-press-release.html")) {
      assertThat(page).isNotNull();
      Original original = Original.of(page.readAllBytes(), Format.HTML, null);
      assertThat(extractor.extract(Scope.GLOBAL, original))
          .isInstanceOf(Extracted.class)
          .isEqualTo(ExtractorProcess.extract(original));
    }
  }

  @Test
  void extract_feedOrData_isNoDocument() {
    byte[] bytes = "{}".getBytes(StandardCharsets.UTF_8);
    assertThat(BRIEF.extract(Scope.GLOBAL, Original.of(bytes, Format.JSON, null)))
        .isEqualTo(new Failed(Reason.NO_DOCUMENT));
    assertThat(BRIEF.extract(Scope.GLOBAL, Original.of(bytes, Format.FEED, null)))
        .isEqualTo(new Failed(Reason.NO_DOCUMENT));
  }

  static Stream<String> extract_costlyDocument_failsWithinItsLimits() {
    return HostileDocuments.costly().keySet().stream()
        .filter(
            name -> !name.equals(HostileDocuments.ENDLESS) && !name.equals(HostileDocuments.BOMB));
  }

  @ParameterizedTest
  @MethodSource
  void extract_costlyDocument_failsWithinItsLimits(String name) {
    Original original = hostile(name);
    long start = System.nanoTime();
    Extraction extraction = BRIEF.extract(Scope.GLOBAL, original);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(extraction)
        .isIn(
            new Failed(Reason.TOO_LARGE), new Failed(Reason.TOO_SLOW), new Failed(Reason.NO_TEXT));
    assertThat(took).isLessThan(WITHIN.plus(CLEARING_UP));
  }

  @Test
  void extract_endlessWork_isTooSlow() {
    assertThat(BRIEF.extract(Scope.GLOBAL, hostile(HostileDocuments.ENDLESS)))
        .isEqualTo(new Failed(Reason.TOO_SLOW));
  }

  @Test
  void extract_moreMemoryThanTheLimit_isTooLarge() {
    try (Extractor extractor = new Extractor(new ExtractorSettings(Duration.ofMinutes(1), 64))) {
      assertThat(extractor.extract(Scope.GLOBAL, hostile(HostileDocuments.BOMB)))
          .isEqualTo(new Failed(Reason.TOO_LARGE));
    }
  }

  @Test
  void new_foldersOfKilledProcesses_areRemovedUnlessTheirProcessLives() throws Exception {
    Path left = Files.createTempDirectory(WorkFolders.PREFIX);
    Files.writeString(left.resolve(WorkFolders.LOCK), "");
    Files.writeString(left.resolve("page"), "left");
    try (WorkFolders own = new WorkFolders()) {
      Path used = own.create();
      Path lock = used.resolveSibling(WorkFolders.LOCK);
      Process another =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Another.class.getName())
              .inheritIO()
              .start();
      assertThat(another.waitFor()).isZero();
      new WorkFolders().close();

      assertThat(left).doesNotExist();
      assertThat(used).exists();
      assertThat(lock).exists();
    }
  }

  @Test
  void close_nothingIsLeft() throws IOException {
    Path used;
    try (WorkFolders own = new WorkFolders()) {
      used = own.create();
    }
    assertThat(used.getParent()).doesNotExist();
  }

  /** Another process that starts meanwhile. */
  static final class Another {
    private Another() {}

    public static void main(String[] args) {
      new WorkFolders().close();
    }
  }

  @Test
  void extract_slowDocumentsOfTwoServers_doNotRefuseAThird() {
    Original slow = hostile(HostileDocuments.ENDLESS);
    ExtractorSettings brief = new ExtractorSettings(WITHIN, 64);
    try (Extractor extractor = new Extractor(brief)) {
      List<Scope> askers = IntStream.range(0, 8).mapToObj(i -> Scope.ofServer(1 + i % 2)).toList();
      List<Thread> inLine =
          askers.stream()
              .map(asker -> Thread.startVirtualThread(() -> extractor.extract(asker, slow)))
              .toList();
      await()
          .until(() -> inLine.stream().allMatch(t -> t.getState() == Thread.State.TIMED_WAITING));

      assertThat(extractor.extract(Scope.ofServer(3), slow)).isEqualTo(new Failed(Reason.TOO_SLOW));
    }
  }

  @Test
  void extract_closed_isUnavailable() {
    Extractor extractor = new Extractor(ExtractorSettings.DEFAULT);
    extractor.close();
    Original original = pdf(SamplePdf.pressRelease());
    assertThatThrownBy(() -> extractor.extract(Scope.GLOBAL, original))
        .isInstanceOf(ExtractorUnavailableException.class);
  }

  @Test
  void close_whileExtracting_callerIsToldAtOnce() {
    Extractor extractor = new Extractor(new ExtractorSettings(Duration.ofMinutes(5), 64));
    Original original = hostile(HostileDocuments.ENDLESS);
    CompletableFuture<Extraction> extraction =
        CompletableFuture.supplyAsync(() -> extractor.extract(Scope.GLOBAL, original));
    extractor.close();
    assertThatThrownBy(extraction::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(ExtractorUnavailableException.class);
  }

  @Test
  void process_hasNothingOfTheEnvironment() {
    assertThat(BRIEF.process(folder).environment()).containsOnlyKeys("LC_ALL");
  }

  @Test
  void process_givesWayToAnswers() throws IOException, InterruptedException {
    Process process = BRIEF.process(folder).start();
    try {
      Path threads = Path.of("/proc", Long.toString(process.pid()), "task");
      await()
          .ignoreExceptionsInstanceOf(IOException.class) // of a thread that has ended meanwhile
          .until(() -> niceness(threads) == 4);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** Of the thread that reads documents; less than any there is before that has begun. */
  private static int niceness(Path threads) throws IOException {
    try (Stream<Path> all = Files.list(threads)) {
      for (Path thread : all.toList()) {
        String stat = Files.readString(thread.resolve("stat"));
        if (stat.contains(" (work) ")) {
          return Integer.parseInt(stat.substring(stat.indexOf(')') + 2).split(" ", -1)[16]);
        }
      }
    }
    return Integer.MIN_VALUE;
  }

  @Test
  void process_parentGone_ends() throws IOException, InterruptedException {
    try (Extractor extractor = new Extractor(new ExtractorSettings(Duration.ofMinutes(5), 64))) {
      Process process = extractor.process(folder).start();
      ExtractorProcess.ask(null, hostile(HostileDocuments.ENDLESS), process.getOutputStream());
      process.getOutputStream().close();
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    }
  }

  @Test
  void process_nobodyEndsIt_endsAfterItsTime() throws IOException, InterruptedException {
    Process process = BRIEF.process(folder).start();
    ExtractorProcess.ask(null, hostile(HostileDocuments.ENDLESS), process.getOutputStream());
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
  }
}
