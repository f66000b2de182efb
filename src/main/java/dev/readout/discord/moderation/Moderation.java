package dev.readout.discord.moderation;

import dev.readout.answer.ServingIndexes;
import dev.readout.corpus.Scope;
import dev.readout.discord.command.Command;
import dev.readout.discord.command.Command.Opening;
import dev.readout.discord.command.Commands.CommandLinks;
import dev.readout.discord.command.Commands.Supplies;
import dev.readout.discord.command.Request;
import dev.readout.discord.render.ModeratorId;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.SourceId;
import dev.readout.index.GenerationInfo;
import dev.readout.intake.SourceCatalogue;
import dev.readout.store.AuditTable;
import dev.readout.store.Database;
import dev.readout.store.GapTable;
import dev.readout.store.Receipts;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

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
}
