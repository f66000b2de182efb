package dev.readout.discord.standin.wire;

import java.nio.charset.StandardCharsets;

/** A file that was sent in a multipart request, or that a person attaches. Immutable. */
public final class UploadedFile {
  private final String part;
  private final String name;
  private final String contentType;
  private final byte[] bytes;

  public UploadedFile(String part, String name, String contentType, byte[] bytes) {
    this.part = part;
    this.name = name;
    this.contentType = contentType;
    this.bytes = bytes.clone();
  }

  /** A text file that a person attaches. */
  public static UploadedFile text(String name, String text) {
    return of(name, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file that a person attaches. */
  public static UploadedFile of(String name, String contentType, byte[] bytes) {
    return new UploadedFile("", name, contentType, bytes);
  }

  /** The part of the multipart body that it came in, such as "files[0]"; empty for a person's. */
  public String part() {
    return part;
  }

  /** The file's name. */
  public String name() {
    return name;
  }

  /** The media type. */
  public String contentType() {
    return contentType;
  }

  /** A copy of the content. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The length in bytes. */
  public int size() {
    return bytes.length;
  }

  /** The content, read as UTF-8. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return name + " (" + contentType + ", " + bytes.length + " bytes)";
  }
}
