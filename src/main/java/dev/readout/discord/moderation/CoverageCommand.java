package dev.readout.discord.moderation;

import dev.readout.answer.Answer.Problem;
import dev.readout.answer.Coverage;
import dev.readout.answer.Coverage.Wanted;
import dev.readout.answer.GapTerms;
import dev.readout.answer.ServingIndexes;
import dev.readout.corpus.Language;
import dev.readout.corpus.Topic;
import dev.readout.discord.command.CommandForm;
import dev.readout.discord.command.Request;
import dev.readout.discord.moderation.Moderation.ModeratorCommand;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.CoverageMessage;
import dev.readout.discord.render.ModeratorId;
import dev.readout.discord.render.NoticeMessage;
import dev.readout.discord.render.Reply;
import dev.readout.index.Generation;
import dev.readout.store.GapTable;
import dev.readout.store.GapTable.Gap;
import dev.readout.store.GapTable.GapKind;
import dev.readout.store.SourceEntry;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** {@code /coverage}: where the sources are thin, and this server's unanswered questions. */
record CoverageCommand(
    ServingIndexes indexes, GapTable gaps, SourceWatch sources, InstantSource clock)
    implements ModeratorCommand {
  private static final String TOPIC = "topic";

  /** Older questions may have found an answer since. */
  private static final int DAYS = 90;

  @Override
  public CommandData data() {
    return CommandForm.slash("coverage", Access.MODERATOR)
        .addOptions(CommandForm.name(TOPIC, false));
  }

  @Override
  public Reply reply(Request request) {
    return indexes.with(request.scope(), current -> reply(request, current.generation()));
  }

  private Reply reply(Request request, Generation generation) {
    Optional<String> typed = request.option(TOPIC);
    if (typed.isEmpty()) {
      return page(request, generation, 1);
    }
    Optional<Topic> topic = generation.topic(typed.get());
    if (topic.isEmpty()) {
      Problem unknown = new Problem.UnknownTopic(typed.get());
      return NoticeMessage.of(unknown, request.language());
    }
    return new CoverageMessage(of(report(request, generation), topic.get()), 1, request.language())
        .reply();
  }

  Reply page(Request request, ModeratorId.CoveragePage page) {
    return indexes.with(
        request.scope(), current -> page(request, current.generation(), page.page()));
  }

  private Reply page(Request request, Generation generation, int page) {
    return new CoverageMessage(report(request, generation), page, request.language()).reply();
  }

  private CoverageMessage.Report report(Request request, Generation generation) {
    LocalDate since = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS);
    List<Gap> counted =
        gaps.top(request.scope(), since, GapTable.MAX_TOP).stream()
            .filter(gap -> gap.count() >= GapTable.FEWEST)
            .toList();
    Coverage coverage = Coverage.of(generation);
    return new CoverageMessage.Report(
        coverage.topics(),
        named(counted, GapKind.DECLINED, generation, request.language()),
        named(counted, GapKind.DISLIKED, generation, request.language()),
        sources.dead(request.scope()),
        Wanted.of(generation, coverage, counted));
  }

  private static List<CoverageMessage.Counted> named(
      List<Gap> gaps, GapKind kind, Generation generation, Language language) {
    return gaps.stream()
        .filter(gap -> gap.kind() == kind)
        .map(
            gap ->
                new CoverageMessage.Counted(
                    GapTerms.name(gap.term(), generation, language), gap.count()))
        .toList();
  }

  /** Only what is about the topic; words belong to none for certain. */
  private static CoverageMessage.Report of(CoverageMessage.Report all, Topic topic) {
    List<SourceEntry> dead =
        all.dead().stream().filter(entry -> entry.record().topics().contains(topic.id())).toList();
    return new CoverageMessage.Report(
        all.topics().stream().filter(one -> one.topic().equals(topic)).toList(),
        List.of(),
        List.of(),
        dead,
        all.wanted().stream().filter(one -> one.topic().equals(topic)).toList());
  }
}
