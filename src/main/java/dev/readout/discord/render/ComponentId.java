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
      Form.RECEIPT.check(receipt);
    }
  }

  /**
   * The next statements of an answer: page 2 or later, which begins after so many. How many fit on
   * a page depends on what else stands there, and a receipt does not keep all of that.
   */
  record More(String receipt, int page, int from) implements ComponentId {
    public More {
      Form.RECEIPT.check(receipt);
      Form.checkRange("page", page, 2);
      Form.checkRange("from", from, 1);
    }
  }

  /** All sources of the records that an answer quotes. */
  record Sources(String receipt) implements ComponentId {
    public Sources {
      Form.RECEIPT.check(receipt);
    }
  }

  /** An answer as text, Markdown and BibTeX, to be pasted elsewhere. */
  record Cite(String receipt) implements ComponentId {
    public Cite {
      Form.RECEIPT.check(receipt);
    }
  }

  /** What of a measure, a meeting or a term is shown. */
  enum Part {
    /** A meeting, a measure on a day, a term; which, the chosen option says. */
    MEETING,
    TERM,
    MEASURE,
    HISTORY,
    RECORD,
    /** A topic of a meeting in both versions; which, the chosen option says. */
    TOPIC,
    /** A meeting's topics and statements as a file. */
    TABLE,
    ACCOUNTS,
    ENTRY,
    USES,
    /** Another name on a list; which, the chosen option says. */
    LISTED
  }

  /** More of a record or a term that was looked up. */
  record View(Part part, String id) implements ComponentId {
    public View {
      Form.RECORD.check(id);
    }
  }

  /** A related question to ask; which, the chosen option says. */
  record Related(String generation) implements ComponentId {
    public Related {
      Form.GENERATION.check(generation);
    }
  }

  /** What a member thinks of an answer. */
  record Vote(String receipt, Verdict verdict) implements ComponentId {
    public Vote {
      Form.RECEIPT.check(receipt);
    }
  }

  /** Asks what is wrong with an answer. */
  record Dislike(String receipt) implements ComponentId {
    public Dislike {
      Form.RECEIPT.check(receipt);
    }
  }

  /** Asks the moderators for sources; on what, the terms say, which tell nothing of who asks. */
  record Wish(List<String> terms) implements ComponentId {
    private static final int MAX_CHARS = Button.ID_MAX_LENGTH - "r1:wish:".length();

    public Wish {
      terms = List.copyOf(terms);
      terms.forEach(Form.TERM::check);
    }

    /** Of the terms those that have room. */
    public static Wish of(List<String> terms) {
      List<String> kept = new ArrayList<>();
      for (String term : terms) {
        int length = String.join(",", kept).length() + 1 + term.length();
        if (Form.TERM.fits(term) && length <= MAX_CHARS) {
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

  /** What the parts look like; so short that every id fits in Discord's 100 characters. */
  enum Form {
    RECEIPT("[0-9A-Z]{4,16}"),
    RECORD("[a-z0-9-]{1,69}"),
    TERM("[^:,\\p{Cntrl}]{1,60}"),
    GENERATION("[0-9]{1,10}(?:[+][0-9]{1,10})?"),
    PLAN("[0-9a-f]{8}"),
    DRAFT("[0-9a-f]{16}");

    private static final int MAX = 1_000;
    private final Pattern pattern;

    Form(String pattern) {
      this.pattern = Pattern.compile(pattern);
    }

    boolean fits(String value) {
      return pattern.matcher(value).matches();
    }

    void check(String value) {
      if (!fits(value)) {
        throw new IllegalArgumentException("no part of an id: " + value);
      }
    }

    static void checkRange(String name, int value, int least) {
      checkRange(name, value, least, MAX);
    }

    static void checkRange(String name, long value, long least, long most) {
      if (value < least || value > most) {
        throw new IllegalArgumentException(name + ": " + value);
      }
    }
  }
}
