package dev.readout.discord.component;

import dev.readout.discord.access.Access;
import dev.readout.store.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.components.buttons.Button;

/**
 * The id of a button, a select menu or a form: a version, what it does, and all it needs for that.
 * Immutable. Written as {@code r1:more:7K3Q9ZTA:2:7}; at most 100 characters, Discord's limit.
 */
public sealed interface ComponentId
    permits ComponentId.All,
        ComponentId.More,
        ComponentId.Sources,
        ComponentId.Cite,
        ComponentId.Related,
        ComponentId.View,
        ComponentId.Vote,
        ComponentId.Dislike,
        ComponentId.Wish,
        ComponentId.Show,
        ComponentId.Remove,
        ModeratorId {

  /** Raised when the form changes; ids of other versions are told apart, never misread. */
  String VERSION = "r1";

  /** Everything that an answer has: the first page of it. */
  record All(String receipt) implements ComponentId {
    public All {
      requireReceipt(receipt);
    }

    @Override
    public String encode() {
      return join("all", receipt);
    }
  }

  /**
   * The next statements of an answer. How many fit on a page depends on what else stands there, and
   * a receipt does not keep all of that, so where the page begins is said.
   *
   * @param page from 2
   * @param from how many statements the pages before have shown, from 1
   */
  record More(String receipt, int page, int from) implements ComponentId {
    public More {
      requireReceipt(receipt);
      requirePage(page);
      if (from < 1 || from > 1_000) {
        throw new IllegalArgumentException("from: " + from);
      }
    }

    @Override
    public String encode() {
      return join("more", receipt, Integer.toString(page), Integer.toString(from));
    }
  }

  /** All sources of the records that an answer quotes. */
  record Sources(String receipt) implements ComponentId {
    public Sources {
      requireReceipt(receipt);
    }

    @Override
    public String encode() {
      return join("sources", receipt);
    }
  }

  /** An answer as text, Markdown and BibTeX, to be pasted elsewhere. */
  record Cite(String receipt) implements ComponentId {
    public Cite {
      requireReceipt(receipt);
    }

    @Override
    public String encode() {
      return join("cite", receipt);
    }
  }

  /** What of a measure, a meeting or a term is shown. */
  enum Part {
    /** A meeting, a measure on a day, a term; which, the chosen option says. */
    MEETING,
    TERM,
    MEASURE,
    HISTORY,
    /** All sources of a record. */
    RECORD,
    /** A topic of a meeting in both versions; which, the chosen option says. */
    TOPIC,
    /** A meeting's topics and statements as a file. */
    TABLE,
    ACCOUNTS,
    /** All of a term's entry. */
    ENTRY,
    /** The records that name a term. */
    USES
  }

  /**
   * More of what was looked up.
   *
   * @param id of a record or a term
   */
  record View(Part part, String id) implements ComponentId {
    public View {
      require(Form.RECORD, id);
    }

    @Override
    public String encode() {
      return join("view", part.name().toLowerCase(Locale.ROOT), id);
    }
  }

  /** A related question to ask; which, the chosen option says. */
  record Related(String generation) implements ComponentId {
    public Related {
      requireGeneration(generation);
    }

    @Override
    public String encode() {
      return join("related", generation);
    }
  }

  /** What a member thinks of an answer. */
  record Vote(String receipt, Verdict verdict) implements ComponentId {
    public Vote {
      requireReceipt(receipt);
    }

    @Override
    public String encode() {
      return join("vote", receipt, verdict.name().toLowerCase(Locale.ROOT));
    }
  }

  /** Asks what is wrong with an answer. */
  record Dislike(String receipt) implements ComponentId {
    public Dislike {
      requireReceipt(receipt);
    }

    @Override
    public String encode() {
      return join("dislike", receipt);
    }
  }

  /** Asks the moderators for sources; on what, the terms say, which tell nothing of who asks. */
  record Wish(List<String> terms) implements ComponentId {
    private static final int MAX_CHARS = Button.ID_MAX_LENGTH - join("wish", "").length();

    public Wish {
      terms = List.copyOf(terms);
      terms.forEach(term -> require(Form.TERM, term));
    }

    /** Of the terms those that have room. */
    public static Wish of(List<String> terms) {
      List<String> kept = new ArrayList<>();
      for (String term : terms) {
        int length = String.join(",", kept).length() + 1 + term.length();
        if (Form.TERM.matcher(term).matches() && length <= MAX_CHARS) {
          kept.add(term);
        }
      }
      return new Wish(kept);
    }

    @Override
    public String encode() {
      return join("wish", String.join(",", terms));
    }
  }

  /** Shows a private reply to everybody in the channel. */
  record Show() implements ComponentId {
    @Override
    public String encode() {
      return join("show");
    }
  }

  /** Takes a reply away; for who asked, and for moderators. */
  record Remove(long asker) implements ComponentId {
    @Override
    public String encode() {
      return join("remove", Long.toUnsignedString(asker));
    }
  }

  /** The form that Discord stores. */
  String encode();

  /** Whom it is for, whoever sees it. */
  default Access access() {
    return Access.MEMBER;
  }

  /** What the id says; empty for one of another version or of no form known here. */
  static Optional<ComponentId> parse(String id) {
    if (id.length() > Button.ID_MAX_LENGTH) {
      return Optional.empty();
    }
    List<String> parts = List.of(id.split(":", -1));
    if (!parts.getFirst().equals(VERSION) || parts.size() < 2) {
      return Optional.empty();
    }
    try {
      return parse(parts.get(1), parts.subList(2, parts.size()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<ComponentId> parse(String action, List<String> rest) {
    return switch (action + "/" + rest.size()) {
      case "more/3" -> Optional.of(new More(rest.get(0), number(rest.get(1)), number(rest.get(2))));
      case "all/1" -> Optional.of(new All(rest.getFirst()));
      case "cite/1" -> Optional.of(new Cite(rest.getFirst()));
      case "view/2" ->
          Optional.of(new View(Part.valueOf(rest.get(0).toUpperCase(Locale.ROOT)), rest.get(1)));
      case "dislike/1" -> Optional.of(new Dislike(rest.getFirst()));
      case "wish/1" -> Optional.of(new Wish(List.of(rest.getFirst().split(",", -1))));
      case "sources/1" -> Optional.of(new Sources(rest.getFirst()));
      case "related/1" -> Optional.of(new Related(rest.getFirst()));
      case "vote/2" ->
          Optional.of(new Vote(rest.get(0), Verdict.valueOf(rest.get(1).toUpperCase(Locale.ROOT))));
      case "show/0" -> Optional.of(new Show());
      case "remove/1" -> Optional.of(new Remove(Long.parseUnsignedLong(rest.getFirst())));
      default -> ModeratorId.parse(action, rest);
    };
  }

  /** The version, and the parts. */
  static String join(String... parts) {
    return VERSION + ":" + String.join(":", parts);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static void requirePage(int page) {
    if (page < 2 || page > 1_000) {
      throw new IllegalArgumentException("page: " + page);
    }
  }

  private static void requireReceipt(String receipt) {
    require(Form.RECEIPT, receipt);
  }

  private static void requireGeneration(String generation) {
    require(Form.GENERATION, generation);
  }

  private static void require(Pattern form, String value) {
    if (!form.matcher(value).matches()) {
      throw new IllegalArgumentException("no part of an id: " + value);
    }
  }

  /** What the parts look like; so short that every id fits in Discord's 100 characters. */
  final class Form {
    private static final Pattern RECEIPT = Pattern.compile("[0-9A-Z]{4,16}");
    private static final Pattern RECORD = Pattern.compile("[a-z0-9-]{1,69}");
    private static final Pattern TERM = Pattern.compile("[^:,\\p{Cntrl}]{1,60}");
    private static final Pattern GENERATION = Pattern.compile("[0-9]{1,10}");

    private Form() {}
  }
}
