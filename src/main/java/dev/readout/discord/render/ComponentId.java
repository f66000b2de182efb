package dev.readout.discord.render;

import dev.readout.store.FeedbackTable.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.components.buttons.Button;

/**
 * The id of a button, a select menu or a form: a version, what it does, and all it needs for that.
 * Immutable.
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

  /** Everything that an answer has: the first page of it. */
  record All(String receipt) implements ComponentId {
    public All {
      requireReceipt(receipt);
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
  }

  /** All sources of the records that an answer quotes. */
  record Sources(String receipt) implements ComponentId {
    public Sources {
      requireReceipt(receipt);
    }
  }

  /** An answer as text, Markdown and BibTeX, to be pasted elsewhere. */
  record Cite(String receipt) implements ComponentId {
    public Cite {
      requireReceipt(receipt);
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
    USES,
    /** Another name on a list; which, the chosen option says. */
    LISTED
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
  }

  /** A related question to ask; which, the chosen option says. */
  record Related(String generation) implements ComponentId {
    public Related {
      requireGeneration(generation);
    }
  }

  /** What a member thinks of an answer. */
  record Vote(String receipt, Verdict verdict) implements ComponentId {
    public Vote {
      requireReceipt(receipt);
    }
  }

  /** Asks what is wrong with an answer. */
  record Dislike(String receipt) implements ComponentId {
    public Dislike {
      requireReceipt(receipt);
    }
  }

  /** Asks the moderators for sources; on what, the terms say, which tell nothing of who asks. */
  record Wish(List<String> terms) implements ComponentId {
    private static final int MAX_CHARS = Button.ID_MAX_LENGTH - "r1:wish:".length();

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
  }

  /** Shows a private reply to everybody in the channel. */
  record Show() implements ComponentId {}

  /** Takes a reply away; for who asked, and for moderators. */
  record Remove(long asker) implements ComponentId {}

  /** The form that Discord stores, of at most 100 characters. */
  default String encode() {
    return IdCodec.encode(this);
  }

  /** Whom it is for, whoever sees it. */
  default Access access() {
    return Access.MEMBER;
  }

  /** What the id says; empty for one of another version or of no form known here. */
  static Optional<ComponentId> parse(String id) {
    return IdCodec.parse(id);
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
    private static final Pattern GENERATION = Pattern.compile("[0-9]{1,10}(?:[+][0-9]{1,10})?");

    private Form() {}
  }
}
