package dev.readout.intake.extract;

import dev.readout.intake.extract.Extraction.Extracted;
import dev.readout.intake.extract.Extraction.Failed;
import dev.readout.intake.extract.Extraction.Reason;
import dev.readout.intake.extract.Extraction.Slice;
import dev.readout.intake.original.Format;
import dev.readout.intake.original.Original;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an extractor and its process say to each other: a document one way, an extraction the other.
 * Neither trusts the other's lengths.
 */
final class ExtractorWire {
  /** Longest extraction on its way back. */
  static final int MAX_ANSWER_BYTES = 4 << 20;

  /** What the process says first, so that one that never ran is told from one that died. */
  static final int GREETING = 0x52454144;

  private static final int MAX_STATEMENTS = 100_000;

  private ExtractorWire() {}

  static void writeOriginal(Original original, OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    out.writeUTF(original.format().wireName());
    Charset declared = original.declaredCharset();
    out.writeUTF(declared == null ? "" : declared.name());
    out.writeInt(original.size());
    original.stream().transferTo(out);
    out.flush();
  }

  static Original readOriginal(InputStream from) throws IOException {
    DataInputStream in = new DataInputStream(from);
    Format format = Format.ofWireName(in.readUTF()).orElseThrow();
    String declared = in.readUTF();
    int size = in.readInt();
    byte[] bytes = in.readNBytes(Math.clamp(size, 0, Original.MAX_BYTES));
    if (bytes.length != size) {
      throw new IOException("a document of " + size + " bytes came with " + bytes.length);
    }
    return Original.of(bytes, format, declared.isEmpty() ? null : Charset.forName(declared));
  }

  /** The extraction as bytes; what would be too long a text becomes a failure. */
  static byte[] encode(Extraction extraction) throws IOException {
    byte[] answer = bytes(extraction);
    return answer.length <= MAX_ANSWER_BYTES ? answer : bytes(new Failed(Reason.TOO_LARGE));
  }

  private static byte[] bytes(Extraction extraction) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    switch (extraction) {
      case Failed(Reason reason) -> {
        out.writeBoolean(false);
        out.writeUTF(reason.name());
      }
      case Extracted text -> {
        out.writeBoolean(true);
        writeText(out, text.title());
        writeText(out, text.published() == null ? null : text.published().toString());
        writeText(out, text.language());
        writeText(out, text.publisher());
        writeText(out, text.body());
        out.writeInt(text.statements().size());
        for (Slice slice : text.statements()) {
          out.writeInt(slice.start());
          out.writeInt(slice.end());
          writeText(out, slice.fragment());
        }
      }
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IOException for anything that {@link #encode} does not write
   */
  static Extraction decode(byte[] answer) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(answer));
    try {
      Extraction extraction =
          in.readBoolean() ? readExtracted(in) : new Failed(Reason.valueOf(in.readUTF()));
      if (in.available() > 0) {
        throw new IOException("more than an extraction");
      }
      return extraction;
    } catch (RuntimeException e) {
      throw new IOException("no extraction", e);
    }
  }

  private static Extracted readExtracted(DataInputStream in) throws IOException {
    String title = readText(in);
    String published = readText(in);
    String language = readText(in);
    String publisher = readText(in);
    String body = readText(in);
    int count = in.readInt();
    if (body == null || count < 0 || count > MAX_STATEMENTS) {
      throw new IOException("no text, or " + count + " statements");
    }
    List<Slice> statements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      statements.add(new Slice(in.readInt(), in.readInt(), readText(in)));
    }
    return new Extracted(
        title,
        published == null ? null : LocalDate.parse(published),
        language,
        publisher,
        body,
        statements);
  }

  /** Not {@code writeUTF}, which ends at 64 KiB. */
  private static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static @Nullable String readText(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length == -1) {
      return null;
    }
    if (length < 0 || length > in.available()) {
      throw new IOException("a text of " + length + " bytes");
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
