package dev.readout.intake;

import dev.readout.intake.Draft.Drafting;
import java.util.Locale;

/**
 * What the catalogue remembers of a problem: one word, which whoever shows it says in the reader's
 * language. Pure functions.
 */
public final class ProblemWord {
  /** The page is not there any more. */
  public static final String GONE = "gone";

  /** The address leads to somebody else's site now. */
  public static final String OTHER_PUBLISHER = "other-publisher";

  /** What is at the address now is another document. */
  public static final String REPLACED = "replaced";

  private ProblemWord() {}

  static String of(Drafting why) {
    return switch (why) {
      case Drafting.NotFetched(var refusal) -> word(refusal.reason());
      case Drafting.NotRead(var reason) -> word(reason);
      case Drafting.Drafted _, Drafting.AlreadyThere _, Drafting.Busy _ ->
          throw new IllegalArgumentException("no problem: " + why);
    };
  }

  /** The word for a reason. */
  public static String word(Enum<?> reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
