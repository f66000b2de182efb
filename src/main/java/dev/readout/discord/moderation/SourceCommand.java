package dev.readout.discord.moderation;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.readout.answer.Completions.Choice;
import dev.readout.answer.SourceText;
import dev.readout.corpus.Scope;
import dev.readout.discord.command.Command.Opening;
import dev.readout.discord.command.CommandForm;
import dev.readout.discord.command.Commands.CommandLinks;
import dev.readout.discord.command.Request;
import dev.readout.discord.moderation.Moderation.ModeratorCommand;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.SourceId;
import dev.readout.discord.render.SourceId.Action;
import dev.readout.discord.render.SourceId.DraftAction;
import dev.readout.discord.render.SourceNames;
import dev.readout.intake.Inbox;
import dev.readout.intake.SourceCatalogue;
import dev.readout.intake.extract.FeedReading.LinkPattern;
import dev.readout.store.Feed.FeedKind;
import dev.readout.store.Receipts;
import dev.readout.store.SourceEntry.SourceState;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;

/**
 * {@code /source}: which of its parts a subcommand, a button or a form is for. Nothing is stored
 * before somebody says so. Thread-safe.
 */
final class SourceCommand implements ModeratorCommand {
  static final String NUMBER = "number";
  static final String STATE = "state";
  static final String MEASURE = "measure";
  static final String TOPIC = "topic";

  private static final int MAX_NUMBER_CHARS = 100;
  private static final int MAX_SEARCH_CHARS = 200;

  private static final String ADD = "add";
  private static final String EDIT = "edit";

  private final SourceCatalogue catalogue;
  private final Outcomes outcomes;
  private final SourceAdding adding;
  private final SourceEditing editing;
  private final SourceCare care;
  private final InboxCare inbox;
  private final Assessing assessing;
  private final FeedCare feeds;
  private final ReindexCommand reindex;

  /** Puts its parts together. */
  SourceCommand(
      SourceCatalogue catalogue,
      Receipts receipts,
      CommandLinks links,
      InstantSource clock,
      ReindexCommand reindex) {
    this.catalogue = catalogue;
    this.reindex = reindex;
    this.outcomes = new Outcomes(catalogue.intake(), catalogue.sources(), links, clock);
    HeldDrafts held = new HeldDrafts(Ticker.systemTicker());
    this.adding = new SourceAdding(catalogue.intake(), catalogue.spool(), held, outcomes);
    this.editing = new SourceEditing(catalogue.intake(), catalogue.sources(), held, outcomes);
    this.care =
        new SourceCare(
            catalogue.intake(),
            catalogue.sources(),
            catalogue.refresher(),
            catalogue.reindexer(),
            receipts,
            outcomes);
    this.inbox = new InboxCare(catalogue.inbox(), outcomes);
    this.assessing = new Assessing(catalogue.intake(), catalogue.sources(), outcomes);
    this.feeds = new FeedCare(catalogue.feeds(), catalogue.checker(), catalogue::pack, outcomes);
  }

  @Override
  public CommandData data() {
    return CommandForm.slash("source", Access.MODERATOR)
        .addSubcommands(
            subcommand(
                "add",
                CommandForm.text(SourceAdding.URL, false, SourceAdding.MAX_URL_CHARS),
                CommandForm.option(OptionType.ATTACHMENT, SourceAdding.FILE)),
            subcommand("list", state()),
            subcommand("show", number(true)),
            subcommand("edit", number(true), topic()),
            subcommand("refresh", number(true)),
            subcommand("remove", number(true)),
            subcommand("inbox"),
            subcommand("approve", number(false)),
            subcommand("refuse", number(true)),
            subcommand("assess", number(true), CommandForm.name(MEASURE, false)))
        .addSubcommandGroups(feeds());
  }

