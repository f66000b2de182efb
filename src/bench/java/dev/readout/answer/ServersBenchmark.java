package dev.readout.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.corpus.Statement;
import dev.readout.index.BuildMonitor;
import dev.readout.index.Generation;
import dev.readout.index.Indexes;
import dev.readout.index.Indexes.Additions;
import dev.readout.meaning.Models;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Many servers with a few pages of their own in one process: what their indexes take to build, open
 * and keep, and what an answer takes in a server drawn at random beside a global one. Ratios of one
 * run, of processor time; no answer comes from a cache.
 */
public final class ServersBenchmark {
  private static final Path CORPUS = Path.of("index-data");
  private static final Path WORDS =
      Path.of("src/main/resources/dev/readout/index/common-words.txt");
  private static final Path QUESTIONS = Path.of("src/test/resources/questions/development.jsonl");
  private static final int SERVERS = Integer.getInteger("servers", 1_000);

  /** So many are built, the others are copies: more texts than any cache keeps. */
  private static final int BUILT = Math.min(SERVERS, Integer.getInteger("built", 100));

  private static final int PAGES = 5;
  private static final int MANY_PAGES = 100;
  private static final int STATEMENTS = Integer.getInteger("statements", 40);
  private static final int WORDS_OF_A_SENTENCE = 18;
  private static final int BUDGET_CHARS = 2_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Random random = new Random(1);
  private final InstantSource clock = InstantSource.system();
  private final List<String> words;
  private final List<String> questions = new ArrayList<>();
  private final Indexes indexes;
  private final Generation global;

  private ServersBenchmark(Path folder) throws IOException {
    indexes = new Indexes(folder, clock, Models.off());
    global = indexes.openGlobal(CORPUS, new CorpusReader(CORPUS)::read, Additions.NONE);
    words = Files.readAllLines(WORDS).stream().filter(line -> !line.startsWith("#")).toList();
    ObjectMapper mapper = new ObjectMapper();
    for (String line : Files.readAllLines(QUESTIONS)) {
      questions.add(mapper.readTree(line).required("q").textValue());
    }
  }

