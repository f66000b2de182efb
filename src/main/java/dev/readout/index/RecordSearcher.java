package dev.readout.index;

import static java.util.Objects.requireNonNull;

import dev.readout.corpus.CorpusRecord;
import dev.readout.index.Evidence.Candidate;
import dev.readout.index.Evidence.Candidate.Likeness;
import dev.readout.index.Fields.FieldWeights;
import dev.readout.index.TokenPostings.Place;
import dev.readout.meaning.Embedding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * Searches records, statements and questions, and gathers scores by record: what it is about, says,
 * and is asked by, three cheap searches instead of one over everything (docs/retrieval.md).
 * Thread-safe.
 */
final class RecordSearcher {
  private static final int TOP_RECORDS = 40;
  private static final int TOP_RESCORED = 20;
  private static final int TOP_STATEMENTS = 40;
  private static final int TOP_QUESTIONS = 40;

  /** Records that share no word with the question, but are among the most alike in meaning. */
  private static final int TOP_LIKE = 5;

  /** Texts less alike than this have as a rule nothing to do with each other. */
  private static final double MIN_LIKENESS = 0.4;

  private final IndexSearcher searcher;
  private final Segments segments;
  private final LikenessSearcher likeness;

  RecordSearcher(IndexSearcher searcher, Segments segments) {
    this.searcher = searcher;
    this.segments = segments;
    this.likeness = new LikenessSearcher(segments.reader());
  }

  /** Scores of one record while they are gathered. */
  private static final class Scores {
    double whole;
    double phrases;
    double statement;
    double question;
    Likeness likeness = Likeness.NONE;

    Candidate candidate(int document) {
      return new Candidate(document, whole, phrases, statement, question, likeness);
    }
  }

  List<Candidate> candidates(QueryPlan plan, SearchFilter filter) throws IOException {
    Map<Integer, Scores> found = new TreeMap<>();
    TopDocs records = search(plan.query(Place.RECORD), filter, TOP_RECORDS);
    for (ScoreDoc hit : records.scoreDocs) {
      scores(found, hit.doc).whole = hit.score;
    }
    int[] best =
        Arrays.stream(records.scoreDocs).limit(TOP_RESCORED).mapToInt(hit -> hit.doc).toArray();
    new Neighbours(searcher, plan)
        .scores(best)
        .forEach(
            (document, score) -> scores(found, document).phrases = FieldWeights.PHRASE * score);
    for (ScoreDoc hit : search(plan.query(Place.STATEMENT), filter, TOP_STATEMENTS).scoreDocs) {
      Scores scores = scores(found, segments.recordOf(hit.doc));
      scores.statement = Math.max(scores.statement, hit.score);
    }
    for (ScoreDoc hit : search(plan.query(Place.QUESTION), filter, TOP_QUESTIONS).scoreDocs) {
      Scores scores = scores(found, segments.recordOf(hit.doc));
      scores.question = Math.max(scores.question, hit.score);
    }
    if (plan.meaning() != null) {
      compareMeanings(plan.meaning(), filter, found);
    }
    return found.entrySet().stream().map(e -> e.getValue().candidate(e.getKey())).toList();
  }

