package dev.readout.intake.feed;

import static dev.readout.intake.IntakeFixture.ACTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.answer.ShippedIndex;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.index.Generation;
import dev.readout.intake.IntakeFixture;
import dev.readout.intake.PageServer;
import dev.readout.store.Feed;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceState;
import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A pack of feeds, against pages of our own making in the shape of the official sites', over TLS
 * under their names; two of the sites fail as such sites do.
 */
@Timeout(180)
@ExtendWith(ShippedIndex.class)
final class FeedPackTest {
  private static final String PASSWORD = "unimportant";
  private static final String TRUST = "javax.net.ssl.trustStore";
  private static final List<String> HOSTS =
      List.of(
          "www.federalregister.gov",
          "ustr.gov",
          "www.commerce.gov",
          "home.treasury.gov",
          "www.mofcom.gov.cn",
          "www.mfa.gov.cn");

  @TempDir private Path folder;

  @Test
  void read_shippedPack_searchesTheFederalRegister() {
    assertThat(FeedPack.read(Path.of("config/feeds.yaml")).entries())
        .hasSize(5)
        .allSatisfy(
            entry ->
                assertThat(entry.listing().address())
                    .startsWith("https://www.federalregister.gov/api/v1/documents.json?")
                    .contains("=China&"));
  }

  @Test
  void read_entryThatIsNone_saysWhich() throws Exception {
    Path file = Files.writeString(folder.resolve("feeds.yaml"), "- {kind: rss, adress: x}");

    assertThatThrownBy(() -> FeedPack.read(file)).hasMessageContaining("entry 1", "adress");
    assertThat(FeedPack.read(folder.resolve("none.yaml")).entries()).isEmpty();
  }

  @Test
  void switchOn_sitesOfWhichTwoFail_bringsTheOthersAndSaysSo(Generation generation)
      throws Exception {
    Path keys = folder.resolve("keys.p12");
    makeKeys(keys);
    System.setProperty(TRUST, keys.toString());
    System.setProperty(TRUST + "Password", PASSWORD);
    try (PageServer site = PageServer.over(context(keys));
        IntakeFixture fixture = new IntakeFixture(folder, generation)) {
      publish(site);
      FeedPack pack = FeedPack.read(Files.writeString(folder.resolve("feeds.yaml"), feeds(site)));

      assertThat(pack.switchOn(fixture.feeds(), Scope.GLOBAL, ACTOR)).isEqualTo(6);
      assertThat(pack.switchOn(fixture.feeds(), Scope.GLOBAL, ACTOR)).isZero();
      FeedChecker checker =
          new FeedChecker(
              fixture.fetcher(),
              fixture.extractor(),
              fixture.intake(),
              fixture.feeds(),
              _ -> false,
              fixture::now);
      List<String> problems =
          pack.of(fixture.feeds(), Scope.GLOBAL).stream()
              .map(feed -> String.valueOf(checker.check(feed).problem()))
              .toList();

      assertThat(problems).containsExactly("null", "null", "challenge", "denied", "null", "null");
      List<SourceEntry> waiting =
          fixture.sources().page(Scope.GLOBAL, EnumSet.allOf(SourceState.class), 0, 100);
      assertThat(waiting)
          .allMatch(entry -> entry.state() == SourceState.WAITING)
          .extracting(entry -> entry.record().side())
          .containsExactly(Side.US, Side.US, Side.PRC, Side.PRC);
      assertThat(waiting)
          .extracting(entry -> entry.record().title())
          .noneMatch(title -> title.contains("Peru") || title.contains("Access"));

      assertThat(pack.switchOff(fixture.feeds(), Scope.GLOBAL, ACTOR)).isEqualTo(6);
      assertThat(fixture.feeds().list(Scope.GLOBAL)).extracting(Feed::number).isEmpty();
    } finally {
      System.clearProperty(TRUST);
      System.clearProperty(TRUST + "Password");
    }
  }

  private static String feeds(PageServer site) {
    return Stream.of(
            "{kind: federal-register, address: '%s'}"
                .formatted(site.at("www.federalregister.gov", "/search?publication_date&fields")),
            "{kind: list-page, address: '%s', links: '/releases/*', match: [China, Beijing]}"
                .formatted(site.at("ustr.gov", "/releases")),
            "{kind: list-page, address: '%s', links: '/news/*'}"
                .formatted(site.at("www.commerce.gov", "/news")),
            "{kind: list-page, address: '%s', links: '/jy*'}"
                .formatted(site.at("home.treasury.gov", "/treasury")),
            "{kind: json-list, address: '%s', pointer: /data/html, links: '/art/*', every: 3}"
                .formatted(site.at("www.mofcom.gov.cn", "/unit")),
            "{kind: list-page, address: '%s', links: '*/fyr_*'}"
                .formatted(site.at("www.mfa.gov.cn", "/fyr/")))
        .collect(Collectors.joining("\n- ", "- ", "\n"));
  }

  private static void publish(PageServer site) {
    put(
        site,
        "/search?publication_date&fields",
        "application/json",
        """
        {"count": 1, "results": [{"title": "The Sample Rule", "html_url": "%s",
          "raw_text_url": "%s", "publication_date": "2026-05-11", "citation": "91 FR 90001"}]}\
        """
            .formatted(
                site.at("www.federalregister.gov", "/documents/1"),
                site.at("www.federalregister.gov", "/text/1.txt")));
    site.put("/text/1.txt", "text/plain", PageServer.fixture("federal-register-raw.txt"));

    page(site, "/releases", "<a href='/releases/1'>Talks</a><a href='/releases/2'>Peru</a>");
    site.page("/releases/1", PageServer.dated("Talks", "2026-05-12"), "A talk with China.");
    site.page("/releases/2", PageServer.dated("Peru", "2026-05-12"), "A talk with Peru.");

    page(site, "/news", "<title>Access Denied</title><p>You have no permission to see it.</p>");

    page(site, "/treasury", "<a href='/jy1'>One</a>");
    site.status("/jy1", 403, "");

    put(
        site,
        "/unit",
        "application/json",
        "{\"success\": true, \"data\": {\"html\": \"<ul><li><a href='/art/1.html'>公告</a></ul>\"}}");
    site.put("/art/1.html", "text/html", PageServer.fixture("mofcom-announcement-utf8.html"));

    page(site, "/fyr/", "<a href='./202605/fyr_1.shtml'>发言人</a><a href='/'>首页</a>");
    site.page(
        "/fyr/202605/fyr_1.shtml",
        PageServer.dated("发言人答记者问", "2026-05-12"),
        "发言人就样品零件回答了记者的提问，并说双方将继续就样品零件保持沟通。");
  }

  private static void page(PageServer site, String path, String body) {
    put(site, path, "text/html; charset=utf-8", "<!doctype html><html>" + body);
  }

  private static void put(PageServer site, String path, String type, String text) {
    site.put(path, type, text.getBytes(StandardCharsets.UTF_8));
  }

  private static SSLContext context(Path file) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** By the JDK's own tool, which is the only public way to a certificate in it. */
  private static void makeKeys(Path file) throws Exception {
    String names = HOSTS.stream().map(host -> "dns:" + host).collect(Collectors.joining(","));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=sites of a test",
                "-ext",
                "san=" + names,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(new File(file + ".log"))
            .start();
    assertThat(process.waitFor()).isZero();
  }
}
