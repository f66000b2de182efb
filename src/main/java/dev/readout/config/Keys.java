package dev.readout.config;

import dev.readout.discord.BotToken;
import dev.readout.discord.Bounds;
import dev.readout.discord.DiscordSettings.Limits;
import dev.readout.discord.DiscordSettings.Shards;
import dev.readout.meaning.ModelSettings;
import dev.readout.ops.OpsSettings;
import dev.readout.ops.log.LogFormat;
import dev.readout.ops.log.LogLevel;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Every key there is. {@code docs/settings.md} and {@code config/readout.yaml} follow it. */
final class Keys {
  static final Key<Path> CORPUS =
      Key.optional(
          "readout.corpus",
          Form.path("a folder"),
          "index-data",
          "Folder of the records. Commands that only answer read the variable only.");

  static final Key<Path> INDEX =
      Key.optional(
          "readout.index",
          Form.path("a folder"),
          "target/index in a source checkout, else data/index",
          "Folder of the index. Commands that only answer read the variable only.");

  static final Key<Path> STORE_FILE =
      Key.optional(
          "store.file",
          Form.path("a file"),
          "data/readout.db",
          "The database of what must outlive a restart; made at the first start.");

  static final Key<Path> STORE_NATIVE_FOLDER =
      Key.optional(
          "store.native-folder",
          Form.path("a folder"),
          "the folder of store.file",
          "Where SQLite's native library is unpacked and run from.");

  static final Key<Boolean> SEMANTIC =
      Key.of(
          "search.semantic",
          Form.onOff(),
          ModelSettings.STANDARD.semantic(),
          "Whether questions are compared with the records by meaning too, not by words alone."
              + " Commands that only answer read the variable only.");

  static final Key<Boolean> READER =
      Key.of(
          "search.reader",
          Form.onOff(),
          ModelSettings.STANDARD.reader(),
          "Whether statements are read for whether they answer the question; needs search.semantic."
              + " Commands that only answer read the variable only.");

  static final Key<Boolean> ALLOW_LOOPBACK =
      Key.of(
          "intake.allow-loopback",
          Form.flag(),
          false,
          "Whether sources may be fetched from this machine itself. For tests only.");

  static final Key<Boolean> OPS_ENABLED =
      Key.of(
          "ops.enabled",
          Form.flag(),
          OpsSettings.STANDARD.enabled(),
          "Whether the running bot serves health, metrics and log levels over HTTP.");

  static final Key<InetAddress> OPS_ADDRESS =
      Key.of(
          "ops.address",
          Form.address(),
          OpsSettings.STANDARD.address(),
          "Where it serves them. Whoever reaches another address than 127.0.0.1 or ::1 can read"
              + " them; log levels are changed from this machine only.");

  static final Key<Integer> OPS_PORT =
      Key.of(
          "ops.port",
          Form.number(OpsSettings.PORT),
          OpsSettings.STANDARD.port(),
          "The port there; each bot on a machine needs one of its own.");

  static final Key<LogFormat> LOG_FORMAT =
      Key.of(
          "log.format",
          Form.word(List.of(LogFormat.values()), format -> format.name().toLowerCase(Locale.ROOT)),
          LogFormat.PLAIN,
          "What the bot's log lines look like; commands at the terminal write short ones.");

  static final Key<LogLevel> LOG_LEVEL =
      Key.of(
              "log.level",
              Form.word(List.of(LogLevel.values()), LogLevel::name),
              LogLevel.INFO,
              "From which level on Readout logs. Commands other than the bot read the variable"
                  + " only.")
          .withVariable("READOUT_LOG");

  static final Key<BotToken> TOKEN =
      Key.secret("discord.token", Form.token(), "What the bot signs in to Discord with.");

  static final Key<URI> API_URL =
      Key.optional(
          "discord.api-url",
          Form.url("https", "http"),
          "Discord's own",
          "Where Discord's REST interface is, for a proxy or a test. It is sent the token.");

