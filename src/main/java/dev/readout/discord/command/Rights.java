package dev.readout.discord.command;

import dev.readout.discord.render.Access;

/**
 * What somebody may do where they are, at the moment that they act. Immutable.
 *
 * @param inServer whether they are in a server that installed the bot
 * @param managesServer whether Discord lets them manage that server
 * @param moderates whether they have one of the roles that the server named moderators
 * @param operates whether they run the bot
 */
public record Rights(boolean inServer, boolean managesServer, boolean moderates, boolean operates) {

  /** Those of somebody of whom nothing is known. */
  public static final Rights NONE = new Rights(false, false, false, false);

  /** Whether what is for these people is for them. */
  public boolean allow(Access access) {
    return switch (access) {
      case MEMBER -> true;
      case MODERATOR -> inServer && (managesServer || moderates || operates);
      case OPERATOR -> operates;
    };
  }

  /** Whether they may say who moderates: moderators by role cannot make others. */
  public boolean mayNameModerators() {
    return inServer && (managesServer || operates);
  }
}