  private void compareMeanings(Embedding asked, SearchFilter filter, Map<Integer, Scores> found)
      throws IOException {
    Map<Integer, Likeness> all = likeness.likenesses(asked);
    List<Integer> alike =
        all.keySet().stream()
            .filter(document -> likenessOf(all, document).most() >= MIN_LIKENESS)
            .sorted(
                Comparator.comparingDouble((Integer document) -> -likenessOf(all, document).most())
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    Set<Integer> allowed = alike.isEmpty() ? Set.of() : records(filter);
    alike.stream()
        .filter(allowed::contains)
        .limit(TOP_LIKE)
        .forEach(document -> scores(found, document));
    found.forEach((document, scores) -> scores.likeness = likenessOf(all, document));
  }

  private static Likeness likenessOf(Map<Integer, Likeness> all, int document) {
    return all.getOrDefault(document, Likeness.NONE);
  }

  private Set<Integer> records(SearchFilter filter) throws IOException {
    Query records = new TermQuery(new Term(Fields.TYPE, Fields.RECORD));
    return Arrays.stream(search(records, filter, segments.reader().maxDoc()).scoreDocs)
        .map(hit -> hit.doc)
        .collect(Collectors.toSet());
  }

  /** Where a statement is: its record's document, and its place in the record. */
  record Found(int record, int ordinal) {}

  /** The statements that each query finds, one query after the other; each once. */
  Set<Found> statements(List<Query> queries, SearchFilter filter, int limit) throws IOException {
    List<ScoreDoc> hits = new ArrayList<>();
    for (Query query : queries) {
      hits.addAll(Arrays.asList(search(query, filter, limit).scoreDocs));
    }
    Set<Found> found = new LinkedHashSet<>();
    for (ScoreDoc hit : hits) {
      NumericDocValues ordinals = segments.at(hit.doc).leaf().getNumericDocValues(Fields.ORDINAL);
      if (ordinals == null || !ordinals.advanceExact(hit.doc - segments.startAt(hit.doc))) {
        throw new IOException("document " + hit.doc + " is no statement");
      }
      found.add(new Found(segments.recordOf(hit.doc), Math.toIntExact(ordinals.longValue())));
    }
    return found;
  }

  private static Scores scores(Map<Integer, Scores> found, int document) {
    return found.computeIfAbsent(document, d -> new Scores());
  }

  private TopDocs search(Query query, SearchFilter filter, int limit) throws IOException {
    return searcher.search(filtered(query, filter), new TopScoreDocCollectorManager(limit, limit));
  }

  /** Whether a document holds two words at most {@code distance} words apart, in either order. */
  boolean holdsNear(int document, QueryToken first, QueryToken second, int distance)
      throws IOException {
    int[] firstPlaces = places(document, first);
    int[] secondPlaces = places(document, second);
    return Arrays.stream(firstPlaces)
        .anyMatch(a -> Arrays.stream(secondPlaces).anyMatch(b -> Math.abs(a - b) <= distance));
  }

  private int[] places(int document, QueryToken word) throws IOException {
    PostingsEnum postings =
        segments
            .at(document)
            .leaf()
            .postings(new Term(Fields.WHOLE, word.text()), PostingsEnum.POSITIONS);
    return Neighbours.places(postings, new int[] {document - segments.startAt(document)})[0];
  }

  static Query filtered(Query query, SearchFilter filter) {
    if (filter.equals(SearchFilter.ALL)) {
      return query;
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(query, BooleanClause.Occur.MUST);
    if (filter.side() != null) {
      all.add(
          new TermQuery(new Term(Fields.SIDE, filter.side().wireName())),
          BooleanClause.Occur.FILTER);
    }
    if (filter.topic() != null) {
      all.add(new TermQuery(new Term(Fields.TOPIC, filter.topic())), BooleanClause.Occur.FILTER);
    }
    if (filter.since() != null || filter.until() != null) {
      long from = filter.since() == null ? Long.MIN_VALUE : filter.since().toEpochDay();
      long to = filter.until() == null ? Long.MAX_VALUE : filter.until().toEpochDay();
      all.add(LongField.newRangeQuery(Fields.DAY, from, to), BooleanClause.Occur.FILTER);
    }
    return all.build();
  }

  /** In the order given; what the question has looked at before is not looked at again. */
  List<Evidence> evidence(QueryPlan plan, List<Candidate> candidates) throws IOException {
    Map<Integer, Evidence> seen = plan.seen();
    List<Candidate> unseen =
        candidates.stream()
            .filter(one -> !seen.containsKey(one.document()))
            .sorted(Comparator.comparingInt(Candidate::document))
            .toList();
    if (!unseen.isEmpty()) {
      look(plan, unseen, seen);
    }
    return candidates.stream()
        .map(candidate -> requireNonNull(seen.get(candidate.document())).of(candidate))
        .toList();
  }

  private void look(QueryPlan plan, List<Candidate> inOrder, Map<Integer, Evidence> seen)
      throws IOException {
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      TokenPostings postings = new TokenPostings(searcher, leaf, plan);
      for (Candidate candidate : inOrder) {
        int place = candidate.document() - leaf.docBase;
        if (segments.startAt(candidate.document()) == leaf.docBase) {
          seen.put(candidate.document(), evidence(plan, candidate, place, postings));
        }
      }
    }
  }

  /** One candidate looked at closely, by its document's place in its segment. */
  private Evidence evidence(QueryPlan plan, Candidate candidate, int place, TokenPostings postings)
      throws IOException {
    CorpusRecord record = segments.record(candidate.document());
    int statementCount = record.statements().size();
    int first = place - statementCount - record.questions().size();
    double[] scores = new double[statementCount];
    boolean[][] inStatement = postings.heldInStatements(first, scores);
    boolean[][] inOtherWords = postings.held(first, statementCount, Place.OTHER_WORDS);
    double asked = 0;
    int questionCount = record.questions().size();
    for (boolean[] held : postings.held(first + statementCount, questionCount, Place.QUESTION)) {
      asked = Math.max(asked, plan.coverage(held));
    }
    boolean[] inRecord = postings.held(place, 1, Place.RECORD)[0];
    boolean[] inTitle = postings.held(place, 1, Place.TITLE)[0];
    Embedding meaning = plan.meaning();
    LeafReader leaf = segments.at(candidate.document()).leaf();
    double[] alike = new double[statementCount];
    double[] askedAlike = alike;
    if (meaning != null) {
      double[] own =
          LikenessSearcher.cosines(leaf, Fields.TEXT_MEANING, meaning, first, statementCount);
      alike = LikenessSearcher.ofStatements(own);
      askedAlike = LikenessSearcher.ofOtherWords(leaf, meaning, first, own);
    }
    return new Evidence(
        record,
        candidate,
        inRecord,
        inAny(inRecord, inOtherWords),
        inTitle,
        scores,
        inStatement,
        inOtherWords,
        alike,
        askedAlike,
        asked);
  }

  private static boolean[] inAny(boolean[] inRecord, boolean[][] inOtherWords) {
    boolean[] held = inRecord.clone();
    for (boolean[] one : inOtherWords) {
      for (int i = 0; i < held.length; i++) {
        held[i] |= one[i];
      }
    }
    return held;
  }
}