  static final Key<URI> GATEWAY_URL =
      Key.optional(
          "discord.gateway-url",
          Form.url("wss", "ws"),
          "the one that Discord names",
          "Where Discord's gateway is, for a proxy or a test. It is sent the token.");

  static final Key<Integer> SHARDS_TOTAL =
      Key.optional(
          "discord.shards.total",
          Form.number(Shards.TOTAL),
          "decided by Discord",
          "How many shards there are in all processes together.");

  static final Key<Integer> SHARDS_FIRST =
      Key.optional(
          "discord.shards.first",
          Form.number(new Bounds<>(0, Shards.TOTAL.most() - 1)),
          "0",
          "First shard that this process serves; needs discord.shards.total.");

  static final Key<Integer> SHARDS_LAST =
      Key.optional(
          "discord.shards.last",
          Form.number(new Bounds<>(0, Shards.TOTAL.most() - 1)),
          "the last there is",
          "Last shard that this process serves; needs discord.shards.total.");

  static final Key<Set<Long>> OPERATORS =
      new Key<>(
          "discord.operators",
          Form.ids(),
          Set.of(),
          "nobody",
          "Users who may do what concerns every server.",
          false);

  static final Key<Integer> ANSWERS_AT_ONCE =
      Key.of(
          "discord.limits.answers-at-once",
          Form.number(Limits.ANSWERS_AT_ONCE),
          Limits.STANDARD.answersAtOnce(),
          "How many answers are made at the same time.");

  static final Key<Integer> ANSWERS_WAITING =
      Key.of(
          "discord.limits.answers-waiting",
          Form.number(Limits.ANSWERS_WAITING),
          Limits.STANDARD.answersWaiting(),
          "How many more questions may wait their turn; one beyond that is turned away.");

  static final Key<Integer> MEMBER_ASKS_PER_MINUTE =
      Key.of(
          "discord.limits.member-asks-per-minute",
          Form.number(Limits.MEMBER_ASKS_PER_MINUTE),
          Limits.STANDARD.memberAsksPerMinute(),
          "How many questions a member may ask in a minute.");

  static final Key<Integer> SERVER_ASKS_PER_MINUTE =
      Key.of(
          "discord.limits.server-asks-per-minute",
          Form.number(Limits.SERVER_ASKS_PER_MINUTE),
          Limits.STANDARD.serverAsksPerMinute(),
          "How many questions the members of a server may ask together in a minute.");

  static final Key<Duration> STOP_WITHIN =
      Key.of(
          "discord.limits.stop-within",
          Form.duration(Limits.STOP_WITHIN),
          Limits.STANDARD.stopWithin(),
          "How long answers under way may take when the bot is stopped.");

  static final Key<Duration> RECEIPTS_KEPT =
      Key.of(
          "discord.limits.receipts-kept",
          Form.duration(Limits.RECEIPTS_KEPT),
          Limits.STANDARD.receiptsKept(),
          "How long a receipt shows the same answer again.");

  /** In the order of the file. */
  static final List<Key<?>> ALL =
      List.of(
          CORPUS,
          INDEX,
          STORE_FILE,
          STORE_NATIVE_FOLDER,
          SEMANTIC,
          READER,
          ALLOW_LOOPBACK,
          OPS_ENABLED,
          OPS_ADDRESS,
          OPS_PORT,
          LOG_FORMAT,
          LOG_LEVEL,
          TOKEN,
          API_URL,
          GATEWAY_URL,
          SHARDS_TOTAL,
          SHARDS_FIRST,
          SHARDS_LAST,
          OPERATORS,
          ANSWERS_AT_ONCE,
          ANSWERS_WAITING,
          MEMBER_ASKS_PER_MINUTE,
          SERVER_ASKS_PER_MINUTE,
          STOP_WITHIN,
          RECEIPTS_KEPT);

  private Keys() {}
}
