package dev.readout.index;

import static java.util.stream.Collectors.joining;

import dev.readout.corpus.CitationMention;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.JsonCodec;
import dev.readout.corpus.Side;
import dev.readout.corpus.Source;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Term;
import dev.readout.corpus.Topic;
import dev.readout.meaning.Embedder;
import dev.readout.meaning.Embedding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Turns a record into its block of documents. Confined to one thread. */
final class RecordDocuments {
  private static final FieldType PRESENCE = presence();
  private static final FieldType WITHOUT_ORDER = withoutOrder();

  /** Words by which people name a side, added to the text of every record of it. */
  private static final Map<Side, String> SIDE_WORDS =
      Map.of(
          Side.US, "US United States American Washington 美国 美方",
          Side.PRC, "PRC China Chinese Beijing 中国 中方",
          Side.JOINT, "US China United States joint both sides 中美 双方",
          Side.OTHER, "US China");

  private final TermMatcher matcher;
  private final NamedPlaces places;
  private final Map<String, Topic> topics;
  private final BuildEmbeddings embeddings;
  private final boolean withWords;

  /**
   * Documents of records.
   *
   * @param withWords whether to index what misspelt words are compared with; of a server's few
   *     records that is read from their texts
   */
  RecordDocuments(
      TermMatcher matcher,
      List<Term> terms,
      List<Topic> topics,
      BuildEmbeddings embeddings,
      boolean withWords) {
    this.matcher = matcher;
    this.places = new NamedPlaces(terms);
    this.embeddings = embeddings;
    this.topics = byId(topics);
    this.withWords = withWords;
  }

  private static Map<String, Topic> byId(List<Topic> topics) {
    return topics.stream().collect(Collectors.toMap(Topic::id, topic -> topic));
  }

  /** What gives the parts of a record's text as it is searched. */
  static Function<CorpusRecord, List<String>> parts(List<Topic> topics) {
    Map<String, Topic> byId = byId(topics);
    return record -> whole(record, about(record, title(record), byId)).toList();
  }

