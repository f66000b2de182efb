package dev.readout.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a day of the calendar as {@code 2024-10-08}. */
public final class DayConverter implements ITypeConverter<LocalDate> {
  private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  @Override
  public LocalDate convert(String value) {
    if (!FORM.matcher(value).matches()) {
      throw new TypeConversionException(
          "no day '" + value + "'; write year-month-day, as 2024-10-08");
    }
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "the calendar has no day '" + value + "'; write one that it has");
    }
  }
}
