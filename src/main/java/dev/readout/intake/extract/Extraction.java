package dev.readout.intake.extract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What came of extracting a document's text. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
  @JsonSubTypes.Type(Extraction.Extracted.class),
  @JsonSubTypes.Type(Extraction.Failed.class)
})
public sealed interface Extraction {
  /**
   * The text and what the document says of itself; null for what it does not, or another language
   * than {@code en} and {@code zh}. In the body a block is a line, blank lines between, in reading
   * order; statements are slices of it in order, without overlaps.
   */
  record Extracted(
      @Nullable String title,
      @Nullable LocalDate published,
      @Nullable String language,
      @Nullable String publisher,
      String body,
      List<Slice> statements)
      implements Extraction {
    public Extracted {
      Objects.requireNonNull(body);
      statements = List.copyOf(statements);
      for (Slice slice : statements) {
        if (slice.end() > body.length()) {
          throw new IllegalArgumentException("no slice of the body: " + slice);
        }
      }
    }
  }

  /** Nothing to quote could be got out of it, for this reason. */
  record Failed(Reason reason) implements Extraction {}

  /**
   * A part of the body in UTF-16 units, from 0, the end one past the last, with {@code :~:text=…}
   * checked to select exactly this place, or {@code page=3}, or null.
   */
  record Slice(int start, int end, @Nullable String fragment) {
    public Slice {
      if (start < 0 || end <= start) {
        throw new IllegalArgumentException("no slice: " + start + " to " + end);
      }
    }
  }

  /** Why there is no text. */
  enum Reason {
    /** Not in the form that it seems to be in, or damaged. */
    MALFORMED,
    /** A password is needed. */
    ENCRYPTED,
    /** There is none: pictures of pages, or a page that is drawn by scripts. */
    NO_TEXT,
    /** A page that asks who reads, not the document: see {@link HtmlExtractor.Challenge}. */
    CHALLENGE,
    /** More pages, nesting or text than the limits allow. */
    TOO_LARGE,
    /** It took longer than the limit allows. */
    TOO_SLOW,
    /** Not a document: a feed or data. */
    NO_DOCUMENT
  }
}
