package dev.readout.discord.standin;

import dev.readout.discord.standin.console.Line;
import dev.readout.discord.standin.console.MessageText;
import dev.readout.discord.standin.console.Transcript;
import dev.readout.discord.standin.interaction.Acknowledgement;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.interaction.Modal;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.message.SelectMenu;
import dev.readout.discord.standin.person.FormFilling;
import dev.readout.discord.standin.person.NotPossibleException;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.person.SlashCall;
import dev.readout.discord.standin.place.Guild;
import dev.readout.discord.standin.place.Permission;
import dev.readout.discord.standin.place.Place;
import dev.readout.discord.standin.wire.UploadedFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets somebody talk to a running bot by typing: each line is what a person does, and the bot's
 * answer is printed with what is wrong about it by the contract. Confined to one thread.
 */
final class ConsoleSession {
  static final String HELP =
      """
      /ask question:"…" side:us private:true   a slash command; a path for a file option
      /source add url:https://…                a subcommand
      type /ask question:"enti"                suggestions for the last option
      press "More"                             a button of the last message
      choose 2 | choose "text"                 from a menu of the last message
      menu "Check this quote" "text"           a command of the menu of a message that says this
      submit field="…" "Other field"="…"       the form that is open
      as NAME | in server|dm|private|group|elsewhere | locale zh-CN | perms member|manage|admin
      last | json | commands | journal [N] | wait [SECONDS] | reconnect | cut | help | quit
      """;

  private static final int READY_TRIES = 30;

  private final StandIn discord;
  private final PrintStream out;
  private final Transcript transcript;
  private Person person;
  private Optional<Interaction> last = Optional.empty();
  private Optional<Message> message = Optional.empty();
  private Optional<Modal> form = Optional.empty();

  ConsoleSession(StandIn discord, PrintStream out) {
    this.discord = discord;
    this.out = out;
    this.transcript = new Transcript(out);
    this.person = discord.person("Alice");
  }

  /** Waits for a bot to connect: some minutes, since it may have to be built first. */
  void awaitBot() {
    for (int i = 0; i < READY_TRIES && discord.gateway().identified() == 0; i++) {
      try {
        discord.gateway().awaitIdentified(1);
      } catch (AssertionError notYet) {
        // Next try.
      }
    }
  }

  /** Reads lines to the end, or to "quit". */
  void run(BufferedReader in, boolean isEchoing) throws IOException {
    String text = in.readLine();
    while (text != null && !text.strip().equals("quit")) {
      if (isEchoing) {
        out.println("> " + text);
      }
      read(text);
      text = in.readLine();
    }
  }

  /** Does what one line says. */
  void read(String text) {
    Line line = Line.parse(text);
    if (line.verb().isEmpty() || line.verb().startsWith("#")) {
      return;
    }
    try {
      act(line);
    } catch (NotPossibleException | IllegalArgumentException | AssertionError | IOException e) {
      out.println("! " + e.getMessage());
    }
    transcript.printViolations(discord.journal());
    out.flush();
  }

  private void act(Line line) throws IOException {
    switch (line.verb()) {
      case "type" -> type(line);
      case "press" -> show(person.press(lastMessage(), line.phrase()));
      case "choose" -> show(choose(line));
      case "menu" -> show(person.menu(line.word(0, ""), line.word(1, "")));
      case "submit" -> submit(line);
      case "as" -> become(discord.person(line.phrase()).in(person.place()));
      case "in" -> become(person.in(place(line.word(0, "server"))));
      case "locale" -> become(person.withLocale(line.word(0, "en-US")));
      case "perms" -> become(person.withPermissions(permissions(line.word(0, "member"))));
      case "last" -> out.println(MessageText.of(lastMessage()));
      case "json" -> out.println(lastMessage().json().toPrettyString());
      case "commands" ->
          transcript.printCommands(
              discord.commands().visibleIn(person.place().guild().map(Guild::id)));
      case "journal" ->
          transcript.printJournal(discord.journal(), Integer.parseInt(line.word(0, "20")));
      case "wait" -> pause(Long.parseLong(line.word(0, "1")));
      case "reconnect" -> discord.gateway().requestReconnect();
      case "cut" -> discord.gateway().cut();
      case "help" -> out.print(HELP);
      default -> {
        if (line.verb().startsWith("/")) {
          show(slash(line.verb(), line.words(), line.named()).send());
        } else {
          out.println("! unknown: " + line.verb() + "; try help");
        }
      }
    }
  }

  private void become(Person next) {
    person = next;
    out.printf("(%s, %s, %s)%n", person.name(), person.place().kind(), person.locale());
  }

