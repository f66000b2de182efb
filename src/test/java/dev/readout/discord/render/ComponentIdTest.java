package dev.readout.discord.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readout.store.FeedbackTable.Verdict;
import dev.readout.store.SourceEntry.SourceState;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.buttons.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ComponentIdTest {

  static Stream<ComponentId> ids() {
    return Stream.of(
        new ComponentId.More("7K3Q9ZTA", 2, 7),
        new ComponentId.All("7K3Q9ZTA"),
        new ComponentId.Cite("7K3Q9ZTA"),
        new ComponentId.Dislike("7K3Q9ZTA"),
        new ComponentId.View(ComponentId.Part.HISTORY, "a".repeat(69)),
        new ComponentId.View(ComponentId.Part.TOPIC, "2025-09-14-madrid-round"),
        ComponentId.Wish.of(List.of("entity-list", "比萨", "purchas")),
        ComponentId.Wish.of(Collections.nCopies(12, "x".repeat(60))),
        new ComponentId.Sources("7K3Q9ZTA"),
        new ComponentId.Related("000001"),
        new ComponentId.Vote("7K3Q9ZTA", Verdict.WRONG_SOURCE),
        new ComponentId.Vote("7K3Q9ZTA7K3Q9ZTA", Verdict.OUT_OF_DATE),
        new ModeratorId.AuditPage(1, false),
        new ModeratorId.AuditPage(Long.MAX_VALUE, true),
        new ModeratorId.EditSettings(),
        new ModeratorId.ResetSettings(),
        new ModeratorId.SettingsForm(),
        new ModeratorId.ReindexConfirm(false, true, "0011aaff"),
        new ModeratorId.ReindexConfirm(true, false, "ffffffff"),
        new ModeratorId.ReindexCancel(true),
        new ModeratorId.ReindexCancel(false),
        new ModeratorId.RollbackChoice(true),
        new ModeratorId.RollbackChoice(false),
        new ModeratorId.RollbackConfirm(true, "000007", "000009"),
        new ModeratorId.RollbackConfirm(false, "9999999999", "9999999999"),
        new ModeratorId.CoveragePage(1),
        new ModeratorId.CoveragePage(1_000),
        new SourceId.Draft(SourceId.DraftAction.EDIT, "0123456789abcdef", false),
        new SourceId.Draft(SourceId.DraftAction.DISCARD, "0123456789abcdef", true),
        new SourceId.Of(SourceId.Action.SHOW, 1, false),
        new SourceId.Of(SourceId.Action.COMPLETE_FORM, Long.MAX_VALUE, true),
        new SourceId.Page(Optional.empty(), 10, false),
        new SourceId.Page(Optional.of(SourceState.WAITING), Long.MAX_VALUE, true),
        new SourceId.New(false),
        new SourceId.New(true),
        new SourceId.Inbox(0, false),
        new SourceId.Inbox(300, true),
        new SourceId.Decide(false, true),
        new SourceId.Decide(true, false),
        new SourceId.Assess(SourceId.Effect.EXTENDED, false, 1, "2025-09-29-rule", false),
        new SourceId.Assess(SourceId.Effect.UNCHANGED, true, 9_999_999, "a".repeat(69), true),
        new SourceId.Reindex(true),
        new SourceId.Pack(true, true),
        new SourceId.Pack(false, false),
        new ComponentId.Show(),
        new ComponentId.Remove(1L),
        new ComponentId.Remove(-1L));
  }

  @ParameterizedTest
  @MethodSource("ids")
  void parse_encoded_isTheSame(ComponentId id) {
    assertThat(ComponentId.parse(id.encode())).contains(id);
  }

  /** Buttons stay where they were sent. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "r1:more:7K3Q9ZTA:2:7",
        "r1:view:history:2025-09-14-madrid-round",
        "r1:vote:7K3Q9ZTA:wrong_source",
        "r1:wish:entity-list,purchas",
        "r1:remove:18446744073709551615",
        "r1:audit:1:own",
        "r1:reindex:own:force:0011aaff",
        "r1:rollback:global:000007:000009",
        "r1:draft:discard:0123456789abcdef:global",
        "r1:source:complete-form:1:own",
        "r1:source-page:live:10:own",
        "r1:source-page:waiting:10:global",
        "r1:decide:global",
        "r1:decided:own",
        "r1:assess:ext:1:2025-09-29-rule:own",
        "r1:assessed:unc:1:2025-09-29-rule:global",
        "r1:feed-pack:on:global"
      })
  void parse_sentLongAgo_isReadAndWrittenTheSame(String id) {
    assertThat(ComponentId.parse(id).orElseThrow().encode()).isEqualTo(id);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void encode_any_fitsInDiscordsLimit(ComponentId id) {
    assertThat(id.encode()).hasSizeLessThanOrEqualTo(Button.ID_MAX_LENGTH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "r1",
        "r1:",
        "r0:show",
        "r2:show",
        "show",
        "r1:show:1",
        "r1:more:7K3Q9ZTA",
        "r1:more:7K3Q9ZTA:2",
        "r1:more:7K3Q9ZTA:1:7",
        "r1:more:7K3Q9ZTA:2:0",
        "r1:more:7K3Q9ZTA:x:7",
        "r1:more:7K3Q9ZTA:99999999999:7",
        "r1:more:../../etc:2:7",
        "r1:vote:7K3Q9ZTA:brilliant",
        "r1:remove:-1",
        "r1:remove:18446744073709551616",
        "r1:rows:2025-09-14-madrid-round:2:000001:en",
        "r1:view:history:UPPER",
        "r1:view:future:2025-09-14-madrid-round",
        "r1:view:history",
        "r1:wish:",
        "r1:all:a",
        "r1:audit:0:own",
        "r1:reindex:own:changes",
        "r1:reindex:all:changes:0011aaff",
        "r1:reindex:own:hard:0011aaff",
        "r1:reindex:own:force:0011AAFF",
        "r1:reindex-cancel:mine",
        "r1:rollback:own:../..:000009",
        "r1:coverage:0",
        "r1:coverage:1001",
        "r1:audit:1:theirs",
        "r1:audit:1",
        "r1:settings-edit:1",
        "r1:source:show:0:own",
        "r1:source:show:x:own",
        "r1:source:explode:1:own",
        "r1:source:show:1:theirs",
        "r1:source:show:1",
        "r1:draft:edit:0123:own",
        "r1:draft:edit:0123456789ABCDEF:own",
        "r1:source-page:lost:1:own",
        "r1:source-page:live:0:own",
        "r1:source-new",
        "r1:feed-pack:maybe:own",
        "r1:sources:💥"
      })
  void parse_anythingElse_isEmpty(String id) {
    assertThat(ComponentId.parse(id)).isEmpty();
  }

  @Test
  void parse_longerThanDiscordAllows_isEmpty() {
    assertThat(ComponentId.parse("r1:related:" + "1".repeat(100))).isEmpty();
  }

  @Test
  void more_firstPage_isRefused() {
    assertThatThrownBy(() -> new ComponentId.More("7K3Q9ZTA", 1, 7))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void access_ofModeratorsIds_isNeverEverybodys() {
    assertThat(ids().filter(id -> id instanceof ModeratorId))
        .isNotEmpty()
        .allMatch(id -> id.access() != Access.MEMBER);
    assertThat(new ModeratorId.AuditPage(1, true).access()).isEqualTo(Access.OPERATOR);
    assertThat(ids().filter(id -> id instanceof SourceId))
        .isNotEmpty()
        .allMatch(
            id -> id.access() == (((SourceId) id).global() ? Access.OPERATOR : Access.MODERATOR));
  }
}
