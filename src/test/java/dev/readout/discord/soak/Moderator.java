package dev.readout.discord.soak;

import dev.readout.discord.render.IndexPhrase;
import dev.readout.discord.render.SourcePhrase;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.message.Button;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.message.SelectMenu;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.person.SlashCall;
import dev.readout.discord.standin.wire.UploadedFile;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who looks after a server's sources, or after everybody's. What is done must be done, in
 * the bot's own words. Confined to one thread.
 */
final class Moderator {
  private static final Duration WITHIN = Duration.ofMinutes(2);
  private static final Duration REINDEXED_WITHIN = Duration.ofMinutes(10);
  private static final Pattern NUMBER = Pattern.compile("\\*\\*(\\d+)\\*\\*");
  private static final int TRIES = 10;

  /** Of another's reindex a little may have been done after this. */
  private static final Duration ANOTHERS_REINDEX = Duration.ofSeconds(1);

  private final Person person;
  private final Referee referee;
  private final Ledger ledger;
  private final Pace pace = new Pace();

  Moderator(Person person, Referee referee, Ledger ledger) {
    this.person = person;
    this.referee = referee;
    this.ledger = ledger;
  }

  /** Adds a page as it is proposed; gives its number. */
  Optional<String> add(URI page) {
    return addAsProposed(person.slash("source add").option("url", page.toString()));
  }

  /** Adds a file as it is proposed; gives its number. */
  Optional<String> add(UploadedFile file) {
    return addAsProposed(person.slash("source add").option("file", file));
  }

  private Optional<String> addAsProposed(SlashCall add) {
    return done(Deed.CARE, send(add), SourcePhrase.PREVIEW::in)
        .flatMap(draft -> press(draft, "r1:draft:add:"))
        .flatMap(pressed -> done(Deed.CARE, pressed, SourcePhrase.ADDED::in))
        .flatMap(Moderator::number);
  }

  /** Watches a feed; gives its number. */
  Optional<String> watchFeed(String kind, URI address, String pattern) {
    SlashCall add =
        person.slash("source feed add").option("kind", kind).option("url", address.toString());
    if (!pattern.isEmpty()) {
      add.option("pattern", pattern);
    }
    return done(Deed.FEED, send(add), SourcePhrase.FEED_ADDED::in).flatMap(Moderator::number);
  }

  void checkFeed(String number) {
    SlashCall check = person.slash("source feed check").option("number", number);
    done(Deed.FEED, send(check), SourcePhrase.FEED_CHECKED::in);
  }

  /** Approves all that waits, a page of the list at a time. */
  void approveAll() {
    for (int page = 0; page < TRIES; page++) {
      List<String> waiting =
          referee
              .reply(Deed.CARE, send(person.slash("source approve")))
              .map(Moderator::listedNumbers)
              .orElse(List.of());
      if (waiting.isEmpty()) {
        return;
      }
      for (String number : waiting) {
        SlashCall approve = person.slash("source approve").option("number", number);
        done(Deed.CARE, send(approve), SourcePhrase.APPROVED::in);
      }
    }
  }

  private static List<String> listedNumbers(Message list) {
    Pattern listed = Pattern.compile("r1:source:show:(\\d+):\\w+");
    return list.buttons().stream()
        .map(button -> listed.matcher(button.customId()))
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .toList();
  }

  /** Looks at a page that has changed since. */
  void refresh(String number) {
    SlashCall refresh = person.slash("source refresh").option("number", number);
    done(Deed.CARE, send(refresh), SourcePhrase.CHANGED::in);
  }

  /** Takes a source out of the answers, and back into the catalogue. */
  void removeAndTakeBack(String number) {
    SlashCall remove = person.slash("source remove").option("number", number);
    done(Deed.CARE, send(remove), SourcePhrase.REMOVE_SURE::in)
        .flatMap(sure -> press(sure, "r1:source:remove:"))
        .flatMap(pressed -> done(Deed.CARE, pressed, SourcePhrase.REMOVED_DONE::in))
        .flatMap(removed -> press(removed, "r1:source:restore:"))
        .ifPresent(pressed -> done(Deed.CARE, pressed, SourcePhrase.APPROVED::in));
  }

  /** Adds a page for everybody, and has it indexed; gives its number. */
  Optional<String> publish(URI page) {
    SlashCall add = person.slash("source add").option("url", page.toString());
    Optional<String> number = addAsProposed(add.option("scope", "global"));
    reindexEverywhere(/* isForced= */ false);
    return number;
  }

  /** Takes a source of everybody's out of the answers. */
  void withdraw(String number) {
    SlashCall remove = person.slash("source remove").option("number", number);
    done(Deed.CARE, send(remove.option("scope", "global")), SourcePhrase.REMOVE_SURE::in)
        .flatMap(sure -> press(sure, "r1:source:remove:"))
        .ifPresent(pressed -> done(Deed.CARE, pressed, SourcePhrase.REMOVED_DONE::in));
  }

