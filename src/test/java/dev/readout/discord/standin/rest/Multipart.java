package dev.readout.discord.standin.rest;

import dev.readout.discord.standin.wire.UploadedFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a multipart/form-data body, as far as bots write it. */
final class Multipart {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
  private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");
  private static final Pattern TYPE =
      Pattern.compile("(?i)^content-type:\\s*(.*)$", Pattern.MULTILINE);

  private Multipart() {}

  /** All parts in order; one that is no file has an empty name. */
  static List<UploadedFile> parts(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw new IllegalArgumentException("no boundary: " + contentType);
    }
    // Latin-1 keeps every byte as one character.
    String text = new String(body, StandardCharsets.ISO_8859_1);
    String delimiter = "--" + boundary.group(1);
    List<UploadedFile> parts = new ArrayList<>();
    int start = text.indexOf(delimiter);
    while (start >= 0) {
      int from = start + delimiter.length();
      int next = text.indexOf(delimiter, from);
      if (next < 0) {
        break;
      }
      parts.add(part(text.substring(from + 2, next - 2)));
      start = next;
    }
    return parts;
  }

  private static UploadedFile part(String part) {
    int end = part.indexOf("\r\n\r\n");
    String head = utf8(part.substring(0, Math.max(end, 0)));
    byte[] content = part.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
    return new UploadedFile(
        first(NAME, head), first(FILE_NAME, head), first(TYPE, head).strip(), content);
  }

  private static String utf8(String latin) {
    return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }
}
