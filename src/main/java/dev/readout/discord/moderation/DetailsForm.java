package dev.readout.discord.moderation;

import dev.readout.answer.SideText;
import dev.readout.answer.SourceText;
import dev.readout.answer.TermText;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.Language;
import dev.readout.corpus.Side;
import dev.readout.corpus.Topic;
import dev.readout.discord.command.Request;
import dev.readout.discord.render.Markdown;
import dev.readout.discord.render.SourceId;
import dev.readout.discord.render.SourceNames;
import dev.readout.discord.render.SourcePhrase;
import dev.readout.discord.render.SourceProblems;
import dev.readout.intake.Details;
import dev.readout.intake.Details.Candidates;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.ModalTopLevelComponent;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;

/** The form about a source, and what comes back with it. Pure functions. */
final class DetailsForm {
  static final String TITLE = "title";
  static final String DAY = "day";
  static final String SIDE = "side";
  static final String KIND = "kind";
  static final String MORE = "more";

  private static final int MAX_DAY_CHARS = 20;
  private static final String MEETING_MARK = "meeting:";
  private static final String TOPIC_MARK = "topic:";

  private DetailsForm() {}

  /** The form, filled in, for the sides that the source may be filed under. */
  static Modal of(
      SourceId id, TypedDetails typed, Set<Side> sides, Candidates candidates, Language language) {
    List<ModalTopLevelComponent> fields = new ArrayList<>();
    fields.add(
        Label.of(
            SourcePhrase.FIELD_TITLE.in(language),
            text(TITLE, typed.title(), Details.MAX_TITLE_CHARS)));
    fields.add(
        Label.of(SourcePhrase.FIELD_DAY.in(language), text(DAY, typed.day(), MAX_DAY_CHARS)));
    fields.add(Label.of(SourcePhrase.FIELD_SIDE.in(language), sides(typed, sides, language)));
    fields.add(Label.of(SourcePhrase.FIELD_KIND.in(language), kinds(typed, language)));
    more(typed, candidates, language)
        .ifPresent(
            menu ->
                fields.add(
                    Label.of(
                        SourcePhrase.FIELD_MORE.in(language),
                        SourcePhrase.FIELD_MORE_HINT.in(language),
                        menu)));
    return Modal.create(id.encode(), SourcePhrase.FORM_DETAILS.in(language))
        .addComponents(fields)
        .build();
  }

  private static TextInput text(String name, String value, int maxChars) {
    String fitting = Markdown.shortened(value, maxChars);
    return TextInput.create(name, TextInputStyle.SHORT)
        .setMaxLength(maxChars)
        .setValue(fitting.isEmpty() ? null : fitting)
        .build();
  }

  private static StringSelectMenu sides(TypedDetails typed, Set<Side> sides, Language language) {
    StringSelectMenu.Builder menu = StringSelectMenu.create(SIDE);
    sides.stream()
        .sorted()
        .forEach(side -> menu.addOption(SideText.name(side, language), side.wireName()));
    typed.side().filter(sides::contains).ifPresent(side -> menu.setDefaultValues(side.wireName()));
    return menu.build();
  }

  private static StringSelectMenu kinds(TypedDetails typed, Language language) {
    StringSelectMenu.Builder menu = StringSelectMenu.create(KIND);
    Details.KINDS.forEach(
        kind -> menu.addOption(SourceNames.of(kind).in(language), kind.wireName()));
    typed
        .kind()
        .filter(Details.KINDS::contains)
        .ifPresent(kind -> menu.setDefaultValues(kind.wireName()));
    return menu.build();
  }

