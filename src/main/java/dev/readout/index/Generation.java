package dev.readout.index;

import static java.util.stream.Collectors.toSet;

import dev.readout.corpus.Corpus;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Term;
import dev.readout.corpus.Topic;
import dev.readout.index.Evidence.Candidate;
import dev.readout.index.Evidence.Candidate.Likeness;
import dev.readout.index.Fields.FieldWeights;
import dev.readout.meaning.Models;
import dev.readout.meaning.Reader;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.IOSupplier;

/**
 * One opened generation: whole, the same answer to the same question for ever. Immutable,
 * thread-safe; closed by who opened it, after the last search.
 */
public final class Generation implements Closeable {
  private final Segments segments;
  private final Lexicon lexicon;
  private final GenerationInfo info;
  private final QueryPlanner planner;
  private final RecordSearcher searcher;
  private final Suggester suggester;
  private final Models models;

  private Generation(
      Segments segments,
      Lexicon lexicon,
      GenerationInfo info,
      QueryPlanner planner,
      Models models) {
    this.segments = segments;
    this.lexicon = lexicon;
    this.info = info;
    this.planner = planner;
    this.models = models;
    IndexSearcher engine = new IndexSearcher(segments.reader());
    engine.setSimilarity(FieldWeights.BM25);
    engine.setQueryCache(null); // one search must cost the same whatever was asked before
    this.searcher = new RecordSearcher(engine, segments);
    this.suggester = new Suggester(engine, segments::record);
  }

  /** The global generation in a segment, taken over; who started the models closes them. */
  static Generation of(Segment global, Models models) throws IOException {
    try {
      Lexicon lexicon = new Lexicon(global);
      Segments segments = Segments.of(global);
      QueryPlanner planner = new QueryPlanner(segments.reader(), lexicon.matcher());
      return new Generation(segments, lexicon, global.info(), planner, models);
    } catch (IOException | RuntimeException e) {
      global.close();
      throw e;
    }
  }

  /** A server's generation: everything global, which may be closed first, and its own segment. */
  static Generation over(Generation global, Segment own) {
    try {
      Segments segments = Segments.of(global.segments.global(), own);
      return new Generation(
          segments,
          global.lexicon,
          own.info().over(global.info),
          global.planner.over(segments, global.topics()),
          global.models);
    } catch (IOException e) {
      own.close();
      throw own.unreadable(e);
    }
  }

  Segments segments() {
    return segments;
  }

  public GenerationInfo info() {
    return info;
  }

  /** The same for generations with the same terms and topics. */
  public String termsFingerprint() {
    return lexicon.fingerprint();
  }

  Lexicon lexicon() {
    return lexicon;
  }

  public List<Term> terms() {
    return lexicon.terms();
  }

  public Optional<Term> term(String id) {
    return Optional.ofNullable(lexicon.term(id));
  }

  public List<Topic> topics() {
    return lexicon.topics();
  }

  public Optional<Topic> topic(String id) {
    return topics().stream().filter(topic -> topic.id().equals(id)).findFirst();
  }

  public Corpus corpus() {
    return new Corpus(records().toList(), terms(), topics());
  }

  /**
   * Statements with the beginning of a text word for word but for endings, then those sharing most
   * words with all; {@code limit} of each, best first, equals by document, none twice.
   */
  public List<StatementHit> statements(List<String> texts, SearchFilter filter, int limit) {
    return reading(
        () ->
            searcher
                .statements(
                    List.of(
                        planner.wordForWord(texts), planner.sharingWords(String.join("\n", texts))),
                    filter,
                    limit)
                .stream()
                .filter(found -> !segments.isHidden(found.record()))
                .map(found -> new StatementHit(segments.record(found.record()), found.ordinal()))
                .toList());
  }

  /** Reads a question: its tokens as this generation knows them. */
  public QueryPlan plan(String question) {
    return reading(() -> planner.plan(question));
  }

  /**
   * The same for a search by meaning too, unless the model is not ready, does not understand it, or
   * the question names exactly what it asks for.
   */
  public QueryPlan planByMeaning(String question) {
    QueryPlan plan = plan(question);
    if (plan.isByIdentifiers()) {
      return plan;
    }
    return models.embedder().of(plan.text()).map(plan::withMeaning).orElse(plan);
  }

  public boolean searchesByMeaning() {
    return models.embedder().isReady();
  }

  public boolean readsStatements() {
    return models.reader().isReady();
  }

