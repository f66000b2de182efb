package dev.readout.discord.moderation;

import dev.readout.answer.ServingIndexes;
import dev.readout.corpus.Scope;
import dev.readout.discord.command.Command;
import dev.readout.discord.command.Command.Opening;
import dev.readout.discord.command.CommandForm;
import dev.readout.discord.command.Commands.CommandLinks;
import dev.readout.discord.command.Commands.Supplies;
import dev.readout.discord.command.Request;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.AuditMessage;
import dev.readout.discord.render.ModeratorId;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.SourceId;
import dev.readout.index.GenerationInfo;
import dev.readout.intake.SourceCatalogue;
import dev.readout.store.AuditTable;
import dev.readout.store.AuditTable.AuditEntry;
import dev.readout.store.Database;
import dev.readout.store.GapTable;
import dev.readout.store.Receipts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** Moderators' commands, and what their buttons and forms do. Thread-safe. */
public final class Moderation {
  private final SettingsCommand settings;
  private final AuditCommand audit;
  private final DoctorCommand doctor;
  private final SourceCommand sources;
  private final ReindexCommand reindex;
  private final RollbackCommand rollback;
  private final CoverageCommand coverage;

  /** Builds every command. */
  public Moderation(
      Supplies supplies,
      InstantSource clock,
      CommandLinks links,
      Supplier<Connections> gateway,
      SettingsCommand settings) {
    ServingIndexes indexes = supplies.indexes();
    SourceCatalogue catalogue = supplies.sources();
    Database database = supplies.database();
    this.settings = settings;
    this.audit = new AuditCommand(new AuditTable(database));
    SourceWatch watch = new SourceWatch(catalogue.sources(), catalogue.feeds(), clock);
    Function<Scope, GenerationInfo> index =
        scope -> indexes.with(scope, current -> current.generation().info());
    this.doctor = new DoctorCommand(index, database, gateway, clock, catalogue, watch);
    this.reindex = new ReindexCommand(catalogue.reindexer(), catalogue.sources(), index, links);
    this.rollback = new RollbackCommand(catalogue.reindexer(), index);
    this.sources = new SourceCommand(catalogue, new Receipts(database), links, clock, reindex);
    this.coverage = new CoverageCommand(indexes, new GapTable(database), watch, clock);
  }

  public List<Command> commands() {
    return List.of(sources, settings, reindex, rollback, coverage, audit, doctor);
  }

  /** A form to open for a press; empty for a reply. See {@link Command#form}. */
  public Optional<Supplier<Opening>> form(ModeratorId id, Request request) {
    return switch (id) {
      case ModeratorId.EditSettings _ -> Optional.of(() -> settings.editing(request));
      case SourceId source -> sources.form(source, new ScopedRequest(request, source.global()));
      default -> Optional.empty();
    };
  }

  /** The reply to a press or a form; see {@link Command#reply(Request, Consumer)}. */
  public Reply reply(ModeratorId id, Request request, Consumer<Reply> progress) {
    return switch (id) {
      case ModeratorId.SettingsForm _ -> settings.filledIn(request);
      case ModeratorId.ResetSettings _ -> settings.reset(request);
      case ModeratorId.CoveragePage page -> coverage.page(request, page);
      case ModeratorId.Scoped scoped ->
          reply(scoped, new ScopedRequest(request, scoped.global(), progress));
      case ModeratorId.EditSettings _ ->
          throw new IllegalArgumentException("not a press that is replied to: " + id);
    };
  }

  private Reply reply(ModeratorId.Scoped id, ScopedRequest request) {
    return switch (id) {
      case SourceId source -> sources.reply(source, request);
      case ModeratorId.AuditPage page -> audit.page(page.upTo(), request);
      case ModeratorId.ReindexConfirm confirm -> reindex.confirmed(confirm, request);
      case ModeratorId.ReindexCancel _ -> reindex.cancel(request);
      case ModeratorId.RollbackChoice _ -> rollback.chosen(request);
      case ModeratorId.RollbackConfirm confirm -> rollback.confirmed(confirm, request);
    };
  }

  /** {@code /audit}: who changed what; a server's own log, for operators also the global one. */
  record AuditCommand(AuditTable table) implements ModeratorCommand {
    @Override
    public CommandData data() {
      return CommandForm.slash("audit", Access.MODERATOR).addOptions(CommandForm.scope());
    }

    @Override
    public Reply reply(Request request) {
      return ScopedRequest.reply(request, _ -> {}, scoped -> page(Long.MAX_VALUE, scoped));
    }

    /** The entry with this position in its log, and what is older. */
    Reply page(long upTo, ScopedRequest request) {
      Scope scope = request.scope();
      long first = Math.min(upTo, table.count(scope));
      List<AuditEntry> entries =
          first == 0 ? List.of() : table.upTo(scope, first, AuditMessage.MAX_ENTRIES);
      return new AuditMessage(entries, first, request.global(), request.language()).reply();
    }
  }

  /**
   * How the connections to Discord are: shards of this process, milliseconds that the gateway takes
   * (negative before its first answer), and how far at least this machine's clock is ahead of
   * Discord's. Immutable.
   */
  public record Connections(
      int connected,
      int shards,
      long pingMillis,
      Set<String> privilegedIntents,
      Duration clockAhead) {
    public Connections {
      privilegedIntents = Set.copyOf(privilegedIntents);
    }

    /** Whether every shard is connected, and there is one. */
    public boolean areAllUp() {
      return shards > 0 && connected == shards;
    }
  }

  /** A command for those who may manage the server, and whom it named moderators. */
  interface ModeratorCommand extends Command {
    @Override
    default Access access() {
      return Access.MODERATOR;
    }
  }
}
