package dev.readout.discord.soak;

import dev.readout.discord.Shown;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.place.Guild;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges what an answer says: that it is one, that the same question has the same answer as long as
 * the index and the day are the same, and that its statements are in the shipped records, with
 * their sources. Thread-safe.
 */
final class AnswerCheck {
  /** Answers that are remembered for comparison; the oldest go. */
  private static final int REMEMBERED = 20_000;

  /** One answer in so many has each of its statements looked up, which takes long. */
  private static final int TRACED = 10;

  private static final Pattern INDEX = PhrasePattern.of(Phrase.REACH::in);

  /** What is said to a question that cannot be searched for. */
  private static final Pattern PROBLEM =
      PhrasePattern.of(
          Phrase.ASK_SOMETHING::in,
          Phrase.ASK_SHORTER::in,
          Phrase.ASK_PLAINLY::in,
          Phrase.ASK_ABOUT_SOMETHING::in,
          Phrase.ASK_OF_A_DAY::in,
          Phrase.CHOOSE_A_TOPIC::in,
          Phrase.EXCHANGE_DAYS::in);

  /** The line that repeats the question, which a menu gives without its marks. */
  private static final Pattern HEAD = Pattern.compile("\\A-# .*\\R");

  private static final Pattern RECEIPT = Pattern.compile("`[0-9A-Z]{6,}`");

  /**
   * What is said instead of the receipt where the database was too slow for it: a line that leaves
   * less room for statements.
   */
  private static final Pattern NOT_KEPT = PhrasePattern.of(Phrase.NOT_KEPT::in);

  private final Ledger ledger;
  private long checked;

  private final Map<Asked, String> answers =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * What decides an answer.
   *
   * @param index the line of the answer that says how far the sources reach
   */
  private record Asked(
      String server, String locale, String question, String index, LocalDate day) {}

  AnswerCheck(Ledger ledger) {
    this.ledger = ledger;
  }

  void check(Person asker, String question, Message reply) {
    String text = Shown.unescaped(reply.text());
    Matcher index = INDEX.matcher(text);
    if (!index.find()) {
      if (!PROBLEM.matcher(text).find()) {
        ledger.wrong(Fault.UNEXPECTED, question + " → " + text);
      }
      return;
    }
    // With sources of its own a server has other answers after each reindex.
    if (Town.hasShippedAlone(asker.place())) {
      if (!NOT_KEPT.matcher(text).find()) {
        compare(asker, question, index.group(), text);
      }
      if (isNext()) {
        trace(question, reply);
      }
    }
  }

  private synchronized boolean isNext() {
    checked++;
    return checked % TRACED == 0;
  }

  private void compare(Person asker, String question, String index, String text) {
    String server = asker.place().guild().map(Guild::id).orElse("");
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Asked asked = new Asked(server, asker.locale(), question, index, today);
    String answer = RECEIPT.matcher(HEAD.matcher(text).replaceFirst("")).replaceAll("`…`");
    String before;
    synchronized (answers) {
      before = answers.putIfAbsent(asked, answer);
    }
    if (before != null) {
      ledger.compared();
      if (!before.equals(answer)) {
        ledger.wrong(
            Fault.CONTRADICTION,
            asked + ": " + unlike(before, answer) + " was said, then " + unlike(answer, before));
      }
    }
  }

  /** The lines of a text that another has not. */
  private static String unlike(String text, String other) {
    List<String> known = other.lines().toList();
    return text.lines().filter(line -> !known.contains(line)).toList().toString();
  }

  private void trace(String question, Message reply) {
    ledger.traced();
    try {
      Shown.in(reply).forEach(Shown::assertKeepsPromises);
    } catch (AssertionError e) {
      ledger.wrong(Fault.UNTRUE, question + " → " + e.getMessage());
    }
  }
}
