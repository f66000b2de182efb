package dev.readout.discord.moderation;

import dev.readout.answer.Completions.Choice;
import dev.readout.answer.SourceText;
import dev.readout.corpus.Language;
import dev.readout.discord.command.Command;
import dev.readout.discord.command.Opening;
import dev.readout.discord.command.Request;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.SourceId.Action;
import dev.readout.intake.Inbox;
import dev.readout.intake.SourceDesk;
import dev.readout.store.Feed;
import dev.readout.store.SourceEntry.SourceState;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/** {@code /source}: which of its parts a subcommand is for. Thread-safe. */
final class SourceCommand implements Command {
  private static final String ADD = "add";
  private static final String EDIT = "edit";

  private final SourceAdding adding;
  private final SourceEditing editing;
  private final SourceCare care;
  private final InboxCare inbox;
  private final Assessing assessing;
  private final FeedCare feeds;
  private final Outcomes outcomes;
  private final SourceDesk desk;

  SourceCommand(
      SourceAdding adding,
      SourceEditing editing,
      SourceCare care,
      InboxCare inbox,
      Assessing assessing,
      FeedCare feeds,
      Outcomes outcomes,
      SourceDesk desk) {
    this.adding = adding;
    this.editing = editing;
    this.care = care;
    this.inbox = inbox;
    this.assessing = assessing;
    this.feeds = feeds;
    this.outcomes = outcomes;
    this.desk = desk;
  }

  @Override
  public Access access() {
    return Access.MODERATOR;
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
      return new Opening.Instead(forOperators(language));
    }
    if (request.subcommand().equals(ADD)) {
      return new Opening.Form(SourceAdding.form(whose.get(), language));
    }
    return number(request)
        .map(number -> editing.form(number, /* approves= */ false, whose.get(), request))
        .orElseGet(() -> new Opening.Instead(outcomes.notFound(language)));
  }

  private static Reply forOperators(Language language) {
    return Reply.text(Phrase.FOR_OPERATORS.in(language));
  }

  @Override
  public Reply reply(Request request) {
    return reply(request, _ -> {});
  }

  @Override
  public Reply reply(Request request, Consumer<Reply> progress) {
    return Whose.of(request)
        .map(whose -> reply(request, whose, progress))
        .orElseGet(() -> forOperators(request.language()));
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
  public List<Choice> complete(String option, String typed, Request request) {
    Optional<Whose> whose = Whose.of(request);
    if (whose.isPresent() && option.equals(SourceForm.TOPIC)) {
      return editing.topics(typed, whose.get(), request.language());
    }
    if (whose.isEmpty()) {
      return List.of();
    }
    if (option.equals(SourceForm.MEASURE)) {
      return desk.intake().measures(whose.get().scope(), typed, OptionData.MAX_CHOICES).stream()
          .map(measure -> new Choice(SourceText.title(measure, request.language()), measure.id()))
          .toList();
    }
    return request.subcommand().startsWith("feed ")
        ? feeds(typed, whose.get())
        : sources(typed, whose.get());
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
}
