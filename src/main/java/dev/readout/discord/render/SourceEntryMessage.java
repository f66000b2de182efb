package dev.readout.discord.render;

import dev.readout.answer.SourceText;
import dev.readout.answer.TextKey;
import dev.readout.corpus.CorpusRecord.Provenance;
import dev.readout.corpus.Language;
import dev.readout.discord.render.SourceId.Action;
import dev.readout.intake.Details;
import dev.readout.intake.Details.Candidates;
import dev.readout.intake.Draft.ProblemWord;
import dev.readout.store.SourceEntry;
import dev.readout.store.SourceEntry.SourceHealth;
import dev.readout.store.SourceEntry.SourceVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.utils.TimeFormat;
import org.jspecify.annotations.Nullable;

/** All about one source, its kept versions and when an answer first quoted it, if one did. Pure. */
public record SourceEntryMessage(
    SourceEntry entry,
    Details details,
    List<SourceVersion> versions,
    Candidates candidates,
    @Nullable Instant used,
    boolean global,
    Language language) {
  private static final int MAX_STATEMENTS = 3;
  private static final int MAX_VERSIONS = 5;
  private static final int MAX_TITLE_CHARS = 300;
  private static final int MAX_NAME_CHARS = 200;
  private static final int SHOWN_HASH_CHARS = 12;

  public Reply reply() {
    List<MessageTopLevelComponent> parts = new ArrayList<>();
    List<String> lines = lines();
    lines.add(
        used == null
            ? SourcePhrase.NEVER_USED.in(language)
            : SourcePhrase.FIRST_USED.in(language, TimeFormat.DATE_SHORT.format(used)));
    parts.add(Containers.of(details.side(), String.join("\n", lines)));
    String before = String.join("\n", before());
    if (!before.isEmpty()) {
      parts.add(TextDisplay.of(before));
    }
    parts.add(
        TextDisplay.of(
            SourcePhrase.FIRST_STATEMENTS.in(language, entry.record().statements().size())));
    entry.record().statements().stream()
        .limit(MAX_STATEMENTS)
        .map(statement -> DraftMessage.words(statement, language))
        .forEach(words -> parts.add(TextDisplay.of(words)));
    List<NoticeMessage.Press> presses = presses();
    return Reply.of(
        MessageLimits.dropping(parts, 1, List.of(NoticeMessage.row(presses, language))));
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        Markdown.heading(
            SourcePhrase.NUMBER.in(language, entry.number())
                + " · "
                + SourceNames.title(details.title(), entry.address(), MAX_TITLE_CHARS)));
    lines.add(
        SourcePhrase.STATE.in(
            language,
            Stream.concat(
                    Stream.of(SourceNames.of(entry.state()).in(language)),
                    SourceText.provenance(entry.record(), language).stream())
                .collect(Collectors.joining(" · "))));
    lines.addAll(SourceNames.lines(details, entry.record().issuer(), candidates, language));
    lines.add(SourcePhrase.LINK.in(language, place()));
    lines.add(
        SourcePhrase.ADDED_BY.in(language, by(), TimeFormat.DATE_SHORT.format(entry.added())));
    lines.add(
        SourcePhrase.RETRIEVED.in(
            language, TimeFormat.DATE_TIME_SHORT.format(entry.retrieved()), entry.versions()));
    lines.add(SourcePhrase.HASH.in(language, entry.snapshot()));
    if (entry.address() != null) {
      lines.add(SourcePhrase.HEALTH.in(language, health(entry.health(), language)));
    }
    return lines;
  }

  private String place() {
    String address = entry.address();
    return address == null
        ? Markdown.escapeLine(String.valueOf(entry.fileName()), MAX_NAME_CHARS)
        : SourceNames.link(address, MAX_NAME_CHARS);
  }

  private String by() {
    return entry.feed() != null
        ? SourcePhrase.BY_FEED.in(language, entry.feed())
        : AuditMessage.who(entry.addedBy(), language);
  }

  private List<String> before() {
    return versions.stream()
        .filter(version -> version.version() != entry.versions())
        .sorted((one, other) -> Integer.compare(other.version(), one.version()))
        .limit(MAX_VERSIONS)
        .map(
            version ->
                Markdown.small(
                    SourcePhrase.VERSION_BEFORE.in(
                        language,
                        version.version(),
                        TimeFormat.DATE_TIME_SHORT.format(version.retrieved()),
                        version.snapshot().substring(0, SHOWN_HASH_CHARS))))
        .toList();
  }

  /** How looking at a page again and again has gone. */
  static String health(SourceHealth health, Language language) {
    List<String> parts = new ArrayList<>();
    parts.add(
        health.checked() == null
            ? SourcePhrase.NEVER_CHECKED.in(language)
            : SourcePhrase.CHECKED.in(language, TimeFormat.RELATIVE.format(health.checked())));
    if (health.changed() != null) {
      parts.add(SourcePhrase.CHANGED_AT.in(language, TimeFormat.RELATIVE.format(health.changed())));
    }
    String problem = health.problem();
    if (problem != null) {
      parts.add(
          problem.equals(ProblemWord.GONE)
              ? SourcePhrase.DEAD_LINK.in(language)
              : SourcePhrase.PROBLEM.in(language, SourceProblems.ofWord(problem, language)));
      if (health.failures() > 1) {
        parts.add(SourcePhrase.FAILED_TIMES.in(language, health.failures()));
      }
    }
    String movedTo = health.movedTo();
    if (movedTo != null) {
      parts.add(SourcePhrase.MOVED.in(language, SourceNames.link(movedTo, MAX_NAME_CHARS)));
    }
    return String.join(" · ", parts);
  }

  /** What its state lets somebody do with it. */
  private List<NoticeMessage.Press> presses() {
    List<NoticeMessage.Press> presses = new ArrayList<>();
    switch (entry.state()) {
      case WAITING -> {
        presses.add(press(Action.APPROVE, SourcePhrase.APPROVE));
        presses.add(press(Action.EDIT, SourcePhrase.EDIT));
        presses.add(press(Action.REFUSE, SourcePhrase.REFUSE));
      }
      case ACCEPTED -> {
        presses.add(press(Action.EDIT, SourcePhrase.EDIT));
        if (entry.address() != null) {
          presses.add(press(Action.REFRESH, SourcePhrase.REFRESH));
        }
        if (entry.record().provenance() == Provenance.UNCONFIRMED) {
          presses.add(press(Action.CONFIRM, SourcePhrase.CONFIRM));
        }
        presses.add(press(Action.ASK_REMOVE, SourcePhrase.REMOVE));
        if (!entry.record().relates().isEmpty()) {
          presses.add(press(Action.ASK_STANDING, InboxPhrase.ASSESS));
        }
      }
      case REMOVED, REFUSED -> presses.add(press(Action.RESTORE, SourcePhrase.RESTORE));
    }
    return presses;
  }

  private NoticeMessage.Press press(Action action, TextKey label) {
    return NoticeMessage.Press.of(new SourceId.Of(action, entry.number(), global), label);
  }
}
