package dev.readout.meaning;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Embeds texts once its model is loaded, which nobody waits for who does not ask to. Off, or where
 * the model cannot be loaded (one warning says why), it embeds nothing, and what is asked is
 * answered by words alone. Thread-safe; closed by who started it, after the last text.
 */
public final class Embedder implements AutoCloseable {
  /** What the embeddings are of; those of another model cannot be compared with them. */
  public static final String MODEL = SentenceModel.NAME;

  private static final Logger LOG = LoggerFactory.getLogger(Embedder.class);

  /** Longer than loading takes on a slow machine. */
  private static final Duration LOADING = Duration.ofSeconds(10);

  private final boolean isOn;
  private final CountDownLatch loaded;
  private final AtomicBoolean started;
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private volatile @Nullable SentenceModel model;
  private volatile boolean isClosed;

  private Embedder(boolean isOn) {
    this.isOn = isOn;
    this.loaded = new CountDownLatch(isOn ? 1 : 0);
    this.started = new AtomicBoolean(!isOn);
  }

  /** One that embeds nothing. */
  public static Embedder off() {
    return new Embedder(false);
  }

  /** One that loads its model when it is started or waited for. */
  public static Embedder idle() {
    return new Embedder(true);
  }

  /** Begins to load the model beside whatever else is done; once. */
  public void start() {
    if (started.compareAndSet(false, true)) {
      Thread.ofPlatform().name("embedder").daemon().start(this::load);
    }
  }

  private void load() {
    try {
      SentenceModel opened = SentenceModel.load();
      opened.embed("warm up"); // the first text takes several times as long as the second
      publish(opened);
    } catch (Exception | LinkageError e) {
      LOG.warn(
          "Questions are answered by their words alone, since the sentence model cannot be loaded"
              + " ({}). See 'The sentence model' in docs/settings.md; search.semantic=off silences"
              + " this.",
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

  private void publish(SentenceModel opened) {
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

  /** Whether it is meant to embed, now or soon. */
  public boolean isOn() {
    return isOn && (loaded.getCount() > 0 || model != null);
  }

  /** Whether it embeds now. */
  public boolean isReady() {
    return model != null;
  }

  /** Loads the model, and waits until it is loaded or cannot be; not longer than this. */
  public void await(Duration atMost) {
    start();
    try {
      if (!loaded.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("The sentence model is not loaded after {}; words alone answer.", atMost);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the model understands the text: it knows no Chinese. */
  public static boolean understands(String text) {
    return text.codePoints().noneMatch(Character::isIdeographic)
        && text.codePoints().anyMatch(Character::isLetter);
  }

  /** What the text means; empty when the model is not there or does not understand it. */
  public Optional<Embedding> of(String text) {
    if (!understands(text)) {
      return Optional.empty();
    }
    use.readLock().lock(); // many at once, but none on a closed model
    try {
      SentenceModel ready = model;
      return ready == null ? Optional.empty() : Optional.of(ready.embed(text));
    } finally {
      use.readLock().unlock();
    }
  }

  /**
   * Waits for a load under way: ONNX Runtime takes itself down when the process ends, and aborts
   * one that is in the middle of loading.
   */
  private void letLoadingEnd() {
    try {
      if (started.get() && !loaded.await(LOADING.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("The sentence model is still being loaded after {}.", LOADING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    letLoadingEnd();
    use.writeLock().lock();
    try {
      isClosed = true;
      SentenceModel open = model;
      model = null;
      if (open != null) {
        open.close();
      }
    } finally {
      use.writeLock().unlock();
    }
  }
}
