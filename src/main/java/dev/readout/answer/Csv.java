package dev.readout.answer;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values, as spreadsheets open them (RFC 4180). Confined to one thread. */
public final class Csv {
  private final StringBuilder text = new StringBuilder("\uFEFF");

  public Csv(String... headings) {
    row(headings);
  }

  public void row(String... cells) {
    row(List.of(cells));
  }

  /** A cell that begins like a formula is text. */
  private void row(Collection<String> cells) {
    text.append(
            cells.stream()
                .map(cell -> cell.matches("(?s)[=+@\\t\\r-].*") ? "'" + cell : cell)
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",")))
        .append("\r\n");
  }

  public byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
