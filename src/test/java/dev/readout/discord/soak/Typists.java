package dev.readout.discord.soak;

import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.person.SlashCall;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * Members who type: a burst of letters, each of which Discord wants suggestions for, and a rest.
 */
final class Typists {
  private static final int LETTERS = 20;
  private static final Duration BETWEEN_LETTERS = Duration.ofMillis(50);
  private static final List<String> BESIDES =
      List.of("status measure", "explain term", "compare meeting", "ask topic");

  private final Town town;
  private final Questions questions;
  private final Referee referee;

  Typists(Town town, Questions questions, Referee referee) {
    this.town = town;
    this.questions = questions;
    this.referee = referee;
  }

  /** One burst of 20 letters within a second; each is sent on a thread of its own. */
  void burst(RandomGenerator random, Executor threads) throws InterruptedException {
    Person person = town.anybody(random);
    String text = questions.typed(random);
    String[] where =
        (random.nextInt(3) > 0 ? "ask question" : BESIDES.get(random.nextInt(BESIDES.size())))
            .split(" ", 2);
    for (int letters = 1; letters <= LETTERS; letters++) {
      String typed = text.substring(0, Math.min(letters, text.length()));
      threads.execute(() -> type(person, where[0], where[1], typed));
      Thread.sleep(BETWEEN_LETTERS);
    }
  }

  private void type(Person person, String command, String option, String typed) {
    SlashCall call = person.slash(command);
    if (option.equals("topic")) {
      call.option("question", "?");
    }
    var _ = referee.choices(call.typing(option, typed));
  }
}
