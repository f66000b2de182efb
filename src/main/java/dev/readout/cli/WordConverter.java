package dev.readout.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of a few words, and names them to who typed another. Immutable. */
public abstract class WordConverter<T> implements ITypeConverter<T> {
  private final String what;
  private final Function<String, Optional<T>> read;
  private final String words;

  /**
   * Of words in small letters.
   *
   * @param what stands for one of them, such as "side"
   * @param words all of them, such as "us or prc"
   */
  protected WordConverter(String what, Function<String, Optional<T>> read, String words) {
    this.what = what;
    this.read = read;
    this.words = words;
  }

  @Override
  public final T convert(String value) {
    return read.apply(value.strip().toLowerCase(Locale.ROOT))
        .orElseThrow(
            () ->
                new TypeConversionException("no %s '%s'; write %s".formatted(what, value, words)));
  }
}
