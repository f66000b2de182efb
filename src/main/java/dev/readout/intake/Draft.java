package dev.readout.intake;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Side;
import dev.readout.corpus.Topic;
import dev.readout.intake.Draft.Drafting;
import dev.readout.intake.extract.Extraction;
import dev.readout.intake.extract.FeedReading.Gazetted;
import dev.readout.intake.fetch.Fetched;
import dev.readout.intake.fetch.Original;
import dev.readout.store.SourceEntry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document brought in and not stored yet, with what is proposed; its last holder closes it. */
public record Draft(
    @Nullable String address,
    @Nullable String fileName,
    @Nullable String etag,
    @Nullable String lastModified,
    Original original,
    Instant retrieved,
    Extraction.Extracted text,
    String issuer,
    Details proposed,
    Set<Side> sides,
    List<CorpusRecord> meetings,
    List<Topic> topics,
    @Nullable Gazetted gazetted) {
  public Draft {
    sides = Set.copyOf(sides);
    meetings = List.copyOf(meetings);
    topics = List.copyOf(topics);
  }

  /** What a reader would call it: its address or its file's name. */
  public String name() {
    return address != null ? address : String.valueOf(fileName);
  }

  /** What came of bringing in a document. */
  public sealed interface Drafting {
    /** It is here, and waits for somebody to decide about it. */
    record Drafted(Draft draft) implements Drafting {}

    /** It could not be had. */
    record NotFetched(Fetched.Refused refusal) implements Drafting {}

    /** It was had, but nothing can be quoted from it. */
    record NotRead(Extraction.Reason reason) implements Drafting {}

    /** No document can be read just now, by no fault of this one's: worth another try later. */
    record Busy() implements Drafting {}

    /** It is in the catalogue already. */
    record AlreadyThere(SourceEntry entry) implements Drafting {}
  }

  /** What the catalogue remembers of a problem: one word, said later in a reader's language. */
  public static final class ProblemWord {
    /** The page is not there any more. */
    public static final String GONE = "gone";

    /** The address leads to somebody else's site now. */
    public static final String OTHER_PUBLISHER = "other-publisher";

    /** What is at the address now is another document. */
    public static final String REPLACED = "replaced";

    private ProblemWord() {}

    static String of(Drafting why) {
      return switch (why) {
        case Drafting.NotFetched(var refusal) -> word(refusal.reason());
        case Drafting.NotRead(var reason) -> word(reason);
        case Drafting.Drafted _, Drafting.AlreadyThere _, Drafting.Busy _ ->
            throw new IllegalArgumentException("no problem: " + why);
      };
    }

    /** The word for a reason. */
    public static String word(Enum<?> reason) {
      return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
