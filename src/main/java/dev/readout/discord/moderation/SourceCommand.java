package dev.readout.discord.moderation;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.readout.answer.Completions.Choice;
import dev.readout.answer.SourceText;
import dev.readout.corpus.Language;
import dev.readout.discord.command.Command.Opening;
import dev.readout.discord.command.Commands.CommandLinks;
import dev.readout.discord.command.Request;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.SourceId;
import dev.readout.discord.render.SourceId.Action;
import dev.readout.discord.render.SourceId.DraftAction;
import dev.readout.intake.Inbox;
import dev.readout.intake.SourceDesk;
import dev.readout.store.Feed;
import dev.readout.store.Receipts;
import dev.readout.store.SourceEntry.SourceState;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/**
 * {@code /source}: which of its parts a subcommand, a button or a form is for. Nothing is stored
 * before somebody says so. Thread-safe.
 */
final class SourceCommand implements ModeratorCommand {
  private static final String ADD = "add";
  private static final String EDIT = "edit";

  private final SourceDesk desk;
  private final Outcomes outcomes;
  private final SourceAdding adding;
  private final SourceEditing editing;
  private final SourceCare care;
  private final InboxCare inbox;
  private final Assessing assessing;
  private final FeedCare feeds;
  private final ReindexCommand reindex;

  /**
   * Puts its parts together.
   *
   * @param reindex brings what was accepted into answers, and tells how it goes
   */
  SourceCommand(
      SourceDesk desk,
      Receipts receipts,
      CommandLinks links,
      InstantSource clock,
      ReindexCommand reindex) {
    this.desk = desk;
    this.reindex = reindex;
    this.outcomes = new Outcomes(desk.intake(), desk.sources(), links, clock);
    HeldDrafts held = new HeldDrafts(Ticker.systemTicker());
    this.adding = new SourceAdding(desk.intake(), desk.spool(), held, outcomes);
    this.editing = new SourceEditing(desk.intake(), desk.sources(), held, outcomes);
    this.care =
        new SourceCare(
            desk.intake(), desk.sources(), desk.refresher(), desk.reindexer(), receipts, outcomes);
    this.inbox = new InboxCare(desk.inbox(), outcomes);
    this.assessing = new Assessing(desk.intake(), desk.sources(), outcomes);
    this.feeds = new FeedCare(desk.feeds(), desk.checker(), desk::pack, outcomes);
  }

  @Override
  public CommandData data() {
    return SourceForm.data();
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
    Language language = request.language();
    Optional<Whose> whose = Whose.of(request);
    if (whose.isEmpty()) {
      return new Opening.Instead(Whose.refusal(request));
    }
    if (request.subcommand().equals(ADD)) {
      return new Opening.Form(SourceAdding.form(whose.get(), language));
    }
    return number(request)
        .map(number -> editing.form(number, /* approves= */ false, whose.get(), request))
        .orElseGet(() -> new Opening.Instead(outcomes.notFound(language)));
  }

  @Override
  public Reply reply(Request request) {
    return reply(request, _ -> {});
  }

  @Override
  public Reply reply(Request request, Consumer<Reply> progress) {
    return Whose.of(request)
        .map(whose -> reply(request, whose, progress))
        .orElseGet(() -> Whose.refusal(request));
  }

  private Reply reply(Request request, Whose whose, Consumer<Reply> progress) {
    Language language = request.language();
    return switch (request.subcommand()) {
      case ADD -> adding.add(request, whose, progress);
      case "list" -> care.list(state(request), 0, whose, language);
      case "show" -> act(Action.SHOW, request, whose, progress);
      case "refresh" -> act(Action.REFRESH, request, whose, progress);
      case "remove" -> act(Action.ASK_REMOVE, request, whose, progress);
      case "inbox" -> inbox.list(0, whose, language);
      case "approve" ->
          request.option(SourceForm.NUMBER).isEmpty()
              ? inbox.list(0, whose, language)
              : decide(Action.APPROVE, request, whose, progress);
      case "refuse" -> decide(Action.REFUSE, request, whose, progress);
      case "assess" ->
          assessing.ask(
              number(request).orElse(0L), request.option(SourceForm.MEASURE), whose, request);
      case "feed add" -> feeds.add(request, whose, progress);
      case "feed list" -> feeds.list(whose, language);
      case "feed check" -> feeds.check(number(request).orElse(0L), whose, language, progress);
      case "feed remove" -> feeds.remove(number(request).orElse(0L), whose, request);
      default -> Reply.text(Phrase.OLD_COMMAND.in(language));
    };
  }

  private Reply act(Action action, Request request, Whose whose, Consumer<Reply> progress) {
    return number(request)
        .map(number -> care.reply(action, number, whose, request, progress))
        .orElseGet(() -> outcomes.notFound(request.language()));
  }

  /** One, in whatever state it is, or several that wait. */
  private Reply decide(Action action, Request request, Whose whose, Consumer<Reply> progress) {
    String typed = request.required(SourceForm.NUMBER);
    return number(request).isEmpty() && Inbox.chosen(typed).isPresent()
        ? inbox.decide(typed, action == Action.APPROVE, whose, request, progress)
        : act(action, request, whose, progress);
  }

