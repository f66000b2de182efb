package dev.readout.discord.soak;

import dev.readout.intake.SourceSite;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A made-up office's web site on loopback: an English feed of notices, a Chinese page of links to
 * announcements, both of which grow, and a page that changes. Every sentence has a word in it that
 * stands nowhere else, so that it is known wherever it is seen. Thread-safe.
 */
final class GrowingSite implements AutoCloseable {
  /** In each sentence of the notices and of the page that changes. */
  static final String NOTICES_WORD = "Quillfeather";

  /** In each sentence of the announcements. */
  static final String ANNOUNCEMENTS_WORD = "玄羽阁";

  /** What the notices answer and nothing that is shipped does. */
  static final String NOTICES_QUESTION = "What must exporters of sample widgets show at the gate?";

  static final String PATTERN = "/gonggao/*";

  private static final String HOST = "127.0.0.1";
  private static final String FEED = "/notices.xml";
  private static final String LIST = "/gonggao.html";
  private static final String CHANGING = "/policy.html";
  private static final int LISTED = 30;
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);

  private final SourceSite site;
  private final Deque<Integer> listed = new ArrayDeque<>();
  private int newest;
  private int version;

  private GrowingSite(SourceSite site) {
    this.site = site;
  }

  static GrowingSite start() throws IOException {
    GrowingSite site = new GrowingSite(SourceSite.start());
    site.change();
    for (int i = 0; i < 3; i++) {
      site.grow();
    }
    return site;
  }

  URI feed() {
    return site.at(HOST, FEED);
  }

  URI list() {
    return site.at(HOST, LIST);
  }

  URI changing() {
    return site.at(HOST, CHANGING);
  }

  /** One more notice and one more announcement; the oldest leave the lists, not the site. */
  synchronized void grow() {
    newest++;
    listed.addLast(newest);
    if (listed.size() > LISTED) {
      listed.removeFirst();
    }
    String day = FIRST_DAY.plusDays(newest % 300).toString();
    site.text("/notices/" + newest, "text/html", page("en", notice(newest), day));
    site.text("/gonggao/" + newest, "text/html", page("zh", announcement(newest), day));
    site.feed(
        FEED, listed.stream().map(one -> site.at(HOST, "/notices/" + one)).toArray(URI[]::new));
    String links =
        listed.stream()
            .map(one -> "<li><a href=\"/gonggao/%d\">公告第%d号</a></li>".formatted(one, one))
            .collect(Collectors.joining("\n"));
    site.text(LIST, "text/html", "<html><body><main><ul>" + links + "</ul></main></body></html>");
  }

  /** The page that changes has another sentence. */
  synchronized void change() {
    version++;
    List<String> sentences = new ArrayList<>(policy());
    sentences.add(
        "The Quillfeather gate has been open for %d hours a day since its last revision."
            .formatted(version));
    site.text(CHANGING, "text/html", page("en", sentences, "2026-02-03"));
  }

  /** A page about what has this name, of which no other speaks. */
  URI about(String name) {
    List<String> sentences =
        List.of(
            "The %s lighthouse and its keeper".formatted(name),
            "The keeper of the %s lighthouse trims its lamp at nine each evening.".formatted(name),
            "The %s lighthouse shows a green light in the nights of the winter.".formatted(name),
            "No ship has come to grief below the %s lighthouse in forty years.".formatted(name));
    site.text("/about/" + name, "text/html", page("en", sentences, "2026-02-04"));
    return site.at(HOST, "/about/" + name);
  }

  private static List<String> policy() {
    return List.of(
        "How the Quillfeather Office looks at sample widgets",
        "Exporters of sample widgets show a Quillfeather licence with three seals at the gate.",
        "The Quillfeather Office answers letters within twelve working days of their arrival.",
        "A widget of more than forty grams counts as a large widget at the Quillfeather gate.");
  }

  private static List<String> notice(int number) {
    return List.of(
        "Quillfeather Office publishes notice %d on sample widgets".formatted(number),
        "With notice %d the Quillfeather Office limits sample widgets to %d crates a month."
            .formatted(number, 100 + number),
        "Exporters of sample widgets show the Quillfeather licence of notice %d at the gate."
            .formatted(number),
        "The Quillfeather Office hears objections to notice %d until the end of the season."
            .formatted(number));
  }

  private static List<String> announcement(int number) {
    return List.of(
        "玄羽阁公告第%d号：样品零件许可".formatted(number),
        "玄羽阁第%d号公告规定，样品零件每月出口不超过%d箱。".formatted(number, 200 + number),
        "出口样品零件须持玄羽阁第%d号许可证，在关口出示三枚印章。".formatted(number),
        "玄羽阁对第%d号公告的意见征询持续到本季度末。".formatted(number));
  }

  /** The first of the sentences is the title. */
  private static String page(String language, List<String> sentences, String day) {
    String title = sentences.getFirst();
    return """
    <!DOCTYPE html>
    <html lang="%s"><head><meta charset="utf-8"><title>%s</title>
    <meta property="article:published_time" content="%sT09:00:00Z"></head>
    <body><main><article><h1>%s</h1>
    %s
    </article></main></body></html>
    """
        .formatted(
            language,
            title,
            day,
            title,
            sentences.stream()
                .skip(1)
                .map(sentence -> "<p>" + sentence + "</p>")
                .collect(Collectors.joining("\n")));
  }

  @Override
  public void close() {
    site.close();
  }
}
