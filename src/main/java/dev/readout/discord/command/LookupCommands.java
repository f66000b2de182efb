package dev.readout.discord.command;

import dev.readout.answer.Answer.Problem;
import dev.readout.answer.Holdings;
import dev.readout.answer.Listings;
import dev.readout.answer.Lookups;
import dev.readout.answer.MeasureStatus;
import dev.readout.answer.MeetingComparison;
import dev.readout.answer.ServingIndex;
import dev.readout.answer.ServingIndexes;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Topic;
import dev.readout.discord.picture.Picture;
import dev.readout.discord.picture.StandingPicture;
import dev.readout.discord.render.ComparisonMessage;
import dev.readout.discord.render.ComponentId.Part;
import dev.readout.discord.render.ComponentId.View;
import dev.readout.discord.render.ExplanationMessage;
import dev.readout.discord.render.ListedMessage;
import dev.readout.discord.render.Markdown;
import dev.readout.discord.render.NoticeMessage;
import dev.readout.discord.render.NoticeMessage.NearestMessage;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import dev.readout.discord.render.SourcesMessage;
import dev.readout.discord.render.StatusMessage;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/**
 * Commands that look up one thing by its name: a meeting, a term, a measure, a topic. What nothing
 * is called is answered with what comes near. Thread-safe.
 */
record LookupCommands(ServingIndexes indexes, InstantSource clock, Drawings drawings) {

  /** More of what a reply shows, or another thing that its menu offers. */
  Reply view(View view, String chosen, Request request) {
    return switch (view.part()) {
      case MEASURE, HISTORY, RECORD -> new Status(indexes, drawings).view(view, chosen, request);
      case MEETING, TOPIC, TABLE, ACCOUNTS -> new Compare(indexes).view(view, chosen, request);
      case TERM, ENTRY, USES -> new Explain(indexes).view(view, chosen, request);
      case LISTED -> new Listed(indexes, clock).reply(request, chosen);
    };
  }

  /** What is said, and offered, where a name leads to no one thing. */
  private record Nearest(Phrase none, Part part, Function<CorpusRecord, String> value) {
    Reply of(Phrase said, String typed, List<CorpusRecord> nearest, Request request) {
      return NearestMessage.of(
          said, typed, nearest, new View(part, "any"), value, request.frame(), request.language());
    }
  }

  private static <T> Reply look(
      ServingIndexes indexes,
      Request request,
      String typed,
      Function<Lookups, Lookups.Lookup<T>> lookup,
      BiFunction<T, ServingIndex, Reply> rendered,
      Nearest otherwise) {
    return indexes.with(
        request.scope(),
        current ->
            switch (lookup.apply(current.lookups())) {
              case Lookups.Lookup.Found<T>(T value) -> rendered.apply(value, current);
              case Lookups.Lookup.NotFound<T>(var nearest, boolean areMeant) ->
                  areMeant
                      ? otherwise.of(Phrase.SEVERAL_MEASURES, typed, nearest, request)
                      : otherwise
                          .of(otherwise.none, typed, nearest, request.inPrivate(true))
                          .aside();
            });
  }

  /** {@code /compare}: both sides' read-outs of one meeting. */
  record Compare(ServingIndexes indexes) implements Command {
    private static final String MEETING = "meeting";

    @Override
    public CommandData data() {
      return CommandForm.slash("compare")
          .addOptions(CommandForm.name(MEETING, true), CommandForm.isPrivate());
    }

    @Override
    public Reply reply(Request request) {
      return reply(request, request.required(MEETING), ComparisonMessage::table);
    }

    /** More of a comparison, or another one. */
    Reply view(View view, String chosen, Request request) {
      return switch (view.part()) {
        case TOPIC -> reply(request, view.id(), message -> message.topic(chosen));
        case TABLE -> reply(request, view.id(), ComparisonMessage::file);
        case ACCOUNTS -> reply(request, view.id(), ComparisonMessage::accounts);
        default -> reply(request, chosen, ComparisonMessage::table);
      };
    }

    private Reply reply(
        Request request, String meeting, Function<ComparisonMessage, Reply> rendered) {
      return look(
          indexes,
          request,
          meeting,
          lookups -> lookups.compare(meeting),
          (MeetingComparison found, ServingIndex current) ->
              rendered.apply(
                  new ComparisonMessage(
                      found, current.generation().info(), request.frame(), request.language())),
          new Nearest(Phrase.NO_SUCH_MEETING, Part.MEETING, CorpusRecord::id));
    }
  }

  /** {@code /explain}: what a term means, in both languages. */
  record Explain(ServingIndexes indexes) implements Command {
    private static final String TERM = "term";
    private static final int MAX_VALUE_CHARS = 100;

    @Override
    public CommandData data() {
      return CommandForm.slash("explain")
          .addOptions(CommandForm.name(TERM, true), CommandForm.isPrivate());
    }

    @Override
    public Reply reply(Request request) {
      return explain(request, request.required(TERM));
    }

