package dev.readout.discord.moderation;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import dev.readout.discord.command.Command.Opening;
import dev.readout.discord.render.InboxMessage;
import dev.readout.discord.render.InboxPhrase;
import dev.readout.discord.render.NoticeMessage;
import dev.readout.discord.render.NoticeMessage.Press;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.SourceId;
import dev.readout.discord.render.SourcePhrase;
import dev.readout.discord.render.SourceProblems;
import dev.readout.intake.Inbox;
import dev.readout.store.SourceEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;

/** Shows what waits, and decides about several at once. Thread-safe. */
record InboxCare(Inbox inbox, Outcomes outcomes) {
  private static final String WHICH = "which";
  private static final String DECISION = "decision";
  private static final String APPROVE = "approve";
  private static final String REINDEX = "reindex";
  private static final String REFUSE = "refuse";
  private static final int MAX_WHICH_CHARS = 200;
  private static final int MAX_TOLD = 5;

  /** A page of what waits, after so many; the first if there are no longer so many. */
  Reply list(int from, ScopedRequest request) {
    List<Inbox.Item> items = inbox.waiting(request.scope());
    String notAssessed = notAssessed(request);
    if (items.isEmpty() && notAssessed.isEmpty()) {
      return request.text(SourcePhrase.NOTHING_WAITS);
    }
    return new InboxMessage(
            items,
            inbox.count(request.scope()),
            from < items.size() ? from : 0,
            notAssessed,
            request.global(),
            request.language())
        .reply();
  }

  private String notAssessed(ScopedRequest request) {
    List<CorpusRecord> documents = inbox.notAssessed(request.scope());
    String titles =
        documents.stream()
            .limit(MAX_TOLD)
            .map(document -> SourceProblems.named(document.title()))
            .collect(Collectors.joining(", "));
    return documents.isEmpty()
        ? ""
        : InboxPhrase.LATER_NOT_ASSESSED.in(
            request.language(), titles, outcomes.link("source assess"));
  }

  static Opening deciding(boolean global, Language language) {
    TextInput which =
        TextInput.create(WHICH, TextInputStyle.SHORT).setMaxLength(MAX_WHICH_CHARS).build();
    StringSelectMenu decision =
        StringSelectMenu.create(DECISION)
            .addOption(SourcePhrase.APPROVE.in(language), APPROVE)
            .addOption(InboxPhrase.APPROVE_AND_REINDEX.in(language), REINDEX)
            .addOption(SourcePhrase.REFUSE.in(language), REFUSE)
            .build();
    return new Opening.Form(
        Modal.create(new SourceId.Decide(true, global).encode(), InboxPhrase.DECIDE.in(language))
            .addComponents(
                Label.of(
                    InboxPhrase.FIELD_WHICH.in(language),
                    InboxPhrase.FIELD_WHICH_HINT.in(language),
                    which),
                Label.of(InboxPhrase.FIELD_DECISION.in(language), decision))
            .build());
  }

  Reply decided(ScopedRequest request, ReindexCommand reindex) {
    String decision = request.request().chosen(DECISION).stream().findFirst().orElse("");
    boolean accepts = !decision.equals(REFUSE);
    Reply done = decide(request.request().option(WHICH).orElse(""), accepts, request);
    return decision.equals(REINDEX) ? reindex.now(request).followedBy(done) : done;
  }

  /** Accepts or refuses several that wait, named as in "1 4-9". */
  Reply decide(String typed, boolean accepts, ScopedRequest request) {
    Language language = request.language();
    Optional<Predicate<SourceEntry>> meant = Inbox.chosen(typed);
    if (meant.isEmpty()) {
      return request.text(InboxPhrase.NOT_CHOSEN, SourceProblems.named(typed));
    }
    request.show(InboxPhrase.DECIDING);
    Inbox.Decided decided = inbox.decide(request.scope(), meant.get(), accepts, request.actor());
    List<String> lines = new ArrayList<>();
    int count = decided.done().size();
    if (count > 0) {
      lines.add(
          accepts
              ? InboxPhrase.ACCEPTED_MANY.in(language, count, outcomes.reindex())
              : InboxPhrase.REFUSED_MANY.in(language, count));
    }
    decided.incomplete().stream()
        .limit(MAX_TOLD)
        .forEach(
            one ->
                lines.add(
                    InboxPhrase.WAITS_ON.in(
                        language,
                        one.entry().number(),
                        SourceProblems.of(one.problem(), language))));
    if (decided.full()) {
      lines.add(InboxPhrase.NO_ROOM.in(language));
    }
    if (lines.isEmpty()) {
      lines.add(InboxPhrase.NONE_OF_THEM.in(language));
    }
    List<Press> presses =
        accepts && count > 0 ? List.of(Outcomes.reindexPress(request)) : List.<Press>of();
    Reply said = NoticeMessage.of(String.join("\n", lines), presses, language);
    return accepts ? said.followedBy(outcomes.questions(decided.done(), request)) : said;
  }
}
