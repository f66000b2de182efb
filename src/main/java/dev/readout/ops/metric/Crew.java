package dev.readout.ops.metric;

import dev.readout.discord.access.Access;

/** Whom work is for; the bot keeps places for both. */
enum Crew {
  MEMBERS,
  MODERATORS;

  static Crew of(Access access) {
    return switch (access) {
      case MEMBER -> MEMBERS;
      case MODERATOR, OPERATOR -> MODERATORS;
    };
  }
}
