package dev.readout.discord.standin.person;

import dev.readout.discord.standin.command.Command;
import dev.readout.discord.standin.place.Permission;
import java.util.Optional;

/** Whether Discord shows a command to a person at her place. */
final class Visibility {
  private Visibility() {}

  static void require(Person person, Command command) {
    person.require(
        command.isAllowedIn(person.place().context()),
        command.name() + " is not for context " + person.place().context());
    person.require(
        command.guildId().isPresent() || command.isInstalledBy(person.place().integrationType()),
        command.name() + " is not for this kind of installation");
    if (person.place().context() == 0) {
      requirePermissions(person, command);
    }
  }

  private static void requirePermissions(Person person, Command command) {
    person.require(
        person.may(Permission.USE_APPLICATION_COMMANDS),
        "commands are not allowed in this channel");
    Optional<Long> needed = command.neededPermissions();
    boolean isAdministrator = (person.permissions() & Permission.ADMINISTRATOR.bit()) != 0;
    // Needing none at all is how Discord says "administrators only".
    person.require(
        isAdministrator
            || needed.isEmpty()
            || (needed.get() != 0 && (person.permissions() & needed.get()) == needed.get()),
        command.name() + " needs the permissions " + needed.orElse(0L));
  }
}
