package dev.readout.cli;

import dev.readout.answer.SafeText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Where commands read and write; {@code out} takes answers alone. */
public record Terminal(
    PrintWriter out, PrintWriter err, InputStream in, Layout layout, boolean interactive) {
  private static final int MAX_MESSAGE_CHARS = 400;

  /** Nobody is there to be asked. */
  public Terminal(PrintWriter out, PrintWriter err, InputStream in, Layout layout) {
    this(out, err, in, layout, false);
  }

  /** One line on {@code err}, whatever the message holds of what was typed. */
  public void tell(String message) {
    err.println("readout: " + SafeText.of(message, MAX_MESSAGE_CHARS));
  }

  /** Prints a line on {@code out} and gives the exit code. */
  public int done(String line) {
    out.println(line);
    return ReadoutCommand.DONE;
  }

  /** Tells what went wrong and gives the exit code. */
  int failed(String message) {
    tell(message);
    return ReadoutCommand.FAILED;
  }

  /** Asks what is answered by yes or no, where somebody is there; anything but a yes is a no. */
  boolean confirms(String question) throws IOException {
    out.print(question + " [y/n] ");
    out.flush();
    String answer =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
  }

  /** Somebody typed what cannot be used; the message says why and what to type instead. */
  public static final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadInputException(String message) {
      super(message);
    }
  }

  /** How wide a page is, {@link #UNBROKEN} for as wide as it gets, and whether it is coloured. */
  public record Layout(int columns, boolean colour) {
    /** No line is broken: what is piped is read by programs, or wrapped by a pager. */
    public static final int UNBROKEN = Integer.MAX_VALUE;

    /** For files and pipes. */
    public static final Layout PLAIN = new Layout(UNBROKEN, false);

    private static final int MIN_COLUMNS = 40;
    private static final int MAX_COLUMNS = 160;
    private static final int DEFAULT_COLUMNS = 100;

    public Layout {
      if (columns < MIN_COLUMNS) {
        throw new IllegalArgumentException("columns: " + columns);
      }
    }

    /** As {@code COLUMNS} says wherever it is exported, {@code NO_COLOR} on a terminal. */
    public static Layout of(boolean terminal, Map<String, String> environment) {
      String columns = environment.getOrDefault("COLUMNS", "");
      int width = terminal ? DEFAULT_COLUMNS : UNBROKEN;
      if (columns.matches("[1-9][0-9]{0,3}")) {
        width = Math.clamp(Integer.parseInt(columns), MIN_COLUMNS, MAX_COLUMNS);
      }
      boolean colour = terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
      return new Layout(width, colour && !environment.getOrDefault("TERM", "").equals("dumb"));
    }

    /** Whether lines are broken at a known width. */
    public boolean isBroken() {
      return columns != UNBROKEN;
    }
  }
}
