package dev.readout.discord.moderation;

import dev.readout.corpus.Language;
import dev.readout.discord.command.Request;
import dev.readout.discord.render.ModeratorId;
import dev.readout.discord.render.Phrase;
import dev.readout.store.ServerSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;

/** The form for a server's settings, and what it says when it is sent in. Pure functions. */
final class SettingsForm {
  static final String LANGUAGE = "language";
  static final String PRIVATE = "private";
  static final String DECLINED = "declined-in-public";
  static final String FEEDBACK = "feedback";
  static final String KEEP_QUESTIONS = "keep-questions";
  static final String FEED_ITEMS = "feed-items";
  static final String RECEIPT_DAYS = "receipt-days";

  /** Stands for no language of the server's own. */
  private static final String OWN = "own";

  private static final int MAX_DIGITS = 4;

  private SettingsForm() {}

  /** What can be chosen, by what is then stored. */
  static Map<String, Phrase> languages() {
    Map<String, Phrase> names = new LinkedHashMap<>();
    names.put(OWN, Phrase.OWN_LANGUAGE);
    names.put(Language.EN.wireName(), Phrase.ENGLISH);
    names.put(Language.ZH.wireName(), Phrase.SIMPLIFIED);
    names.put(Language.ZH_TW.wireName(), Phrase.TRADITIONAL);
    return names;
  }

  /** The form, filled in with what holds. */
  static Modal of(ServerSettings now, int mostDays, Language language) {
    return Modal.create(new ModeratorId.SettingsForm().encode(), Phrase.SETTINGS.in(language))
        .addComponents(
            Label.of(
                Phrase.ASK_LANGUAGE.in(language),
                menu(
                    LANGUAGE,
                    languages(),
                    Objects.requireNonNullElse(now.language(), OWN),
                    language)),
            Label.of(
                Phrase.ASK_PRIVATE.in(language),
                flag(PRIVATE, Phrase.TO_ASKER, Phrase.PUBLIC, now.privateByDefault(), language)),
            Label.of(
                Phrase.ASK_FEEDBACK.in(language),
                flag(FEEDBACK, Phrase.YES, Phrase.NO, now.feedback(), language)),
            Label.of(
                Phrase.ASK_KEEP.in(language),
                flag(
                    KEEP_QUESTIONS,
                    Phrase.STORED,
                    Phrase.NOT_STORED,
                    now.keepQuestions(),
                    language)),
            Label.of(
                Phrase.ASK_RECEIPT_DAYS.in(language, mostDays),
                TextInput.create(RECEIPT_DAYS, TextInputStyle.SHORT)
                    .setValue(Integer.toString(days(now, mostDays)))
                    .setMaxLength(MAX_DIGITS)
                    .build()))
        .build();
  }

  static int days(ServerSettings settings, int mostDays) {
    return Math.min(Objects.requireNonNullElse(settings.receiptDays(), mostDays), mostDays);
  }

  /** What is wrong with what was filled in; empty when nothing is. */
  static Optional<String> mistake(Request request, int mostDays) {
    return value(request, RECEIPT_DAYS)
        .filter(days -> !days.matches("\\d{1,4}") || !isKept(Integer.parseInt(days), mostDays))
        .map(_ -> Phrase.BAD_RECEIPT_DAYS.in(request.language(), mostDays));
  }

  private static boolean isKept(int days, int mostDays) {
    return days >= 1 && days <= mostDays;
  }

  private static StringSelectMenu flag(
      String id, Phrase yes, Phrase no, boolean now, Language language) {
    Map<String, Phrase> names = new LinkedHashMap<>();
    names.put("true", yes);
    names.put("false", no);
    return menu(id, names, Boolean.toString(now), language);
  }

  private static StringSelectMenu menu(
      String id, Map<String, Phrase> names, String now, Language language) {
    StringSelectMenu.Builder menu = StringSelectMenu.create(id);
    names.forEach((value, name) -> menu.addOption(name.in(language), value));
    return menu.setDefaultValues(now).build();
  }

  /**
   * The change to what was filled in without a mistake, by command or by form; the rest stays as it
   * is. As many days as the operator says are stored as what the operator says.
   */
  static UnaryOperator<ServerSettings> changes(Request request, int mostDays) {
    Optional<Integer> days = value(request, RECEIPT_DAYS).map(Integer::valueOf);
    return before ->
        new ServerSettings(
            before.server(),
            value(request, LANGUAGE)
                .map(word -> Language.ofWireName(word).map(Language::wireName))
                .orElse(Optional.ofNullable(before.language()))
                .orElse(null),
            flag(request, PRIVATE, before.privateByDefault()),
            flag(request, FEEDBACK, before.feedback()),
            flag(request, KEEP_QUESTIONS, before.keepQuestions()),
            before.channels(),
            flag(request, FEED_ITEMS, before.takeFeedItems()),
            days.isEmpty()
                ? before.receiptDays()
                : days.filter(some -> some != mostDays).orElse(null),
            before.moderatorRoles(),
            flag(request, DECLINED, before.declinedInPublic()));
  }

  private static boolean flag(Request request, String name, boolean before) {
    return value(request, name).map(Boolean::parseBoolean).orElse(before);
  }

  private static Optional<String> value(Request request, String name) {
    return request.option(name).or(() -> request.chosen(name).stream().findFirst());
  }
}