  /** What is chosen comes first, so that no limit takes it away. */
  private static Optional<StringSelectMenu> more(
      TypedDetails typed, Candidates candidates, Language language) {
    List<SelectOption> options =
        Stream.concat(
                candidates.meetings().stream().map(meeting -> option(meeting, typed, language)),
                candidates.topics().stream().map(topic -> option(topic, typed, language)))
            .filter(option -> option.getValue().length() <= SelectOption.VALUE_MAX_LENGTH)
            .sorted((one, other) -> Boolean.compare(other.isDefault(), one.isDefault()))
            .limit(StringSelectMenu.OPTIONS_MAX_AMOUNT)
            .toList();
    return options.isEmpty()
        ? Optional.empty()
        : Optional.of(
            StringSelectMenu.create(MORE)
                .addOptions(options)
                .setRequiredRange(0, Math.min(options.size(), Details.MAX_TOPICS + 1))
                .setRequired(false)
                .build());
  }

  private static SelectOption option(CorpusRecord meeting, TypedDetails typed, Language language) {
    String title = SourceText.title(meeting, language);
    return SelectOption.of(
            label(SourcePhrase.OPTION_MEETING.in(language, title)), MEETING_MARK + meeting.id())
        .withDefault(typed.meetings().contains(meeting.id()));
  }

  private static SelectOption option(Topic topic, TypedDetails typed, Language language) {
    String name = TermText.name(topic, language);
    return SelectOption.of(
            label(SourcePhrase.OPTION_TOPIC.in(language, name)), TOPIC_MARK + topic.id())
        .withDefault(typed.topics().contains(topic.id()));
  }

  private static String label(String text) {
    return Markdown.shortened(text, SelectOption.LABEL_MAX_LENGTH);
  }

  static TypedDetails typed(Request request) {
    return new TypedDetails(
        request.option(TITLE).orElse(""),
        request.option(DAY).map(String::strip).orElse(""),
        request.chosen(SIDE).stream().findFirst().flatMap(Side::ofWireName),
        request.chosen(KIND).stream().findFirst().flatMap(Kind::ofWireName),
        chosen(request, MEETING_MARK),
        chosen(request, TOPIC_MARK));
  }

  private static List<String> chosen(Request request, String mark) {
    return request.chosen(MORE).stream()
        .filter(value -> value.startsWith(mark))
        .map(value -> value.substring(mark.length()))
        .toList();
  }

  /**
   * What somebody filled in about a source, right or wrong, perhaps several meetings where one is
   * allowed: the form opens with it again. Immutable.
   */
  record TypedDetails(
      String title,
      String day,
      Optional<Side> side,
      Optional<Kind> kind,
      List<String> meetings,
      List<String> topics) {
    TypedDetails {
      meetings = List.copyOf(meetings);
      topics = List.copyOf(topics);
    }

    static TypedDetails of(Details details) {
      String meeting = details.meeting();
      return new TypedDetails(
          details.title(),
          Objects.toString(details.published(), ""),
          Optional.of(details.side()),
          Optional.of(details.kind()),
          Stream.ofNullable(meeting).toList(),
          details.topics());
    }

    /** The same under a topic more. */
    TypedDetails with(String topic) {
      List<String> more = Stream.concat(Stream.of(topic), topics.stream()).distinct().toList();
      return new TypedDetails(title, day, side, kind, meetings, more);
    }

    /** What is wrong with how it is written; empty when nothing is. */
    Optional<String> mistake(Language language) {
      List<String> mistakes = new ArrayList<>();
      if (!day.isEmpty() && published().isEmpty()) {
        mistakes.add(SourcePhrase.D_BAD_DAY.in(language, SourceProblems.named(day)));
      }
      if (side.isEmpty() || kind.isEmpty()) {
        mistakes.add(SourcePhrase.D_WRONG_KIND.in(language));
      }
      if (meetings.size() > 1) {
        mistakes.add(SourcePhrase.D_TWO_MEETINGS.in(language));
      }
      return mistakes.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", mistakes));
    }

    private Optional<LocalDate> published() {
      try {
        return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }

    /** What was meant, as far as it can be read. */
    Details details() {
      return new Details(
          side.orElse(Side.OTHER),
          kind.orElse(Kind.EXPLAINER),
          title,
          published().orElse(null),
          meetings.isEmpty() ? null : meetings.getFirst(),
          topics);
    }
  }
}
