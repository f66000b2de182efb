package dev.readout.discord.moderation;

import dev.readout.corpus.Language;
import dev.readout.discord.command.Request.Upload;
import dev.readout.discord.moderation.DetailsForm.TypedDetails;
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

  static Modal form(boolean global, Language language) {
    return Modal.create(new SourceId.New(global).encode(), SourcePhrase.FORM_NEW.in(language))
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
  Reply add(ScopedRequest request) {
    Optional<String> address = request.request().option(URL);
    List<Upload> files = request.request().files(FILE);
    if (address.isPresent()) {
      return files.isEmpty()
          ? page(address.get(), request)
          : request.text(SourcePhrase.URL_OR_FILE);
    }
    return files.isEmpty()
        ? request.text(SourcePhrase.NOTHING_GIVEN)
        : file(files.getFirst(), request);
  }

  private Reply page(String typed, ScopedRequest request) {
    Optional<URI> address = SourceAddress.parse(typed);
    if (address.isEmpty()) {
      return request.text(SourcePhrase.BAD_URL, SourceProblems.named(typed));
    }
    request.show(SourcePhrase.FETCHING);
    return drafted(intake.draft(request.scope(), address.get()), request);
  }

  private Reply file(Upload file, ScopedRequest request) {
    if (file.bytes() > Original.MAX_BYTES) {
      return request.text(SourcePhrase.FILE_TOO_LARGE, MAX_MIB);
    }
    request.show(SourcePhrase.READING);
    Spool.File content;
    try {
      content = spool.create();
      file.copy(content, Original.MAX_BYTES);
    } catch (Spool.NoRoomException e) {
      LOG.warn("an attached file cannot be kept", e);
      return request.text(SourcePhrase.F_NO_ROOM);
    } catch (IOException e) {
      LOG.info("an attached file could not be had: {}", e.getMessage());
      return request.text(SourcePhrase.FILE_UNREAD);
    }
    if (content.size() == 0) {
      return request.text(SourcePhrase.FILE_EMPTY);
    }
    Optional<Format> format = Format.detect(content, file.contentType(), file.name());
    if (format.isEmpty()) {
      content.close();
      return request.text(SourcePhrase.FILE_TYPE);
    }
    Original original =
        Original.of(content, format.get(), Format.declaredCharset(file.contentType()).orElse(null));
    return drafted(intake.draft(request.scope(), original, file.name()), request);
  }

  private Reply drafted(Drafting drafting, ScopedRequest request) {
    return switch (drafting) {
      case Drafting.Drafted(var draft) -> preview(draft, request);
      case Drafting.AlreadyThere(var entry) -> outcomes.there(entry, request);
      case Drafting.NotFetched _, Drafting.NotRead _, Drafting.Busy _ ->
          Reply.text(
              SourceProblems.of(drafting, outcomes.link("source feed add"), request.language()));
    };
  }

  private Reply preview(Draft draft, ScopedRequest request) {
    Details proposed = draft.proposed();
    About about = new About.NewDraft(draft);
    String id =
        held.hold(
            new Held(
                request.request().member(), request.scope(), about, TypedDetails.of(proposed)));
    return new DraftMessage(
            draft,
            id,
            request.global(),
            intake.candidates(request.scope(), proposed, draft.text().body()),
            intake.problem(request.scope(), proposed, draft.sides()).orElse(null),
            request.language())
        .reply();
  }
}
