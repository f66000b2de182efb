package dev.readout.discord;

import dev.readout.answer.ServingIndexes;
import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.Scope;
import dev.readout.discord.command.Commands.Supplies;
import dev.readout.discord.command.Observer;
import dev.readout.discord.standin.StandIn;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.person.Person;
import dev.readout.index.IndexDirectory;
import dev.readout.index.Indexes;
import dev.readout.intake.SourceCatalogue;
import dev.readout.meaning.Models;
import dev.readout.meaning.Models.ModelSettings;
import dev.readout.store.Database;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What members wait for when everybody asks at once: 200 questions at the same moment, again and
 * again, beside a stream of autocompletes and an index that is rebuilt all the while; through real
 * JDA and the stand-in for Discord, all in this process on loopback. Run by {@code src/bench/run.sh
 * load}.
 */
public final class LoadRun {
  private static final int AT_ONCE = 200;
  private static final int ROUNDS = 5;
  private static final Duration MODEL_LOADS = Duration.ofMinutes(1);
  private static final Path CORPUS = Path.of("index-data");
  private static final Path QUESTIONS = Path.of("src/test/resources/questions/development.jsonl");
  private static final Pattern QUESTION = Pattern.compile("\"q\": ?\"((?:[^\"\\\\])+)\"");

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final InstantSource clock = InstantSource.system();

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("readout-load");
    boolean isOff = "off".equals(System.getenv("SEARCH_SEMANTIC"));
    try (Models models = isOff ? Models.off() : Models.idle(ModelSettings.STANDARD)) {
      models.await(MODEL_LOADS);
      new LoadRun().run(folder, models);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    System.exit(0); // JDA's idle threads would hold the process for a while
  }

  private void run(Path folder, Models models) throws Exception {
    Indexes indexes = new Indexes(folder.resolve("index"), clock, models);
    IndexDirectory index = indexes.directory(Scope.GLOBAL);
    CorpusReader reader = new CorpusReader(CORPUS);
    try (StandIn discord = StandIn.start();
        Database database = Database.open(folder.resolve("readout.db"), clock);
        ServingIndexes serving =
            ServingIndexes.globalOnly(
                indexes.openGlobalAsBuilt(CORPUS, reader::read, List::of), clock);
        SourceCatalogue sources = ServedBot.sources(database, serving, folder, clock);
        Bot _ =
            Bot.start(
                settings(discord),
                new Supplies(serving, sources, database),
                clock,
                "load",
                Observer.NOBODY)) {
      ask(discord.person("First"), questions().getFirst()).reply(); // connected, registered
      round(discord, "warming up", 0); // a bot that has been up for a while has compiled its code
      out.println("search by " + (models.embedder().isReady() ? "words and meaning" : "words"));
      out.println("what                     n     p50      p99      most   (milliseconds)");
      measure(discord, "without a rebuild");
      AtomicBoolean done = new AtomicBoolean();
      AtomicInteger rebuilds = new AtomicInteger();
      Thread rebuilding =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (!done.get()) {
                      index.build(reader.read(), CORPUS);
                      serving.replaceGlobal(index.open());
                      rebuilds.incrementAndGet();
                    }
                  });
      measure(discord, "while the index is rebuilt");
      done.set(true);
      rebuilding.join();
      out.printf(Locale.ROOT, "rebuilt and swapped %d times meanwhile%n", rebuilds.get());
    }
  }

  private void measure(StandIn discord, String title) throws Exception {
    out.println(title);
    List<Duration> acknowledged = new ArrayList<>();
    List<Duration> answered = new ArrayList<>();
    List<Duration> completed = Collections.synchronizedList(new ArrayList<>());
    AtomicBoolean done = new AtomicBoolean();
    int messages = 0;
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> typing = people.submit(() -> type(discord, done, completed));
      for (int round = 1; round <= ROUNDS; round++) {
        for (Times times : round(discord, title, round)) {
          acknowledged.add(times.acknowledged());
          answered.add(times.answered());
          messages += times.messages();
        }
      }
      done.set(true);
      typing.get(10, TimeUnit.SECONDS);
    }
    row("acknowledged", acknowledged);
    row("answered", answered);
    row("autocompleted", completed);
    out.printf(Locale.ROOT, "  %d asked, %d messages%n", AT_ONCE * ROUNDS, messages);
  }

  /** All ask at the same moment; returns when all are answered. */
  private List<Times> round(StandIn discord, String title, int round) throws Exception {
    List<String> questions = questions();
    List<Future<Times>> asked = new ArrayList<>();
    List<Times> times = new ArrayList<>();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < AT_ONCE; i++) {
        String question = questions.get((round * AT_ONCE + i) % questions.size());
        Person person = discord.person(title + " " + round + " " + i);
        asked.add(people.submit(() -> time(person, question)));
      }
      for (Future<Times> one : asked) {
        times.add(one.get(60, TimeUnit.SECONDS));
      }
    }
    return times;
  }

  private record Times(Duration acknowledged, Duration answered, int messages) {}

  private static Times time(Person person, String question) {
    Instant start = Instant.now();
    Interaction asked = ask(person, question);
    Duration acknowledged = asked.acknowledged().after();
    asked.reply();
    Duration answered = Duration.between(start, Instant.now());
    return new Times(acknowledged, answered, 1 + asked.followUps().size());
  }

  private static Interaction ask(Person person, String question) {
    return person.slash("ask").option("question", question).send();
  }

  /** Somebody who types on and on, a letter about every 20 ms. */
  private static void type(StandIn discord, AtomicBoolean done, List<Duration> completed) {
    Person typist = discord.person("Typist");
    String text = "what did china say about rare earth exports";
    for (int i = 0; !done.get(); i++) {
      Instant start = Instant.now();
      var _ =
          typist
              .slash("ask")
              .typing("question", text.substring(0, 1 + i % text.length()))
              .choices();
      completed.add(Duration.between(start, Instant.now()));
      LockSupport.parkNanos(20_000_000);
    }
  }

  private void row(String what, List<Duration> durations) {
    List<Duration> sorted = durations.stream().sorted().toList();
    out.printf(
        Locale.ROOT,
        "  %-18s %5d %7.1f  %7.1f   %7.1f%n",
        what,
        sorted.size(),
        millis(sorted, 0.5),
        millis(sorted, 0.99),
        millis(sorted, 1));
  }

  private static double millis(List<Duration> sorted, double share) {
    int place = Math.min(sorted.size() - 1, (int) (share * sorted.size()));
    return sorted.get(place).toNanos() / 1e6;
  }

  private static List<String> questions() throws IOException {
    Matcher matcher = QUESTION.matcher(Files.readString(QUESTIONS));
    return matcher.results().map(result -> result.group(1)).toList();
  }

  /** Room for all at once; a server's and a member's limits would only measure themselves. */
  private static DiscordSettings settings(StandIn discord) {
    return ServedSettings.of(
        discord,
        new DiscordSettings.Limits(
            16,
            AT_ONCE,
            600,
            6_000,
            Duration.ofSeconds(10),
            Duration.ofDays(1),
            Duration.ofDays(1)));
  }
}
