package dev.readout.discord.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.readout.answer.Answer;
import dev.readout.answer.FollowUp;
import dev.readout.answer.Verdict;
import dev.readout.answer.VerdictText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.index.Generation;
import dev.readout.index.QueryToken;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What was asked and answered in messages of the last day, so that a thread opened from one may go
 * on from there: such a thread has the message's id. In memory alone, the last 5,000; gone with a
 * restart and with {@code /forget-me}. Thread-safe.
 */
public final class FollowUps {
  private static final int MAX_REMEMBERED = 5_000;
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final Cache<Long, Turn> turns =
      Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterAccess(REMEMBERED).build();

  private record Turn(long member, Language language, FollowUp.Before before) {}

  /**
   * The message, or the thread opened from it, goes on from this answer: about the measure of its
   * verdict, else about the record that leads.
   */
  void remember(long message, long member, Answer.Answered answer) {
    Verdict verdict = answer.verdict();
    CorpusRecord record = answer.opensWith();
    FollowUp.Before before =
        new FollowUp.Before(
            answer.question().text(),
            VerdictText.name(record, answer.language()),
            verdict != null && record.kind().isMeasure());
    turns.put(message, new Turn(member, answer.language(), before));
  }

  /** The other message shows the same answer. */
  public void copy(long message, long other) {
    Turn turn = turns.getIfPresent(message);
    if (turn != null) {
      turns.put(other, turn);
    }
  }

  void forget(long member) {
    turns.asMap().values().removeIf(turn -> turn.member() == member);
  }

  /** What was answered last in a thread; empty where that is not known. */
  Optional<FollowUp.Before> before(long thread) {
    return Optional.ofNullable(turns.getIfPresent(thread)).map(Turn::before);
  }

  /** The language of what was answered last in a thread; English where that is not known. */
  public Language language(long thread) {
    Turn turn = turns.getIfPresent(thread);
    return turn == null ? Language.EN : turn.language();
  }

  /** What is asked, read together with what was answered before. */
  static FollowUp read(String text, FollowUp.Before before, Generation generation) {
    return FollowUp.read(text, before, said -> names(generation, said));
  }

  private static List<FollowUp.Name> names(Generation generation, String text) {
    return generation.plan(text).tokens().stream()
        .filter(token -> token.kind() == QueryToken.Kind.TERM)
        .flatMap(
            token ->
                generation.term(token.text()).stream()
                    .filter(term -> !term.isVocabulary())
                    .map(term -> new FollowUp.Name(token.start(), token.end(), term.kind())))
        .toList();
  }
}
