package dev.readout.answer;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.CorpusRecord.Listing;
import dev.readout.corpus.Language;
import dev.readout.corpus.QuickPattern;
import dev.readout.corpus.Snippet;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom the records say is on a list. That somebody is comes from a record's listings alone, which
 * the checker holds to its statements; a sentence that names both a company and a list may say
 * anything, and is only shown. Thread-safe.
 */
public final class Listings {
  private static final int MAX_NEAR = 20;
  private static final int MAX_BESIDE = 3;

  /** In a shorter name every slip makes another name. */
  private static final int MIN_CHARS_FOR_A_SLIP = 5;

  private static final String LIST = "list";
  private static final String SANCTION = "sanction";
  private static final QuickPattern NO_LETTER = QuickPattern.exactly("[^\\p{L}\\p{N}]+");
  private static final QuickPattern LEGAL_FORM =
      QuickPattern.exactly(
          "( (inc|corp|corporation|co|company|ltd|limited|llc|plc))+$|(股份)?(有限)?(责任)?公司$");

  private final Generation generation;

  /** What was {@link #normalised} of the records' listings, which are no more than they have. */
  private final Map<String, String> normalisedNames = new ConcurrentHashMap<>();

  public Listings(Generation generation) {
    this.generation = generation;
  }

  /**
   * One name on one list: the statement that names it, with one that names the list if need be, and
   * how the measure stands that put it there, null where the records hold none, as known on a day.
   */
  public record Listed(
      Term list,
      Listing listing,
      Listing.Name name,
      List<Snippet> says,
      @Nullable MeasureStatus status,
      LocalDate known) {
    public Listed {
      says = List.copyOf(says);
    }

    /** The record that says so. */
    public CorpusRecord record() {
      return says.getFirst().record();
    }

    /** Whether the record says that it is on the list no more. */
    public boolean isOver() {
      return listing.to() != null;
    }
  }

  /**
   * What the records say of a name, and of a term if it is one's: its listings, the newest first;
   * others that are like it, or longer; if none, statements that name it beside a list or
   * sanctions; the lists' own entries; and how many records there are. Immutable.
   */
  public record Named(
      String asked,
      @Nullable Term term,
      List<Listed> listed,
      List<String> near,
      List<Snippet> beside,
      List<CorpusRecord> lists,
      int records) {
    public Named {
      listed = List.copyOf(listed);
      near = List.copyOf(near);
      beside = List.copyOf(beside);
      lists = List.copyOf(lists);
    }
  }

  /** What a name is in the records, and how each of its listings stands on a day. */
  public Named find(String asked, LocalDate day) {
    Set<String> wanted = wanted(asked);
    Term term = term(wanted);
    Set<String> names = names(wanted, term);
    List<CorpusRecord> all = generation.records().toList();
    List<Listed> listed = listed(all, (_, name) -> isOneOf(names, name), day);
    return new Named(
        asked,
        term,
        listed,
        near(all, names, term, wanted),
        listed.isEmpty() ? beside(all, names, term) : List.of(),
        lists(all, listed),
        all.size());
  }

  /** The listings alone of whoever has one of these names, as they are written, newest first. */
  List<Listed> listed(List<String> called, LocalDate day) {
    Set<String> names = called.stream().map(Listings::normalised).collect(Collectors.toSet());
    return listed(generation.records().toList(), (_, name) -> isOneOf(names, name), day);
  }

  /** As typed and in simplified characters; not corrected: one letter can make another company. */
  private Set<String> wanted(String asked) {
    String simplified =
        asked.codePoints().anyMatch(Character::isIdeographic)
            ? generation.plan(asked).text()
            : asked;
    return Stream.of(asked, simplified).map(Listings::normalised).collect(Collectors.toSet());
  }

  private @Nullable Term term(Set<String> wanted) {
    return generation.terms().stream()
        .filter(one -> one.names().stream().map(Listings::normalised).anyMatch(wanted::contains))
        .findFirst()
        .orElse(null);
  }

