package dev.readout.meaning;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model that is loaded beside whatever else is done, and lent to many threads at once until it is
 * closed. Where it cannot be loaded, one warning says why, and it is lent to nobody. Thread-safe.
 */
abstract sealed class BackgroundModel<M extends BackgroundModel.Model> implements AutoCloseable
    permits Embedder, Reader {
  /** Longer than loading takes on a slow machine. */
  private static final Duration LOADING = Duration.ofSeconds(10);

  /** What is loaded, and closed after its last use. */
  interface Model extends AutoCloseable {
    @Override
    void close();
  }

  private final String name;
  private final String withoutIt;
  private final Logger log;
  private final boolean isOn;
  private final CountDownLatch loaded;
  private final AtomicBoolean started;
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private volatile @Nullable M model;
  private volatile boolean isClosed;

  /**
   * One that is loaded when started or waited for, if it is on; named in threads and the log, which
   * says in a clause how questions are answered without it.
   */
  BackgroundModel(String name, String withoutIt, boolean isOn) {
    this.name = name;
    this.withoutIt = withoutIt;
    this.log = LoggerFactory.getLogger(getClass());
    this.isOn = isOn;
    this.loaded = new CountDownLatch(isOn ? 1 : 0);
    this.started = new AtomicBoolean(!isOn);
  }

  /** Loads it, and has it say something: the first time takes several times as long. */
  abstract M load() throws Exception;

  /** Begins to load the model beside whatever else is done; once. */
  public final void start() {
    if (started.compareAndSet(false, true)) {
      Thread.ofPlatform().name(name).daemon().start(this::loadBeside);
    }
  }

  private void loadBeside() {
    try {
      publish(load());
    } catch (Exception | LinkageError e) {
      log.warn(
          "{}, since the {} cannot be loaded ({}). See 'The models' in docs/settings.md.",
          withoutIt,
          name,
          reason(e));
    } finally {
      loaded.countDown();
    }
  }

  /** The first cause: what loading a class failed of, rather than that it failed. */
  private static String reason(Throwable failure) {
    Throwable first = failure;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return first.toString();
  }

  private void publish(M opened) {
    use.writeLock().lock();
    try {
      if (isClosed) {
        opened.close();
      } else {
        model = opened;
      }
    } finally {
      use.writeLock().unlock();
    }
  }

  /** Whether it is meant to be lent, now or soon. */
  public final boolean isOn() {
    return isOn && (loaded.getCount() > 0 || model != null);
  }

  /** Whether it is lent now. */
  public final boolean isReady() {
    return model != null;
  }

  /** Loads the model, and waits until it is loaded or cannot be; not longer than this. */
  public final void await(Duration atMost) {
    start();
    if (!isLoadedWithin(atMost)) {
      log.warn("The {} is not loaded after {}. {}.", name, atMost, withoutIt);
    }
  }

  /** Waits; false only when it takes longer. */
  private boolean isLoadedWithin(Duration atMost) {
    try {
      return loaded.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** What the model says; empty where it is not there. */
  final <R> Optional<R> ask(Function<M, R> question) {
    use.readLock().lock(); // many at once, but none on a closed model
    try {
      M ready = model;
      return ready == null ? Optional.empty() : Optional.of(question.apply(ready));
    } finally {
      use.readLock().unlock();
    }
  }

  /**
   * Waits for a load under way: ONNX Runtime takes itself down when the process ends, and aborts
   * one that is in the middle of loading.
   */
  @Override
  public final void close() {
    if (started.get() && !isLoadedWithin(LOADING)) {
      log.warn("The {} is still being loaded after {}.", name, LOADING);
    }
    use.writeLock().lock();
    try {
      isClosed = true;
      M open = model;
      model = null;
      if (open != null) {
        open.close();
      }
    } finally {
      use.writeLock().unlock();
    }
  }
}