  /**
   * The log-odds, above 0 rather yes, that a statement or another line about a record answers;
   * empty where the reader cannot. Takes milliseconds.
   */
  public OptionalDouble read(String question, CorpusRecord record, String line) {
    return models
        .reader()
        .read(question, List.of(new Reader.Passage(record.title(), record.anchorDay(), line)))
        .map(logits -> OptionalDouble.of(logits[0]))
        .orElse(OptionalDouble.empty());
  }

  /** The records that may answer, best of each kind of score, in order of their documents. */
  public List<Candidate> candidates(QueryPlan plan, SearchFilter filter) {
    return reading(
        () ->
            searcher.candidates(plan, filter).stream()
                .filter(candidate -> !segments.isHidden(candidate.document()))
                .toList());
  }

  /** The candidates looked at closely, in the order given. */
  public List<Evidence> evidence(QueryPlan plan, List<Candidate> candidates) {
    return reading(() -> searcher.evidence(plan, candidates));
  }

  /** The records with these ids looked at closely, whether or not a search finds them. */
  public List<Evidence> evidenceOf(QueryPlan plan, List<String> ids) {
    return evidence(
        plan,
        ids.stream()
            .flatMap(id -> segments.documents(Fields.ID, id).boxed())
            .map(document -> new Candidate(document, 0, 0, 0, 0, Likeness.NONE))
            .toList());
  }

  /**
   * Up to {@code limit} titles and questions that continue or contain what is typed, best first.
   */
  public List<String> suggest(String typed, SearchFilter filter, int limit) {
    return reading(
        () -> suggester.suggest(typed, filter, limit, document -> !segments.isHidden(document)));
  }

  /** The same of titles of records of these kinds; the newest when nothing is typed. */
  public List<CorpusRecord> suggestRecords(
      String typed, SearchFilter filter, Set<Kind> kinds, int limit) {
    return reading(
        () ->
            Arrays.stream(suggester.records(typed, filter, kinds, limit))
                .filter(document -> !segments.isHidden(document))
                .mapToObj(segments::record)
                .toList());
  }

  /** Finds these no longer, from the next search on: in servers' generations over this one, too. */
  public void hide(Set<String> ids) {
    segments.newest().hide(ids);
  }

  public int hidden() {
    return segments.all().stream().mapToInt(Segment::hidden).sum();
  }

  public Optional<CorpusRecord> find(String id) {
    return segments.documents(Fields.ID, id).mapToObj(segments::record).findFirst();
  }

  /** All records of this generation, in order of their ids. */
  public Stream<CorpusRecord> records() {
    return records(Fields.TYPE, Fields.RECORD);
  }

  /** The read-outs and agreements that name this meeting as theirs, in order of their ids. */
  public List<CorpusRecord> ofMeeting(String meetingId) {
    return records(Fields.MEETING, meetingId).toList();
  }

  /** Whether a record holds two words at most {@code distance} words apart, in either order. */
  public boolean holdsNear(Candidate candidate, QueryToken first, QueryToken second, int distance) {
    return reading(() -> searcher.holdsNear(candidate.document(), first, second, distance));
  }

  /** The records that name the term anywhere, by whatever name, in order of their ids. */
  public List<CorpusRecord> naming(String termId) {
    return records(Fields.WHOLE_CONCEPTS, termId).toList();
  }

  /** Ids of the records whose titles, in either language, name the term. */
  public Set<String> titled(String termId) {
    return records(Fields.TITLE_CONCEPTS, termId).map(CorpusRecord::id).collect(toSet());
  }

  /** The word that is most often written for a stem; the text itself where it is no stem. */
  public String commonestForm(String stem) {
    return reading(
        () -> planner.vocabulary().commonest(stem, word -> reading(() -> planner.stems(word))));
  }

  /** Ids of the terms that a text names, in order of place. */
  public List<String> termsIn(String text) {
    return lexicon.termsIn(text);
  }

  /** The topic whose name and note share most weight with the text, the first of equals. */
  public Optional<Topic> closest(String text, List<Topic> among) {
    return reading(() -> lexicon.closest(text, among, planner));
  }

  private Stream<CorpusRecord> records(String field, String value) {
    return segments
        .documents(field, value)
        .mapToObj(segments::record)
        .sorted(Comparator.comparing(CorpusRecord::id));
  }

  private <T> T reading(IOSupplier<T> reading) {
    try {
      return reading.get();
    } catch (IOException e) {
      throw segments.newest().unreadable(e);
    }
  }

  /** A server's generation leaves the global one below it open. */
  @Override
  public void close() {
    segments.close();
  }

  /** A statement that a search found, the n-th of its record from 0. Immutable. */
  public record StatementHit(CorpusRecord record, int ordinal) {
    public Statement statement() {
      return record.statements().get(ordinal);
    }
  }
}
