package dev.readout.answer.quote;

import java.util.List;

/**
 * What was found of the quotations in a message. Immutable.
 *
 * @param findings one for each quotation, in the order of the message; none when it has no text
 * @param truncated whether the message holds more, which was not checked
 */
public record QuoteReport(List<QuoteFinding> findings, boolean truncated) {
  public QuoteReport {
    findings = List.copyOf(findings);
  }
}
