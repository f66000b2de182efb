package dev.readout.discord.picture;

import dev.readout.answer.MeasureStatus;
import dev.readout.answer.Timeline;
import dev.readout.corpus.CorpusReader;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.discord.picture.Picture.Look;
import dev.readout.index.Generation;
import dev.readout.index.Indexes;
import dev.readout.meaning.Models;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The largest pictures of the shipped records, drawn anew each time, in each language and theme by
 * turns; against what Java's PNG writer takes for the same pixels. Nothing is cached. At its end it
 * prints the processor time of a picture, which other work on the machine does not lengthen.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 4)
@Fork(1)
@Threads(1)
@State(Scope.Benchmark)
public class PictureBenchmark {
  private static final Path CORPUS = Path.of("index-data");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final List<Look> LOOKS =
      Stream.of(Language.values())
          .flatMap(language -> Stream.of(new Look("dark", language), new Look("light", language)))
          .toList();

  private Path folder;
  private Generation generation;
  private Timeline tariffs;
  private List<CorpusRecord> duties;
  private MeasureStatus measure;
  private List<BufferedImage> pixels;
  private int next;
  private int drawn;
  private long processorNanos;

  @Setup
  public void open() throws IOException {
    folder = Files.createTempDirectory("readout-pictures");
    generation =
        new Indexes(folder, InstantSource.system(), Models.off())
            .openGlobalAsBuilt(CORPUS, new CorpusReader(CORPUS)::read, List::of);
    tariffs = Timeline.ofTopic(generation, "tariffs", LocalDate.MIN, TODAY);
    duties = generation.records().filter(record -> record.side() == Side.US).toList();
    measure =
        generation
            .find("2025-09-29-bis-affiliates-rule")
            .flatMap(record -> MeasureStatus.of(record, TODAY))
            .orElseThrow();
    pixels = LOOKS.stream().map(look -> pixels(timeline(look))).toList();
    Stream<Picture> all =
        LOOKS.stream().flatMap(look -> Stream.of(timeline(look), rates(look), bar(look)));
    System.out.println(
        "largest picture: " + all.mapToInt(one -> one.png().length).max().orElseThrow() + " bytes");
  }

  @TearDown
  public void close() throws IOException {
    System.out.printf(
        "processor time of a picture, the mean of %d: %.1f ms%n",
        drawn, processorNanos / 1e6 / Math.max(1, drawn));
    generation.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.delete(file);
      }
    }
  }

  private int turn() {
    next = (next + 1) % LOOKS.size();
    return next;
  }

  private Picture drawn(Function<Look, Picture> drawing) {
    long before = THREADS.getCurrentThreadCpuTime();
    Picture picture = drawing.apply(LOOKS.get(turn()));
    processorNanos += THREADS.getCurrentThreadCpuTime() - before;
    drawn++;
    return picture;
  }

  private Picture timeline(Look look) {
    return TimelinePicture.of(tariffs, "Tariffs", "as of today", look);
  }

  private Picture rates(Look look) {
    return RatesPicture.of(duties, "Rates", "as of today", TODAY, look, generation::find);
  }

  private Picture bar(Look look) {
    return StandingPicture.of(measure, look);
  }

  private static BufferedImage pixels(Picture picture) {
    try {
      return ImageIO.read(new ByteArrayInputStream(picture.png()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Benchmark
  public Picture timelinePicture() {
    return drawn(this::timeline);
  }

  @Benchmark
  public Picture ratesPicture() {
    return drawn(this::rates);
  }

  @Benchmark
  public Picture standingPicture() {
    return drawn(this::bar);
  }

  /** The baseline: a finished timeline's pixels, already in few colours. */
  @Benchmark
  public byte[] pngAlone() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream memory = new MemoryCacheImageOutputStream(png)) {
      ImageIO.write(pixels.get(turn()), "png", memory);
    }
    return png.toByteArray();
  }
}
