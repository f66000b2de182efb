package dev.readout.cli;

import dev.readout.cli.Page.Ink;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Topic;
import dev.readout.intake.Details;
import dev.readout.intake.Draft;
import dev.readout.intake.Inbox;
import dev.readout.intake.extract.Extraction;
import dev.readout.store.SourceEntry;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Drafts and sources as pages. Pure functions. */
final class SourcePages {
  private static final int SHOWN_STATEMENTS = 3;
  private static final int SHOWN_CHARS = 300;
  private static final String DASH = "–";

  private SourcePages() {}

  /** A draft under the details that it would be stored with. */
  static String of(Draft draft, Details details, Terminal.Layout layout) {
    Extraction.Extracted text = draft.text();
    Page page = new Page(layout);
    page.line(Ink.BOLD, details.title());
    field(page, draft.address() == null ? "file" : "address", draft.name());
    field(page, "words of", draft.issuer());
    details(page, details);
    if (details.published() == null) {
      page.line(
          Ink.YELLOW, "  missing    ", "the day it was published: add --published YEAR-MONTH-DAY");
    }
    offers(page, draft, details);
    field(
        page,
        "text",
        "%d statements, %d characters%s"
            .formatted(
                text.statements().size(),
                text.body().length(),
                text.language() == null ? "" : ", " + text.language()));
    statements(
        page,
        text.statements().stream()
            .limit(SHOWN_STATEMENTS)
            .map(slice -> text.body().substring(slice.start(), slice.end()))
            .toList(),
        text.statements().size());
    return page.toString();
  }

  private static void details(Page page, Details details) {
    field(page, "filed as", details.kind().wireName() + " of side " + details.side().wireName());
    field(page, "published", Objects.toString(details.published(), DASH));
    field(page, "meeting", Objects.requireNonNullElse(details.meeting(), DASH));
    field(page, "topics", details.topics().isEmpty() ? DASH : String.join(", ", details.topics()));
  }

  private static void offers(Page page, Draft draft, Details details) {
    String meetings =
        draft.meetings().stream()
            .map(CorpusRecord::id)
            .filter(id -> !id.equals(details.meeting()))
            .collect(Collectors.joining(", "));
    String topics =
        draft.topics().stream()
            .map(Topic::id)
            .filter(id -> !details.topics().contains(id))
            .collect(Collectors.joining(", "));
    if (!meetings.isEmpty()) {
      page.line(Ink.FAINT, "  --meeting  ", "perhaps " + meetings);
    }
    if (!topics.isEmpty()) {
      page.line(Ink.FAINT, "  --topic    ", "perhaps " + topics);
    }
  }

  private static void field(Page page, String name, String value) {
    page.line(Ink.PLAIN, "  %-11s".formatted(name), value);
  }

  private static void statements(Page page, List<String> first, int all) {
    page.gap()
        .line(
            Ink.BOLD,
            all > first.size() ? "The first of %d statements".formatted(all) : "Statements");
    for (String statement : first) {
      page.line(
          Ink.PLAIN,
          "• ",
          statement.length() > SHOWN_CHARS
              ? statement.substring(0, SHOWN_CHARS) + " …"
              : statement);
    }
  }

  /** One source with all that is known of it. */
  static String of(SourceEntry entry, Details details, Terminal.Layout layout) {
    CorpusRecord record = entry.record();
    Page page = new Page(layout);
    page.line(
        Ink.BOLD, "%d  %s  ".formatted(entry.number(), entry.state().wireName()), record.title());
    if (entry.address() != null) {
      field(page, "address", entry.address());
    }
    if (entry.fileName() != null) {
      field(page, "file", entry.fileName());
    }
    field(page, "words of", record.issuer());
    field(page, "provenance", record.provenance().wireName());
    details(page, details);
    if (!record.relates().isEmpty()) {
      field(page, "names", String.join(", ", record.relates()));
    }
    field(page, "record", record.id());
    field(
        page,
        "added",
        "%s by %s; %d version%s"
            .formatted(
                entry.added().truncatedTo(ChronoUnit.SECONDS),
                entry.addedBy(),
                entry.versions(),
                entry.versions() == 1 ? "" : "s"));
    health(page, entry.health());
    statements(
        page,
        record.statements().stream().limit(SHOWN_STATEMENTS).map(Statement::text).toList(),
        record.statements().size());
    return page.toString();
  }

  private static void health(Page page, SourceEntry.SourceHealth health) {
    if (health.checked() != null) {
      field(page, "looked at", health.checked().truncatedTo(ChronoUnit.SECONDS).toString());
    }
    if (health.movedTo() != null) {
      field(page, "moved to", health.movedTo());
    }
    String problem = problem(health);
    if (problem != null) {
      page.line(Ink.YELLOW, "  problem    ", problem);
    }
  }

  /** Three lines at most of a list. */
  static void line(Page page, SourceEntry entry) {
    CorpusRecord record = entry.record();
    page.line(
        Ink.PLAIN,
        "%5d  %-8s  ".formatted(entry.number(), entry.state().wireName()),
        record.title());
    String name = Objects.requireNonNullElse(entry.address(), String.valueOf(entry.fileName()));
    page.line(
        Ink.FAINT,
        " ".repeat(17),
        "%s of side %s · %s · %s"
            .formatted(
                record.kind().wireName(),
                record.side().wireName(),
                record.published() == null ? "no day" : record.published(),
                name));
    String problem = problem(entry.health());
    if (problem != null) {
      page.line(Ink.YELLOW, " ".repeat(17), problem);
    }
  }

  /** The same of what waits, with what makes it weigh. */
  static void line(Page page, Inbox.Item item) {
    line(page, item.entry());
    List<String> marks = new ArrayList<>();
    item.measures().forEach(measure -> marks.add("names " + measure.id()));
    if (item.hasEnd()) {
      marks.add("tells of an end");
    }
    if (item.entry().record().meeting() != null) {
      marks.add("meeting " + item.entry().record().meeting());
    }
    if (item.entry().feed() != null) {
      marks.add("feed " + item.entry().feed());
    }
    if (item.isHeld()) {
      marks.add("the records have this page already");
    }
    if (!marks.isEmpty()) {
      page.line(Ink.PLAIN, " ".repeat(17), String.join(" · ", marks));
    }
  }

  private static @Nullable String problem(SourceEntry.SourceHealth health) {
    return health.problem() == null
        ? null
        : "the last %d looks at its address failed: %s"
            .formatted(health.failures(), health.problem());
  }
}