  private Place place(String name) {
    return switch (name) {
      case "server" -> Place.in(discord.guild());
      case "dm" -> Place.botDm();
      case "private" -> Place.friendDm();
      case "group" -> Place.groupDm();
      case "elsewhere" -> Place.withUserInstall(Guild.named("Elsewhere"));
      default -> throw new IllegalArgumentException("in server, dm, private, group or elsewhere");
    };
  }

  private static long permissions(String name) {
    return switch (name) {
      case "member" -> Permission.ofMember();
      case "manage" -> Permission.ofManager();
      case "admin" -> Permission.ofManager() | Permission.ADMINISTRATOR.bit();
      default -> throw new IllegalArgumentException("perms member, manage or admin");
    };
  }

  private SlashCall slash(String verb, List<String> subcommands, Map<String, String> values)
      throws IOException {
    List<String> path = new ArrayList<>(List.of(verb.substring(1)));
    path.addAll(subcommands);
    SlashCall call = person.slash(String.join(" ", path));
    for (Map.Entry<String, String> value : values.entrySet()) {
      fill(call, value.getKey(), value.getValue());
    }
    return call;
  }

  private void fill(SlashCall call, String name, String text) throws IOException {
    switch (call.type(name)) {
      case 4 -> call.option(name, Long.parseLong(text));
      case 5 -> call.option(name, List.of("true", "yes").contains(text));
      case 6 -> call.option(name, discord.person(text));
      case 11 -> {
        Path file = Path.of(text);
        String type = Optional.ofNullable(Files.probeContentType(file)).orElse("text/plain");
        call.option(
            name,
            UploadedFile.of(String.valueOf(file.getFileName()), type, Files.readAllBytes(file)));
      }
      default -> call.option(name, text);
    }
  }

  private void type(Line line) throws IOException {
    List<String> words = new ArrayList<>(line.words());
    Map<String, String> values = new HashMap<>(line.named());
    if (words.isEmpty() || values.isEmpty()) {
      throw new IllegalArgumentException("type /ask question:\"enti\"");
    }
    String focused = List.copyOf(line.named().keySet()).getLast();
    String beginning = values.remove(focused);
    String verb = words.removeFirst();
    show(slash(verb, words, values).typing(focused, beginning == null ? "" : beginning));
  }

  private Interaction choose(Line line) {
    Message target = lastMessage();
    String wanted = line.phrase();
    if (!wanted.matches("[0-9]+") || target.selects().isEmpty()) {
      return person.choose(target, wanted);
    }
    SelectMenu menu = target.selects().getFirst();
    int number = Integer.parseInt(wanted);
    if (number < 1 || number > menu.options().size()) {
      throw new IllegalArgumentException("choose 1 to " + menu.options().size());
    }
    return person.choose(target, menu.options().get(number - 1).value());
  }

  private void submit(Line line) {
    Modal open = form.orElseThrow(() -> new IllegalArgumentException("no form is open"));
    FormFilling filling = person.fill(open);
    line.named()
        .forEach(
            (name, value) -> {
              boolean isMenu = open.field(name).filter(field -> field.type() == 3).isPresent();
              if (isMenu) {
                filling.choose(name, value);
              } else {
                filling.enter(name, value);
              }
            });
    form = Optional.empty();
    show(filling.submit());
  }

  private Message lastMessage() {
    return message
        .flatMap(
            m ->
                discord.messages(m.channelId()).stream()
                    .filter(n -> n.id().equals(m.id()))
                    .findFirst())
        .orElseThrow(() -> new IllegalArgumentException("no message yet"));
  }

  /** Waits for the answer and prints it. */
  private void show(Interaction interaction) {
    last = Optional.of(interaction);
    Acknowledgement first = interaction.acknowledged();
    switch (first.type()) {
      case Acknowledgement.CHOICES -> transcript.printChoices(interaction.choices());
      case Acknowledgement.MODAL -> {
        form = Optional.of(interaction.modal());
        out.println(interaction.modal());
      }
      default -> print(interaction.reply());
    }
    printFollowUps();
    out.printf("(acknowledged after %d ms)%n", first.after().toMillis());
  }

  private void print(Message shown) {
    message = Optional.of(shown);
    transcript.print(shown);
  }

  private void printFollowUps() {
    last.map(Interaction::followUps).orElse(List.of()).stream()
        .filter(transcript::isNews)
        .forEach(
            followUp -> {
              out.println("+ follow-up:");
              print(followUp);
            });
  }

  /** Waits, then prints what has changed meanwhile. */
  private void pause(long seconds) {
    try {
      Thread.sleep(seconds * 1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    last.flatMap(Interaction::original).filter(transcript::isNews).ifPresent(this::print);
    printFollowUps();
  }
}
