package dev.readout.scope;

import dev.readout.answer.Answer;
import dev.readout.answer.Holdings;
import dev.readout.answer.Question;
import dev.readout.answer.ReceiptBook.KeptAnswer;
import dev.readout.answer.ServingIndex;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Topic;
import dev.readout.index.QueryPlan;
import dev.readout.index.SearchFilter;
import dev.readout.store.AuditTable;
import dev.readout.store.FeedTable;
import dev.readout.store.GapTable;
import dev.readout.store.Receipts;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceEntry.SourceState;
import dev.readout.store.SourceEntry.SourceVersion;
import dev.readout.store.SourceTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that can be seen from one place, as text. Nothing of it repeats what was typed but {@code
 * probes}.
 *
 * @param answers what members are answered
 * @param probes what they are answered when they type other places' words
 * @param books what moderators see beside, and what receipts hold
 */
record View(String answers, String probes, String books) {
  private static final int REACH = 300;
  private static final LocalDate EVER = LocalDate.of(2020, 1, 1);

  static View of(Site site, Place place) {
    Scope scope = place.scope();
    return new View(
        site.parts().serving().with(scope, desk -> answers(desk, site.today())),
        site.parts().serving().with(scope, View::probes),
        books(site, place));
  }

  private static String answers(ServingIndex desk, LocalDate today) {
    Stream<String> asked =
        Stream.concat(
            Stream.of("What is the tariff on bicycles?", "美方在会谈后说了什么？", "duty ten percent"),
            Stream.of(Place.values()).map(place -> "What is the " + place.misspelt() + " duty?"));
    List<Object> seen =
        asked.map(question -> (Object) answered(desk, question)).collect(Collectors.toList());
    seen.add(desk.generation().info());
    desk.generation().records().forEach(seen::add);
    for (Place place : Place.values()) {
      String begun = place.word().substring(0, 3);
      seen.add(desk.completions().questions(begun, 25));
      seen.add(desk.completions().questions(place.misspelt(), 25));
      seen.add(desk.lookups().compare(place.misspelt() + " talks"));
      seen.add(desk.lookups().status(place.misspelt() + " duty", today));
    }
    seen.add(desk.completions().questions("", 25));
    seen.add(desk.completions().questions("what", 25));
    seen.add(desk.completions().meetings("", Language.EN, 25));
    seen.add(desk.completions().measures("", Language.EN, 25));
    seen.add(desk.completions().terms("", Language.EN, 25));
    seen.add(desk.lookups().compare(Place.MEETING));
    seen.add(desk.lookups().status("2024-06-01-tariff", today));
    seen.add(desk.lookups().explain("tariff"));
    seen.add(Holdings.of(desk.generation(), null));
    for (Topic topic : desk.generation().topics()) {
      seen.add(Holdings.of(desk.generation(), topic));
    }
    seen.add(
        desk.quotes().check("“duty on bicycles is ten percent and the tariff talks in Geneva”"));
    return text(seen);
  }

  private static String answered(ServingIndex desk, String question) {
    Answer answer = desk.answerer().answer(Question.of(question, Site.BUDGET_CHARS));
    return answer + " repaired: " + desk.generation().plan(question).repairs().values();
  }

  /** Whatever others' words lead to; the words typed stand in it. */
  private static String probes(ServingIndex desk) {
    return text(
        Stream.of(Place.values())
            .flatMap(
                place ->
                    Stream.of(0, Place.SHARED)
                        .flatMap(document -> probed(desk, place, document).stream()))
            .toList());
  }

  private static List<Object> probed(ServingIndex desk, Place place, int document) {
    String word = place.word(document);
    CorpusRecord record = place.record(document, 0);
    QueryPlan plan = desk.generation().plan(word + " duty on bicycles");
    return List.of(
        desk.answerer().answer(Question.of("What is the " + word + " duty?", Site.BUDGET_CHARS)),
        plan.repairs()
            + " "
            + plan.mass()
            + " "
            + desk.generation().candidates(plan, SearchFilter.ALL),
        desk.completions().questions(word, 25),
        desk.generation().find(record.id()),
        desk.lookups().compare(record.id()),
        desk.quotes().check("“" + place.statement(document) + "”"));
  }

  private static String books(Site site, Place place) {
    Scope scope = place.scope();
    Site.Open parts = site.parts();
    SourceTable sources = parts.sources();
    List<Object> seen = new ArrayList<>(site.heard(place));
    List<SourceEntry> page = sources.page(scope, EnumSet.allOf(SourceState.class), 0, 100);
    seen.addAll(page);
    for (SourceEntry entry : page) {
      for (SourceVersion version : sources.versions(scope, entry.number())) {
        seen.add(version);
      }
    }
    for (SourceState state : SourceState.values()) {
      seen.add(sources.count(scope, EnumSet.of(state)));
    }
    seen.add(sources.accepted(scope).records());
    seen.add(sources.acceptedFingerprint(scope));
    seen.add(sources.withdrawn(scope));
    for (Place other : Place.values()) {
      for (int document = 0; document <= Place.SHARED; document++) {
        seen.add(sources.withAddress(scope, other.address(document)));
        String sha = other.snapshot(document, 0, Instant.EPOCH).sha256();
        seen.add(sources.withContent(scope, sha));
        seen.add(
            new Receipts(parts.database())
                .firstQuoting(other.record(document, 0).id(), scope)
                .isPresent());
      }
    }
    seen.add(new FeedTable(parts.database()).list(scope));
    AuditTable audit = new AuditTable(parts.database());
    seen.add(audit.count(scope));
    seen.addAll(audit.newest(scope, 500));
    seen.addAll(audit.upTo(scope, 2, 500));
    seen.add(new GapTable(parts.database()).top(scope, EVER, 100));
    seen.add(parts.reindexer().plan(scope, false));
    seen.add(parts.reindexer().kept(scope));
    site.receipts(place).forEach(id -> seen.add(receipt(site, id, place)));
    return text(seen);
  }

  private static String receipt(Site site, String id, Place place) {
    Optional<KeptAnswer> kept = site.parts().book().find(id, place.scope());
    if (kept.isEmpty()) {
      return "no receipt";
    }
    KeptAnswer answer = kept.get();
    return answer.created()
        + " "
        + answer.answer()
        + " "
        + answer.records()
        + site.parts()
            .serving()
            .with(place.scope(), desk -> site.parts().book().stateOf(answer, desk.generation()));
  }

  private static String text(List<?> seen) {
    return seen.stream().map(String::valueOf).collect(Collectors.joining("\n"));
  }

  /** All of it. */
  String text() {
    return String.join("\n", answers, probes, books);
  }

  /** The first place where another differs, with what stands around it; empty for none. */
  String difference(View other) {
    String mine = text();
    String theirs = other.text();
    if (mine.equals(theirs)) {
      return "";
    }
    int at = 0;
    while (at < Math.min(mine.length(), theirs.length()) && mine.charAt(at) == theirs.charAt(at)) {
      at++;
    }
    return around(mine, at) + "\n instead of " + around(theirs, at);
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - REACH), Math.min(text.length(), at + REACH));
  }
}
