package dev.readout.corpus;

import dev.readout.corpus.CorpusReader.Defect;
import dev.readout.corpus.CorpusReader.ListFile;
import dev.readout.corpus.CorpusRecord.Listing;
import dev.readout.corpus.CorpusRecord.RatePeriod;
import dev.readout.corpus.Statement.Voice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must hold between files, and what a schema cannot say of one. Confined to one thread. */
final class CorpusRules {
  /** A short official phrase, not an article. */
  static final int MAX_VERBATIM_CHARS = 300;

  private final List<RecordFile> files;
  private final ListFile<Topic> topics;
  private final List<ListFile<Term>> termLists;
  private final Set<String> knownSources;
  private final Set<String> ids;
  private final Set<String> meetings;
  private final Set<String> topicIds;
  private final List<Defect> defects = new ArrayList<>();

  CorpusRules(
      List<RecordFile> files,
      ListFile<Topic> topics,
      List<ListFile<Term>> termLists,
      List<String> knownSources) {
    this.files = files;
    this.topics = topics;
    this.termLists = List.copyOf(termLists);
    this.knownSources = Set.copyOf(knownSources);
    // Also defective records: a broken one must not break all that refer to it.
    this.ids = files.stream().map(RecordFile::declaredId).collect(Collectors.toSet());
    this.meetings =
        files.stream()
            .filter(file -> file.declaredKind().equals(Kind.MEETING.wireName()))
            .map(RecordFile::declaredId)
            .collect(Collectors.toSet());
    this.topicIds = topics.values().stream().map(Topic::id).collect(Collectors.toSet());
  }

  List<Defect> defects() {
    Map<String, RecordFile> seenIds = new HashMap<>();
    Map<String, String> seenQuestions = new HashMap<>();
    for (RecordFile file : files) {
      CorpusRecord record = file.value();
      if (record != null) {
        place(file, record, seenIds);
        references(file, record);
        rates(file, record);
        listings(file, record);
        dates(file, record);
        sources(file, record);
        questions(file, record, seenQuestions);
        otherWords(file, record);
        statements(file, record);
        chinese(file, record);
      }
    }
    topicList();
    termLists();
    return defects;
  }

  private void place(RecordFile file, CorpusRecord record, Map<String, RecordFile> seenIds) {
    String expected = record.kind().folder() + "/" + record.id() + ".md";
    if (!file.file().toString().replace('\\', '/').equals(expected)) {
      add(file, "/id", "this record belongs in " + expected);
    }
    RecordFile first = seenIds.putIfAbsent(record.id(), file);
    if (first != null) {
      add(file, "/id", "id " + record.id() + " is taken by " + first.file());
    }
  }

  private void references(RecordFile file, CorpusRecord record) {
    if (record.meeting() != null && !meetings.contains(record.meeting())) {
      add(file, "/meeting", "no meeting record has the id " + record.meeting());
    }
    for (int i = 0; i < record.relates().size(); i++) {
      resolve(file, "/relates/" + i, record.relates().get(i));
    }
    for (int i = 0; i < record.topics().size(); i++) {
      if (topics.defects().isEmpty() && !topicIds.contains(record.topics().get(i))) {
        add(file, "/topics/" + i, "topics.yaml has no topic " + record.topics().get(i));
      }
    }
    Standing standing = record.standing();
    for (int i = 0; i < standing.periods().size(); i++) {
      resolve(file, "/standing/" + i + "/by", standing.periods().get(i).by());
    }
    if (record.kind().isMeasure() == standing.periods().isEmpty()) {
      add(
          file,
          "/standing",
          record.kind().isMeasure()
              ? "a " + record.kind().wireName() + " needs standing"
              : "only a restriction, countermeasure or agreement has standing");
    }
  }

  private void rates(RecordFile file, CorpusRecord record) {
    Map<String, RatePeriod> before = new HashMap<>();
    for (int i = 0; i < record.rates().size(); i++) {
      RatePeriod rate = record.rates().get(i);
      resolve(file, "/rates/" + i + "/by", rate.by());
      RatePeriod earlier = before.put(rate.of(), rate);
      if (earlier != null
          && (earlier.covers(rate.from()) || rate.from().isBefore(earlier.from()))) {
        add(
            file,
            "/rates/" + i,
            "rates of " + rate.of() + " overlap or are out of order on " + rate.from());
      }
    }
    if (!record.rates().isEmpty() && !record.kind().isMeasure()) {
      add(file, "/rates", "only a restriction, countermeasure or agreement has rates");
    }
  }

  /** Nobody is called listed unless a statement of the record names both the name and the list. */
  private void listings(RecordFile file, CorpusRecord record) {
    String text =
        Stream.concat(Stream.of(record.title()), record.statements().stream().map(Statement::text))
            .collect(Collectors.joining("\n"));
    String chinese =
        record.statements().stream()
            .flatMap(statement -> Stream.ofNullable(statement.zh()))
            .collect(Collectors.joining("\n"));
    for (int i = 0; i < record.listings().size(); i++) {
      Listing listing = record.listings().get(i);
      String pointer = "/listings/" + i;
      if (listing.by() != null) {
        resolve(file, pointer + "/by", listing.by());
      }
      if (!namesOf(listing.list()).anyMatch(text.toLowerCase(Locale.ROOT)::contains)) {
        add(file, pointer + "/list", "no statement names the list " + listing.list());
      }
      for (Listing.Name name : listing.names()) {
        if (!text.contains(name.en()) || (name.zh() != null && !chinese.contains(name.zh()))) {
          add(file, pointer + "/names", "no statement names " + name.en() + " so");
        }
      }
    }
  }