  private static SubcommandGroupData feeds() {
    return CommandForm.group(
        "feed",
        subcommand(
            "add",
            kind(),
            CommandForm.text(FeedCare.URL, false, SourceAdding.MAX_URL_CHARS),
            CommandForm.text(FeedCare.PATTERN, false, LinkPattern.MAX_CHARS),
            CommandForm.text(FeedCare.AGENCY, false, MAX_SEARCH_CHARS),
            CommandForm.text(FeedCare.TERM, false, MAX_SEARCH_CHARS)),
        subcommand("list"),
        subcommand("check", number(true)),
        subcommand("remove", number(true)));
  }

  private static SubcommandData subcommand(String name, OptionData... options) {
    return CommandForm.subcommand(name, options).addOptions(CommandForm.scope());
  }

  /** A text, since Discord completes whole numbers by nothing but their digits. */
  private static OptionData number(boolean required) {
    return CommandForm.completed(NUMBER, required, MAX_NUMBER_CHARS);
  }

  /** The form offers those that the text names; any other comes this way. */
  private static OptionData topic() {
    return CommandForm.name(TOPIC, false);
  }

  private static OptionData state() {
    OptionData option = CommandForm.option(OptionType.STRING, STATE);
    for (SourceState state : SourceState.values()) {
      option.addChoices(CommandForm.choice(SourceNames.of(state), state.wireName()));
    }
    return option;
  }

  private static OptionData kind() {
    OptionData option = CommandForm.option(OptionType.STRING, FeedCare.KIND).setRequired(true);
    for (FeedKind kind : FeedKind.values()) {
      option.addChoices(CommandForm.choice(SourceNames.of(kind), kind.wireName()));
    }
    return option;
  }

  @Override
  public Optional<Supplier<Opening>> form(Request request) {
    boolean opensNew =
        request.subcommand().equals(ADD)
            && request.option(SourceAdding.URL).isEmpty()
            && request.files(SourceAdding.FILE).isEmpty();
    boolean opens = opensNew || request.subcommand().equals(EDIT);
    return opens ? Optional.of(() -> opening(request)) : Optional.empty();
  }

  private Opening opening(Request request) {
    Optional<ScopedRequest> scoped = ScopedRequest.of(request, _ -> {});
    if (scoped.isEmpty()) {
      return new Opening.Instead(request.text(Phrase.FOR_OPERATORS));
    }
    if (request.subcommand().equals(ADD)) {
      return new Opening.Form(SourceAdding.form(scoped.get().global(), request.language()));
    }
    return number(request)
        .map(number -> editing.form(number, /* approves= */ false, scoped.get()))
        .orElseGet(() -> new Opening.Instead(outcomes.notFound(request.language())));
  }

  @Override
  public Reply reply(Request request) {
    return reply(request, _ -> {});
  }

  @Override
  public Reply reply(Request request, Consumer<Reply> progress) {
    return ScopedRequest.reply(request, progress, this::reply);
  }

  private Reply reply(ScopedRequest request) {
    Request filled = request.request();
    long number = number(filled).orElse(0L);
    return switch (filled.subcommand()) {
      case ADD -> adding.add(request);
      case "list" -> care.list(filled.option(STATE).flatMap(SourceState::ofWireName), 0, request);
      case "show" -> care.reply(Action.SHOW, number, request);
      case "refresh" -> care.reply(Action.REFRESH, number, request);
      case "remove" -> care.reply(Action.ASK_REMOVE, number, request);
      case "inbox" -> inbox.list(0, request);
      case "approve" ->
          filled.option(NUMBER).isEmpty()
              ? inbox.list(0, request)
              : decide(Action.APPROVE, number, request);
      case "refuse" -> decide(Action.REFUSE, number, request);
      case "assess" -> assessing.ask(number, filled.option(MEASURE), request);
      case "feed add" -> feeds.add(request);
      case "feed list" -> feeds.list(request);
      case "feed check" -> feeds.check(number, request);
      case "feed remove" -> feeds.remove(number, request);
      default -> request.text(Phrase.OLD_COMMAND);
    };
  }

  /** One, in whatever state it is, or several that wait. */
  private Reply decide(Action action, long number, ScopedRequest request) {
    String typed = request.request().required(NUMBER);
    return number == 0 && Inbox.chosen(typed).isPresent()
        ? inbox.decide(typed, action == Action.APPROVE, request)
        : care.reply(action, number, request);
  }

