package dev.readout.scope;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.Provenance;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.corpus.Source;
import dev.readout.corpus.Source.SourceType;
import dev.readout.corpus.Standing;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Statement.Voice;
import dev.readout.store.SourceEntry.NewSource;
import dev.readout.store.SourceEntry.Snapshot;
import dev.readout.store.SourceEntry.SourceState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A scope and the sources that are added there. All that is its own has its word in it, which
 * stands nowhere else; one document is the same everywhere.
 */
enum Place {
  GLOBAL("global", "ostrava", "ostrbva"),
  FIRST("server-1001", "zorbium", "zorbiun"),
  SECOND("server-2002", "quaxelan", "quaxelam"),
  THIRD("server-3003", "vintrofe", "vintroph");

  /** The number of the document that is the same everywhere. */
  static final int SHARED = 3;

  /** A meeting of the shipped corpus. */
  static final String MEETING = "2024-05-01-talks";

  private final String scope;
  private final String word;
  private final String misspelt;

  Place(String scope, String word, String misspelt) {
    this.scope = scope;
    this.word = word;
    this.misspelt = misspelt;
  }

  Scope scope() {
    return new Scope(scope);
  }

  /** In everything that is only this place's. */
  String word() {
    return word;
  }

  /** So like the word that a spelling repair would find it. */
  String misspelt() {
    return misspelt;
  }

  String actor() {
    return "moderator-" + word;
  }

  /** The word of one document in all its variants; of the shared one, the same everywhere. */
  String word(int document) {
    String letters = List.of("alp", "bet", "gam", "del").get(document);
    return (document == SHARED ? "shared" : word) + letters;
  }

  String address(int document) {
    return document == SHARED
        ? "https://example.org/shared"
        : "https://" + word + ".example.org/" + word(document);
  }

  String statement(int document) {
    return "The "
        + word(document)
        + " duty on bicycles is ten percent and the tariff talks in Geneva went on.";
  }

  NewSource source(int document, boolean waiting, Instant now) {
    return new NewSource(
        scope(),
        address(document),
        word(document) + ".html",
        null,
        waiting ? SourceState.WAITING : SourceState.ACCEPTED,
        record(document, 0),
        snapshot(document, 0, now),
        "\"" + word(document) + "\"",
        null);
  }

  Snapshot snapshot(int document, int variant, Instant now) {
    String content = "<p>" + statement(document) + " " + variant + "</p>";
    return Snapshot.of(content.getBytes(StandardCharsets.UTF_8), "html", "utf-8", now);
  }

  CorpusRecord record(int document, int variant) {
    String id = "2024-05-0%d-%s".formatted(3 + document, word(document));
    String body =
        "%s\n\nVersion %d of %s speaks of the quota.\n"
            .formatted(statement(document), variant, word(document));
    int end = body.indexOf('\n');
    return new CorpusRecord(
        id,
        Kind.READOUT,
        document % 2 == 0 ? Side.US : Side.PRC,
        "Account %d of %s on the talks".formatted(variant, word(document)),
        null,
        LocalDate.of(2024, 5, 3 + document),
        null,
        null,
        "Ministry of " + word(document),
        null,
        List.of("Envoy " + word(document)),
        MEETING,
        List.of("talks", "tariffs"),
        List.of(new Source(address(document), null, word(document), SourceType.NEWS, "en")),
        Provenance.OFFICIAL_PAGE,
        Standing.NONE,
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        List.of("What is the %s duty?".formatted(word(document))),
        List.of(),
        body,
        List.of(
            Statement.cut(id, body, 0, end, Voice.VERBATIM, "Ministry of " + word(document)),
            Statement.cut(
                id,
                body,
                end + 2,
                body.length() - 1,
                Voice.VERBATIM,
                "Ministry of " + word(document))),
        List.of());
  }
}