  private Stream<String> namesOf(String termId) {
    return termLists.stream()
        .flatMap(list -> list.values().stream())
        .filter(term -> term.id().equals(termId))
        .flatMap(term -> term.names().stream())
        .map(name -> name.toLowerCase(Locale.ROOT));
  }

  private void resolve(RecordFile file, String pointer, String id) {
    if (!ids.contains(id)) {
      add(file, pointer, "no record has the id " + id);
    }
  }

  private void dates(RecordFile file, CorpusRecord record) {
    boolean compiled = record.asOf() != null;
    boolean mayBeCompiled = record.kind() == Kind.GLOSSARY || record.kind() == Kind.EXPLAINER;
    if (compiled && !mayBeCompiled) {
      add(file, "/as_of", "a " + record.kind().wireName() + " has 'published', not 'as_of'");
    }
  }

  private void sources(RecordFile file, CorpusRecord record) {
    for (int i = 0; i < record.sources().size(); i++) {
      Source source = record.sources().get(i);
      requireKnown(file, "/sources/" + i + "/url", source.url());
      requireKnown(file, "/sources/" + i + "/citation", source.citation());
    }
  }

  private void requireKnown(RecordFile file, String pointer, @Nullable String source) {
    if (source != null && !knownSources.contains(source)) {
      add(
          file,
          pointer,
          "not in known-sources.txt; add the line only after a person has opened it: " + source);
    }
  }

  private void questions(RecordFile file, CorpusRecord record, Map<String, String> seen) {
    for (int i = 0; i < record.questions().size(); i++) {
      String question = record.questions().get(i);
      String first = seen.putIfAbsent(question.toLowerCase(Locale.ROOT), record.id());
      if (first != null) {
        add(file, "/questions/" + i, "this question is also asked by " + first);
      }
      if (question.equalsIgnoreCase(record.title())) {
        add(file, "/questions/" + i, "a question says it in other words than the title");
      }
    }
  }

  private void otherWords(RecordFile file, CorpusRecord record) {
    int lines = record.otherWords().size();
    int statements = record.statements().size();
    if (lines > 0 && lines != statements) {
      add(
          file,
          "/other_words",
          "%d lines for %d statements; write one for each, \"\" where there are no such words"
              .formatted(lines, statements));
    }
  }

  private void statements(RecordFile file, CorpusRecord record) {
    for (Statement statement : record.statements()) {
      Attribution.defects(statement.text())
          .forEach(message -> add(file, record, statement, message));
      if (statement.voice() == Voice.VERBATIM && statement.text().length() > MAX_VERBATIM_CHARS) {
        add(
            file,
            record,
            statement,
            "a quotation has at most %d characters, this one %d: %.40s…"
                .formatted(MAX_VERBATIM_CHARS, statement.text().length(), statement.text()));
      }
    }
  }

  /** A record is in both languages as a whole, or in English. */
  private void chinese(RecordFile file, CorpusRecord record) {
    if (record.statements().stream().allMatch(statement -> statement.zh() == null)) {
      return;
    }
    for (Statement statement : record.statements()) {
      ChineseWording.defects(statement).forEach(message -> add(file, record, statement, message));
    }
    ChineseWording.defects("title", record.title(), record.titleZh())
        .forEach(message -> add(file, "/title", message));
    ChineseWording.defects("issuer", record.issuer(), record.issuerZh())
        .forEach(message -> add(file, "/issuer", message));
    if (record.statusNote() != null) {
      ChineseWording.defects("status_note", record.statusNote(), record.statusNoteZh())
          .forEach(message -> add(file, "/status_note", message));
    }
  }

  private void topicList() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < topics.values().size(); i++) {
      if (!seen.add(topics.values().get(i).id())) {
        defects.add(
            new Defect(
                topics.file(),
                topics.lines().get(i),
                "topic twice: " + topics.values().get(i).id()));
      }
    }
  }

  private void termLists() {
    Set<String> seen = new HashSet<>();
    Map<String, String> names = new HashMap<>();
    termLists.forEach(list -> termList(list, seen, names));
  }

  private void termList(ListFile<Term> terms, Set<String> seen, Map<String, String> names) {
    for (int i = 0; i < terms.values().size(); i++) {
      Term term = terms.values().get(i);
      int line = terms.lines().get(i);
      if (!seen.add(term.id())) {
        defects.add(new Defect(terms.file(), line, "term twice: " + term.id()));
      }
      if (term.recordId() != null && !ids.contains(term.recordId())) {
        defects.add(new Defect(terms.file(), line, "no record has the id " + term.recordId()));
      }
      for (String name : term.names()) {
        String first = names.putIfAbsent(name.toLowerCase(Locale.ROOT), term.id());
        if (first != null && !first.equals(term.id())) {
          defects.add(new Defect(terms.file(), line, "'" + name + "' already names " + first));
        }
      }
    }
  }

  private void add(RecordFile file, CorpusRecord record, Statement at, String message) {
    String above = record.body().substring(0, at.start());
    int linesAbove = (int) above.chars().filter(c -> c == '\n').count();
    defects.add(new Defect(file.file(), file.bodyLine() + linesAbove, message));
  }

  private void add(RecordFile file, String pointer, String message) {
    int line = file.front() == null ? 1 : file.front().line(pointer);
    defects.add(new Defect(file.file(), line, message));
  }
}
