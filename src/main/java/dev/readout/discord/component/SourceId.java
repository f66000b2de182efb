package dev.readout.discord.component;

import dev.readout.discord.access.Access;
import dev.readout.store.SourceState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The buttons and forms of {@code /source}. Each says whose sources it is about: the server's that
 * it is pressed in, or the operators' own for all servers. Immutable.
 */
public sealed interface SourceId extends ModeratorId {

  /** Whether it is about the sources of all servers. */
  boolean global();

  /** What can be done with a draft or with what somebody filled in and that is not stored yet. */
  enum DraftAction {
    /** Opens the form. */
    EDIT,
    /** The form, filled in. */
    FORM,
    ADD,
    DISCARD
  }

  /** What can be done with a source of the catalogue. */
  enum Action {
    SHOW,
    /** Opens the form. */
    EDIT,
    /** Opens the form, to approve what was filled in. */
    COMPLETE,
    /** The form, filled in. */
    FORM,
    /** The form for what is to be approved, filled in. */
    COMPLETE_FORM,
    REFRESH,
    ASK_REMOVE,
    REMOVE,
    APPROVE,
    REFUSE,
    RESTORE
  }

  /**
   * A draft.
   *
   * @param draft under which it is kept in memory
   */
  record Draft(DraftAction action, String draft, boolean global) implements SourceId {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

    public Draft {
      if (!FORM.matcher(draft).matches()) {
        throw new IllegalArgumentException("no draft: " + draft);
      }
    }

    @Override
    public String encode() {
      return ComponentId.join("draft", word(action), draft, whose(global));
    }
  }

  /**
   * A source.
   *
   * @param number of the source, from 1
   */
  record Of(Action action, long number, boolean global) implements SourceId {
    public Of {
      if (number < 1) {
        throw new IllegalArgumentException("number: " + number);
      }
    }

    @Override
    public String encode() {
      return ComponentId.join("source", word(action), Long.toString(number), whose(global));
    }
  }

  /**
   * The sources after a number.
   *
   * @param state only these; empty for waiting and accepted ones
   * @param after the number of the last source shown, from 1
   */
  record Page(Optional<SourceState> state, long after, boolean global) implements SourceId {
    public Page {
      if (after < 1) {
        throw new IllegalArgumentException("after: " + after);
      }
    }

    @Override
    public String encode() {
      String only = state.map(SourceState::wireName).orElse("live");
      return ComponentId.join("source-page", only, Long.toString(after), whose(global));
    }
  }

  /** The form for a new source, filled in. */
  record New(boolean global) implements SourceId {
    @Override
    public String encode() {
      return ComponentId.join("source-new", whose(global));
    }
  }

  @Override
  default Access access() {
    return global() ? Access.OPERATOR : Access.MODERATOR;
  }

  /** Part of {@link ComponentId#parse(String)}. */
  static Optional<ComponentId> parse(String action, List<String> rest) {
    if (rest.isEmpty() || !List.of(whose(true), whose(false)).contains(rest.getLast())) {
      return Optional.empty();
    }
    boolean global = rest.getLast().equals(whose(true));
    return switch (action + "/" + rest.size()) {
      case "draft/3" ->
          value(DraftAction.values(), rest.get(0)).map(act -> new Draft(act, rest.get(1), global));
      case "source/3" ->
          value(Action.values(), rest.get(0))
              .map(act -> new Of(act, Long.parseLong(rest.get(1)), global));
      case "source-page/3" -> page(rest.get(0), Long.parseLong(rest.get(1)), global);
      case "source-new/1" -> Optional.of(new New(global));
      default -> Optional.empty();
    };
  }

  private static Optional<ComponentId> page(String only, long after, boolean global) {
    if (only.equals("live")) {
      return Optional.of(new Page(Optional.empty(), after, global));
    }
    return SourceState.ofWireName(only).map(state -> new Page(Optional.of(state), after, global));
  }

  private static String word(Enum<?> action) {
    return action.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <E extends Enum<E>> Optional<E> value(E[] values, String word) {
    return Arrays.stream(values).filter(value -> word(value).equals(word)).findFirst();
  }

  private static String whose(boolean global) {
    return global ? "global" : "own";
  }
}
