package dev.readout.discord.command;

import dev.readout.answer.TextKey;
import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.discord.command.Observer.Arrival;
import dev.readout.discord.command.Observer.Ending;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.Markdown;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.Reply.Frame;
import dev.readout.store.ServerSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import org.jspecify.annotations.Nullable;

/**
 * What a member asks of a command, a button or a form; how their server has set the bot is null
 * outside servers. Immutable.
 */
public record Request(
    Caller caller,
    @Nullable ServerSettings server,
    FormInput filled,
    boolean isPrivate,
    Arrival arrival) {

  /** The same with a reply that others see, or only who asks. */
  public Request inPrivate(boolean isPrivate) {
    return new Request(caller, server, filled, isPrivate, arrival);
  }

  /** The id of who asks. */
  public long member() {
    return caller.member();
  }

  /** What they may see. */
  public Scope scope() {
    return caller.scope();
  }

  /** What the reply is to be in. */
  public Language language() {
    return caller.language();
  }

  /** What they may do here and now. */
  public Rights rights() {
    return caller.rights();
  }

  /** Why what is for these people is not for who asks; empty when it is. */
  public Optional<Phrase> refusal(Access access) {
    if (rights().allow(access)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (access) {
          case OPERATOR -> Phrase.FOR_OPERATORS;
          case MEMBER, MODERATOR ->
              rights().inServer() ? Phrase.FOR_MODERATORS : Phrase.IN_SERVERS_ONLY;
        });
  }

  /** The subcommand, such as {@code add}; empty where there is none. */
  public String subcommand() {
    return filled.subcommand();
  }

  /** What was filled in; empty for nothing but spaces. */
  public Optional<String> option(String name) {
    return Optional.ofNullable(filled.texts().get(name)).filter(value -> !value.isBlank());
  }

  /** What was filled in for an option that Discord insists on. */
  public String required(String name) {
    return filled.texts().getOrDefault(name, "");
  }

  /** The day that was filled in; empty when nothing was, or no day. */
  Optional<LocalDate> day(String name) {
    try {
      return option(name).map(String::strip).map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** What is replied to the first of these options that holds something else than a day. */
  Optional<Reply> wrongDay(String... names) {
    return Stream.of(names)
        .filter(name -> day(name).isEmpty())
        .flatMap(name -> option(name).stream())
        .findFirst()
        .map(typed -> text(Phrase.BAD_DAY, Markdown.escapeLine(typed.strip())).aside());
  }

  /** What was chosen in a form's menu; nothing where nothing was. */
  public List<String> chosen(String name) {
    return filled.lists().getOrDefault(name, List.of());
  }

  /** The files of an option or a field; none where none was attached. */
  public List<Upload> files(String name) {
    return filled.files().getOrDefault(name, List.of());
  }

  /** The surroundings of a reply without a receipt. */
  public Frame frame() {
    return frame(null);
  }

  Frame frame(@Nullable String receipt) {
    return new Frame(
        member(),
        isPrivate,
        server == null || server.feedback(),
        receipt,
        option("for").map(Long::valueOf).orElse(null));
  }

  /** A reply of one text, with what it leaves open filled in. */
  public Reply text(TextKey key, Object... filled) {
    return Reply.text(filled.length == 0 ? key.in(language()) : key.in(language(), filled));
  }

  /** It has been dealt with; the first time counts. */
  public void end(Ending ending) {
    arrival.end(ending, language());
  }

  /** Whether others, too, see that a question is declined. */
  boolean isDeclinedInPublic() {
    return option("private")
        .map("false"::equals)
        .orElse(server != null && server.declinedInPublic());
  }

  boolean keepsQuestions() {
    return server != null && server.keepQuestions();
  }

  /** Who asks, by Discord's id, what they may see and do here and now, and where. Immutable. */
  public record Caller(
      long member, Scope scope, Language language, Rights rights, Location location) {

    /** Under which name they stand in the audit log. */
    public String actor() {
      return Long.toUnsignedString(member);
    }
  }

  /**
   * The server of an interaction by Discord's id, 0 and nothing allowed to the bot outside servers,
   * and how far the bot's clock is ahead of Discord's, the way from it included. Immutable.
   */
  public record Location(long server, Set<Permission> allowed, Duration clockAhead) {
    public Location {
      allowed = Set.copyOf(allowed);
    }
  }

  /**
   * What somebody filled in, by name: options of a command with its subcommand, such as {@code feed
   * add}, or fields of a form: texts (also numbers, days, yes or no, ids), what was chosen in
   * menus, and at most ten files a field. Immutable.
   */
  public record FormInput(
      String subcommand,
      Map<String, String> texts,
      Map<String, List<String>> lists,
      Map<String, List<Upload>> files) {

    public static final FormInput NOTHING = new FormInput("", Map.of(), Map.of(), Map.of());

    /** Under which name stands what was chosen in a menu of a message. */
    public static final String MENU = "menu";

    public FormInput {
      texts = Map.copyOf(texts);
      lists = Map.copyOf(lists);
      files = Map.copyOf(files);
    }

    /** Options of a command that takes neither subcommands nor files. */
    public static FormInput of(Map<String, String> texts) {
      return new FormInput("", texts, Map.of(), Map.of());
    }

    /** What was chosen in a menu of a message; empty for the press of a button. */
    public static FormInput chosen(String value) {
      return value.isEmpty()
          ? NOTHING
          : new FormInput("", Map.of(), Map.of(MENU, List.of(value)), Map.of());
    }
  }

  /**
   * A file that somebody attached, still at Discord: named by its sender in any characters, size
   * and type (empty for none) as Discord says. Immutable.
   */
  public record Upload(String name, long bytes, String contentType, Content content) {

    @FunctionalInterface
    public interface Content {
      /**
       * Reads the file from Discord alone, into what another thread writes until this returns or
       * throws: when it is longer, cannot be read, or takes longer than 30 seconds.
       */
      void copy(OutputStream to, int maxBytes) throws IOException;
    }

    /** The same as {@link Content#copy}. */
    public void copy(OutputStream to, int maxBytes) throws IOException {
      if (bytes > maxBytes) {
        throw new IOException("%d bytes are more than %d".formatted(bytes, maxBytes));
      }
      content.copy(to, maxBytes);
    }
  }

  /**
   * What somebody may do where they are as they act: in a server that installed the bot, managing
   * it, moderating by one of the roles it named, or running the bot. Immutable.
   */
  public record Rights(
      boolean inServer, boolean managesServer, boolean moderates, boolean operates) {

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
}
