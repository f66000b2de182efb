package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.readout.answer.ShippedIndex;
import dev.readout.discord.standin.JdaLog;
import dev.readout.discord.standin.person.Person;
import dev.readout.index.IndexDirectory;
import dev.readout.ops.Asking;
import dev.readout.ops.Ops;
import dev.readout.ops.Ops.OpsSettings;
import dev.readout.ops.Scraped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is said of metrics, and what looks at them, agrees with what a running bot has. */
@ExtendWith(ShippedIndex.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BotMetricsDocsTest {
  private static final Path PAGE = Path.of("docs/metrics.md");
  private static final Path DASHBOARD = Path.of("config/grafana/readout.json");
  private static final Path ALERTS = Path.of("config/prometheus/alerts.yml");
  private static final Path PROMETHEUS = Path.of("config/prometheus/prometheus.yml");

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Set<String> ONCE_IT_HAPPENED =
      Set.of(
          "readout_interactions_total",
          "readout_discord_rest_seconds_count",
          "jvm_gc_pause_seconds_sum");

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(readout_[a-z_]+)` \\| ([a-z]+) \\| ([a-z, ]*?) ?\\| .+ \\|$");

  private static final Pattern PREFIX = Pattern.compile("`([a-z]+(?:_[a-z]+)?_)\\*`");
  private static final Pattern QUERIED =
      Pattern.compile("\\b(?:readout|jvm|process|system)_[a-z_]+");
  private static final Pattern SELECTED = Pattern.compile("([a-z]+)(?:=~|!=|!~|=)\"([^\"]*)\"");

  @RegisterExtension final JdaLog jdaLog = new JdaLog();

  private Ops ops;
  private ServedBot served;
  private Scraped scraped;

  /** Name, type and labels of a metric. */
  private record Metric(String name, String type, Set<String> labels) {}

  @BeforeAll
  void start(IndexDirectory index, @TempDir Path folder) {
    ops = Ops.start(Asking.ANY_PORT, "test");
    served = ServedBot.startWatched(index, folder, ServedBot.GENEROUS, ops);
    Person alice = served.person("Alice");
    ReplyRules.checked(
        served, alice.slash("ask").option("question", "is the affiliates rule in force?").send());
    System.gc(); // whose pauses are counted once there are any
    try (Asking asking = new Asking(ops.address())) {
      scraped =
          await()
              .atMost(SOON)
              .until(
                  () -> Scraped.of(asking.get("/metrics").body()),
                  page -> page.names().containsAll(ONCE_IT_HAPPENED));
    }
  }

  @AfterAll
  void close() {
    served.close();
    ops.close();
  }

  private List<Metric> exposed() {
    return scraped.types().entrySet().stream()
        .map(type -> new Metric(type.getKey(), type.getValue(), labelsOf(type.getKey())))
        .toList();
  }

  private Set<String> labelsOf(String name) {
    return scraped.samples().stream()
        .filter(sample -> sample.name().matches(name + "(_bucket|_count|_sum)?"))
        .flatMap(sample -> sample.labels().keySet().stream())
        .filter(label -> !label.equals("le"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Metric> documented(String page) {
    return ROW.matcher(page)
        .results()
        .map(
            row ->
                new Metric(
                    row.group(1),
                    row.group(2),
                    Arrays.stream(row.group(3).split(", "))
                        .filter(label -> !label.isBlank())
                        .collect(Collectors.toCollection(TreeSet::new))))
        .toList();
  }

  @Test
  void page_itsTable_isOfTheMetricsThereAre() throws IOException {
    assertThat(documented(Files.readString(PAGE)))
        .containsExactlyInAnyOrderElementsOf(
            exposed().stream().filter(one -> one.name().startsWith("readout_")).toList());
  }

  @Test
  void page_itsPrefixes_coverTheOthersAndEachIsOfUse() throws IOException {
    List<String> prefixes =
        PREFIX.matcher(Files.readString(PAGE)).results().map(found -> found.group(1)).toList();
    List<String> others =
        exposed().stream().map(Metric::name).filter(name -> !name.startsWith("readout_")).toList();

    assertThat(others).isNotEmpty().allMatch(name -> prefixes.stream().anyMatch(name::startsWith));
    assertThat(prefixes)
        .isNotEmpty()
        .allMatch(prefix -> others.stream().anyMatch(name -> name.startsWith(prefix)));
  }

  @Test
  void page_theAddress_isTheDefault() throws IOException {
    OpsSettings standard = OpsSettings.STANDARD;

    assertThat(Files.readString(PAGE))
        .contains(standard.address().getHostAddress() + ":" + standard.port())
        .contains("readout:" + standard.port());
  }

  @Test
  void dashboard_everyQuery_isOfWhatThereIs() throws IOException {
    List<String> queries = new ObjectMapper().readTree(DASHBOARD.toFile()).findValuesAsText("expr");

    assertThat(queries).hasSizeGreaterThan(40).allSatisfy(this::assertKnown);
  }

  @Test
  void dashboard_everyMetricOfOurs_isShown() throws IOException {
    String all = Files.readString(DASHBOARD);

    assertThat(exposed())
        .extracting(Metric::name)
        .filteredOn(name -> name.startsWith("readout_") && !name.endsWith("_max"))
        .allMatch(all::contains);
  }

  @Test
  void dashboard_itsPanels_overlapNowhereAndHaveANumberEach() throws IOException {
    Map<Integer, String> places = new TreeMap<>();
    Set<Integer> numbers = new TreeSet<>();
    JsonNode panels = new ObjectMapper().readTree(DASHBOARD.toFile()).path("panels");
    for (JsonNode panel : panels) {
      JsonNode place = panel.path("gridPos");
      for (int x = place.path("x").intValue(); x < end(place, "x", "w"); x++) {
        for (int y = place.path("y").intValue(); y < end(place, "y", "h"); y++) {
          String before = places.put(y * 24 + x, panel.path("title").textValue());
          assertThat(before).as(panel.path("title").textValue()).isNull();
        }
      }
      assertThat(end(place, "x", "w")).isLessThanOrEqualTo(24);
      assertThat(numbers.add(panel.path("id").intValue())).isTrue();
    }
    assertThat(numbers).hasSizeGreaterThan(20);
  }

  private static int end(JsonNode place, String from, String size) {
    return place.path(from).intValue() + place.path(size).intValue();
  }

  @Test
  void alerts_everyRule_isOfWhatThereIsAndOnThePage() throws IOException {
    JsonNode rules = new YAMLMapper().readTree(ALERTS.toFile()).at("/groups/0/rules");
    List<String> names = rules.findValuesAsText("alert");

    assertThat(rules.findValuesAsText("expr")).hasSameSizeAs(names).allSatisfy(this::assertKnown);
    Pattern row = Pattern.compile("(?m)^\\| `(Readout[A-Za-z]+)` \\|");
    assertThat(row.matcher(Files.readString(PAGE)).results().map(found -> found.group(1)))
        .containsExactlyElementsOf(names);
  }

  @Test
  void prometheus_collects_fromTheDefaultPort() throws IOException {
    JsonNode config = new YAMLMapper().readTree(PROMETHEUS.toFile());

    assertThat(config.at("/scrape_configs/0/static_configs/0/targets/0").textValue())
        .isEqualTo("readout:" + OpsSettings.STANDARD.port());
    assertThat(config.at("/scrape_configs/0/job_name").textValue()).isEqualTo("readout");
    assertThat(config.at("/rule_files/0").textValue()).isEqualTo(ALERTS.getFileName().toString());
  }

  /** Every metric that is asked for is there, and every label of those has such a value. */
  private void assertKnown(String query) {
    Matcher names = QUERIED.matcher(query.replaceAll("\"[^\"]*\"", ""));
    while (names.find()) {
      assertThat(scraped.names()).as(query).contains(names.group());
    }
    Matcher labels = SELECTED.matcher(query);
    while (labels.find()) {
      if (!labels.group(1).equals("job")) {
        assertThat(labels.group(2).split("\\|")).as(query).allMatch(this::isValue);
      }
    }
  }

  private boolean isValue(String value) {
    return OurWords.ALL.contains(value) || scraped.labelsOf("jvm_").contains(value);
  }
}
