package dev.readout.discord.moderation;

import dev.readout.answer.DateText;
import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.discord.command.CommandForm;
import dev.readout.discord.command.DiscordClock;
import dev.readout.discord.command.Request;
import dev.readout.discord.moderation.Moderation.Connections;
import dev.readout.discord.moderation.Moderation.ModeratorCommand;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.Finding;
import dev.readout.discord.render.IndexPhrase;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import dev.readout.index.GenerationInfo;
import dev.readout.intake.SourceCatalogue;
import dev.readout.store.Database;
import dev.readout.store.ServerSettingsTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.utils.TimeFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /doctor}: whether everything works, and what to do where it does not. Thread-safe. */
record DoctorCommand(
    Function<Scope, GenerationInfo> index,
    Database database,
    Supplier<Connections> gateway,
    InstantSource clock,
    SourceCatalogue catalogue,
    SourceWatch watch)
    implements ModeratorCommand {
  private static final Logger LOG = LoggerFactory.getLogger(DoctorCommand.class);

  /** One thing that it looks at; takes at most some seconds. */
  private interface Check {
    Finding look(Request request);
  }

  private static final List<Permission> NEEDED =
      List.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND);

  /** Records change with every round of talks; older than this, something was forgotten. */
  private static final Duration INDEX_IS_OLD = Duration.ofDays(60);

  /** There is news of the talks every month. */
  private static final int RECORDS_ARE_OLD_DAYS = 30;

  private static final long LOW_BYTES = 1L << 30;
  private static final long TOO_LOW_BYTES = 100L << 20;
  private static final long SLOW_PING_MILLIS = 1_000;

  /** How far behind the bot's clock may seem to be, which no delay on the way explains. */
  private static final Duration MAX_BEHIND = Duration.ofSeconds(1);

  /** How far ahead it may seem to be; some of that is the way from Discord. */
  private static final Duration MAX_AHEAD = Duration.ofSeconds(5);

  @Override
  public CommandData data() {
    return CommandForm.slash("doctor", Access.MODERATOR);
  }

  @Override
  public Reply reply(Request request) {
    return Finding.report(
        checks().stream().map(check -> look(check, request)).toList(), request.language());
  }

  /** A check that fails is a finding as well, and the others go on. */
  private static Finding look(Check check, Request request) {
    try {
      return check.look(request);
    } catch (RuntimeException e) {
      LOG.warn("a check of /doctor failed", e);
      return Finding.fail(Phrase.DOC_CRASHED.in(request.language(), e.getClass().getSimpleName()));
    }
  }

  /** In the order in which they are shown. */
  private List<Check> checks() {
    return List.of(
        DoctorCommand::permissions,
        this::intents,
        this::index,
        this::records,
        this::database,
        this::disk,
        this::gateway,
        this::clock,
        this::settings,
        this::sources,
        this::feeds,
        this::indexDisk,
        this::reindex);
  }

  private static Finding permissions(Request request) {
    String missing =
        NEEDED.stream()
            .filter(needed -> !request.caller().location().allowed().contains(needed))
            .map(Permission::getName)
            .collect(Collectors.joining(", "));
    return missing.isEmpty()
        ? Finding.ok(Phrase.DOC_MAY.in(request.language()))
        : Finding.fail(Phrase.DOC_MAY_NOT.in(request.language(), missing));
  }

  private Finding intents(Request request) {
    Connections now = gateway.get();
    return now.privilegedIntents().isEmpty()
        ? Finding.ok(Phrase.DOC_INTENTS.in(request.language()))
        : Finding.warn(
            Phrase.DOC_INTENTS_USED.in(
                request.language(),
                now.privilegedIntents().stream().sorted().collect(Collectors.joining(", "))));
  }

  private Finding index(Request request) {
    GenerationInfo current = index.apply(request.scope());
    boolean isOld = Duration.between(current.built(), clock.instant()).compareTo(INDEX_IS_OLD) > 0;
    String built = TimeFormat.RELATIVE.format(current.built());
    return isOld
        ? Finding.warn(Phrase.DOC_INDEX_OLD.in(request.language(), current.name(), built))
        : Finding.ok(Phrase.DOC_INDEX.in(request.language(), current.name(), built));
  }

  private Finding records(Request request) {
    LocalDate newest = index.apply(request.scope()).reachesTo();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    String day = DateText.orNone(newest, request.language());
    return newest == null || newest.isBefore(today.minusDays(RECORDS_ARE_OLD_DAYS))
        ? Finding.warn(Phrase.DOC_RECORDS_OLD.in(request.language(), day))
        : Finding.ok(Phrase.DOC_RECORDS.in(request.language(), day));
  }

  private Finding database(Request request) {
    if (database.isDamaged()) {
      return Finding.fail(Phrase.DOC_DATABASE_DAMAGED.in(request.language()));
    }
    return database.isWritable()
        ? Finding.ok(Phrase.DOC_DATABASE.in(request.language()))
        : Finding.fail(Phrase.DOC_DATABASE_BAD.in(request.language()));
  }

  private Finding disk(Request request) {
    Language language = request.language();
    return disk(database.folder(), Phrase.DOC_DISK.in(language), Phrase.DOC_DISK_LOW.in(language));
  }

  /** How much room is left where a place is or will be, in {@code %1$s} of one of the texts. */
  private static Finding disk(Path place, String enough, String low) {
    Path there = place.toAbsolutePath();
    while (Files.notExists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    long free;
    try {
      free = Files.getFileStore(there).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String megabytes = String.format(Locale.ROOT, "%,d", free >> 20);
    if (free < TOO_LOW_BYTES) {
      return Finding.fail(String.format(Locale.ROOT, low, megabytes));
    }
    return free < LOW_BYTES
        ? Finding.warn(String.format(Locale.ROOT, low, megabytes))
        : Finding.ok(String.format(Locale.ROOT, enough, megabytes));
  }

  private Finding gateway(Request request) {
    Connections now = gateway.get();
    Object[] figures =
        Stream.of(now.connected(), now.shards(), Math.max(0, now.pingMillis())).toArray();
    boolean fine = now.connected() == now.shards() && now.pingMillis() < SLOW_PING_MILLIS;
    return fine
        ? Finding.ok(Phrase.DOC_GATEWAY.in(request.language(), figures))
        : Finding.warn(Phrase.DOC_GATEWAY_BAD.in(request.language(), figures));
  }

  /** By the time in the interaction's id, which is Discord's, and by the Date of its replies. */
  private Finding clock(Request request) {
    Duration byDate = gateway.get().clockAhead();
    Duration ahead = DiscordClock.isOff(byDate) ? byDate : request.caller().location().clockAhead();
    boolean agrees = ahead.compareTo(MAX_AHEAD) <= 0 && ahead.compareTo(MAX_BEHIND.negated()) >= 0;
    return agrees
        ? Finding.ok(Phrase.DOC_CLOCK.in(request.language()))
        : Finding.warn(Phrase.DOC_CLOCK_OFF.in(request.language(), ahead.toSeconds()));
  }

  private Finding settings(Request request) {
    var _ = new ServerSettingsTable(database).of(request.caller().location().server());
    return Finding.ok(Phrase.DOC_SETTINGS.in(request.language()));
  }

  private Finding sources(Request request) {
    return finding(
        watch.ofSources(request.scope()),
        IndexPhrase.DOC_SOURCES,
        IndexPhrase.DOC_SOURCES_BAD,
        request.language());
  }

  private Finding feeds(Request request) {
    return finding(
        watch.ofFeeds(request.scope()),
        IndexPhrase.DOC_FEEDS,
        IndexPhrase.DOC_FEEDS_BAD,
        request.language());
  }

  private static Finding finding(
      SourceWatch.Counts counts, IndexPhrase good, IndexPhrase bad, Language language) {
    return counts.dead() + counts.failing() + counts.overdue() == 0
        ? Finding.ok(good.in(language, counts.all()))
        : Finding.warn(
            bad.in(language, counts.all(), counts.dead(), counts.failing(), counts.overdue()));
  }

  private Finding indexDisk(Request request) {
    return disk(
        catalogue.indexFolder(),
        IndexPhrase.DOC_INDEX_DISK.in(request.language()),
        IndexPhrase.DOC_INDEX_DISK_LOW.in(request.language()));
  }

  /** Of another scope's nothing is said. */
  private Finding reindex(Request request) {
    return catalogue
        .reindexer()
        .running()
        .filter(running -> running.scope().equals(request.scope()))
        .map(
            running ->
                Finding.ok(
                    IndexPhrase.DOC_REINDEX.in(
                        request.language(), TimeFormat.RELATIVE.format(running.started()))))
        .orElseGet(() -> Finding.ok(IndexPhrase.DOC_NO_REINDEX.in(request.language())));
  }
}
