package dev.readout.discord.standin;

import static net.dv8tion.jda.api.JDA.Status.CONNECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.journal.Exchange;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.place.Guild;
import dev.readout.discord.standin.place.Place;
import dev.readout.discord.standin.wire.UploadedFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several servers, shards, tokens, and messages that answer nobody. */
final class ServersTest {
  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private static MessageCreateData plain(String text) {
    return new MessageCreateBuilder().setContent(text).setAllowedMentions(List.of()).build();
  }

  /** A server that belongs to this one of two shards. */
  private static Guild guildOfShard(int shard) {
    return IntStream.range(0, 10_000)
        .mapToObj(i -> Guild.named("Server " + i))
        .filter(guild -> (Long.parseLong(guild.id()) >> 22) % 2 == shard)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void shards_eachHearsOfItsOwnServers() {
    Guild even = guildOfShard(0);
    Guild odd = guildOfShard(1);
    StandInSettings settings = StandInSettings.defaults().withGuilds(even, odd).withShards(2);
    try (StandIn discord = StandIn.start(settings);
        TinyBot zero = TinyBot.start(discord, b -> b.useSharding(0, 2));
        TinyBot one = TinyBot.start(discord, b -> b.useSharding(1, 2))) {
      discord.gateway().awaitIdentified(2);
      Person alice = discord.person("Alice");
      alice.in(Place.in(odd)).slash("ask").option("question", "odd").send().reply();
      alice.in(Place.botDm()).slash("ask").option("question", "dm").send().reply();

      assertThat(zero.jda().getGuilds()).extracting("id").containsExactly(even.id());
      assertThat(one.jda().getGuilds()).extracting("id").containsExactly(odd.id());
      assertThat(one.events()).filteredOn("SlashCommandInteractionEvent"::equals).hasSize(1);
      assertThat(zero.events()).filteredOn("SlashCommandInteractionEvent"::equals).hasSize(1);
    }
  }

  @Test
  void shardManager_startsAsManyAsRecommended() {
    try (StandIn discord = StandIn.start(StandInSettings.defaults().withShards(2))) {
      ShardManager manager =
          DefaultShardManagerBuilder.createLight(
                  discord.token(), EnumSet.noneOf(GatewayIntent.class))
              .setRestConfig(new RestConfig().setBaseUrl(discord.apiUrl()))
              .setSessionController(new TinyBot.Sessions(discord.gatewayUrl()))
              .setEnableShutdownHook(false)
              .build();
      await().until(() -> manager.getShardsRunning() == 2 && manager.getShardsQueued() == 0);
      await().until(() -> manager.getStatuses().values().stream().allMatch(CONNECTED::equals));

      assertThat(discord.gateway().identified()).isEqualTo(2);
      assertThat(manager.getShardsTotal()).isEqualTo(2);
      assertThat(discord.journal().exchanges("GET", "gateway/bot")).isNotEmpty();
      manager.shutdown();
    }
  }

  @Test
  void commands_ofOneServer_areUnknownInAnother() {
    Guild first = Guild.named("First");
    Guild second = Guild.named("Second");
    StandInSettings settings =
        StandInSettings.defaults().withGuilds(first, second).withPatience(Duration.ofMillis(300));
    try (StandIn discord = StandIn.start(settings);
        TinyBot bot = TinyBot.start(discord)) {
      Objects.requireNonNull(bot.jda().getGuildById(first.id()))
          .updateCommands()
          .addCommands(Commands.slash("local", "Only here"))
          .complete();
      Person alice = discord.person("Alice");

      assertThat(alice.slash("local").send().reply().content()).isEqualTo("?");
      assertThatThrownBy(() -> alice.in(Place.in(second)).slash("local"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("no command local");
    }
  }

  @Test
  void token_wrong_isNotLetIn() {
    try (StandIn discord = StandIn.start(StandInSettings.defaults().withToken("right"))) {
      JDABuilder wrong =
          JDABuilder.createLight("wrong", EnumSet.noneOf(GatewayIntent.class))
              .setRestConfig(new RestConfig().setBaseUrl(discord.apiUrl()));

      assertThatThrownBy(wrong::build).isInstanceOf(InvalidTokenException.class);
      assertThat(discord.journal().exchanges()).extracting(Exchange::status).containsExactly(401);
      try (TinyBot right = TinyBot.start(discord)) {
        assertThat(right.jda().getStatus()).isEqualTo(CONNECTED);
      }
    }
  }

  @Test
  void channel_postEditDelete_areKept() {
    try (StandIn discord = StandIn.start();
        TinyBot bot = TinyBot.start(discord)) {
      String channelId = discord.guild().channel("trade").id();
      TextChannel channel = Objects.requireNonNull(bot.jda().getTextChannelById(channelId));
      String id = channel.sendMessage(plain("new")).complete().getId();
      channel.editMessageById(id, MessageEditData.fromCreateData(plain("newer"))).complete();
      channel.sendFiles(FileUpload.fromData(new byte[] {1, 2}, "a.bin")).complete();

      List<Message> messages = discord.awaitMessages(channelId, 2);
      assertThat(messages.getFirst().content()).isEqualTo("newer");
      assertThat(messages.getFirst().edits()).isEqualTo(1);
      assertThat(messages.getLast().files().getFirst().bytes()).containsExactly(1, 2);
      channel.deleteMessageById(id).complete();
      assertThat(discord.messages(channelId).getFirst().isDeleted()).isTrue();
    }
  }

  @Test
  void directMessage_isInThePersonsOwnChannel() {
    try (StandIn discord = StandIn.start();
        TinyBot bot = TinyBot.start(discord)) {
      Person alice = discord.person("Alice").in(Place.botDm());
      bot.jda()
          .openPrivateChannelById(alice.id())
          .flatMap(channel -> channel.sendMessage(plain("psst")))
          .complete();

      assertThat(discord.awaitMessages(alice.channelId(), 1).getFirst().content())
          .isEqualTo("psst");
    }
  }

  @Test
  void fetch_personsFile_isServed() throws Exception {
    try (StandIn discord = StandIn.start();
        TinyBot bot = TinyBot.start(discord)) {
      Interaction asked =
          discord
              .person("Alice")
              .slash("ask")
              .option("question", "?")
              .option("file", UploadedFile.text("my notes.txt", "the text"))
              .send();
      asked.reply();
      JsonNode files = asked.payload().path("data").path("resolved").path("attachments");
      URI address = URI.create(files.elements().next().path("url").asText());

      assertThat(bot.failures()).isEmpty();
      try (HttpClient client = HttpClient.newHttpClient()) {
        HttpRequest request = HttpRequest.newBuilder(address).build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).body())
            .isEqualTo("the text");
      }
    }
  }

  @Test
  void intents_privileged_areRefused() {
    jdaLog.expect("cannot be recovered");
    try (StandIn discord = StandIn.start()) {
      assertThatThrownBy(
              () -> TinyBot.start(discord, b -> b.enableIntents(GatewayIntent.MESSAGE_CONTENT)))
          .hasMessageContaining("disallowed-intents");
    }
  }
}
