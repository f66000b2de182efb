package dev.readout.discord.moderation;

import dev.readout.corpus.Scope;
import dev.readout.discord.command.Command;
import dev.readout.discord.command.CommandForm;
import dev.readout.discord.command.Request;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.AuditMessage;
import dev.readout.discord.render.ModeratorId;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import dev.readout.store.AuditTable;
import dev.readout.store.AuditTable.AuditEntry;
import java.util.List;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** {@code /audit}: who changed what; a server's own log, for operators also the global one. */
final class AuditCommand implements Command {
  private final AuditTable table;

  AuditCommand(AuditTable table) {
    this.table = table;
  }

  @Override
  public Access access() {
    return Access.MODERATOR;
  }

  @Override
  public CommandData data() {
    return CommandForm.slash("audit", Access.MODERATOR).addOptions(CommandForm.scope());
  }

  @Override
  public Reply reply(Request request) {
    boolean global = IndexScope.isGlobal(request);
    if (global && !request.rights().allow(Access.OPERATOR)) {
      return Reply.text(Phrase.FOR_OPERATORS.in(request.language()));
    }
    return page(request, Long.MAX_VALUE, global);
  }

  /** What is older than the last entry shown. */
  Reply page(Request request, ModeratorId.AuditPage page) {
    return page(request, page.upTo(), page.global());
  }

  private Reply page(Request request, long upTo, boolean global) {
    Scope scope = global ? Scope.GLOBAL : request.scope();
    long first = Math.min(upTo, table.count(scope));
    List<AuditEntry> entries =
        first == 0 ? List.of() : table.upTo(scope, first, AuditMessage.MAX_ENTRIES);
    return AuditMessage.of(entries, first, global, request.language());
  }
}
