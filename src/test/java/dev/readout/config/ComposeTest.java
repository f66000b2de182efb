package dev.readout.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.Settings;
import dev.readout.discord.DiscordSettings.Shards;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the compose files say, as far as it can be told without Docker. */
final class ComposeTest {
  private static final String SECRETS = "/run/secrets/";

  /** What a bot of a cluster has of its own. */
  private static final Set<String> OWN = Set.of("build", "depends_on", "environment", "volumes");

  @TempDir private Path folder;

  private static Map<String, ?> file(String name) throws IOException {
    try (Reader reader = Files.newBufferedReader(Path.of(name))) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
    }
  }

  @SuppressWarnings("unchecked") // all of the file's keys are texts
  private static Map<String, ?> at(Map<String, ?> tree, String key) {
    return (Map<String, ?>) Objects.requireNonNull(tree.get(key), key);
  }

  private static List<String> list(Map<String, ?> tree, String key) {
    List<?> values = (List<?>) Objects.requireNonNull(tree.get(key), key);
    return values.stream().map(String::valueOf).toList();
  }

  private static List<Map<String, ?>> bots(Map<String, ?> services) {
    return Stream.of("bot-0", "bot-1").<Map<String, ?>>map(name -> at(services, name)).toList();
  }

  /** As the bot reads its environment; a secret's file is one of the folder's. */
  private Settings settings(Map<String, ?> service) {
    Map<String, String> environment = new HashMap<>();
    at(service, "environment")
        .forEach((name, value) -> environment.put(name, secret(String.valueOf(value))));
    SettingsReader.Read<Settings> read = Settings.read(folder, environment);
    assertThat(read.mistakes()).isEmpty();
    assertThat(read.inForce())
        .extracting(SettingsReader.InForce::origin)
        .as("nothing is set that the program does not know")
        .filteredOn(origin -> !origin.equals("default"))
        .containsExactlyInAnyOrderElementsOf(
            environment.keySet().stream().map(name -> "environment " + name).toList());
    return read.settings();
  }

  private String secret(String value) {
    return value.startsWith(SECRETS)
        ? Home.write(folder.resolve("secrets").resolve(value.substring(SECRETS.length())), "s3cret")
        : value;
  }

  @Test
  void bots_ofTheCluster_serveEachShardOnceFromTheOneDatabase() throws IOException {
    Map<String, ?> services = at(file("compose.cluster.yaml"), "services");
    List<Settings> settings = bots(services).stream().map(this::settings).toList();
    Map<String, ?> server = at(services, "postgres");

    List<Shards> shards = settings.stream().map(one -> one.discord().shards()).toList();
    assertThat(shards.stream().flatMapToInt(one -> IntStream.rangeClosed(one.first(), one.last())))
        .containsExactlyElementsOf(IntStream.range(0, shards.getFirst().total()).boxed().toList());
    assertThat(shards).extracting(Shards::total).containsOnly(shards.getFirst().total());
    for (Settings one : settings) {
      URI url = URI.create(Objects.requireNonNull(one.store().url()).substring("jdbc:".length()));
      assertThat(services.keySet()).contains(url.getHost());
      assertThat(url.getPath()).isEqualTo("/" + at(server, "environment").get("POSTGRES_DB"));
      assertThat(one.store().user()).isEqualTo(at(server, "environment").get("POSTGRES_USER"));
    }
    assertThat(at(server, "environment").get("POSTGRES_PASSWORD_FILE"))
        .isEqualTo(at(bots(services).getFirst(), "environment").get("STORE_PASSWORD_FILE"));
    assertThat(settings(at(at(file("compose.yaml"), "services"), "readout")).store().url())
        .isNull();
  }

  /** So the health check of a bot is that of its image, which asks the bot itself. */
  @Test
  void bots_ofTheCluster_areTheOneBotButForWhatIsTheirOwn() throws IOException {
    Map<String, ?> alone = at(at(file("compose.yaml"), "services"), "readout");
    for (Map<String, ?> bot : bots(at(file("compose.cluster.yaml"), "services"))) {
      Set<String> same =
          Stream.concat(alone.keySet().stream(), bot.keySet().stream())
              .filter(key -> !OWN.contains(key) && !key.equals("secrets"))
              .collect(Collectors.toSet());
      assertThat(same)
          .isNotEmpty()
          .allSatisfy(key -> assertThat(bot.get(key)).as(key).isEqualTo(alone.get(key)));
      assertThat(list(bot, "secrets")).hasSize(2).containsAll(list(alone, "secrets"));
    }
    assertThat(alone.keySet()).doesNotContain("healthcheck");
    assertThat(Path.of("Dockerfile")).content().contains("HEALTHCHECK", "VOLUME /app/data");
  }

  @Test
  void cluster_volumesSecretsAndOrder_areThoseThatItsServicesNeed() throws IOException {
    Map<String, ?> cluster = file("compose.cluster.yaml");
    Map<String, ?> services = at(cluster, "services");
    Map<String, ?> server = at(services, "postgres");
    List<Map<String, ?>> bots = bots(services);

    assertThat(
            Stream.concat(bots.stream(), Stream.of(server))
                .flatMap(one -> list(one, "volumes").stream()))
        .filteredOn(volume -> !volume.startsWith("./"))
        .containsExactlyInAnyOrder(
            "data-0:/app/data", "data-1:/app/data", "postgres:/var/lib/postgresql/data");
    assertThat(at(cluster, "volumes").keySet())
        .containsExactlyInAnyOrder("data-0", "data-1", "postgres");
    assertThat(at(cluster, "secrets").keySet())
        .containsExactlyInAnyOrder("discord-token", "store-password");
    assertThat(list(server, "secrets")).containsExactly("store-password");
    assertThat(bots)
        .allSatisfy(
            bot -> {
              assertThat(list(bot, "secrets")).containsExactly("discord-token", "store-password");
              assertThat(at(at(bot, "depends_on"), "postgres").get("condition"))
                  .isEqualTo("service_healthy");
            });
    assertThat(list(at(server, "healthcheck"), "test"))
        .startsWith("CMD", "pg_isready")
        .endsWith("readout");
    // One builds the image that both are of; from 18 on the server keeps its data elsewhere.
    assertThat(bots.stream().filter(bot -> bot.containsKey("build"))).hasSize(1);
    assertThat(server.get("image")).isEqualTo("postgres:17");
  }
}
