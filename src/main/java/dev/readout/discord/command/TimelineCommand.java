package dev.readout.discord.command;

import dev.readout.answer.DateText;
import dev.readout.answer.ServingIndex;
import dev.readout.answer.TermText;
import dev.readout.answer.Timeline;
import dev.readout.answer.VerdictText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Side;
import dev.readout.corpus.Topic;
import dev.readout.discord.picture.Picture;
import dev.readout.discord.picture.Picture.Look;
import dev.readout.discord.picture.PicturePhrase;
import dev.readout.discord.picture.RatesPicture;
import dev.readout.discord.picture.TimelinePicture;
import dev.readout.discord.render.Reply;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** {@code /timeline}: what happened when, as a picture. */
record TimelineCommand(Drawings drawings) implements Command {
  private static final String TOPIC = "topic";
  private static final String MEETINGS = "meetings";
  private static final String MEASURE = "measure";
  private static final String SINCE = "since";
  private static final String UNTIL = "until";

  @Override
  public CommandData data() {
    return CommandForm.slash("timeline")
        .addOptions(
            CommandForm.name(TOPIC, false),
            CommandForm.name(MEETINGS, false),
            CommandForm.name(MEASURE, false),
            CommandForm.day(SINCE),
            CommandForm.day(UNTIL),
            Drawings.theme(),
            CommandForm.isPrivate());
  }

  @Override
  public Optional<Reply> mistake(Request request) {
    boolean isEmpty =
        List.of(TOPIC, MEETINGS, MEASURE, SINCE).stream()
            .allMatch(one -> request.option(one).isEmpty());
    return isEmpty
        ? Optional.of(request.text(PicturePhrase.CHOOSE).aside())
        : request.wrongDay(SINCE, UNTIL);
  }

  @Override
  public Reply reply(Request request) {
    LocalDate since = request.day(SINCE).orElse(LocalDate.MIN);
    LocalDate until = request.day(UNTIL).orElseGet(drawings::today);
    boolean isSeries = request.option(MEETINGS).isPresent();
    String topic = request.option(MEETINGS).or(() -> request.option(TOPIC)).orElse("");
    String measure = request.option(MEASURE).orElse("");
    return drawings.reply(
        request,
        List.of(
            "timeline",
            String.valueOf(isSeries),
            topic,
            measure,
            since.toString(),
            until.toString()),
        (current, look) ->
            measure.isEmpty()
                ? topic.isEmpty()
                    ? Optional.of(between(current, since, until, look))
                    : topic(current, topic, isSeries, since, until, look)
                : Drawings.measure(current, measure, until)
                    .map(record -> measure(current, record, look)));
  }

  private Optional<Picture> topic(
      ServingIndex current,
      String id,
      boolean isSeries,
      LocalDate since,
      LocalDate until,
      Look look) {
    return current
        .generation()
        .topic(id)
        .map(
            (Topic topic) ->
                TimelinePicture.of(
                    isSeries
                        ? Timeline.ofMeetings(current.generation(), id, since, until)
                        : Timeline.ofTopic(current.generation(), id, since, until),
                    isSeries
                        ? PicturePhrase.TITLE_MEETINGS.in(
                            look.language(), TermText.name(topic, look.language()))
                        : TermText.name(topic, look.language()),
                    asOfNow(until, look),
                    look));
  }

  private Picture between(ServingIndex current, LocalDate since, LocalDate until, Look look) {
    String title =
        PicturePhrase.TITLE_BETWEEN.in(
            look.language(),
            DateText.of(since, look.language()),
            DateText.of(until, look.language()));
    return TimelinePicture.of(
        Timeline.between(current.generation(), since, until), title, asOfNow(until, look), look);
  }

  private Picture measure(ServingIndex current, CorpusRecord record, Look look) {
    return TimelinePicture.of(
        Timeline.ofMeasure(current.generation(), record),
        VerdictText.name(record, look.language()),
        asOf(drawings.today(), look),
        look);
  }

  /** Nothing is known as of a day to come. */
  private String asOfNow(LocalDate until, Look look) {
    LocalDate today = drawings.today();
    return asOf(until.isAfter(today) ? today : until, look);
  }

  private static String asOf(LocalDate day, Look look) {
    return PicturePhrase.AS_OF.in(look.language(), DateText.of(day, look.language()));
  }

  /** {@code /rates}: what was charged when, as a picture. */
  record Rates(Drawings drawings) implements Command {
    private static final String DUTY = "duty";
    private static final String GOODS = "goods";

    @Override
    public CommandData data() {
      return CommandForm.slash("rates")
          .addOptions(
              CommandForm.name(DUTY, false),
              CommandForm.option(OptionType.STRING, GOODS)
                  .addChoices(
                      CommandForm.choice(PicturePhrase.ON_CHINESE, Side.US.name()),
                      CommandForm.choice(PicturePhrase.ON_US, Side.PRC.name())),
              Drawings.theme(),
              CommandForm.isPrivate());
    }

    @Override
    public Optional<Reply> mistake(Request request) {
      return request.option(DUTY).isEmpty() && request.option(GOODS).isEmpty()
          ? Optional.of(request.text(PicturePhrase.CHOOSE_RATES).aside())
          : Optional.empty();
    }

    @Override
    public Reply reply(Request request) {
      String duty = request.option(DUTY).orElse("");
      String goods = request.option(GOODS).orElse("");
      return drawings.reply(
          request,
          List.of("rates", duty, goods),
          (current, look) ->
              duty.isEmpty()
                  ? Optional.of(all(current, Side.valueOf(goods), look))
                  : Drawings.measure(current, duty, drawings.today())
                      .map(
                          record ->
                              drawn(
                                  current,
                                  List.of(record),
                                  VerdictText.name(record, look.language()),
                                  look)));
    }

    private Picture all(ServingIndex current, Side imposer, Look look) {
      PicturePhrase goods = imposer == Side.US ? PicturePhrase.ON_CHINESE : PicturePhrase.ON_US;
      String title = PicturePhrase.TITLE_RATES.in(look.language(), goods.in(look.language()));
      return drawn(
          current,
          current.generation().records().filter(record -> record.side() == imposer).toList(),
          title,
          look);
    }

    private Picture drawn(
        ServingIndex current, List<CorpusRecord> measures, String title, Look look) {
      return RatesPicture.of(
          measures,
          title,
          asOf(drawings.today(), look),
          drawings.today(),
          look,
          current.generation()::find);
    }
  }
}
