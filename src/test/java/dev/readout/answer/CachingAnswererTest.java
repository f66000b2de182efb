package dev.readout.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.readout.answer.Answer.SearchedBy;
import dev.readout.answer.CachingAnswerer.CacheStatistics;
import dev.readout.answer.CachingAnswerer.CacheTally;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.index.Generation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ShippedIndex.class)
@Timeout(600)
final class CachingAnswererTest {
  private static final Question QUESTION = Ask.plainly("is the rule in force?");

  private final Generation generation;
  private final Answerer delegate = mock(Answerer.class);
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-24T12:00:00Z"));
  private final CacheTally tally = new CacheTally();
  private final CachingAnswerer cache;

  CachingAnswererTest(Generation generation) {
    this.generation = generation;
    this.cache = new CachingAnswerer(generation, delegate, now::get, 1_000, tally);
  }

  private Answer answerTo(Question question) {
    return new Answer.Declined(
        question,
        Language.EN,
        ShippedIndex.TODAY,
        generation.info(),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        SearchedBy.WORDS);
  }

  @BeforeEach
  void answerEverything() {
    when(delegate.answer(any())).thenAnswer(call -> answerTo(call.getArgument(0)));
  }

  @Test
  void answer_askedTwice_isWorkedOutOnce() {
    Answer first = cache.answer(QUESTION);

    assertThat(cache.answer(QUESTION)).isSameAs(first);
    verify(delegate, times(1)).answer(any());
  }

  @Test
  void answer_sameQuestionFromManyThreadsAtOnce_isWorkedOutOnce() throws Exception {
    int threads = 8;
    CountDownLatch asked = new CountDownLatch(threads);
    CountDownLatch release = new CountDownLatch(1);
    when(delegate.answer(any()))
        .thenAnswer(
            call -> {
              assertThat(release.await(5, TimeUnit.MINUTES)).isTrue();
              return answerTo(call.getArgument(0));
            });
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        answers.add(
            pool.submit(
                () -> {
                  asked.countDown();
                  return cache.answer(QUESTION);
                }));
      }
      assertThat(asked.await(5, TimeUnit.MINUTES)).isTrue();
      release.countDown();
      Answer first = answers.getFirst().get();
      for (Future<Answer> answer : answers) {
        assertThat(answer.get()).isSameAs(first);
      }
    }
    verify(delegate, times(1)).answer(any());
    assertThat(tally.statistics(cache.size()).misses() + tally.statistics(cache.size()).hits())
        .isEqualTo(threads);
  }

  @Test
  void answer_anotherQuestionMeanwhile_doesNotWait() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    when(delegate.answer(QUESTION))
        .thenAnswer(
            _ -> {
              started.countDown();
              assertThat(release.await(5, TimeUnit.MINUTES)).isTrue();
              return answerTo(QUESTION);
            });
    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      Future<Answer> slow = pool.submit(() -> cache.answer(QUESTION));
      assertThat(started.await(5, TimeUnit.MINUTES)).isTrue();
      assertThat(cache.answer(Ask.plainly("who is Li Chenggang"))).isNotNull();
      assertThat(slow).isNotDone();
      release.countDown();
      assertThat(slow.get()).isEqualTo(answerTo(QUESTION));
    }
  }

  @Test
  void answer_delegateFails_isThrownAndNotKept() {
    AtomicInteger calls = new AtomicInteger();
    when(delegate.answer(any()))
        .thenAnswer(
            call -> {
              if (calls.getAndIncrement() == 0) {
                throw new IllegalStateException("the disk is gone");
              }
              return answerTo(call.getArgument(0));
            });

    assertThatThrownBy(() -> cache.answer(QUESTION))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the disk is gone");
    assertThat(tally.statistics(cache.size()).failures()).isEqualTo(1);
    assertThat(tally.statistics(cache.size()).size()).isZero();
    assertThat(cache.answer(QUESTION)).isEqualTo(answerTo(QUESTION));
  }

  static Stream<Question> otherQuestions() {
    return Stream.of(
        Ask.that(QUESTION.text()).language(Language.ZH).question(),
        Ask.that(QUESTION.text()).side(Side.US).question(),
        Ask.that(QUESTION.text()).topic("tariffs").question(),
        Ask.that(QUESTION.text()).since("2025-01-01").question(),
        Ask.that(QUESTION.text()).until("2025-01-01").question(),
        Ask.that(QUESTION.text()).asOf("2025-01-01").question(),
        Ask.that(QUESTION.text()).budget(500).question(),
        Ask.plainly("is the Rule in force?"),
        Ask.plainly("is the ruling force?"));
  }

  @ParameterizedTest
  @MethodSource("otherQuestions")
  void answer_anyOptionDiffers_isAnotherAnswer(Question other) {
    assertThat(cache.answer(QUESTION).question()).isEqualTo(QUESTION);
    assertThat(cache.answer(other).question()).isEqualTo(other);
    verify(delegate, times(2)).answer(any());
  }

  @Test
  void answer_nextDay_isWorkedOutAgain() {
    cache.answer(QUESTION);
    now.updateAndGet(instant -> instant.plus(Duration.ofHours(11)));
    cache.answer(QUESTION);
    verify(delegate, times(1)).answer(any());

    now.updateAndGet(instant -> instant.plus(Duration.ofHours(2)));
    cache.answer(QUESTION);
    verify(delegate, times(2)).answer(any());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " is the rule in force? ",
        "is  the   rule in force?",
        "is\tthe rule\nin force?",
        "is\u00a0the\u3000rule in force?"
      })
  void answer_otherSpaces_areTheSameQuestion(String text) {
    Answer first = cache.answer(QUESTION);

    assertThat(cache.answer(Ask.plainly(text))).isSameAs(first);
    verify(delegate, times(1)).answer(QUESTION);
  }

  @Test
  void answer_decomposedCharacters_areTheSameQuestion() {
    Answer composed = cache.answer(Ask.plainly("Zürich talks"));

    assertThat(cache.answer(Ask.plainly("Zu\u0308rich talks"))).isSameAs(composed);
  }

  @Test
  void answer_anyQuestion_isTheDelegatesAnswerToTheNeatQuestion() {
    assertThat(cache.answer(Ask.plainly("  rare   earths ")))
        .isEqualTo(answerTo(Ask.plainly("rare earths")));
  }

  @Test
  void answer_realAnswerer_isAsWithoutCache() {
    Answerer real = new RetrievalAnswerer(generation, ShippedIndex.CLOCK);
    CachingAnswerer cached =
        new CachingAnswerer(generation, real, ShippedIndex.CLOCK, 1_000, new CacheTally());

    for (Question question :
        List.of(QUESTION, Ask.plainly(""), Ask.plainly("x".repeat(10_000)), Ask.plainly("稀土"))) {
      assertThat(cached.answer(question)).isEqualTo(real.answer(question));
    }
  }

  @Test
  void statistics_hitsMissesAndSize_areCounted() {
    cache.answer(QUESTION);
    cache.answer(QUESTION);
    cache.answer(Ask.plainly("rare earths"));

    assertThat(tally.statistics(cache.size())).isEqualTo(new CacheStatistics(1, 2, 0, 2));
  }
}
