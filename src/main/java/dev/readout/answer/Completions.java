package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.Listing;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Term;
import dev.readout.corpus.Topic;
import dev.readout.index.Generation;
import dev.readout.index.SearchFilter;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Completes what somebody types: questions that the records answer, meetings, measures, terms and
 * topics. Before anything is typed, the newest. From memory; thread-safe.
 */
public final class Completions {
  /** So many measures are looked at for those of which rates are recorded. */
  private static final int LOOKED_AT = 200;

  private static final Set<Kind> MEASURES =
      EnumSet.of(Kind.RESTRICTION, Kind.COUNTERMEASURE, Kind.AGREEMENT);

  /** In what is noted of a topic. */
  private static final Pattern BETWEEN_THINGS = Pattern.compile("[,;:]");

  private final Generation generation;
  private final List<Names> terms;
  private final List<Names> topics;

  /** Something to choose: what is shown, and the question or id that is meant. */
  public record Choice(String label, String value) {}

  /** All names of one thing, and the ones to show. */
  private record Names(String id, Function<Language, String> shown, List<String> normalised) {}

  public Completions(Generation generation) {
    this(
        generation,
        generation.terms().stream()
            .filter(term -> term.recordId() != null)
            .map(Completions::names)
            .toList(),
        topics(generation));
  }

  private Completions(Generation generation, List<Names> terms, List<Names> topics) {
    this.generation = generation;
    this.terms = terms;
    this.topics = topics;
  }

  /** Those of a server's generation over this one, which has the same terms and topics. */
  Completions over(Generation server) {
    return new Completions(server, terms, topics);
  }

  /** Questions and titles; of the newest records when nothing is typed. */
  public List<Choice> questions(String typed, int limit) {
    List<String> found = generation.suggest(typed, SearchFilter.ALL, limit);
    if (found.isEmpty() && typed.isBlank()) {
      found =
          generation.suggestRecords("", SearchFilter.ALL, EnumSet.allOf(Kind.class), limit).stream()
              .flatMap(record -> record.questions().stream().limit(1))
              .toList();
    }
    return found.stream().map(question -> new Choice(question, question)).toList();
  }

  public List<Choice> meetings(String typed, Language language, int limit) {
    return records(typed, EnumSet.of(Kind.MEETING), language, limit);
  }

  public List<Choice> measures(String typed, Language language, int limit) {
    return records(typed, MEASURES, language, limit);
  }

  /** Measures of which rates are recorded, among those that come first. */
  public List<Choice> duties(String typed, Language language, int limit) {
    return generation.suggestRecords(typed, SearchFilter.ALL, MEASURES, LOOKED_AT).stream()
        .filter(record -> !record.rates().isEmpty())
        .limit(limit)
        .map(record -> choice(record, language))
        .toList();
  }

  /** Terms that a glossary record explains. */
  public List<Choice> terms(String typed, Language language, int limit) {
    return named(terms, typed, language, limit);
  }

  /** Names that the records say are on a list. */
  public List<Choice> listed(String typed, Language language, int limit) {
    return named(
        new Listings(generation).names().stream().map(Completions::names).toList(),
        typed,
        language,
        limit);
  }

  public List<Choice> topics(String typed, Language language, int limit) {
    return named(topics, typed, language, limit);
  }

  private List<Choice> records(String typed, Set<Kind> kinds, Language language, int limit) {
    return generation.suggestRecords(typed, SearchFilter.ALL, kinds, limit).stream()
        .map(record -> choice(record, language))
        .toList();
  }

  private static Choice choice(CorpusRecord record, Language language) {
    return new Choice(SourceText.title(record, language), record.id());
  }

  /** Names that begin with what is typed come first, then those that contain it. */
  private static List<Choice> named(List<Names> all, String typed, Language language, int limit) {
    String wanted = normalised(typed);
    return all.stream()
        .filter(names -> names.normalised.stream().anyMatch(name -> name.contains(wanted)))
        .sorted(Comparator.comparing(names -> !startsWith(names, wanted)))
        .limit(limit)
        .map(names -> new Choice(names.shown.apply(language), names.id))
        .toList();
  }

  private static boolean startsWith(Names names, String wanted) {
    return names.normalised.stream().anyMatch(name -> name.startsWith(wanted));
  }

  private static Names names(Term term) {
    return new Names(
        term.id(),
        language -> TermText.name(term, language),
        Stream.of(term.en(), term.abbr(), term.zhHans(), term.zhHant())
            .flatMap(List::stream)
            .map(Completions::normalised)
            .toList());
  }

  private static Names names(Listing.Name name) {
    String zh = Objects.requireNonNullElse(name.zh(), name.en());
    return new Names(
        name.en(),
        language -> language == Language.EN ? name.en() : SnippetText.inScript(zh, language),
        Stream.of(name.en(), zh, SnippetText.inScript(zh, Language.ZH_TW))
            .map(Completions::normalised)
            .toList());
  }

  /** A term and its English names, normalised. */
  private record English(Term term, List<String> names) {}

  private static List<Names> topics(Generation generation) {
    List<English> terms =
        generation.terms().stream()
            .map(
                term -> new English(term, term.en().stream().map(Completions::normalised).toList()))
            .toList();
    return generation.topics().stream().map(topic -> names(topic, terms)).toList();
  }

  /** Its own names, and those of what belongs under it: "soy" is agriculture. */
  private static Names names(Topic topic, List<English> terms) {
    List<String> under =
        BETWEEN_THINGS.splitAsStream(topic.note()).map(Completions::normalised).toList();
    return new Names(
        topic.id(),
        language -> TermText.name(topic, language),
        Stream.of(
                Stream.of(topic.id(), topic.en(), topic.zh(), topic.zhHant()),
                under.stream(),
                terms.stream()
                    .filter(english -> english.names().stream().anyMatch(under::contains))
                    .map(English::term)
                    .flatMap(term -> Stream.concat(term.zhHans().stream(), term.zhHant().stream())))
            .flatMap(names -> names)
            .map(Completions::normalised)
            .toList());
  }

  private static String normalised(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }
}
