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
    RESTORE,
    /** Asks what it changes in the standing of the measures that it names. */
    ASK_STANDING,
    /** Says that it is right, though nobody known stands behind it. */
    CONFIRM
  }

  /** What a source does to a measure's standing. */
  enum Effect {
    EXTENDED,
    SUSPENDED,
    SUPERSEDED,
    RESCINDED,
    UNCHANGED;

    /** Short, since a measure's id beside it takes most of the room. */
    private String code() {
      return word(this).substring(0, 3);
    }
  }

  /**
   * What waits for a decision.
   *
   * @param from how many the pages before have shown
   */
  record Inbox(int from, boolean global) implements SourceId {
    public Inbox {
      if (from < 0) {
        throw new IllegalArgumentException("from: " + from);
      }
    }

    @Override
    public String encode() {
      return ComponentId.join("inbox", Integer.toString(from), whose(global));
    }
  }

  /**
   * Decides about several that wait.
   *
   * @param isFilledIn whether it is the form, filled in; else it opens that
   */
  record Decide(boolean isFilledIn, boolean global) implements SourceId {
    @Override
    public String encode() {
      return ComponentId.join(isFilledIn ? "decided" : "decide", whose(global));
    }
  }

  /**
   * Says what a source does to a measure's standing.
   *
   * @param isFilledIn whether it is the form, filled in; else it opens that, if there is one
   * @param number of the source, from 1
   * @param measure id of its record
   */
  record Assess(Effect effect, boolean isFilledIn, long number, String measure, boolean global)
      implements SourceId {
    private static final Pattern RECORD = Pattern.compile("[a-z0-9-]{1,69}");
    private static final long MAX_NUMBER = 9_999_999;

    public Assess {
      if (number < 1 || number > MAX_NUMBER || !RECORD.matcher(measure).matches()) {
        throw new IllegalArgumentException("no source or no measure: " + number + " " + measure);
      }
    }

    @Override
    public String encode() {
      return ComponentId.join(
          isFilledIn ? "assessed" : "assess",
          effect.code(),
          Long.toString(number),
          measure,
          whose(global));
    }
  }

  /** Brings what was accepted into answers. */
  record Reindex(boolean global) implements SourceId {
    @Override
    public String encode() {
      return ComponentId.join("reindex-now", whose(global));
    }
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

  /** The official feeds, to be watched or not. */
  record Pack(boolean on, boolean global) implements SourceId {
    @Override
    public String encode() {
      return ComponentId.join("feed-pack", on ? "on" : "off", whose(global));
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
      case "feed-pack/2" ->
          Optional.of(rest.get(0))
              .filter(List.of("on", "off")::contains)
              .map(word -> new Pack(word.equals("on"), global));
      case "source-new/1" -> Optional.of(new New(global));
      case "inbox/2" -> Optional.of(new Inbox(Integer.parseInt(rest.get(0)), global));
      case "decide/1" -> Optional.of(new Decide(false, global));
      case "decided/1" -> Optional.of(new Decide(true, global));
      case "assess/4" -> assess(false, rest, global);
      case "assessed/4" -> assess(true, rest, global);
      case "reindex-now/1" -> Optional.of(new Reindex(global));
      default -> Optional.empty();
    };
  }

  private static Optional<ComponentId> assess(
      boolean isFilledIn, List<String> rest, boolean global) {
    return Arrays.stream(Effect.values())
        .filter(effect -> effect.code().equals(rest.get(0)))
        .findFirst()
        .map(
            effect ->
                new Assess(effect, isFilledIn, Long.parseLong(rest.get(1)), rest.get(2), global));
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