  private static Set<String> names(Set<String> wanted, @Nullable Term term) {
    return Stream.concat(
            wanted.stream(),
            Stream.ofNullable(term).flatMap(one -> one.names().stream().map(Listings::normalised)))
        .collect(Collectors.toSet());
  }

  /** Every listed name, as its record writes it, in the order of the alphabet. */
  public List<Listing.Name> names() {
    return names(generation.records().toList())
        .sorted(Comparator.comparing(name -> name.en().toLowerCase(Locale.ROOT)))
        .collect(
            Collectors.toMap(
                Listing.Name::en, Function.identity(), (a, b) -> a, LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  private static Stream<Listing.Name> names(List<CorpusRecord> records) {
    return records.stream()
        .flatMap(record -> record.listings().stream())
        .flatMap(listing -> listing.names().stream());
  }

  /** Everybody named on a list, by its term's id, as each stands on a day; the newest first. */
  List<Listed> on(String list, LocalDate day) {
    return listed(generation.records().toList(), (listing, _) -> listing.list().equals(list), day);
  }

  /** The same listing told by two records is shown once, by the measure's own. */
  private List<Listed> listed(
      List<CorpusRecord> records, BiPredicate<Listing, Listing.Name> isWanted, LocalDate day) {
    Map<List<@Nullable Object>, Listed> once = new LinkedHashMap<>();
    for (CorpusRecord record : records) {
      for (Listing listing : record.listings()) {
        for (Listing.Name name : listing.names()) {
          if (isWanted.test(listing, name)) {
            Listed found = listed(record, listing, name, day);
            List<@Nullable Object> key =
                Arrays.asList(listing.list(), listing.from(), listing.by(), name.en());
            once.merge(
                key, found, (first, next) -> record.id().equals(listing.by()) ? next : first);
          }
        }
      }
    }
    return once.values().stream()
        .sorted(
            Comparator.comparing(
                    (Listed one) -> Objects.requireNonNullElse(one.listing().from(), LocalDate.MIN))
                .reversed()
                .thenComparing(one -> one.list().id())
                .thenComparing(one -> one.record().id()))
        .toList();
  }

  private Listed listed(CorpusRecord record, Listing listing, Listing.Name name, LocalDate day) {
    MeasureStatus status =
        Stream.ofNullable(listing.by())
            .flatMap(id -> generation.find(id).stream())
            .flatMap(measure -> MeasureStatus.of(measure, day).stream())
            .findFirst()
            .orElse(null);
    return new Listed(
        generation.term(listing.list()).orElseThrow(),
        listing,
        name,
        says(record, listing, name),
        status,
        generation.info().reachesTo(record.side()).filter(day::isAfter).orElse(day));
  }

  private List<Snippet> says(CorpusRecord record, Listing listing, Listing.Name name) {
    List<Statement> naming =
        record.statements().stream().filter(one -> one.text().contains(name.en())).toList();
    List<Statement> ofList =
        record.statements().stream()
            .filter(one -> generation.termsIn(one.text()).contains(listing.list()))
            .toList();
    String day = listing.from() == null ? "" : DateText.of(listing.from(), Language.EN);
    return naming.stream()
        .filter(ofList::contains)
        .min(Comparator.comparing(statement -> !statement.text().contains(day)))
        .map(Stream::of)
        .orElseGet(() -> Stream.concat(naming.stream().limit(1), ofList.stream().limit(1)))
        .map(statement -> new Snippet(record, statement))
        .toList();
  }

  private boolean isOneOf(Set<String> names, Listing.Name name) {
    return names.contains(known(name.en()))
        || (name.zh() != null && names.contains(known(name.zh())));
  }

  private String known(String name) {
    return normalisedNames.computeIfAbsent(name, Listings::normalised);
  }

  private List<String> near(
      List<CorpusRecord> records, Set<String> names, @Nullable Term term, Set<String> asked) {
    return names(records)
        .filter(name -> !isOneOf(names, name))
        .filter(
            name ->
                (term != null && generation.termsIn(name.en()).contains(term.id()))
                    || asked.stream()
                        .anyMatch(
                            one ->
                                isNear(one, known(name.en()))
                                    || (name.zh() != null && isNear(one, known(name.zh())))))
        .map(Listing.Name::en)
        .distinct()
        .sorted()
        .limit(MAX_NEAR)
        .toList();
  }

  /** One holds the other as whole words, or as characters of Chinese; or it is a slip away. */
  private static boolean isNear(String asked, String name) {
    if (asked.isEmpty()) {
      return false;
    }
    boolean isChinese = asked.codePoints().anyMatch(Character::isIdeographic);
    boolean isPart =
        isChinese
            ? asked.length() > 1 && (name.contains(asked) || asked.contains(name))
            : (" " + name + " ").contains(" " + asked + " ")
                || (" " + asked + " ").contains(" " + name + " ");
    return isPart
        || (Math.min(asked.length(), name.length()) >= MIN_CHARS_FOR_A_SLIP && isSlip(asked, name));
  }

  /** A letter more, less or other, or two in the other order. */
  private static boolean isSlip(String asked, String name) {
    int shorter = Math.min(asked.length(), name.length());
    int start = 0;
    while (start < shorter && asked.charAt(start) == name.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && asked.charAt(asked.length() - 1 - end) == name.charAt(name.length() - 1 - end)) {
      end++;
    }
    String one = asked.substring(start, asked.length() - end);
    String other = name.substring(start, name.length() - end);
    return Math.max(one.length(), other.length()) <= 1
        || (one.length() == 2 && new StringBuilder(one).reverse().toString().equals(other));
  }

  private List<Snippet> beside(List<CorpusRecord> records, Set<String> names, @Nullable Term term) {
    List<CorpusRecord> naming = term == null ? records : generation.naming(term.id());
    return naming.stream()
        .sorted(Comparator.comparing(CorpusRecord::anchorDay).reversed())
        .flatMap(
            record ->
                record.statements().stream()
                    .filter(statement -> namesBoth(record, statement, names, term))
                    .map(statement -> new Snippet(record, statement)))
        .limit(MAX_BESIDE)
        .toList();
  }

  private boolean namesBoth(
      CorpusRecord record, Statement statement, Set<String> names, @Nullable Term term) {
    List<String> terms = generation.termsIn(statement.text());
    String text = " " + normalised(statement.text()) + " ";
    boolean isNamed =
        term == null
            ? names.stream().anyMatch(name -> isIn(name, text, statement.zh()))
            : terms.contains(term.id());
    return isNamed
        && (text.contains(SANCTION)
            || Stream.concat(terms.stream(), generation.termsIn(record.title()).stream())
                .flatMap(id -> generation.term(id).stream())
                .anyMatch(one -> one.kind().equals(LIST)));
  }

  private static boolean isIn(String name, String text, @Nullable String zh) {
    return !name.isEmpty()
        && (text.contains(" " + name + " ") || (zh != null && normalised(zh).contains(name)));
  }

  /** Of the lists that the name is on; where it is on none, of all that anybody is named on. */
  private List<CorpusRecord> lists(List<CorpusRecord> records, List<Listed> listed) {
    Stream<String> ids =
        listed.isEmpty()
            ? records.stream().flatMap(record -> record.listings().stream()).map(Listing::list)
            : listed.stream().map(one -> one.list().id());
    return ids.distinct()
        .sorted()
        .flatMap(id -> generation.term(id).stream())
        .flatMap(term -> Stream.ofNullable(term.recordId()))
        .distinct()
        .flatMap(id -> generation.find(id).stream())
        .toList();
  }

  /** Without case, punctuation and legal form: "Inspur Co., Ltd." is Inspur. */
  private static String normalised(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String words = NO_LETTER.replaceAll(plain, " ").strip();
    String without = LEGAL_FORM.replaceAll(words, "").strip();
    return without.isEmpty() ? words : without;
  }
}
