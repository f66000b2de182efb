package dev.readout.index;

import dev.readout.corpus.JsonCodec;
import dev.readout.corpus.Sha256;
import dev.readout.corpus.Term;
import dev.readout.corpus.Topic;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Terms and topics of the global segment, which index every scope's records. Thread-safe. */
final class Lexicon {
  /** A term in common counts as a word in one record of a hundred. */
  private static final double TERM_SHARED = 4;

  /** Texts whose terms are remembered, 1 MB with what holds them; then they are looked up anew. */
  private static final int MAX_REMEMBERED = 1_000;

  /** A longer text is not asked about again. */
  private static final int MAX_REMEMBERED_CHARS = 400;

  private final List<Term> terms;
  private final Map<String, Term> byId;
  private final List<Topic> topics;
  private final TermMatcher matcher;
  private final Map<String, List<String>> remembered = new ConcurrentHashMap<>();
  private volatile @Nullable String fingerprint;

  Lexicon(Segment global) throws IOException {
    this.terms = global.terms();
    this.byId = terms.stream().collect(Collectors.toUnmodifiableMap(Term::id, Function.identity()));
    this.topics = global.topics();
    this.matcher = global.termMatcher(terms);
  }

  List<Term> terms() {
    return terms;
  }

  @Nullable Term term(String id) {
    return byId.get(id);
  }

  List<Topic> topics() {
    return topics;
  }

  TermMatcher matcher() {
    return matcher;
  }

  /** A dozen places ask it of the same question and statements. */
  List<String> termsIn(String text) {
    List<String> known = remembered.get(text);
    if (known != null) {
      return known;
    }
    List<String> named =
        matcher.match(text).stream().map(TermMatcher.Named::termId).distinct().toList();
    if (text.length() <= MAX_REMEMBERED_CHARS) {
      if (remembered.size() >= MAX_REMEMBERED) {
        remembered.clear();
      }
      remembered.put(text, named);
    }
    return named;
  }

  /** The topic whose name and note share most with the text; see {@link Generation#closest}. */
  Optional<Topic> closest(String text, List<Topic> among, QueryPlanner planner) throws IOException {
    Set<String> words = planner.stems(text);
    Set<String> named = Set.copyOf(termsIn(text));
    double most = 0;
    Topic closest = null;
    for (Topic topic : among) {
      String described = topic.en() + " " + topic.note();
      double shared = planner.sharedIdf(described, words);
      shared += termsIn(described).stream().filter(named::contains).count() * TERM_SHARED;
      if (shared > most) {
        most = shared;
        closest = topic;
      }
    }
    return Optional.ofNullable(closest);
  }

  /** Of all of it: a server's records are indexed anew when it has changed. */
  String fingerprint() {
    String known = fingerprint;
    if (known == null) {
      known = Fingerprint.shortened(Sha256.of(JsonCodec.write(terms) + JsonCodec.write(topics)));
      fingerprint = known;
    }
    return known;
  }
}
