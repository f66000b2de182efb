package dev.readout.discord.standin.contract;

/**
 * Something that a request does and may not.
 *
 * @param route method and path
 * @param rule the rule's short name; "openapi" for Discord's document
 * @param detail what is wrong, and where
 * @param excerpt the part of the body that is wrong, cut short
 */
public record Violation(String route, String rule, String detail, String excerpt) {
  @Override
  public String toString() {
    return "%s: %s: %s in %s".formatted(route, rule, detail, excerpt);
  }
}
