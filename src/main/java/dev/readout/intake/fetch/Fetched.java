package dev.readout.intake.fetch;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a fetch. */
public sealed interface Fetched {
  /** A document, closed by who asked; {@code movedTo} is where permanent redirects led. */
  record Document(
      URI finalAddress,
      @Nullable URI movedTo,
      Original original,
      @Nullable String etag,
      @Nullable String lastModified)
      implements Fetched {}

  /** What is already here is still the current version; the parts as in a document. */
  record Unchanged(
      URI finalAddress, @Nullable URI movedTo, @Nullable String etag, @Nullable String lastModified)
      implements Fetched {}

  /** Nothing was fetched; the detail, for a log and in English, may quote the server. */
  record Refused(Reason reason, String detail, @Nullable Duration retryAfter) implements Fetched {
    static final int MAX_DETAIL_CHARS = 200;

    /** A server that asks for more is asked again after this all the same. */
    static final Duration LONGEST_RETRY = Duration.ofDays(7);

    public Refused {
      detail =
          detail.codePoints().anyMatch(Character::isISOControl)
              ? detail.replaceAll("\\p{Cntrl}", " ")
              : detail;
      if (detail.length() > MAX_DETAIL_CHARS) {
        detail = detail.substring(0, MAX_DETAIL_CHARS);
      }
      if (retryAfter != null && retryAfter.compareTo(LONGEST_RETRY) > 0) {
        retryAfter = LONGEST_RETRY;
      }
    }

    static Refused because(Reason reason, String detail) {
      return new Refused(reason, detail, null);
    }
  }

  /** Why nothing was fetched. */
  enum Reason {
    /** No http(s) or host, a user name, an odd port or IPv4 spelling, too long; or leads there. */
    BAD_ADDRESS,
    /** The host has an address that is not on the public Internet; also in a redirect. */
    FORBIDDEN_ADDRESS,
    /** The host's name has no address. */
    UNKNOWN_HOST,
    /** No connection, or it broke, or what came was not HTTP. */
    UNREACHABLE,
    /** No secure connection: a bad certificate, no common version, or a redirect to plain http. */
    TLS,
    /** The time was over, or the bot was stopping. */
    TIMED_OUT,
    /** More than five. */
    TOO_MANY_REDIRECTS,
    /** More bytes than {@link Original#MAX_BYTES} after decompression. */
    TOO_LARGE,
    /** The site's robots.txt asks robots like this one not to. */
    ROBOTS,
    /** 404 or 410. */
    GONE,
    /** 401, 403 or another answer that blames the request. */
    DENIED,
    /** 429. */
    RATE_LIMITED,
    /** 500 and above, or an answer that makes no sense. */
    SERVER_ERROR,
    /** Not a form of document that can be read. */
    UNSUPPORTED_TYPE,
    /** Nothing in it. */
    EMPTY,
    /** Too many documents are being brought in, or the disk is full: another time. */
    NO_ROOM
  }
}
