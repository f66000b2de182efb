package dev.readout.cli;

import dev.readout.answer.SafeText;
import dev.readout.cli.SourceOptions.ScopeOption;
import dev.readout.cli.Terminal.BadInputException;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Standing.StandingChange;
import dev.readout.intake.Details;
import dev.readout.intake.Draft;
import dev.readout.intake.Draft.Drafting;
import dev.readout.intake.Inbox;
import dev.readout.intake.Intake;
import dev.readout.intake.Refresher;
import dev.readout.intake.Refresher.Refreshing;
import dev.readout.intake.fetch.SourceAddress;
import dev.readout.intake.reindex.Reindexing;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceEntry.SourceState;
import dev.readout.store.SourceTable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sources, and the group of commands that look after them; its feeds are a group of their own. */
@Command(
    name = "source",
    addMethodSubcommands = false,
    synopsisSubcommandLabel = "COMMAND",
    description = "Adds sources to what is answered from, and looks after them and their feeds.",
    footer = {"", "docs/sources.md shows how. Everything is noted in the audit log."})
public record SourceCommand(Installation installation, Terminal terminal) {
  private static final int SHOWN_NAME_CHARS = 120;

  /** Describing a dozen commands to picocli takes time, so it is done only when they are called. */
  public static CommandLine forArguments(
      Installation installation, Terminal terminal, String... arguments) {
    CommandLine command = new CommandLine(new SourceCommand(installation, terminal));
    if (arguments.length > 0 && arguments[0].equals(command.getCommandName())) {
      command.getCommandSpec().addMethodSubcommands();
      command.addSubcommand(new FeedCommand(installation, terminal));
    }
    return command;
  }

  @Command(
      name = "add",
      description = "Fetches a page or reads a file, shows how it would be filed, and stores it.",
      footer = {
        "",
        "Options take the place of what is proposed. Without --yes, and without anybody to ask,",
        "the draft is shown, nothing is stored, and the exit code is 1."
      })
  int add(
      @Parameters(
              paramLabel = "URL|FILE",
              description =
                  "A page or PDF; or a file: HTML, PDF, Markdown or text, 10 MiB at most.")
          String what,
      @Mixin SourceOptions.Described described,
      @Option(names = "--yes", description = "Store it without asking.") boolean yes,
      @Mixin ScopeOption scope)
      throws IOException {
    SourceChanges changes = new SourceChanges(terminal, scope);
    try (CatalogueSession session = installation.openCatalogue()) {
      Intake intake = session.catalogue().intake();
      Drafting drafting = draft(intake, scope.scope(), what);
      if (!(drafting instanceof Drafting.Drafted(Draft draft))) {
        return changes.tell(drafting, shown(what));
      }
      Details details = described.over(draft.proposed(), session.topics());
      terminal.out().print(SourcePages.of(draft, details, terminal.layout()));
      if (yes || (terminal.interactive() && terminal.confirms("Store it?"))) {
        return changes.tell(
            intake.add(
                scope.scope(), draft, details, SourceState.ACCEPTED, null, CatalogueSession.ACTOR),
            "is stored");
      }
      return terminal.interactive()
          ? terminal.done("Nothing is stored.")
          : terminal.failed("nothing is stored; repeat it with --yes to store this");
    }
  }

