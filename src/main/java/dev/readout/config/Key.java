package dev.readout.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A setting: its name, what may be written, and what holds when nobody writes it. Immutable.
 *
 * @param name in kebab-case, groups separated by full stops, as in the file
 * @param form what may be written and how it is read
 * @param standard the value when nothing is written; null when there is none, or it depends on the
 *     installation
 * @param standardText the default in words, for people
 * @param meaning what it does, with its unit; one or two sentences
 * @param secret whether it is never shown and never stands in the file; may then be in a file of
 *     its own
 * @param variable the environment variable that stands above the file
 */
record Key<T>(
    String name,
    Form<T> form,
    @Nullable T standard,
    String standardText,
    String meaning,
    boolean secret,
    String variable) {

  /** A key whose variable follows from its name. */
  Key(
      String name,
      Form<T> form,
      @Nullable T standard,
      String standardText,
      String meaning,
      boolean secret) {
    this(name, form, standard, standardText, meaning, secret, variableOf(name));
  }

  /** A key with a default. */
  static <T> Key<T> of(String name, Form<T> form, T standard, String meaning) {
    return new Key<>(name, form, standard, form.text(standard), meaning, false);
  }

  /** A key that may be absent, or whose default depends on the installation. */
  static <T> Key<T> optional(String name, Form<T> form, String standardText, String meaning) {
    return new Key<>(name, form, null, standardText, meaning, false);
  }

  /** A secret that must be set. */
  static <T> Key<T> secret(String name, Form<T> form, String meaning) {
    return new Key<>(name, form, null, "none; it must be set", meaning, true);
  }

  /** The same key with a variable of its own. */
  Key<T> withVariable(String own) {
    return new Key<>(name, form, standard, standardText, meaning, secret, own);
  }

  /** The variable that SmallRye looks for. */
  String usualVariable() {
    return variableOf(name);
  }

  private static String variableOf(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  /** The environment variable that names a file with the secret. */
  String fileVariable() {
    return variable + "_FILE";
  }
}
