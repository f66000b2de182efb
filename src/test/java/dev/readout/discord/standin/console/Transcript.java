package dev.readout.discord.standin.console;

import dev.readout.discord.standin.command.Command;
import dev.readout.discord.standin.contract.Contract;
import dev.readout.discord.standin.interaction.Choice;
import dev.readout.discord.standin.journal.Exchange;
import dev.readout.discord.standin.journal.Journal;
import dev.readout.discord.standin.message.Message;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the console prints. Remembers what it has printed. Confined to one thread. */
public final class Transcript {
  private static final int FIRST_ERROR = 400;

  private final PrintStream out;
  private final Map<String, Integer> printedEdits = new HashMap<>();
  private long judged;

  public Transcript(PrintStream out) {
    this.out = out;
  }

  /** Prints a message. */
  public void print(Message message) {
    printedEdits.put(message.id(), message.edits());
    out.println(MessageText.of(message));
  }

  /** True if the message was not printed before, or has changed since. */
  public boolean isNews(Message message) {
    return printedEdits.getOrDefault(message.id(), -1) != message.edits();
  }

  /** Prints suggestions, numbered; the value too where it differs. */
  public void printChoices(List<Choice> choices) {
    int number = 0;
    for (Choice choice : choices) {
      number++;
      boolean isSame = choice.name().equals(choice.valueText());
      out.printf("  %d. %s%s%n", number, choice.name(), isSame ? "" : " → " + choice.valueText());
    }
    if (choices.isEmpty()) {
      out.println("  (no suggestions)");
    }
  }

  /** Prints commands with their options; a question mark follows what may be left out. */
  public void printCommands(List<Command> commands) {
    for (Command command : commands) {
      String mark = command.type() == Command.SLASH ? "/" : "menu: ";
      for (String subcommand : command.subcommands()) {
        List<String> options =
            command.options(subcommand).orElse(List.of()).stream()
                .map(o -> o.path("name").asText() + (o.path("required").asBoolean() ? "" : "?"))
                .toList();
        String name = (mark + command.name() + " " + subcommand).strip();
        out.println((name + " " + options + " " + command.description()).strip());
      }
    }
  }

  /** Prints the last exchanges. */
  public void printJournal(Journal journal, int count) {
    List<Exchange> all = journal.exchanges();
    all.stream()
        .skip(Math.max(0, all.size() - count))
        .forEach(exchange -> out.println("  " + exchange.summary()));
  }

  /** Prints what is wrong with the exchanges since the last time, and those that were refused. */
  public void printViolations(Journal journal) {
    for (Exchange exchange : journal.exchanges()) {
      if (exchange.number() > judged) {
        judged = exchange.number();
        Contract.load().violations(exchange).forEach(v -> out.println("!! " + v));
        if (exchange.status() >= FIRST_ERROR) {
          out.println("!! " + exchange.summary() + " " + exchange.answer());
        }
      }
    }
  }
}
