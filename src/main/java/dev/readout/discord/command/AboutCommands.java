package dev.readout.discord.command;

import dev.readout.answer.IndexText;
import dev.readout.answer.Question;
import dev.readout.answer.ReceiptBook;
import dev.readout.answer.RetrievalAnswerer;
import dev.readout.answer.ServingIndex;
import dev.readout.answer.ServingIndexes;
import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.discord.command.Commands.CommandLinks;
import dev.readout.discord.command.Presses.Votes;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.HelpMessage;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import dev.readout.index.GenerationInfo;
import dev.readout.store.AuditTable;
import dev.readout.store.ServerSettings;
import dev.readout.store.StoreUnavailableException;
import dev.readout.store.WatchTable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commands about the bot itself: answered to who asks alone, and not counted. Thread-safe. */
final class AboutCommands {
  private AboutCommands() {}

  interface OfBot extends Command {
    @Override
    default boolean isCounted() {
      return false;
    }

    @Override
    default boolean isPrivate() {
      return true;
    }
  }

  /** {@code /help}: what the bot can do, with links that open the commands. */
  record Help(ServingIndexes indexes, CommandLinks links, Supplier<Collection<Command>> commands)
      implements OfBot {
    @Override
    public CommandData data() {
      return CommandForm.slash("help");
    }

    @Override
    public Reply reply(Request request) {
      Language language = request.language();
      String list = list(Access.MEMBER, language);
      if (request.rights().allow(Access.MODERATOR)) {
        list +=
            "\n" + Phrase.HELP_MODERATORS.in(language) + "\n" + list(Access.MODERATOR, language);
      }
      String menus =
          Phrase.HELP_MENUS.in(
              language,
              CommandForm.menuName(MessageMenus.FIND_SOURCES, language),
              CommandForm.menuName(MessageMenus.CHECK_QUOTE, language));
      String all = Phrase.HELP.in(language) + list + "\n" + menus;
      return HelpMessage.of(all, generation(request.scope()), language);
    }

    /** What is said once in a server that the bot has joined. */
    Reply welcome(Scope server, Language language) {
      return HelpMessage.welcome(
          links.to("ask"), links.to("help"), links.to("settings"), generation(server), language);
    }

    private String generation(Scope scope) {
      return indexes.with(scope, current -> current.generation().info().name());
    }

    private String list(Access access, Language language) {
      return commands.get().stream()
          .filter(command -> !(command instanceof Help) && command.access() == access)
          .map(Command::data)
          .filter(CommandForm::isSlash)
          .map(CommandData::getName)
          .map(name -> "- " + links.to(name) + " " + CommandForm.description(name, language))
          .collect(Collectors.joining("\n"));
    }
  }

  /** {@code /about}: version, index and licence. */
  record About(ServingIndexes indexes, String version) implements OfBot {
    @Override
    public CommandData data() {
      return CommandForm.slash("about");
    }

    @Override
    public Reply reply(Request request) {
      Language language = request.language();
      GenerationInfo index = indexes.with(request.scope(), current -> current.generation().info());
      return request.text(
          Phrase.ABOUT,
          version,
          IndexText.summary(index, language),
          IndexText.reaches(index, language));
    }
  }

  /** {@code /ping}: how long Discord's gateway and a search take. */
  record Ping(ServingIndexes indexes, LongSupplier gatewayMillis, InstantSource clock)
      implements OfBot {
    /** Searched for, past the cache; any question does. */
    private static final String PROBE = "is the affiliates rule in force?";

    @Override
    public CommandData data() {
      return CommandForm.slash("ping");
    }

    @Override
    public Reply reply(Request request) {
      return indexes.with(request.scope(), current -> reply(request, current));
    }

    private Reply reply(Request request, ServingIndex current) {
      RetrievalAnswerer uncached = new RetrievalAnswerer(current.generation(), clock);
      long start = System.nanoTime();
      uncached.answer(Question.of(PROBE, Question.BUDGET_CHARS));
      Duration search = Duration.ofNanos(System.nanoTime() - start);
      return request.text(
          Phrase.PING,
          gatewayMillis.getAsLong(),
          String.format(Locale.ROOT, "%.1f", search.toNanos() / 1e6),
          current.generation().info().name());
    }
  }

  /** {@code /privacy}: what is kept, and for how long. */
  record Privacy(CommandLinks links, Duration receiptsKept, Duration keptAfterLeaving)
      implements OfBot {
    @Override
    public CommandData data() {
      return CommandForm.slash("privacy");
    }

    private long days(@Nullable ServerSettings server) {
      Integer chosen = server == null ? null : server.receiptDays();
      return chosen == null ? receiptsKept.toDays() : Math.min(chosen, receiptsKept.toDays());
    }

    @Override
    public Reply reply(Request request) {
      return request.text(
          Phrase.PRIVACY, days(request.server()), links.to("forget-me"), keptAfterLeaving.toDays());
    }
  }

  /**
   * {@code /forget-me}: erases what is kept of the member who asks; of what they changed as a
   * moderator it says that their id is with it, or puts a pseudonym in its place.
   */
  record ForgetMe(
      ReceiptBook receipts,
      Votes votes,
      FollowUps followUps,
      WatchTable watches,
      AuditTable audit,
      CommandLinks links)
      implements Command {
    private static final Logger LOG = LoggerFactory.getLogger(AboutCommands.class);
    private static final String AS_MODERATOR = "as-moderator";

    @Override
    public CommandData data() {
      return CommandForm.slash("forget-me")
          .addOptions(CommandForm.option(OptionType.BOOLEAN, AS_MODERATOR));
    }

    @Override
    public boolean isPrivate() {
      return true;
    }

    @Override
    public Reply reply(Request request) {
      Language language = request.language();
      followUps.forget(request.member());
      try {
        String erased =
            Phrase.FORGOTTEN.in(
                language,
                votes.forget(request.member()),
                receipts.forget(request.member()),
                watches.forget(request.member()));
        String between = language == Language.EN ? " " : "";
        return Reply.text(erased + between + asModerator(request));
      } catch (StoreUnavailableException e) {
        LOG.warn("what a member wants erased is not gone from the disk: {}", e.getMessage());
        return request.text(Phrase.NOT_FORGOTTEN);
      }
    }

    private String asModerator(Request request) {
      Language language = request.language();
      String id = Long.toString(request.member());
      AuditTable.Traces kept = audit.traces(id);
      if (kept.equals(AuditTable.Traces.NONE)) {
        return Phrase.NOTHING_ELSE_KEPT.in(language);
      }
      String counts =
          Phrase.KEPT_AS_MODERATOR.in(language, kept.entries(), kept.sources(), kept.feeds());
      return request.option(AS_MODERATOR).filter("true"::equals).isPresent()
          ? Phrase.ID_REPLACED.in(language, counts, audit.replaceActor(id))
          : Phrase.ID_KEPT.in(language, counts, links.to("forget-me"), AS_MODERATOR);
    }
  }
}
