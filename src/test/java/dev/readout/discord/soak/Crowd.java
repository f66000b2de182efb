package dev.readout.discord.soak;

import dev.readout.discord.standin.interaction.Choice;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.message.Button;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.message.SelectMenu;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.person.SlashCall;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What members do, one after the other and each with a mind of its own: asks, looks things up,
 * points at messages, and uses the buttons under what it is answered. Thread-safe.
 */
final class Crowd {
  private static final Pattern RECEIPT = Pattern.compile("`([0-9A-Z]{6,})`");
  private static final List<String> ABOUT = List.of("help", "about", "ping", "privacy");
  private static final String BEGINNINGS = "abcdefgimnoprstuw";

  private final Town town;
  private final Questions questions;
  private final Referee referee;
  private final AnswerCheck check;

  Crowd(Town town, Questions questions, Referee referee, AnswerCheck check) {
    this.town = town;
    this.questions = questions;
    this.referee = referee;
    this.check = check;
  }

  /** Somebody does something, and perhaps something with the reply. */
  void act(RandomGenerator random) throws InterruptedException {
    Person person = town.anybody(random);
    int deed = random.nextInt(100);
    if (deed < 70) {
      ask(person, random);
    } else if (deed < 76) {
      lookUp(Deed.STATUS, person, "status", "measure", random);
    } else if (deed < 81) {
      lookUp(Deed.EXPLAIN, person, "explain", "term", random);
    } else if (deed < 86) {
      lookUp(Deed.COMPARE, person, "compare", "meeting", random);
    } else if (deed < 89) {
      referee.reply(Deed.SOURCES, person.slash("sources").send());
    } else if (deed < 92) {
      referee.reply(Deed.ABOUT, person.slash(ABOUT.get(random.nextInt(ABOUT.size()))).send());
    } else if (deed < 96) {
      String said = questions.any(random);
      referee
          .reply(Deed.MENU, person.menu("Find sources for this", said))
          .ifPresent(reply -> check.check(person, said, reply));
    } else {
      referee.reply(Deed.MENU, person.menu("Check this quote", "“" + questions.any(random) + "”"));
    }
  }

  private void ask(Person person, RandomGenerator random) throws InterruptedException {
    String question = questions.any(random);
    boolean isPrivate = random.nextInt(4) == 0;
    SlashCall call = person.slash("ask").option("question", question);
    if (isPrivate) {
      call.option("private", true);
    }
    Interaction asked = call.send();
    if (random.nextInt(50) == 0) {
      asked.deliverAgain(); // as Discord now and then does
    }
    Optional<Message> reply = referee.reply(isPrivate ? Deed.ASK_PRIVATELY : Deed.ASK, asked);
    if (reply.isPresent()) {
      check.check(person, question, reply.get());
      Thread.sleep(random.nextInt(1_000, 5_000)); // to read it
      use(person, reply.get(), random);
    }
  }

  /** More than a member may ask in a minute. */
  void askTooOften(RandomGenerator random) {
    for (int i = 0; i < 12; i++) {
      Interaction asked =
          town.eager().slash("ask").option("question", questions.typed(random)).send();
      referee.reply(Deed.ASK, asked);
    }
  }

  /** Chooses from what is suggested; types a question into the field where nothing is. */
  private void lookUp(
      Deed deed, Person person, String command, String option, RandomGenerator random) {
    int letter = random.nextInt(BEGINNINGS.length());
    String beginning = BEGINNINGS.substring(letter, letter + 1);
    List<Choice> choices =
        referee.choices(person.slash(command).typing(option, beginning)).orElse(List.of());
    String value =
        choices.isEmpty()
            ? "widgets"
            : choices.get(random.nextInt(choices.size())).value().asText();
    referee.reply(deed, person.slash(command).option(option, value).send());
  }

  private void use(Person person, Message answer, RandomGenerator random) {
    int use = random.nextInt(100);
    if (use < 12) {
      press(Deed.PRESS, person, answer, "r1:all:");
    } else if (use < 20) {
      press(Deed.PRESS, person, answer, "r1:sources:");
    } else if (use < 28) {
      press(Deed.PRESS, person, answer, "r1:show");
    } else if (use < 38) {
      press(Deed.VOTE, person, answer, "r1:vote:");
    } else if (use < 46) {
      askRelated(person, answer, random);
    } else if (use < 52) {
      showReceipt(person, answer);
    }
  }

  private void press(Deed deed, Person person, Message answer, String customId) {
    answer.buttons().stream()
        .map(Button::customId)
        .filter(id -> id.startsWith(customId))
        .findFirst()
        .ifPresent(id -> referee.reply(deed, person.press(answer, id)));
  }

  private void askRelated(Person person, Message answer, RandomGenerator random) {
    for (SelectMenu menu : answer.selects()) {
      String chosen = menu.options().get(random.nextInt(menu.options().size())).value();
      referee
          .reply(Deed.RELATED, person.choose(answer, chosen))
          .ifPresent(reply -> check.check(person, chosen, reply));
    }
  }

  private void showReceipt(Person person, Message answer) {
    Matcher receipt = RECEIPT.matcher(answer.text());
    if (receipt.find()) {
      referee.reply(Deed.RECEIPT, person.slash("receipt").option("id", receipt.group(1)).send());
    }
  }
}
