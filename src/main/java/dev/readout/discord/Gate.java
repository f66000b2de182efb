package dev.readout.discord;

import dev.readout.corpus.Language;
import dev.readout.discord.command.Request.Rights;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.Phrase;
import dev.readout.store.ServerSettings;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.interactions.Interaction;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do, by what Discord says with each interaction: a permission that is taken away
 * is gone with the next press. Immutable.
 */
record Gate(Set<Long> operators) {
  Gate {
    operators = Set.copyOf(operators);
  }

  /** What they may do where they are. */
  Rights rights(Interaction event, @Nullable ServerSettings server) {
    boolean operates = operators.contains(event.getUser().getIdLong());
    Member member = event.getMember();
    // Who takes the bot along into a server that has not installed it is nobody's moderator there.
    boolean installed = event.getIntegrationOwners().isGuildIntegration();
    if (member == null || !installed) {
      return new Rights(false, false, false, operates);
    }
    boolean moderates =
        server != null
            && event.isFromAttachedGuild()
            && member.getUnsortedRoles().stream()
                .anyMatch(role -> server.moderatorRoles().contains(role.getIdLong()));
    return new Rights(true, managesServer(event, member), moderates, operates);
  }

  private static boolean managesServer(Interaction event, Member member) {
    return event.isFromAttachedGuild()
        ? member.hasPermission(Permission.MANAGE_SERVER)
        : member.hasPermission(event.getGuildChannel(), Permission.MANAGE_SERVER);
  }

  /** Why somebody is turned away; empty when they are not. */
  static Optional<String> refusal(Rights rights, Access access, Language language) {
    if (rights.allow(access)) {
      return Optional.empty();
    }
    Phrase reason =
        switch (access) {
          case OPERATOR -> Phrase.FOR_OPERATORS;
          case MEMBER, MODERATOR ->
              rights.inServer() ? Phrase.FOR_MODERATORS : Phrase.IN_SERVERS_ONLY;
        };
    return Optional.of(reason.in(language));
  }
}
