package dev.readout.discord.render;

import dev.readout.store.FeedbackTable.Verdict;
import dev.readout.store.SourceEntry.SourceState;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.components.buttons.Button;
import org.jspecify.annotations.Nullable;

/**
 * Writes ids as {@code version:kind:arguments} and reads them: {@code r1:more:7K3Q9ZTA:2:7}. The
 * arguments are the parts of the kind's record, in their order. Buttons that were sent stay for
 * years: a kind's word, and the words of its arguments, are never changed. Pure functions.
 */
final class IdCodec {
  /** Raised when the form changes; ids of other versions are told apart, never misread. */
  private static final String VERSION = "r1";

  private static final int EFFECT_CHARS = 3;

  /** What an id can be; of a record with two kinds the form, filled in, or what opens it. */
  private record Kind(String word, Class<? extends ComponentId> type, @Nullable Boolean filledIn) {

    static Kind of(String word, Class<? extends ComponentId> type) {
      return new Kind(word, type, null);
    }

    /** What the record needs beside what the kind says. */
    List<RecordComponent> arguments() {
      return Arrays.stream(type.getRecordComponents()).filter(part -> !isFilledIn(part)).toList();
    }

    private boolean isFilledIn(RecordComponent part) {
      return filledIn != null && part.getName().equals("isFilledIn");
    }

    boolean isOf(ComponentId id) {
      return type == id.getClass()
          && (filledIn == null
              || Arrays.stream(type.getRecordComponents())
                  .filter(this::isFilledIn)
                  .allMatch(part -> filledIn.equals(value(part, id))));
    }

    ComponentId made(List<String> words) throws ReflectiveOperationException {
      RecordComponent[] parts = type.getRecordComponents();
      Object[] values = new Object[parts.length];
      int read = 0;
      for (int i = 0; i < parts.length; i++) {
        values[i] = isFilledIn(parts[i]) ? filledIn : value(parts[i], words.get(read++));
      }
      Class<?>[] types =
          Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return type.getDeclaredConstructor(types).newInstance(values);
    }
  }

  private static final List<Kind> KINDS =
      List.of(
          Kind.of("all", ComponentId.All.class),
          Kind.of("more", ComponentId.More.class),
          Kind.of("sources", ComponentId.Sources.class),
          Kind.of("cite", ComponentId.Cite.class),
          Kind.of("view", ComponentId.View.class),
          Kind.of("related", ComponentId.Related.class),
          Kind.of("vote", ComponentId.Vote.class),
          Kind.of("dislike", ComponentId.Dislike.class),
          Kind.of("wish", ComponentId.Wish.class),
          Kind.of("show", ComponentId.Show.class),
          Kind.of("remove", ComponentId.Remove.class),
          Kind.of("audit", ModeratorId.AuditPage.class),
          Kind.of("settings-edit", ModeratorId.EditSettings.class),
          Kind.of("settings-reset", ModeratorId.ResetSettings.class),
          Kind.of("settings-form", ModeratorId.SettingsForm.class),
          Kind.of("reindex", ModeratorId.ReindexConfirm.class),
          Kind.of("reindex-cancel", ModeratorId.ReindexCancel.class),
          Kind.of("rollback-choice", ModeratorId.RollbackChoice.class),
          Kind.of("rollback", ModeratorId.RollbackConfirm.class),
          Kind.of("coverage", ModeratorId.CoveragePage.class),
          Kind.of("inbox", SourceId.Inbox.class),
          new Kind("decide", SourceId.Decide.class, false),
          new Kind("decided", SourceId.Decide.class, true),
          new Kind("assess", SourceId.Assess.class, false),
          new Kind("assessed", SourceId.Assess.class, true),
          Kind.of("reindex-now", SourceId.Reindex.class),
          Kind.of("draft", SourceId.Draft.class),
          Kind.of("source", SourceId.Of.class),
          Kind.of("source-page", SourceId.Page.class),
          Kind.of("source-new", SourceId.New.class),
          Kind.of("feed-pack", SourceId.Pack.class));

  private IdCodec() {}

  static String encode(ComponentId id) {
    Kind kind = KINDS.stream().filter(one -> one.isOf(id)).findFirst().orElseThrow();
    List<String> words = new ArrayList<>(List.of(VERSION, kind.word));
    kind.arguments().forEach(part -> words.add(word(part.getName(), value(part, id))));
    return String.join(":", words);
  }

  /** What the id says; empty for one of another version or of no form known here. */
  static Optional<ComponentId> parse(String id) {
    List<String> words = List.of(id.split(":", -1));
    if (id.length() > Button.ID_MAX_LENGTH
        || words.size() < 2
        || !words.getFirst().equals(VERSION)) {
      return Optional.empty();
    }
    List<String> arguments = words.subList(2, words.size());
    return KINDS.stream()
        .filter(kind -> kind.word.equals(words.get(1)))
        .filter(kind -> kind.arguments().size() == arguments.size())
        .findFirst()
        .flatMap(kind -> made(kind, arguments));
  }

  private static Optional<ComponentId> made(Kind kind, List<String> arguments) {
    try {
      return Optional.of(kind.made(arguments));
    } catch (IllegalArgumentException | InvocationTargetException e) { // no such word or number
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object value(RecordComponent part, ComponentId id) {
    try {
      return part.getAccessor().invoke(id);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String word(String name, Object value) {
    return switch (value) {
      case Boolean is -> words(name).get(is ? 1 : 0);
      case Long number -> Long.toUnsignedString(number);
      case List<?> terms -> String.join(",", terms.stream().map(String::valueOf).toList());
      case Optional<?> state -> state.map(one -> word(name, one)).orElse("live");
      case SourceState state -> state.wireName();
      case Verdict verdict -> verdict.name().toLowerCase(Locale.ROOT);
      // Short, since a measure's id beside it takes most of the room.
      case SourceId.Effect effect -> plain(effect).substring(0, EFFECT_CHARS);
      case Enum<?> one -> plain(one);
      default -> value.toString();
    };
  }

  private static String plain(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Object value(RecordComponent part, String word) {
    Class<?> type = part.getType();
    if (type == boolean.class) {
      return oneOf(List.of(false, true), part, word);
    } else if (type == int.class) {
      return Integer.parseInt(word);
    } else if (type == long.class) {
      return Long.parseUnsignedLong(word);
    } else if (type == List.class) {
      return List.of(word.split(",", -1));
    } else if (type == Optional.class) {
      return word.equals("live")
          ? Optional.empty()
          : Optional.of(SourceState.ofWireName(word).orElseThrow(IllegalArgumentException::new));
    }
    return type.isEnum() ? oneOf(List.of(type.getEnumConstants()), part, word) : word;
  }

  private static <T> T oneOf(List<T> values, RecordComponent part, String word) {
    return values.stream()
        .filter(value -> word(part.getName(), value).equals(word))
        .findFirst()
        .orElseThrow(IllegalArgumentException::new);
  }

  /** What no and yes are called. */
  private static List<String> words(String name) {
    return switch (name) {
      case "global" -> List.of("own", "global");
      case "force" -> List.of("changes", "force");
      case "on" -> List.of("off", "on");
      default -> throw new IllegalArgumentException("no words for " + name);
    };
  }
}
