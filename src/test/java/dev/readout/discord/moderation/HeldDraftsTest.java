package dev.readout.discord.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Kind;
import dev.readout.corpus.Scope;
import dev.readout.corpus.Side;
import dev.readout.discord.moderation.DetailsForm.TypedDetails;
import dev.readout.discord.moderation.HeldDrafts.Held;
import dev.readout.discord.moderation.HeldDrafts.Held.About;
import dev.readout.intake.Details;
import dev.readout.intake.Draft;
import dev.readout.intake.extract.Extraction;
import dev.readout.intake.fetch.Format;
import dev.readout.intake.fetch.Original;
import dev.readout.intake.fetch.Original.Content;
import dev.readout.intake.fetch.Spool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HeldDraftsTest {
  private static final Scope HERE = Scope.ofServer(1);
  private static final Details DETAILS =
      new Details(Side.OTHER, Kind.EXPLAINER, "Title", LocalDate.of(2026, 5, 1), null, List.of());

  private long now = Long.MAX_VALUE - 1; // it may overflow
  private final HeldDrafts held = new HeldDrafts(() -> now);

  private static Held draft(long member, int bytes) {
    return draft(member, Content.of(new byte[bytes]));
  }

  private static Held draft(long member, Content content) {
    Draft draft =
        new Draft(
            null,
            "file.txt",
            null,
            null,
            Original.of(content, Format.PLAIN_TEXT, null),
            Instant.EPOCH,
            new Extraction.Extracted("Title", null, "en", null, "Text.", List.of()),
            "Issuer",
            DETAILS,
            Set.of(Side.OTHER),
            List.of(),
            List.of(),
            null);
    return new Held(member, HERE, new About.NewDraft(draft), TypedDetails.of(DETAILS));
  }

  private static Held form(long member) {
    return new Held(member, HERE, new About.Existing(7, false), TypedDetails.of(DETAILS));
  }

  private List<String> kept(List<String> ids, long member) {
    return ids.stream().filter(id -> held.find(id, member, HERE).isPresent()).toList();
  }

  @Test
  void find_ofSomebodyElseOrElsewhere_isEmpty() {
    String id = held.hold(draft(1, 10));

    assertThat(held.find(id, 1, HERE)).isPresent();
    assertThat(held.find(id, 2, HERE)).isEmpty();
    assertThat(held.find(id, 1, Scope.ofServer(2))).isEmpty();
    assertThat(held.find(id, 1, Scope.GLOBAL)).isEmpty();
    assertThat(held.find("0".repeat(16), 1, HERE)).isEmpty();
  }

  @Test
  void hold_moreThanThreeOfAMember_keepsTheNewest() {
    List<String> drafts = new ArrayList<>();
    List<String> forms = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      drafts.add(held.hold(draft(1, 10)));
      forms.add(held.hold(form(1)));
    }
    String others = held.hold(draft(2, 10));

    assertThat(kept(drafts, 1)).isEqualTo(drafts.subList(2, 5));
    assertThat(kept(forms, 1)).isEqualTo(forms.subList(2, 5));
    assertThat(kept(List.of(others), 2)).hasSize(1);
  }

  @Test
  void hold_tooManyBytes_keepsWhatFits() {
    List<String> ids = new ArrayList<>();
    for (int member = 1; member <= 10; member++) {
      ids.add(held.hold(draft(member, 9 << 20)));
    }
    long kept = 0;
    for (int member = 1; member <= 10; member++) {
      kept += kept(ids, member).size();
    }

    assertThat(kept).isBetween(1L, HeldDrafts.MAX_BYTES / (9 << 20));
  }

  @Test
  void hold_moreThanThreeOrTooOld_givesTheirFilesBack(@TempDir Path folder) throws IOException {
    Spool spool = new Spool(folder);
    for (int i = 0; i < 5; i++) {
      Spool.File file = spool.create();
      file.write(new byte[10]);
      String id = held.hold(draft(1, file));
      held.update(id, held.find(id, 1, HERE).orElseThrow().with(TypedDetails.of(DETAILS)));
    }
    assertThat(spool.used()).isEqualTo(30);

    now += HeldDrafts.KEPT.toNanos();
    held.drop(held.hold(form(2)));
    assertThat(spool.used()).isZero();
  }

  @Test
  void find_afterAQuarterOfAnHour_isEmptyUnlessSomethingWasTyped() {
    String left = held.hold(draft(1, 10));
    String typed = held.hold(draft(1, 10));
    now += HeldDrafts.KEPT.minusSeconds(1).toNanos();
    held.update(typed, draft(1, 10).with(TypedDetails.of(DETAILS)));
    now += Duration.ofSeconds(2).toNanos();

    assertThat(held.find(left, 1, HERE)).isEmpty();
    assertThat(held.find(typed, 1, HERE)).isPresent();
  }

  @Test
  void drop_andUpdate_ofNone_doNothing() {
    String id = held.hold(form(1));
    held.drop(id);
    held.update(id, form(1));

    assertThat(held.find(id, 1, HERE)).isEmpty();
  }
}