  private static Optional<SourceState> state(Request request) {
    return request.option(SourceForm.STATE).flatMap(SourceState::ofWireName);
  }

  /** Numbers count from 1; what is none is as little found. */
  private static Optional<Long> number(Request request) {
    return request
        .option(SourceForm.NUMBER)
        .map(typed -> typed.strip().replaceFirst("^#\\s*", ""))
        .filter(typed -> typed.matches("[1-9][0-9]{0,17}"))
        .map(Long::valueOf);
  }

  @Override
  public Optional<List<Choice>> complete(String option, String typed, Request request) {
    return Optional.of(
        Whose.of(request).map(whose -> complete(option, typed, whose, request)).orElse(List.of()));
  }

  private List<Choice> complete(String option, String typed, Whose whose, Request request) {
    return switch (option) {
      case SourceForm.TOPIC -> editing.topics(typed, whose, request.language());
      case SourceForm.MEASURE ->
          desk.intake().measures(whose.scope(), typed, OptionData.MAX_CHOICES).stream()
              .map(
                  measure ->
                      new Choice(SourceText.title(measure, request.language()), measure.id()))
              .toList();
      default ->
          request.subcommand().startsWith("feed ") ? feeds(typed, whose) : sources(typed, whose);
    };
  }

  private List<Choice> sources(String typed, Whose whose) {
    return desk.sources().titles(whose.scope(), typed.strip(), OptionData.MAX_CHOICES).stream()
        .map(one -> choice(one.number(), one.title()))
        .toList();
  }

  private List<Choice> feeds(String typed, Whose whose) {
    return desk.feeds().list(whose.scope()).stream()
        .filter(feed -> (feed.number() + " " + feed.address()).contains(typed.strip()))
        .limit(OptionData.MAX_CHOICES)
        .map(SourceCommand::choice)
        .toList();
  }

  private static Choice choice(Feed feed) {
    return choice(feed.number(), feed.address());
  }

  private static Choice choice(long number, String name) {
    return new Choice(number + " · " + name, Long.toString(number));
  }

  /** A form to open for a press; empty for a reply. */
  Optional<Supplier<Opening>> form(SourceId id, Request request) {
    return switch (id) {
      case SourceId.Draft draft when draft.action() == DraftAction.EDIT ->
          Optional.of(() -> editing.form(draft, request));
      case SourceId.Of source ->
          switch (source.action()) {
            case EDIT -> Optional.of(() -> form(source, /* approves= */ false, request));
            case COMPLETE -> Optional.of(() -> form(source, /* approves= */ true, request));
            case SHOW,
                FORM,
                COMPLETE_FORM,
                REFRESH,
                ASK_REMOVE,
                REMOVE,
                APPROVE,
                REFUSE,
                RESTORE,
                ASK_STANDING,
                CONFIRM ->
                Optional.empty();
          };
      case SourceId.Decide decide when !decide.isFilledIn() ->
          Optional.of(
              () -> InboxCare.deciding(Whose.of(request, decide.global()), request.language()));
      case SourceId.Assess assess ->
          assessing.form(assess, request.language()).map(opening -> () -> opening);
      case SourceId.Draft _,
          SourceId.Page _,
          SourceId.New _,
          SourceId.Inbox _,
          SourceId.Decide _,
          SourceId.Reindex _,
          SourceId.Pack _ ->
          Optional.empty();
    };
  }

  private Opening form(SourceId.Of id, boolean approves, Request request) {
    return editing.form(id.number(), approves, Whose.of(request, id.global()), request);
  }

  /** The reply to a press or a form. */
  Reply reply(SourceId id, Request request, Consumer<Reply> progress) {
    Whose whose = Whose.of(request, id.global());
    return switch (id) {
      case SourceId.Draft draft -> editing.reply(draft, request);
      case SourceId.Page page -> care.list(page.state(), page.after(), whose, request.language());
      case SourceId.New _ -> adding.add(request, whose, progress);
      case SourceId.Inbox page -> inbox.list(page.from(), whose, request.language());
      case SourceId.Decide _ -> inbox.decided(whose, request, progress, reindex);
      case SourceId.Assess assess -> assessing.assess(assess, whose, request);
      case SourceId.Reindex _ -> reindex.now(request, id.global(), progress);
      case SourceId.Pack pack -> feeds.watchPack(pack.on(), whose, request);
      case SourceId.Of source ->
          switch (source.action()) {
            case FORM -> editing.filledIn(source.number(), false, whose, request);
            case COMPLETE_FORM -> editing.filledIn(source.number(), true, whose, request);
            case ASK_STANDING -> assessing.ask(source.number(), Optional.empty(), whose, request);
            case SHOW,
                EDIT,
                COMPLETE,
                REFRESH,
                ASK_REMOVE,
                REMOVE,
                APPROVE,
                REFUSE,
                RESTORE,
                CONFIRM ->
                care.reply(source.action(), source.number(), whose, request, progress);
          };
    };
  }
}
