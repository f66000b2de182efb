package dev.readout.discord;

import dev.readout.corpus.Sha256;
import dev.readout.discord.command.Commands;
import dev.readout.store.RegistrationTable;
import dev.readout.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Discord of the commands, once and again only when they have changed, and learns their ids.
 * Everywhere at once: commands of single servers would show each twice. Thread-safe.
 */
final class CommandRegistration extends ListenerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(CommandRegistration.class);

  private final Commands commands;
  private final RegistrationTable registrations;
  private final AtomicBoolean done = new AtomicBoolean();

  CommandRegistration(Commands commands, RegistrationTable registrations) {
    this.commands = commands;
    this.registrations = registrations;
  }

  /** With the first shard that is ready; the commands are the same for all. */
  @Override
  public void onReady(ReadyEvent event) {
    if (done.compareAndSet(false, true)) {
      JDA jda = event.getJDA();
      jda.retrieveCommands()
          .queue(known -> compare(jda, known), failure -> failed("read", failure));
    }
  }

  private void compare(JDA jda, List<Command> known) {
    long application = jda.getSelfUser().getApplicationIdLong();
    String wanted = hash(commands.data());
    boolean same = wanted.equals(told(application)) && known.size() == commands.data().size();
    if (same) {
      learn(known);
      return;
    }
    jda.updateCommands()
        .addCommands(commands.data())
        .queue(
            registered -> {
              learn(registered);
              LOG.info("registered {} commands with Discord", registered.size());
              remember(application, wanted);
            },
            failure -> failed("register", failure));
  }

  /** What Discord was told last; empty when that is not known, and then it is told again. */
  private String told(long application) {
    try {
      return registrations.hash(application).orElse("");
    } catch (StoreUnavailableException e) {
      LOG.warn("what Discord was told of the commands cannot be read: {}", e.getMessage());
      return "";
    }
  }

  private void remember(long application, String hash) {
    try {
      registrations.save(application, hash);
    } catch (StoreUnavailableException e) {
      LOG.warn("the next start registers the commands again: {}", e.getMessage());
    }
  }

  private void learn(List<Command> known) {
    commands
        .links()
        .learn(
            known.stream()
                .collect(Collectors.toMap(Command::getName, Command::getIdLong, (a, _) -> a)));
  }

  /** The next start tries again; the commands that Discord knows go on working. */
  private void failed(String what, Throwable failure) {
    done.set(false);
    LOG.error("could not {} the commands: {}", what, failure.toString());
  }

  /** Of what Discord is told, in an order of its own, since JDA's maps have none. */
  static String hash(List<CommandData> commands) {
    String told =
        commands.stream()
            .map(command -> sorted(command.toData().toMap()).toString())
            .collect(Collectors.joining("\n"));
    return Sha256.of(told);
  }

  private static Object sorted(Object value) {
    return switch (value) {
      case null -> "null";
      case Map<?, ?> map -> {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, one) -> sorted.put(String.valueOf(key), sorted(one)));
        yield sorted;
      }
      case Iterable<?> list -> {
        List<Object> all = new ArrayList<>();
        list.forEach(one -> all.add(sorted(one)));
        yield all;
      }
      default -> value;
    };
  }
}