  /** A term that is there or is not: no positions, no frequency, no length. */
  private static FieldType presence() {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS);
    type.setOmitNorms(true);
    type.setTokenized(false);
    type.freeze();
    return type;
  }

  /** Words that no phrase is looked for in: no positions. */
  private static FieldType withoutOrder() {
    FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }

  /** What a record's parts name, found once for each and kept for the record's own document. */
  private static final class Named {
    final Set<String> concepts = new HashSet<>();
    final Set<String> dates = new HashSet<>();
    final Set<String> citations = new HashSet<>();
  }

  List<Document> of(CorpusRecord record) throws IOException {
    List<Document> block = new ArrayList<>();
    Named named = new Named();
    int size = record.statements().size() + record.questions().size();
    for (int i = 0; i < record.statements().size(); i++) {
      String otherWords = i < record.otherWords().size() ? record.otherWords().get(i) : "";
      Document statement = statement(record.statements().get(i), otherWords, i, named);
      block.add(filtered(record, statement, size - block.size()));
    }
    for (String question : record.questions()) {
      block.add(filtered(record, question(question, named), size - block.size()));
    }
    block.add(filtered(record, whole(record, named), 0));
    return block;
  }

  private Document statement(Statement statement, String otherWords, int ordinal, Named named) {
    String text = bothLanguages(statement.text(), statement.zh());
    Document document = new Document();
    document.add(new StringField(Fields.TYPE, Fields.STATEMENT, Field.Store.NO));
    document.add(new NumericDocValuesField(Fields.ORDINAL, ordinal));
    document.add(new TextField(Fields.TEXT, statement.text(), Field.Store.NO));
    String chinese = Objects.requireNonNullElse(statement.zh(), statement.text());
    if (chinese.codePoints().anyMatch(Character::isIdeographic)) {
      document.add(new Field(Fields.TEXT_ZH, chinese, WITHOUT_ORDER));
    }
    if (!otherWords.isEmpty()) {
      document.add(new Field(Fields.TEXT_OTHER, otherWords, WITHOUT_ORDER));
      meaning(document, Fields.OTHER_MEANING, otherWords);
    }
    presence(document, Fields.TEXT_CONCEPTS, concepts(text, named));
    presence(document, Fields.TEXT_DATES, dates(text, named));
    presence(document, Fields.TEXT_CITATIONS, citations(text, named));
    meaning(document, Fields.TEXT_MEANING, statement.text());
    return document;
  }

  private Document question(String question, Named named) {
    Document document = new Document();
    document.add(new StringField(Fields.TYPE, Fields.QUESTION, Field.Store.NO));
    document.add(new TextField(Fields.ASKED, question, Field.Store.NO));
    document.add(new TextField(Fields.TYPED, question, Field.Store.NO));
    document.add(new StoredField(Fields.STORED, question));
    presence(document, Fields.ASKED_CONCEPTS, concepts(question, named));
    presence(document, Fields.ASKED_CITATIONS, citations(question, named));
    dates(question, named);
    meaning(document, Fields.ASKED_MEANING, question);
    return document;
  }

  /** The record's own document, with what its statements and questions name. */
  private Document whole(CorpusRecord record, Named named) throws IOException {
    String title = title(record);
    List<String> about = about(record, title, topics);
    String text = whole(record, about).collect(joining("\n"));
    String rest = rest(record, about);
    concepts(rest, named);
    dates(rest, named);
    Document document = new Document();
    document.add(new StringField(Fields.TYPE, Fields.RECORD, Field.Store.NO));
    document.add(new StringField(Fields.ID, record.id(), Field.Store.NO));
    document.add(new SortedDocValuesField(Fields.ID, new BytesRef(record.id())));
    if (record.meeting() != null) {
      document.add(new StringField(Fields.MEETING, record.meeting(), Field.Store.NO));
      concepts(record.meeting().replace('-', ' '), named); // "2025 10 30 busan summit meeting"
    }
    document.add(new TextField(Fields.WHOLE, text, Field.Store.NO));
    if (!record.otherWords().isEmpty()) {
      String otherWords = String.join("\n", record.otherWords());
      document.add(new Field(Fields.WHOLE_OTHER, otherWords, WITHOUT_ORDER));
    }
    if (withWords) {
      presence(document, Fields.WORDS, WrittenWords.in(text));
      presence(document, Fields.NAME_WORDS, WrittenWords.names(text));
    }
    document.add(new TextField(Fields.TITLE, title, Field.Store.NO));
    document.add(new TextField(Fields.TYPED, title, Field.Store.NO));
    presence(document, Fields.WHOLE_CONCEPTS, named.concepts);
    presence(document, Fields.TITLE_CONCEPTS, concepts(title, named));
    meaning(document, Fields.TITLE_MEANING, record.title());
    String own = Stream.concat(Stream.of(title), ownCitations(record)).collect(joining("\n"));
    presence(document, Fields.OWN_CITATIONS, citations(own, named));
    citations(Objects.requireNonNullElse(record.statusNote(), ""), named);
    presence(document, Fields.CITATIONS, named.citations);
    Stream.of(record.published(), record.effective())
        .filter(Objects::nonNull)
        .forEach(day -> named.dates.addAll(DateTokens.indexed(day)));
    presence(document, Fields.DATES, named.dates);
    presence(document, Fields.BEARS_ON, LaterSources.measuresOf(record));
    document.add(new StoredField(Fields.STORED, stored(record)));
    return document;
  }

  /** Compressed as one: the statements are in the body, too, too far off for Lucene to see it. */
  private static byte[] stored(CorpusRecord record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream compressed = new DeflaterOutputStream(bytes)) {
      compressed.write(JsonCodec.writeBytes(record));
    }
    return bytes.toByteArray();
  }

  /** A record as its document stores it; throws when it is none. */
  static CorpusRecord read(BytesRef stored) throws IOException {
    try (InputStream compressed =
        new InflaterInputStream(
            new ByteArrayInputStream(stored.bytes, stored.offset, stored.length))) {
      byte[] json = compressed.readAllBytes();
      return JsonCodec.read(json, 0, json.length, CorpusRecord.class);
    }
  }

  private static String title(CorpusRecord record) {
    return bothLanguages(record.title(), record.titleZh());
  }

  /** What a question may name the record by, besides what it says and answers. */
  private static List<String> about(CorpusRecord record, String title, Map<String, Topic> topics) {
    Stream<String> topicNames =
        record.topics().stream()
            .map(topics::get)
            .filter(Objects::nonNull)
            .map(topic -> topic.en() + " " + topic.zh());
    return Stream.of(
            Stream.of(
                title,
                bothLanguages(record.issuer(), record.issuerZh()),
                Objects.requireNonNull(SIDE_WORDS.get(record.side()))),
            record.participants().stream(),
            topicNames,
            ownCitations(record))
        .flatMap(part -> part)
        .toList();
  }

  private static Stream<String> whole(CorpusRecord record, List<String> about) {
    return Stream.of(
            about.stream(),
            record.questions().stream(),
            Stream.ofNullable(record.statusNote()),
            Stream.ofNullable(record.statusNoteZh()),
            record.statements().stream()
                .flatMap(
                    s ->
                        Stream.of(
                            bothLanguages(s.text(), s.zh()),
                            Objects.requireNonNullElse(s.speaker(), ""))))
        .flatMap(part -> part);
  }

  /** Words of either language find it. */
  private static String bothLanguages(String english, @Nullable String chinese) {
    return chinese == null ? english : english + "\n" + chinese;
  }

  /** All of it but the questions and statements, which have been looked through. */
  private static String rest(CorpusRecord record, List<String> about) {
    return Stream.of(
            about.stream(),
            Stream.ofNullable(record.statusNote()),
            Stream.ofNullable(record.statusNoteZh()),
            record.statements().stream()
                .map(Statement::speaker)
                .filter(Objects::nonNull)
                .distinct())
        .flatMap(part -> part)
        .collect(joining("\n"));
  }

  private static Stream<String> ownCitations(CorpusRecord record) {
    return record.sources().stream().map(Source::citation).filter(Objects::nonNull);
  }

  /** The citations of a text, which are added to those named before; so with dates and concepts. */
  private static Set<String> citations(String text, Named named) {
    Set<String> found =
        CitationMention.in(text).stream()
            .flatMap(CitationMention::keys)
            .collect(Collectors.toSet());
    named.citations.addAll(found);
    return found;
  }

  private static Set<String> dates(String text, Named named) {
    Set<String> found = DateTokens.indexed(text);
    named.dates.addAll(found);
    return found;
  }

  /** Of the record, not of the text, a place in the name of a meeting is one that it names. */
  private Set<String> concepts(String text, Named named) {
    List<TermMatcher.Named> terms = matcher.match(text);
    Set<String> found = terms.stream().map(TermMatcher.Named::termId).collect(Collectors.toSet());
    named.concepts.addAll(found);
    terms.stream()
        .map(one -> places.of(text.substring(one.start(), one.end())))
        .forEach(named.concepts::addAll);
    return found;
  }

  private static Document filtered(CorpusRecord record, Document document, int toRecord) {
    document.add(new NumericDocValuesField(Fields.TO_RECORD, toRecord));
    presence(document, Fields.PART_OF, Set.of(record.id()));
    presence(document, Fields.SIDE, Set.of(record.side().wireName()));
    presence(document, Fields.KIND, Set.of(record.kind().wireName()));
    presence(document, Fields.TOPIC, Set.copyOf(record.topics()));
    document.add(new LongField(Fields.DAY, record.anchorDay().toEpochDay(), Field.Store.NO));
    return document;
  }

  /** Chinese texts have none, and lack none. */
  private void meaning(Document document, String field, String text) {
    Optional<Embedding> embedding = embeddings.of(text);
    if (embedding.isPresent()) {
      document.add(new BinaryDocValuesField(field, new BytesRef(embedding.get().toBytes())));
    } else if (Embedder.understands(text)) {
      presence(document, Fields.UNEMBEDDED, Set.of(Fields.YES));
    }
  }

  static void presence(Document document, String field, Set<String> values) {
    values.stream().sorted().forEach(value -> document.add(new Field(field, value, PRESENCE)));
  }
}