  private List<CorpusRecord> pages(int server, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            number -> {
              RecordSketch page =
                  new RecordSketch(
                      "added-2026-01-01-" + server + "-" + number, Kind.READOUT, Side.US);
              page.title("Page " + number + " of server " + server);
              for (int i = 0; i < STATEMENTS; i++) {
                page.says(sentence(server));
              }
              return page.record();
            })
        .toList();
  }

  /** Of common words, and one that is the server's own: of what is shipped it says nothing. */
  private String sentence(int server) {
    return IntStream.range(0, WORDS_OF_A_SENTENCE)
        .mapToObj(_ -> words.get(random.nextInt(words.size())))
        .collect(Collectors.joining(" ", "Walrus" + server + " ", "."));
  }

  /** Processor time of this thread, so that other work of the machine does not count. */
  private static long nanos(Runnable work) {
    long start = THREADS.getCurrentThreadCpuTime();
    work.run();
    return THREADS.getCurrentThreadCpuTime() - start;
  }

  private static void print(String what, double value, String unit) {
    System.out.printf(Locale.ROOT, "%-62s %10.2f %s%n", what, value, unit);
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private void run() {
    long text = 0;
    long built = 0;
    long before = indexes.bytesOnDisk();
    for (int server = 1; server <= BUILT; server++) {
      List<CorpusRecord> pages = pages(server, PAGES);
      text += bytes(pages);
      Scope scope = Scope.ofServer(server);
      built += nanos(() -> indexes.build(scope, global, pages, false, BuildMonitor.NONE).close());
    }
    print("build of " + PAGES + " pages, mean", millis(built) / BUILT, "ms");
    print("disk by text, of words at random", (indexes.bytesOnDisk() - before) / (double) text, "");
    for (int server = BUILT + 1; server <= SERVERS; server++) {
      copy(folder(1 + server % BUILT), folder(server));
    }
    diskOfProse();
    List<CorpusRecord> many = pages(0, MANY_PAGES);
    Scope last = Scope.ofServer(SERVERS + 1);
    print(
        "build of " + MANY_PAGES + " pages",
        millis(nanos(() -> indexes.build(last, global, many, false, BuildMonitor.NONE).close())),
        "ms");
    long empty = heap();
    List<Generation> open = new ArrayList<>();
    long opened =
        nanos(
            () ->
                IntStream.rangeClosed(1, SERVERS)
                    .forEach(server -> open.add(open(Scope.ofServer(server), global))));
    print("all " + SERVERS + " opened", millis(opened) / 1e3, "s");
    print("heap of an open one, mean", (heap() - empty) / 1e3 / SERVERS, "kB");
    open.forEach(Generation::close);
    ask();
  }

  /** Of pages that say what records say, whose words come again as those of a language do. */
  private void diskOfProse() {
    Iterator<String> said =
        global
            .records()
            .flatMap(record -> record.statements().stream())
            .map(Statement::text)
            .iterator();
    List<CorpusRecord> pages =
        IntStream.range(0, PAGES)
            .mapToObj(
                number -> {
                  RecordSketch page =
                      new RecordSketch("added-prose-" + number, Kind.READOUT, Side.US);
                  IntStream.range(0, STATEMENTS).forEach(_ -> page.says("It says: " + said.next()));
                  return page.record();
                })
            .toList();
    long before = indexes.bytesOnDisk();
    indexes.build(Scope.ofServer(SERVERS + 2), global, pages, false, BuildMonitor.NONE).close();
    print("disk by text, of prose", (indexes.bytesOnDisk() - before) / (double) bytes(pages), "");
  }

  private static long bytes(List<CorpusRecord> pages) {
    return pages.stream()
        .mapToLong(page -> page.body().getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }

  private Path folder(int server) {
    return indexes.folder().resolve("servers").resolve(Scope.ofServer(server).id());
  }

  /** A server's index is of its records alone, so that another server's is one like it. */
  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Generation open(Scope server, Generation over) {
    return indexes.open(server, over, Additions.NONE).orElseThrow();
  }

  /** The same questions by turns, in the global scope and in a server drawn at random. */
  private void ask() {
    Set<Scope> servers =
        IntStream.rangeClosed(1, SERVERS).mapToObj(Scope::ofServer).collect(Collectors.toSet());
    try (ServingIndexes serving =
        new ServingIndexes(
            indexes.openGlobal(),
            servers,
            (server, over) -> Optional.of(open(server, over)),
            clock)) {
      // Two rounds of other questions: what was asked before comes from the global index's cache.
      int asked = Math.min(Integer.getInteger("asked", 1_000), questions.size() / 2);
      print("questions", asked, "");
      long[] everywhere = new long[asked];
      long[] inServers = new long[asked];
      for (int round = 0; round < 2; round++) { // the first one warms up
        for (int i = 0; i < asked; i++) {
          String question = questions.get(round * asked + i);
          Scope server = Scope.ofServer(1 + random.nextInt(SERVERS));
          LongSupplier globally = () -> nanos(() -> ask(serving, Scope.GLOBAL, question));
          LongSupplier there = () -> nanos(() -> ask(serving, server, question));
          if (i % 2 == 0) {
            everywhere[i] = globally.getAsLong();
            inServers[i] = there.getAsLong();
          } else {
            inServers[i] = there.getAsLong();
            everywhere[i] = globally.getAsLong();
          }
        }
      }
      for (int percent : List.of(50, 99)) {
        double one = millis(percentile(everywhere, percent));
        double other = millis(percentile(inServers, percent));
        print("p" + percent + " of a global answer", one, "ms");
        print("p" + percent + " in a server drawn at random", other, "ms");
        print("p" + percent + " in a server by global", other / one, "");
      }
    }
  }

  private static void ask(ServingIndexes serving, Scope scope, String question) {
    var _ =
        serving.with(scope, desk -> desk.answerer().answer(Question.of(question, BUDGET_CHARS)));
  }

  private static long percentile(long[] nanos, int percent) {
    return LongStream.of(nanos)
        .sorted()
        .toArray()[Math.min(nanos.length - 1, nanos.length * percent / 100)];
  }

  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("servers-benchmark");
    long start = System.nanoTime();
    ServersBenchmark benchmark = new ServersBenchmark(folder);
    try {
      benchmark.run();
    } finally {
      benchmark.global.close();
    }
    System.out.println("in " + Duration.ofNanos(System.nanoTime() - start) + ", below " + folder);
  }
}
