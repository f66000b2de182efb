package dev.readout.discord;

import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.discord.command.Observer.Arrival;
import dev.readout.discord.command.Request;
import dev.readout.discord.command.Request.Caller;
import dev.readout.discord.command.Request.FormInput;
import dev.readout.discord.command.Request.Location;
import dev.readout.discord.command.Request.Rights;
import dev.readout.discord.command.Request.Upload;
import dev.readout.store.ServerSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.Component;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.commands.CommandInteractionPayload;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import org.jspecify.annotations.Nullable;

/** What Discord reports that somebody did, as our own values. Thread-safe. */
record Requests(Servers servers, Set<Long> operators, Uploads uploads, InstantSource clock) {
  /** A request for a private reply. */
  Request of(Interaction event, FormInput filled, Arrival arrival) {
    ServerSettings server = servers.of(event.getGuild());
    Scope scope =
        event.getGuild() == null ? Scope.GLOBAL : Scope.ofServer(event.getGuild().getIdLong());
    Caller caller =
        new Caller(
            event.getUser().getIdLong(),
            scope,
            language(server, () -> language(event.getUserLocale())),
            rights(event, server),
            location(event));
    return new Request(caller, server, filled, true, arrival);
  }

  /** What mentions the bot in a thread, in the language; for everybody there to see. */
  Request of(Message message, Language written, Arrival arrival) {
    ServerSettings server = servers.of(message.getGuild());
    long member = message.getAuthor().getIdLong();
    long guild = message.getGuildIdLong();
    Language language = language(server, () -> written);
    Caller caller =
        new Caller(
            member,
            Scope.ofServer(guild),
            language,
            new Rights(true, false, false, operators.contains(member)),
            new Location(guild, Set.of(), Duration.ZERO));
    return new Request(caller, server, FormInput.of(Map.of("private", "false")), false, arrival);
  }

  /** The server's language where it has set one. */
  private static Language language(@Nullable ServerSettings server, Supplier<Language> otherwise) {
    return Optional.ofNullable(server)
        .map(ServerSettings::language)
        .flatMap(Language::ofWireName)
        .orElseGet(otherwise);
  }

  /** The one of our languages that a member or a server reads. */
  static Language language(DiscordLocale locale) {
    return switch (locale) {
      case CHINESE_CHINA -> Language.ZH;
      case CHINESE_TAIWAN -> Language.ZH_TW;
      default -> Language.EN;
    };
  }

  private Location location(Interaction event) {
    Guild guild = event.getGuild();
    Channel channel = event.getChannel();
    Set<Permission> allowed =
        guild != null && event.isFromAttachedGuild() && channel instanceof GuildChannel place
            ? guild.getSelfMember().getPermissions(place)
            : Set.of();
    Duration ahead = Duration.between(event.getTimeCreated().toInstant(), clock.instant());
    long server = guild == null ? 0 : guild.getIdLong();
    return new Location(server, allowed, ahead);
  }

  /** What was filled in for the options of a slash command, as far as it is typed. */
  FormInput filled(CommandInteractionPayload event) {
    Map<String, String> texts = new HashMap<>();
    Map<String, List<Upload>> files = new HashMap<>();
    for (OptionMapping option : event.getOptions()) {
      if (option.getType() == OptionType.ATTACHMENT) {
        files.put(option.getName(), List.of(uploads.of(option.getAsAttachment())));
      } else {
        texts.put(option.getName(), option.getAsString());
      }
    }
    return new FormInput(subcommand(event), texts, Map.of(), files);
  }

  private static String subcommand(CommandInteractionPayload event) {
    String name = Optional.ofNullable(event.getSubcommandName()).orElse("");
    return event.getSubcommandGroup() == null ? name : event.getSubcommandGroup() + " " + name;
  }

  FormInput filled(ModalInteraction event) {
    Map<String, String> texts = new HashMap<>();
    Map<String, List<String>> lists = new HashMap<>();
    Map<String, List<Upload>> files = new HashMap<>();
    for (ModalMapping field : event.getValues()) {
      String name = field.getCustomId();
      Component.Type type = field.getType();
      if (type == Component.Type.FILE_UPLOAD) {
        files.put(name, field.getAsAttachmentList().stream().map(uploads::of).toList());
      } else if (type == Component.Type.TEXT_INPUT || type == Component.Type.RADIO_GROUP) {
        texts.put(name, Optional.ofNullable(field.getAsOptionalString()).orElse(""));
      } else if (type == Component.Type.CHECKBOX) {
        texts.put(name, Boolean.toString(field.getAsBoolean()));
      } else {
        lists.put(name, field.getAsStringList());
      }
    }
    return new FormInput("", texts, lists, files);
  }

  /** Whether the server wants no public answers in the channel; a thread counts as its channel. */
  static boolean isElsewhere(Interaction event, @Nullable ServerSettings server) {
    if (server == null || server.channels().isEmpty()) {
      return false;
    }
    return !server.channels().contains(event.getChannelIdLong())
        && !(event.getChannel() instanceof ThreadChannel thread
            && server.channels().contains(thread.getParentChannel().getIdLong()));
  }

  /**
   * What somebody may do where they are, by what Discord says with each interaction: a permission
   * that is taken away is gone with the next press.
   */
  private Rights rights(Interaction event, @Nullable ServerSettings server) {
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
}
