package dev.readout.answer;

import static java.util.stream.Collectors.joining;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Forms of questions and what stands for each, from a file of this package whose head tells how it
 * is written. Immutable.
 */
final class QuestionForms {
  private static final String NAMES = "names";
  private static final Pattern NAME = Pattern.compile("%(\\w+)%");
  private static final String THEN = "=>";

  /** A line of a section: a pattern or word, and what stands for it. */
  record Form(String pattern, List<String> meanings) {
    Form {
      meanings = List.copyOf(meanings);
    }

    String meaning() {
      return meanings.getFirst();
    }
  }

  private final Map<String, List<Form>> sections = new LinkedHashMap<>();

  private QuestionForms() {}

  /**
   * @param names patterns that the file uses and does not define
   * @throws IllegalStateException if a line is not written as its head tells
   */
  static QuestionForms read(String file, Map<String, String> names) {
    QuestionForms forms = new QuestionForms();
    List<Form> named = forms.section(NAMES);
    names.forEach((name, pattern) -> named.add(new Form(name, List.of(pattern))));
    InputStream in = Objects.requireNonNull(QuestionForms.class.getResourceAsStream(file), file);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<Form> section = named;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("[")) {
          section = forms.section(line.substring(1, line.length() - 1));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          section.add(forms.form(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return forms;
  }

  private List<Form> section(String name) {
    return sections.computeIfAbsent(name, none -> new ArrayList<>());
  }

  private Form form(String line) {
    List<String> parts =
        Pattern.compile(THEN).splitAsStream(line + " ").map(String::strip).toList();
    if (parts.size() == 1) {
      throw new IllegalStateException("a form without \"" + THEN + "\": " + line);
    }
    return new Form(
        filledIn(parts.getFirst()),
        parts.stream()
            .skip(1)
            .map(part -> part.startsWith("\"") ? part.substring(1, part.length() - 1) : part)
            .map(this::filledIn)
            .toList());
  }

  private String filledIn(String text) {
    return NAME.matcher(text)
        .replaceAll(
            name ->
                Matcher.quoteReplacement(
                    section(NAMES).stream()
                        .filter(form -> form.pattern().equals(name.group(1)))
                        .findFirst()
                        .map(Form::meaning)
                        .orElseGet(() -> anyOf(name.group(1)))));
  }

  /** A pattern for any word of the section, the longest first. */
  String anyOf(String section) {
    return in(section).stream()
        .map(Form::pattern)
        .sorted(Comparator.comparingInt(String::length).reversed())
        .collect(joining("|"));
  }

  /**
   * The lines of a section, in their order.
   *
   * @throws IllegalStateException if there is none of that name
   */
  List<Form> in(String section) {
    List<Form> forms = sections.get(section);
    if (forms == null) {
      throw new IllegalStateException("neither a name nor a section: " + section);
    }
    return List.copyOf(forms);
  }

  /** What stands for each word of a section. */
  Map<String, String> words(String section) {
    Map<String, String> words = new LinkedHashMap<>();
    in(section).forEach(form -> words.put(form.pattern(), form.meaning()));
    return words;
  }
}
