package dev.readout.discord.command;

import dev.readout.answer.Completions.Choice;
import dev.readout.answer.Label;
import dev.readout.answer.ServingIndexes;
import dev.readout.answer.SideText;
import dev.readout.answer.SourceText;
import dev.readout.answer.TermText;
import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.Markdown;
import dev.readout.discord.render.NoteMessage;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.WatchPhrase;
import dev.readout.discord.watch.Watcher;
import dev.readout.store.AuditTable;
import dev.readout.store.WatchTable;
import dev.readout.store.WatchTable.Place;
import dev.readout.store.WatchTable.Watch;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** {@code /watch}: what a channel or a member is told of when it changes. */
public record WatchCommand(
    ServingIndexes indexes,
    WatchTable table,
    Watcher watcher,
    AuditTable audit,
    LongPredicate mayWrite)
    implements Command {
  private static final String MEASURE = "measure";
  private static final String TOPIC = "topic";
  private static final String MEETINGS = "meetings";
  private static final String SIDE = "side";
  private static final String CHANNEL = "channel";
  private static final String WEEKLY = "weekly";
  private static final String DAY = "day";
  private static final String HOUR = "hour";
  private static final String NUMBER = "number";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String ZONE = "zone";
  private static final String MOST = "most";
  private static final int MAX_ZONE_CHARS = 40;
  private static final int LAST_HOUR = 23;
  private static final int MOST_A_DAY = 50;

  @Override
  public CommandData data() {
    OptionData sides = CommandForm.option(OptionType.STRING, SIDE).setRequired(true);
    sides.addChoices(
        CommandForm.choice(Label.WASHINGTON, Side.US.name()),
        CommandForm.choice(Label.BEIJING, Side.PRC.name()));
    return CommandForm.slash("watch")
        .addSubcommands(
            CommandForm.subcommand(MEASURE, completed(MEASURE), channel()),
            CommandForm.subcommand(TOPIC, completed(TOPIC), channel()),
            CommandForm.subcommand(MEETINGS, completed(TOPIC), channel()),
            CommandForm.subcommand(SIDE, sides, channel()),
            weekly(),
            CommandForm.subcommand("list"),
            CommandForm.subcommand(
                "stop",
                CommandForm.option(OptionType.INTEGER, NUMBER)
                    .setRequired(true)
                    .setAutoComplete(true)),
            CommandForm.subcommand(
                "quiet",
                hour(FROM),
                hour(TO),
                CommandForm.text(ZONE, false, MAX_ZONE_CHARS),
                CommandForm.option(OptionType.INTEGER, MOST).setRequiredRange(1, MOST_A_DAY),
                channel()));
  }

  private static SubcommandData weekly() {
    OptionData days = CommandForm.option(OptionType.STRING, DAY).setRequired(true);
    for (DayOfWeek day : DayOfWeek.values()) {
      days.addChoices(CommandForm.choice(WatchPhrase.valueOf(day.name()), day.name()));
    }
    return CommandForm.subcommand(WEEKLY, days, hour(HOUR).setRequired(true), channel());
  }

  private static OptionData completed(String name) {
    return CommandForm.name(name, true);
  }

  private static OptionData hour(String name) {
    return CommandForm.option(OptionType.INTEGER, name).setRequiredRange(0, LAST_HOUR);
  }

  private static OptionData channel() {
    return CommandForm.channel(CHANNEL);
  }

  @Override
  public boolean isPrivate() {
    return true;
  }

  @Override
  public Reply reply(Request request) {
    if (request.option(CHANNEL).isPresent() && !request.rights().allow(Access.MODERATOR)) {
      return request.text(WatchPhrase.ONLY_MODERATORS).aside();
    }
    return switch (request.subcommand()) {
      case MEASURE -> add(request, WatchTable.Kind.MEASURE, request.required(MEASURE));
      case TOPIC -> add(request, WatchTable.Kind.TOPIC, request.required(TOPIC));
      case MEETINGS -> add(request, WatchTable.Kind.MEETINGS, request.required(TOPIC));
      case SIDE -> add(request, WatchTable.Kind.SIDE, request.required(SIDE));
      case WEEKLY ->
          add(
              request,
              WatchTable.Kind.WEEKLY,
              request.required(DAY) + " " + request.required(HOUR));
      case "stop" -> stop(request);
      case "quiet" -> quiet(request);
      default -> list(request);
    };
  }

  private Reply add(Request request, WatchTable.Kind kind, String subject) {
    Language language = request.language();
    Place place = place(request);
    Place known = known(place).orElse(place);
    Optional<String> name = name(known, kind, subject, language);
    if (name.isEmpty()) {
      return request.text(WatchPhrase.UNKNOWN, Markdown.escapeLine(subject)).aside();
    }
    if (place.channel() != 0 && !mayWrite.test(place.channel())) {
      return request.text(WatchPhrase.MAY_NOT_WRITE, "<#" + place.channel() + ">").aside();
    }
    String what = Markdown.escapeLine(name.get());
    if (!watcher.watch(place, kind, subject)) {
      return request.text(
          WatchPhrase.NOT_ADDED, what, WatchTable.MAX_A_PLACE, WatchTable.MAX_CHANNELS);
    }
    if (place.channel() != 0) {
      audit.add(
          place.scope(), request.caller().actor(), "watch.add", kind + " " + subject, where(place));
    }
    boolean weekly = kind == WatchTable.Kind.WEEKLY;
    if (place.channel() == 0) {
      return request.text(
          weekly ? WatchPhrase.WEEKLY_SET_PRIVATELY : WatchPhrase.WATCHED_PRIVATELY, what);
    }
    return request.text(
        weekly ? WatchPhrase.WEEKLY_SET : WatchPhrase.WATCHED, what, "<#" + place.channel() + ">");
  }

  /** In a channel its server's sources count too; what is private is told wherever somebody is. */
  private static Place place(Request request) {
    long channel = request.option(CHANNEL).map(Long::parseLong).orElse(0L);
    Scope scope =
        channel == 0 ? Scope.GLOBAL : Scope.ofServer(request.caller().location().server());
    long member = channel == 0 ? request.member() : 0;
    return Place.of(scope, channel, member, request.language().wireName());
  }

  private static String where(Place place) {
    return "channel " + Long.toUnsignedString(place.channel());
  }

  private Optional<Place> known(Place place) {
    return table.find(place.scope(), place.channel(), place.member());
  }

  private Optional<String> name(
      Place place, WatchTable.Kind kind, String subject, Language language) {
    return indexes.with(
        place.scope(),
        current ->
            switch (kind) {
              case MEASURE ->
                  current
                      .generation()
                      .find(subject)
                      .filter(record -> record.kind().isMeasure())
                      .map(record -> SourceText.title(record, language));
              case TOPIC, MEETINGS ->
                  current.generation().topic(subject).map(topic -> TermText.name(topic, language));
              case SIDE -> Optional.of(SideText.name(Side.valueOf(subject), language));
              case MODERATORS -> Optional.of(WatchPhrase.MATTERS.in(language));
              case WEEKLY -> {
                String[] when = subject.split(" ", 2);
                String day = WatchPhrase.valueOf(when[0]).in(language);
                yield Optional.of(WatchPhrase.WEEKLY_AT.in(language, day, when[1], place.zone()));
              }
            });
  }

  /** A place and its watches that somebody may see. */
  private record Held(Place place, Watch watch) {}

  /** In the order of their numbers. */
  private List<Held> held(Request request) {
    List<Place> places = new ArrayList<>();
    table.find(Scope.GLOBAL, 0, request.member()).ifPresent(places::add);
    if (request.rights().allow(Access.MODERATOR)) {
      places.addAll(table.channels(Scope.ofServer(request.caller().location().server())));
    }
    return places.stream()
        .flatMap(place -> table.of(place).stream().map(watch -> new Held(place, watch)))
        .toList();
  }

  private Reply list(Request request) {
    Language language = request.language();
    List<Held> all = held(request);
    if (all.isEmpty()) {
      return request.text(WatchPhrase.NONE);
    }
    List<String> lines = new ArrayList<>();
    Place place = null;
    for (int i = 0; i < all.size(); i++) {
      Held one = all.get(i);
      if (!one.place.equals(place)) {
        place = one.place;
        lines.add(heading(place, language));
      }
      lines.add("- **" + (i + 1) + "** " + Markdown.escapeLine(name(one, language)));
    }
    return NoteMessage.watched(lines, language);
  }

  private static String heading(Place place, Language language) {
    String where =
        place.channel() == 0 ? WatchPhrase.IN_PRIVATE.in(language) : "<#" + place.channel() + ">";
    String limits =
        place.silentFrom() == place.silentTo()
            ? WatchPhrase.NEVER_SILENT.in(language, place.zone(), place.most())
            : WatchPhrase.LIMITS.in(
                language, place.silentFrom(), place.silentTo(), place.zone(), place.most());
    String problem =
        place.problem() == null
            ? ""
            : "\n" + WatchPhrase.PROBLEM.in(language, Markdown.escapeLine(place.problem()));
    return where + " · " + limits + problem;
  }

  private String name(Held one, Language language) {
    Watch watch = one.watch;
    return WatchPhrase.valueOf("KIND_" + watch.kind()).in(language)
        + " · "
        + name(one.place, watch.kind(), watch.subject(), language).orElse(watch.subject());
  }

  private Reply stop(Request request) {
    Language language = request.language();
    List<Held> all = held(request);
    int number = Integer.parseInt(request.required(NUMBER));
    if (number < 1 || number > all.size()) {
      return request.text(WatchPhrase.NO_SUCH, number).aside();
    }
    Held one = all.get(number - 1);
    String name = name(one, language);
    if (table.stop(one.watch) && one.place.channel() != 0) {
      audit.add(
          one.place.scope(),
          request.caller().actor(),
          "watch.stop",
          one.watch.kind() + " " + one.watch.subject(),
          where(one.place));
    }
    return request.text(WatchPhrase.STOPPED, Markdown.escapeLine(name));
  }

  private Reply quiet(Request request) {
    Optional<Place> place = known(place(request));
    if (place.isEmpty()) {
      return request.text(WatchPhrase.NOTHING_THERE).aside();
    }
    Place before = place.get();
    String zone = request.option(ZONE).map(String::strip).orElse(before.zone());
    try {
      table.limit(
          before,
          ZoneId.of(zone).getId(),
          request.option(FROM).map(Integer::valueOf).orElse(before.silentFrom()),
          request.option(TO).map(Integer::valueOf).orElse(before.silentTo()),
          request.option(MOST).map(Integer::valueOf).orElse(before.most()));
    } catch (DateTimeException e) {
      return request.text(WatchPhrase.BAD_ZONE, Markdown.escapeLine(zone)).aside();
    }
    return list(request);
  }

  @Override
  public Optional<List<Choice>> complete(String option, String typed, Request request) {
    if (!option.equals(NUMBER)) {
      return Optional.empty();
    }
    List<Choice> choices = new ArrayList<>();
    List<Held> all = held(request);
    for (int i = 0; i < Math.min(all.size(), CommandForm.MAX_CHOICES); i++) {
      choices.add(new Choice(name(all.get(i), request.language()), Integer.toString(i + 1)));
    }
    return Optional.of(choices);
  }
}
