package dev.readout.discord.standin.person;

import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.interaction.Modal;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.place.Permission;
import dev.readout.discord.standin.place.Place;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who uses the bot, at one place, in one language. Immutable: {@link #in} and the like
 * give the same person elsewhere. Get one from {@code StandIn.person(name)}.
 *
 * @param id a snowflake
 * @param locale the language of the person's app, such as "zh-CN"
 * @param permissions what the person may do in a server, as bits
 * @param attachmentLimitBytes how large a file the bot may send here
 * @param roles ids of the roles in a server beside those that follow from the permissions
 * @param isChecked false if what the app would not allow is sent all the same
 */
public record Person(
    Client client,
    String id,
    String name,
    Place place,
    String locale,
    long permissions,
    long attachmentLimitBytes,
    Set<String> roles,
    boolean isChecked) {
  private static final long ATTACHMENT_LIMIT_BYTES = 10L << 20;

  /** An ordinary member whose app is in American English. */
  public static Person member(Client client, String id, String name, Place place) {
    return new Person(
        client,
        id,
        name,
        place,
        "en-US",
        Permission.ofMember(),
        ATTACHMENT_LIMIT_BYTES,
        Set.of(),
        true);
  }

  /** The same person somewhere else. */
  public Person in(Place place) {
    return new Person(
        client, id, name, place, locale, permissions, attachmentLimitBytes, roles, isChecked);
  }

  /** The same person with an app in another language. */
  public Person withLocale(String locale) {
    return new Person(
        client, id, name, place, locale, permissions, attachmentLimitBytes, roles, isChecked);
  }

  /** The same person with exactly these permissions. */
  public Person withPermissions(long permissions) {
    return new Person(
        client, id, name, place, locale, permissions, attachmentLimitBytes, roles, isChecked);
  }

  /** The same person as one who manages the server. */
  public Person asManager() {
    return withPermissions(Permission.ofManager());
  }

  /** The same person with this role of the server beside the others. */
  public Person withRole(String roleId) {
    Set<String> more = new TreeSet<>(roles);
    more.add(roleId);
    return new Person(
        client, id, name, place, locale, permissions, attachmentLimitBytes, more, isChecked);
  }

  /** The same person where the bot may send only so large a file. */
  public Person withAttachmentLimitBytes(long limit) {
    return new Person(client, id, name, place, locale, permissions, limit, roles, isChecked);
  }

  /** The same person with an app that lets everything through: stale buttons, wrong options. */
  public Person unchecked() {
    return new Person(
        client,
        id,
        name,
        place,
        locale,
        permissions,
        attachmentLimitBytes,
        roles,
        /* isChecked= */ false);
  }

  /** Starts a slash command, subcommands included: "ask", "source add". */
  public SlashCall slash(String command) {
    return new SlashCall(this, command);
  }

  /** Presses the button of this label or custom id. */
  public Interaction press(Message message, String labelOrCustomId) {
    return new ComponentUse(this, message).press(labelOrCustomId);
  }

  /** Chooses by label or value in the message's menu that has all of these. */
  public Interaction choose(Message message, String... labelsOrValues) {
    return new ComponentUse(this, message).choose(List.of(labelsOrValues));
  }

  /** Chooses by label or value in the menu of this custom id or placeholder. */
  public Interaction chooseIn(Message message, String menu, String... labelsOrValues) {
    return new ComponentUse(this, message).choose(menu, List.of(labelsOrValues));
  }

  /** Picks a command from the menu of somebody's message that says this. */
  public Interaction menu(String command, String content) {
    return menu(command, TargetMessage.saying(content));
  }

  /** Picks a command from a message's menu. */
  public Interaction menu(String command, TargetMessage target) {
    return new MenuCall(this, command, target).send();
  }

  /** Starts to fill in a form. */
  public FormFilling fill(Modal modal) {
    return new FormFilling(this, modal);
  }

  /** Where the person is; outside servers a conversation of her own. */
  public String channelId() {
    return Payload.channelId(this);
  }

  boolean may(Permission permission) {
    long needed = permission.bit() | Permission.ADMINISTRATOR.bit();
    return (permissions & needed) != 0;
  }

  void require(boolean isPossible, String complaint) {
    if (isChecked && !isPossible) {
      throw new NotPossibleException(name + " cannot: " + complaint);
    }
  }
}