  private static Drafting draft(Intake intake, Scope scope, String what) throws IOException {
    if (what.contains("://")) {
      URI address =
          SourceAddress.parse(what)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          shown(what)
                              + " is no address of a page; write one such as"
                              + " https://www.commerce.gov/news"));
      return intake.draft(scope, address);
    }
    Path file = Converters.file(what);
    return intake.draft(scope, Converters.document(file), file.getFileName().toString());
  }

  /** What was typed for a source, as it is told back. */
  static String shown(String typed) {
    return SafeText.of(typed, SHOWN_NAME_CHARS);
  }

  @Command(
      name = "inbox",
      description = {
        "Lists what feeds have found, those first that name a measure, an end or a meeting.",
        "'approve' and 'refuse' decide about several: 1 4-9, --feed N, all."
      })
  int inbox(@Mixin ScopeOption scope) {
    try (CatalogueSession session = installation.openCatalogue()) {
      Inbox inbox = session.catalogue().inbox();
      List<Inbox.Item> items = inbox.waiting(scope.scope());
      Page page = new Page(terminal.layout());
      for (CorpusRecord document : inbox.notAssessed(scope.scope())) {
        page.line(
            Page.Ink.YELLOW,
            "not assessed: ",
            document.title() + " (" + document.id() + "); 'source assess' says it");
      }
      items.forEach(item -> SourcePages.line(page, item));
      int all = inbox.count(scope.scope());
      page.line(
          Page.Ink.PLAIN,
          items.size() == all
              ? all + " waiting"
              : "the newest %d of %d waiting".formatted(items.size(), all));
      terminal.out().print(page);
      return ReadoutCommand.DONE;
    }
  }

  @Command(
      name = "list",
      description = "Lists the sources that were added, in the order of their numbers.")
  int list(
      @Option(
              names = "--state",
              paramLabel = "STATE",
              description =
                  "Only those waiting, accepted, removed or refused; may be repeated. Those waiting"
                      + " and accepted if not given.")
          @Nullable Set<SourceState> states,
      @Mixin ScopeOption scope) {
    Set<SourceState> asked =
        states == null
            ? EnumSet.of(SourceState.WAITING, SourceState.ACCEPTED)
            : EnumSet.copyOf(states);
    try (CatalogueSession session = installation.openCatalogue()) {
      SourceTable sources = session.catalogue().sources();
      long after = 0;
      List<SourceEntry> entries = List.of();
      do {
        entries = sources.page(scope.scope(), asked, after, SourceTable.MAX_PAGE);
        Page page = new Page(terminal.layout());
        entries.forEach(entry -> SourcePages.line(page, entry));
        terminal.out().print(page);
        after = entries.isEmpty() ? after : entries.getLast().number();
      } while (entries.size() == SourceTable.MAX_PAGE && !terminal.out().checkError());
      return terminal.done(
          asked.stream()
              .map(state -> sources.count(scope.scope(), Set.of(state)) + " " + state.wireName())
              .collect(Collectors.joining(", ")));
    }
  }

  @Command(
      name = "show",
      description = "Shows all that is known of a source, and its first statements.")
  int show(@Mixin SourceOptions.Numbered source) {
    try (CatalogueSession session = installation.openCatalogue()) {
      SourceEntry entry = source.source(session);
      Details details = session.catalogue().intake().detailsOf(entry);
      terminal.out().print(SourcePages.of(entry, details, terminal.layout()));
      return ReadoutCommand.DONE;
    }
  }

  @Command(name = "edit", description = "Files a source differently; its text stays as it is.")
  int edit(@Mixin SourceOptions.Numbered source, @Mixin SourceOptions.Described described) {
    if (described.isEmpty()) {
      throw new BadInputException("nothing to change; write for instance --published 2026-05-12");
    }
    try (CatalogueSession session = installation.openCatalogue()) {
      Intake intake = session.catalogue().intake();
      Details details = described.over(intake.detailsOf(source.source(session)), session.topics());
      Intake.Adding adding =
          intake.edit(source.scope(), source.number(), details, CatalogueSession.ACTOR);
      return new SourceChanges(terminal, source.option()).tell(adding, "is changed");
    }
  }

  @Command(
      name = "refresh",
      description = "Fetches a source's page again, and keeps both texts if it has changed.")
  int refresh(@Mixin SourceOptions.Numbered source) {
    try (CatalogueSession session = installation.openCatalogue()) {
      Refresher refresher = session.catalogue().refresher();
      Refreshing came = refresher.refresh(source.scope(), source.number(), CatalogueSession.ACTOR);
      return new SourceChanges(terminal, source.option()).tell(came, source.number());
    }
  }

  @Command(
      name = "remove",
      description = "Takes a source out of the answers at once.",
      footer = {
        "",
        "Its text is kept, since receipts may quote it; 'bin/readout source approve N' takes it"
            + " back."
      })
  int remove(
      @Mixin SourceOptions.Numbered source,
      @Option(names = "--yes", description = "Remove it without asking.") boolean yes)
      throws IOException {
    try (CatalogueSession session = installation.openCatalogue()) {
      SourceEntry entry = source.source(session);
      String title = shown(entry.record().title());
      if (!entry.state().isLive()) {
        throw SourceChanges.noSuchSource();
      }
      if (!yes && !terminal.interactive()) {
        return terminal.failed(
            "nothing is removed; repeat it with --yes to remove '%s'".formatted(title));
      }
      if (!yes && !terminal.confirms("Remove '%s'?".formatted(title))) {
        return ReadoutCommand.DONE;
      }
      long number = entry.number();
      Intake intake = session.catalogue().intake();
      if (!(intake.remove(source.scope(), number, CatalogueSession.ACTOR)
          instanceof Intake.Adding.Done)) {
        throw SourceChanges.noSuchSource();
      }
      String index = source.option().indexCommand();
      return switch (session.withdraw(source.scope())) {
        case DONE ->
            terminal.done(
                "Source %d is removed and in no answer any more; a bot that runs takes it out"
                        .formatted(number)
                    + " within a minute.");
        case LATER ->
            terminal.failed(
                "source %d is removed, but another change of the index is under way; when it has"
                        .formatted(number)
                    + " ended, run "
                    + index);
        case SERVER_DROPPED, FAILED ->
            terminal.failed(
                "source %d is removed, but the index could not be written and still has it; run %s"
                    .formatted(number, index));
      };
    }
  }

  @Command(
      name = "approve",
      description =
          "Accepts sources that wait, or takes back one that was removed or refused: 1 4-9, all.")
  int approve(
      @Mixin SourceOptions.Waiting waiting,
      @Option(names = "--reindex", description = "Bring what is accepted into answers at once.")
          boolean reindex) {
    try (CatalogueSession session = installation.openCatalogue()) {
      int code = decide(session, waiting, /* accepts= */ true);
      if (code != ReadoutCommand.DONE || !reindex) {
        return code;
      }
      return switch (session.reindex(waiting.option().scope())) {
        case Reindexing.Outcome.Done done ->
            terminal.done("Built generation " + done.generation().name() + ".");
        case Reindexing.Outcome.Failed(_, String detail) ->
            terminal.failed(detail + "; " + waiting.option().indexCommand() + " tries again");
        case Reindexing.Outcome.Cancelled _ -> terminal.failed("the build was cancelled");
      };
    }
  }

  @Command(
      name = "refuse",
      description =
          "Turns down sources that wait: 1 4-9, all; their feed does not bring them again.")
  int refuse(@Mixin SourceOptions.Waiting waiting) {
    try (CatalogueSession session = installation.openCatalogue()) {
      return decide(session, waiting, /* accepts= */ false);
    }
  }

  private int decide(CatalogueSession session, SourceOptions.Waiting waiting, boolean accepts) {
    Scope scope = waiting.option().scope();
    SourceChanges changes = new SourceChanges(terminal, waiting.option());
    if (waiting.single().isEmpty()) {
      Inbox inbox = session.catalogue().inbox();
      return changes.tell(
          inbox.decide(scope, waiting.meant(), accepts, CatalogueSession.ACTOR), accepts);
    }
    Intake intake = session.catalogue().intake();
    long number = waiting.single().getAsLong();
    if (!accepts) {
      return changes.tell(intake.refuse(scope, number, CatalogueSession.ACTOR), "is refused");
    }
    SourceEntry entry =
        session.catalogue().sources().find(scope, number).orElseThrow(SourceChanges::noSuchSource);
    return changes.tell(
        entry.state().isLive()
            ? intake.approve(scope, number, CatalogueSession.ACTOR)
            : intake.restore(scope, number, intake.detailsOf(entry), CatalogueSession.ACTOR),
        "is accepted");
  }

  @Command(
      name = "confirm",
      description = "Says that a source is what it says: answers call it unconfirmed no more.")
  int confirm(@Mixin SourceOptions.Numbered source) {
    try (CatalogueSession session = installation.openCatalogue()) {
      Intake intake = session.catalogue().intake();
      Intake.Adding confirmed =
          intake.confirm(source.scope(), source.number(), CatalogueSession.ACTOR);
      return new SourceChanges(terminal, source.option())
          .tell(confirmed, "counts as confirmed by you");
    }
  }

  @Command(
      name = "assess",
      description = "Says whether a source changes a measure's standing; the source is the proof.")
  int assess(
      @Mixin SourceOptions.Numbered source,
      @Option(
              names = "--measure",
              paramLabel = "ID",
              description = "The measure's record; not needed where the source names one.")
          @Nullable String measure,
      @ArgGroup(multiplicity = "1") SourceOptions.Effect effect) {
    try (CatalogueSession session = installation.openCatalogue()) {
      Intake intake = session.catalogue().intake();
      SourceEntry entry = source.source(session);
      List<String> named = entry.record().relates();
      String id = measure != null ? measure : named.size() == 1 ? named.getFirst() : "";
      CorpusRecord record =
          intake
              .measure(source.scope(), id)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          "name the measure with --measure ID"
                              + (named.isEmpty() ? "" : ": " + String.join(", ", named))));
      StandingChange change = effect.of(record, entry.record().id());
      return new SourceChanges(terminal, source.option())
          .tell(
              intake.assess(source.scope(), source.number(), change, CatalogueSession.ACTOR),
              "is assessed for " + id);
    }
  }
}
