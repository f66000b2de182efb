package dev.readout.discord.moderation;

import dev.readout.corpus.Scope;
import dev.readout.discord.command.CommandForm;
import dev.readout.discord.command.Request;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.AuditMessage;
import dev.readout.discord.render.Reply;
import dev.readout.store.AuditTable;
import dev.readout.store.AuditTable.AuditEntry;
import java.util.List;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

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