    /** More of a term, or another one. */
    Reply view(View view, String chosen, Request request) {
      return switch (view.part()) {
        case ENTRY -> reply(request, view.id(), (message, _) -> message.entry());
        case USES -> reply(request, view.id(), (message, _) -> message.uses());
        default -> explain(request, chosen);
      };
    }

    private Reply explain(Request request, String term) {
      return reply(request, term, (message, current) -> message.brief(current.generation()::find));
    }

    private Reply reply(
        Request request,
        String term,
        BiFunction<ExplanationMessage, ServingIndex, Reply> rendered) {
      return look(
          indexes,
          request,
          term,
          lookups -> lookups.explain(term),
          (found, current) ->
              rendered.apply(
                  new ExplanationMessage(found, request.frame(), request.language()), current),
          new Nearest(
              Phrase.NO_SUCH_TERM,
              Part.TERM,
              record -> Markdown.shortened(record.title(), MAX_VALUE_CHARS)));
    }
  }

  /** {@code /status}: how a measure stands on a day. */
  record Status(ServingIndexes indexes, Drawings drawings) implements Command {
    private static final String MEASURE = "measure";
    private static final String AS_OF = "as-of";

    @Override
    public CommandData data() {
      return CommandForm.slash("status")
          .addOptions(
              CommandForm.name(MEASURE, true),
              CommandForm.day(AS_OF),
              Drawings.theme(),
              CommandForm.isPrivate());
    }

    @Override
    public Optional<Reply> mistake(Request request) {
      return request.wrongDay(AS_OF);
    }

    @Override
    public Reply reply(Request request) {
      LocalDate day = request.day(AS_OF).orElseGet(drawings::today);
      return status(request, request.required(MEASURE), day);
    }

    /** More of a measure, or another measure or day, which stand in the option: "id day". */
    Reply view(View view, String chosen, Request request) {
      if (view.part() == Part.MEASURE) {
        String[] parts = chosen.split(" ", 2);
        LocalDate day = parts.length == 2 ? LocalDate.parse(parts[1]) : drawings.today();
        return status(request, parts[0], day);
      }
      return indexes.with(
          request.scope(),
          current ->
              current
                  .generation()
                  .find(view.id())
                  .map(measure -> view(view.part(), measure, current, request))
                  .orElseGet(() -> status(request, view.id(), drawings.today())));
    }

    private static Reply view(
        Part part, CorpusRecord measure, ServingIndex current, Request request) {
      return part == Part.HISTORY
          ? StatusMessage.history(
              measure, current.generation()::find, request.frame(), request.language())
          : SourcesMessage.of(List.of(measure), List.of(), request.frame(), request.language());
    }

    private Reply status(Request request, String measure, LocalDate day) {
      return look(
          indexes,
          request,
          measure,
          lookups -> lookups.status(measure, day),
          (found, current) ->
              new StatusMessage(
                      found,
                      bar(found, current, request),
                      current.generation().info(),
                      current.generation()::find,
                      request.frame(),
                      request.language())
                  .reply(),
          new Nearest(Phrase.NO_SUCH_MEASURE, Part.MEASURE, record -> record.id() + " " + day));
    }

    private Picture bar(MeasureStatus found, ServingIndex current, Request request) {
      return drawings.picture(
          request,
          current,
          List.of("status", found.measure().id(), found.day().toString()),
          look -> StandingPicture.of(found, look));
    }
  }

  /** {@code /listed}: on which lists the records name a company. */
  record Listed(ServingIndexes indexes, InstantSource clock) implements Command {
    private static final String NAME = "name";

    @Override
    public CommandData data() {
      return CommandForm.slash("listed")
          .addOptions(CommandForm.name(NAME, true), CommandForm.isPrivate());
    }

    @Override
    public Reply reply(Request request) {
      return reply(request, request.required(NAME));
    }

    private Reply reply(Request request, String name) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      return indexes.with(
          request.scope(),
          current ->
              new ListedMessage(
                      new Listings(current.generation()).find(name, today),
                      today,
                      current.generation().info(),
                      request.frame(),
                      request.language())
                  .reply());
    }
  }

  /** {@code /sources}: what the bot holds, and how far it reaches. */
  record Sources(ServingIndexes indexes) implements Command {
    private static final String TOPIC = "topic";

    @Override
    public CommandData data() {
      return CommandForm.slash("sources")
          .addOptions(CommandForm.name(TOPIC, false), CommandForm.isPrivate());
    }

    @Override
    public Reply reply(Request request) {
      return indexes.with(request.scope(), current -> reply(request, current));
    }

    private static Reply reply(Request request, ServingIndex current) {
      Optional<String> typed = request.option(TOPIC);
      Optional<Topic> topic = typed.flatMap(current.generation()::topic);
      if (typed.isPresent() && topic.isEmpty()) {
        return NoticeMessage.of(new Problem.UnknownTopic(typed.get()), request.language());
      }
      Holdings holdings = Holdings.of(current.generation(), topic.orElse(null));
      return SourcesMessage.holdings(
          holdings, current.generation().info(), request.frame(), request.language());
    }
  }
}
