package dev.readout.cli;

import dev.readout.cli.page.Layout;
import java.io.InputStream;
import java.io.PrintWriter;

/**
 * Where commands read and write.
 *
 * @param out answers, and nothing else
 * @param err what went wrong
 * @param in read only when a command is told to
 * @param layout how pages on {@code out} are set
 */
public record Terminal(PrintWriter out, PrintWriter err, InputStream in, Layout layout) {
  /**
   * How many characters of statements an answer shows: about a screen and a half with their
   * sources.
   */
  public static final int ANSWER_BUDGET_CHARS = 2_400;
}