  /** Looks at everything that there is to look at. */
  void lookAround() {
    for (String command :
        List.of(
            "source list", "coverage", "audit", "doctor", "settings show", "source feed list")) {
      referee.reply(Deed.CARE, send(person.slash(command)));
    }
  }

  /** Brings a server's changes into its answers. */
  void reindex() {
    reindex(() -> person.slash("reindex"));
  }

  /** The same of what all servers see. */
  void reindexEverywhere(boolean isForced) {
    reindex(() -> person.slash("reindex").option("force", isForced).option("scope", "global"));
  }

  /** Another change of an index may have to end first, or change what was to be confirmed. */
  private void reindex(Supplier<SlashCall> command) {
    Optional<Message> said = Optional.empty();
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<Interaction> confirmed = said.flatMap(plan -> press(plan, "r1:reindex:"));
      said =
          confirmed.isPresent()
              ? done(
                  Deed.REINDEX, confirmed.get(), IndexPhrase.DONE::in, IndexPhrase.DIFFERS_NOW::in)
              : referee.reply(Deed.REINDEX, send(command.get()));
      if (isSaid(said, IndexPhrase.DONE::in, IndexPhrase.NOTHING_TO_DO::in)) {
        return;
      }
      if (isSaid(said, IndexPhrase.UNDER_WAY::in, IndexPhrase.OTHER_UNDER_WAY::in)) {
        Pace.rest(ANOTHERS_REINDEX);
      }
    }
    ledger.wrong(Fault.UNEXPECTED, person.name() + " could not reindex");
  }

  /** Goes back to the oldest index that is kept, or to the newest. */
  void rollBack(boolean toTheNewest) {
    Comparator<String> order = Comparator.naturalOrder();
    referee
        .reply(Deed.ROLLBACK, send(person.slash("rollback")))
        .flatMap(
            kept ->
                kept.selects().stream()
                    .flatMap(menu -> menu.options().stream())
                    .map(SelectMenu.Option::value)
                    .max(toTheNewest ? order : order.reversed())
                    .map(
                        name -> {
                          pace.await();
                          return person.choose(kept, name);
                        }))
        .flatMap(chosen -> referee.reply(Deed.ROLLBACK, chosen))
        .flatMap(sure -> press(sure, "r1:rollback:"))
        .ifPresentOrElse(
            confirmed -> done(Deed.ROLLBACK, confirmed, IndexPhrase.ROLLED_BACK::in),
            () -> ledger.wrong(Fault.UNEXPECTED, person.name() + " could not go back"));
  }

  /** What is answered here to a question. */
  void askFor(String question, String word) {
    referee
        .reply(Deed.ASK, send(person.slash("ask").option("question", question)))
        .filter(answer -> !answer.text().contains(word))
        .ifPresent(
            answer -> ledger.wrong(Fault.UNEXPECTED, word + " is missing from " + answer.text()));
  }

  private Interaction send(SlashCall call) {
    pace.await();
    return call.send();
  }

  private Optional<Interaction> press(Message message, String customId) {
    return message.buttons().stream()
        .map(Button::customId)
        .filter(id -> id.startsWith(customId))
        .findFirst()
        .map(
            id -> {
              pace.await();
              return person.press(message, id);
            });
  }

  private static boolean isSaid(Optional<Message> reply, PhrasePattern.Words... phrases) {
    return reply.filter(said -> PhrasePattern.of(phrases).matcher(said.text()).find()).isPresent();
  }

  /** The reply that says one of these; anything else that it ends with is wrong. */
  private Optional<Message> done(
      Deed deed, Interaction interaction, PhrasePattern.Words... phrases) {
    Pattern wanted = PhrasePattern.of(phrases);
    Optional<Message> end =
        referee.end(
            deed,
            interaction,
            reply -> wanted.matcher(reply.text()).find() || isEnd(reply),
            deed == Deed.REINDEX ? REINDEXED_WITHIN : WITHIN);
    if (end.isPresent() && !isSaid(end, phrases)) {
      ledger.wrong(Fault.UNEXPECTED, interaction + ": " + end.get().text());
    }
    return end.filter(_ -> isSaid(end, phrases));
  }

  /** What is said on the way ends with dots, or has a button to cancel. */
  private static boolean isEnd(Message reply) {
    return !reply.text().endsWith("…")
        && reply.buttons().stream()
            .noneMatch(button -> button.customId().startsWith("r1:reindex-cancel"));
  }

  private static Optional<String> number(Message message) {
    Matcher number = NUMBER.matcher(message.text());
    return number.find() ? Optional.of(number.group(1)) : Optional.empty();
  }
}
