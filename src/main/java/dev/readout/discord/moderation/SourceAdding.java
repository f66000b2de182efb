package dev.readout.discord.moderation;

import dev.readout.corpus.Language;
import dev.readout.discord.command.Request;
import dev.readout.discord.command.Request.Upload;
import dev.readout.discord.moderation.HeldDrafts.Held;
import dev.readout.discord.moderation.HeldDrafts.Held.About;
import dev.readout.discord.render.DraftMessage;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.SourceId;
import dev.readout.discord.render.SourcePhrase;
import dev.readout.discord.render.SourceProblems;
import dev.readout.intake.Details;
import dev.readout.intake.Draft;
import dev.readout.intake.Draft.Drafting;
import dev.readout.intake.Intake;
import dev.readout.intake.fetch.Format;
import dev.readout.intake.fetch.Original;
import dev.readout.intake.fetch.SourceAddress;
import dev.readout.intake.fetch.Spool;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.dv8tion.jda.api.components.attachmentupload.AttachmentUpload;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From an address or a file to a draft that somebody looks at. Thread-safe. */
record SourceAdding(Intake intake, Spool spool, HeldDrafts held, Outcomes outcomes) {
  static final String URL = "url";
  static final String FILE = "file";
  static final int MAX_URL_CHARS = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(SourceAdding.class);
  private static final int MAX_MIB = Original.MAX_BYTES >> 20;

  /** The form for an address or a file. */
  static Modal form(Whose whose, Language language) {
    return Modal.create(
            new SourceId.New(whose.global()).encode(), SourcePhrase.FORM_NEW.in(language))
        .addComponents(
            Label.of(
                SourcePhrase.FIELD_URL.in(language),
                TextInput.create(URL, TextInputStyle.SHORT)
                    .setRequired(false)
                    .setMaxLength(MAX_URL_CHARS)
                    .setPlaceholder("https://")
                    .build()),
            Label.of(
                SourcePhrase.FIELD_FILE.in(language),
                SourcePhrase.FIELD_FILE_HINT.in(language, MAX_MIB),
                AttachmentUpload.create(FILE).setRequired(false).setMaxValues(1).build()))
        .build();
  }

  /** Brings in what the command or the form names, and shows what is proposed for it. */
  Reply add(Request request, Whose whose, Consumer<Reply> progress) {
    Optional<String> address = request.option(URL);
    List<Upload> files = request.files(FILE);
    Language language = request.language();
    if (address.isPresent() && !files.isEmpty()) {
      return Reply.text(SourcePhrase.URL_OR_FILE.in(language));
    }
    if (address.isPresent()) {
      return page(request, whose, address.get(), progress);
    }
    return files.isEmpty()
        ? Reply.text(SourcePhrase.NOTHING_GIVEN.in(language))
        : file(request, whose, files.getFirst(), progress);
  }

  private Reply page(Request request, Whose whose, String typed, Consumer<Reply> progress) {
    Language language = request.language();
    Optional<URI> address = SourceAddress.parse(typed);
    if (address.isEmpty()) {
      return Reply.text(SourcePhrase.BAD_URL.in(language, SourceProblems.named(typed)));
    }
    progress.accept(Reply.text(SourcePhrase.FETCHING.in(language)));
    return drafted(request, whose, () -> intake.draft(whose.scope(), address.get()));
  }

  private Reply file(Request request, Whose whose, Upload file, Consumer<Reply> progress) {
    Language language = request.language();
    if (file.bytes() > Original.MAX_BYTES) {
      return Reply.text(SourcePhrase.FILE_TOO_LARGE.in(language, MAX_MIB));
    }
    progress.accept(Reply.text(SourcePhrase.READING.in(language)));
    Spool.File content;
    try {
      content = spool.create();
      file.copy(content, Original.MAX_BYTES);
    } catch (Spool.NoRoomException e) {
      LOG.warn("an attached file cannot be kept", e);
      return Reply.text(SourcePhrase.F_NO_ROOM.in(language));
    } catch (IOException e) {
      LOG.info("an attached file could not be had: {}", e.getMessage());
      return Reply.text(SourcePhrase.FILE_UNREAD.in(language));
    }
    if (content.size() == 0) {
      return Reply.text(SourcePhrase.FILE_EMPTY.in(language));
    }
    Optional<Format> format = Format.detect(content, file.contentType(), file.name());
    if (format.isEmpty()) {
      content.close();
      return Reply.text(SourcePhrase.FILE_TYPE.in(language));
    }
    Original original =
        Original.of(content, format.get(), Format.declaredCharset(file.contentType()).orElse(null));
    return drafted(request, whose, () -> intake.draft(whose.scope(), original, file.name()));
  }

  private Reply drafted(Request request, Whose whose, Supplier<Drafting> drafting) {
    Language language = request.language();
    return switch (drafting.get()) {
      case Drafting.Drafted(var draft) -> preview(request, whose, draft);
      case Drafting.AlreadyThere(var entry) -> outcomes.there(whose, entry, language);
      case Drafting.NotFetched refused -> refused(refused, language);
      case Drafting.NotRead unread -> refused(unread, language);
      case Drafting.Busy busy -> refused(busy, language);
    };
  }

  private Reply refused(Drafting why, Language language) {
    return Reply.text(SourceProblems.of(why, outcomes.link("source feed add"), language));
  }

  private Reply preview(Request request, Whose whose, Draft draft) {
    Details proposed = draft.proposed();
    String id =
        held.hold(
            new Held(
                request.member(), whose, new About.NewDraft(draft), TypedDetails.of(proposed)));
    return DraftMessage.of(
        draft,
        id,
        whose.global(),
        intake.candidates(whose.scope(), proposed, draft.text().body()),
        intake.problem(whose.scope(), proposed, draft.sides()).orElse(null),
        request.language());
  }
}