  /** Numbers count from 1; what is none is as little found. */
  private static Optional<Long> number(Request request) {
    return request
        .option(NUMBER)
        .map(typed -> typed.strip().replaceFirst("^#\\s*", ""))
        .filter(typed -> typed.matches("[1-9][0-9]{0,17}"))
        .map(Long::valueOf);
  }

  @Override
  public Optional<List<Choice>> complete(String option, String typed, Request request) {
    return Optional.of(
        ScopedRequest.of(request, _ -> {})
            .map(scoped -> complete(option, typed, scoped))
            .orElse(List.of()));
  }

  private List<Choice> complete(String option, String typed, ScopedRequest request) {
    Scope scope = request.scope();
    return switch (option) {
      case TOPIC -> editing.topics(typed, request);
      case MEASURE ->
          catalogue.intake().measures(scope, typed, OptionData.MAX_CHOICES).stream()
              .map(
                  measure ->
                      new Choice(SourceText.title(measure, request.language()), measure.id()))
              .toList();
      default ->
          request.request().subcommand().startsWith("feed ")
              ? feeds(typed, scope)
              : sources(typed, scope);
    };
  }

  private List<Choice> sources(String typed, Scope scope) {
    return catalogue.sources().titles(scope, typed.strip(), OptionData.MAX_CHOICES).stream()
        .map(one -> choice(one.number(), one.title()))
        .toList();
  }

  private List<Choice> feeds(String typed, Scope scope) {
    return catalogue.feeds().list(scope).stream()
        .filter(feed -> (feed.number() + " " + feed.address()).contains(typed.strip()))
        .limit(OptionData.MAX_CHOICES)
        .map(feed -> choice(feed.number(), feed.address()))
        .toList();
  }

  private static Choice choice(long number, String name) {
    return new Choice(number + " · " + name, Long.toString(number));
  }

  /** A form to open for a press; empty for a reply. */
  Optional<Supplier<Opening>> form(SourceId id, ScopedRequest request) {
    return switch (id) {
      case SourceId.Draft draft when draft.action() == DraftAction.EDIT ->
          Optional.of(() -> editing.form(draft, request));
      case SourceId.Of(Action action, long number, boolean _) when action == Action.EDIT ->
          Optional.of(() -> editing.form(number, /* approves= */ false, request));
      case SourceId.Of(Action action, long number, boolean _) when action == Action.COMPLETE ->
          Optional.of(() -> editing.form(number, /* approves= */ true, request));
      case SourceId.Decide decide when !decide.isFilledIn() ->
          Optional.of(() -> InboxCare.deciding(request.global(), request.language()));
      case SourceId.Assess assess ->
          assessing.form(assess, request.language()).map(opening -> () -> opening);
      default -> Optional.empty();
    };
  }

  Reply reply(SourceId id, ScopedRequest request) {
    return switch (id) {
      case SourceId.Draft draft -> editing.reply(draft, request);
      case SourceId.Page page -> care.list(page.state(), page.after(), request);
      case SourceId.New _ -> adding.add(request);
      case SourceId.Inbox page -> inbox.list(page.from(), request);
      case SourceId.Decide _ -> inbox.decided(request, reindex);
      case SourceId.Assess assess -> assessing.assess(assess, request);
      case SourceId.Reindex _ -> reindex.now(request);
      case SourceId.Pack pack -> feeds.watchPack(pack.on(), request);
      case SourceId.Of source -> act(source.action(), source.number(), request);
    };
  }

  private Reply act(Action action, long number, ScopedRequest request) {
    return switch (action) {
      case FORM -> editing.filledIn(number, /* approves= */ false, request);
      case COMPLETE_FORM -> editing.filledIn(number, /* approves= */ true, request);
      case ASK_STANDING -> assessing.ask(number, Optional.empty(), request);
      default -> care.reply(action, number, request);
    };
  }
}
