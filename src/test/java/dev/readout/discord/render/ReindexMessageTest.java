package dev.readout.discord.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Language;
import dev.readout.corpus.Scope;
import dev.readout.index.BuildMonitor.BuildStep;
import dev.readout.index.GenerationInfo;
import dev.readout.intake.reindex.ReindexPlan;
import dev.readout.intake.reindex.Reindexing;
import dev.readout.intake.reindex.Reindexing.Failure;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.tree.MessageComponentTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReindexMessageTest {
  private static final Instant STARTED = Instant.parse("2026-11-24T12:00:00Z");
  private static final GenerationInfo INDEX =
      new GenerationInfo("000007", STARTED, 1, 2, null, null, "settings", "corpus");

  private static String text(Reply reply) {
    return MessageComponentTree.of(reply.components()).findAll(TextDisplay.class).stream()
        .map(TextDisplay::getContent)
        .collect(Collectors.joining("\n"));
  }

  private static ReindexPlan plan(
      List<ReindexPlan.Entry> added, List<ReindexPlan.Refusal> refused) {
    return new ReindexPlan(
        Scope.ofServer(1), "000007", false, added, List.of(), List.of(), refused, true);
  }

  private static Reply dryRun(ReindexPlan plan, Language language) {
    return new DryRunMessage(
            plan, INDEX, new ModeratorId.ReindexConfirm(false, false, "0011aaff"), 1, language)
        .reply();
  }

  @Test
  void underWay_halfOfAStep_fillsHalfOfTheBar() {
    String text =
        text(
            ReindexMessage.underWay(
                new Reindexing.Position(BuildStep.VERIFY, 80, 160),
                STARTED,
                false,
                false,
                Language.EN));

    assertThat(text)
        .contains("✅ Write the index", "`██████████░░░░░░░░░░` 50 %", "▫️ Put it into service");
  }

  @ParameterizedTest
  @EnumSource(BuildStep.class)
  void underWay_everyStep_hasOneBar(BuildStep step) {
    for (Language language : Language.values()) {
      String text =
          text(
              ReindexMessage.underWay(
                  new Reindexing.Position(step, 0, 0), STARTED, true, true, language));
      assertThat(text.lines().filter(line -> line.contains("` 0 %"))).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Failure.class)
  void over_failed_saysWhatToDoAndPathsToOperatorsAlone(Failure failure) {
    Reindexing.Outcome outcome = new Reindexing.Outcome.Failed(failure, "in /var/lib/index");
    for (Language language : Language.values()) {
      ReindexPlan none = plan(List.of(), List.of());
      String member = text(ReindexMessage.over(outcome, none, "000007", false, language));
      String operator = text(ReindexMessage.over(outcome, none, "000007", true, language));
      assertThat(member).contains("000007").doesNotContain("/var");
      assertThat(operator).contains("/var/lib/index");
      assertThat(member.lines()).hasSize(3);
    }
  }

  @Test
  void dryRun_longTitlesInChinese_areCutToFitAndCounted() {
    List<ReindexPlan.Entry> many =
        Collections.nCopies(500, new ReindexPlan.Entry("id", "关税".repeat(150)));
    Reply reply = dryRun(plan(many, List.of()), Language.ZH);
    long listed = text(reply).lines().filter(line -> line.startsWith("- 关税")).count();

    assertThat(listed).isBetween(5L, 20L);
    assertThat(text(reply)).contains("另有 " + (500 - listed) + " 项");
  }

  @Test
  void dryRun_refused_saysWhy() {
    ReindexPlan plan =
        plan(
            List.of(new ReindexPlan.Entry("a", "A *bold* title")),
            List.of(
                new ReindexPlan.Refusal("added-1", ReindexPlan.Reason.DAMAGED, ""),
                new ReindexPlan.Refusal("added-2", ReindexPlan.Reason.SAME_ID, "")));

    assertThat(text(dryRun(plan, Language.EN)))
        .contains("- A \\*bold\\* title", "**Not taken (2)**")
        .contains("added-1 · damaged in the catalogue", "added-2 · another record has its id");
  }

  @Test
  void dryRun_ofADefectiveCorpus_offersNothing() {
    ReindexPlan plan =
        plan(
            List.of(),
            List.of(new ReindexPlan.Refusal("a.md:3", ReindexPlan.Reason.DEFECT, "no such topic")));
    Reply reply = dryRun(plan, Language.EN);

    assertThat(text(reply)).contains("have defects", "a.md:3 · no such topic");
    assertThat(reply.components()).allMatch(TextDisplay.class::isInstance);
  }
}
