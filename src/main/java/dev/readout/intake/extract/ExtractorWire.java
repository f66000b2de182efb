package dev.readout.intake.extract;

import dev.readout.intake.extract.Extraction.Extracted;
import dev.readout.intake.extract.Extraction.Failed;
import dev.readout.intake.extract.Extraction.Reason;
import dev.readout.intake.extract.Extraction.Slice;
import dev.readout.intake.original.Format;
import dev.readout.intake.original.Original;
import dev.readout.store.FeedKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an extractor and its process say to each other: a document one way, its text or what it
 * lists the other. Neither trusts the other's lengths.
 */
final class ExtractorWire {
  /** Longest extraction on its way back. */
  static final int MAX_ANSWER_BYTES = 4 << 20;

  /** What the process says first, so that one that never ran is told from one that died. */
  static final int GREETING = 0x52454144;

  private static final int MAX_STATEMENTS = 100_000;

  private ExtractorWire() {}

  /**
   * What is asked for of a document.
   *
   * @param feed the kind of list that it is, of which the items are wanted; null for its text
   * @param base where the list was found; empty for a text
   * @param links which links are items; empty for all
   */
  record Request(@Nullable FeedKind feed, String base, String links) {
    static final Request TEXT = new Request(null, "", "");
  }

  static void write(Request request, Original original, OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    out.writeUTF(request.feed() == null ? "" : request.feed().wireName());
    out.writeUTF(request.base());
    out.writeUTF(request.links());
    out.writeUTF(original.format().wireName());
    Charset declared = original.declaredCharset();
    out.writeUTF(declared == null ? "" : declared.name());
    out.writeInt(original.size());
    original.stream().transferTo(out);
    out.flush();
  }

  static Request readRequest(DataInputStream in) throws IOException {
    return new Request(FeedKind.ofWireName(in.readUTF()).orElse(null), in.readUTF(), in.readUTF());
  }

  static Original readOriginal(DataInputStream in) throws IOException {
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

  static byte[] encode(FeedReading reading) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    List<FeedReading.Item> items =
        reading instanceof FeedReading.Items(var listed) ? listed : List.of();
    out.writeInt(reading instanceof FeedReading.Malformed ? -1 : items.size());
    for (FeedReading.Item item : items) {
      writeText(out, item.address().toString());
      writeText(out, item.title());
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IOException for anything that {@link #encode} does not write
   */
  static FeedReading decodeFeed(byte[] answer) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(answer));
    int count = in.readInt();
    if (count < -1 || count > FeedReader.MAX_ITEMS) {
      throw new IOException("a list of " + count + " items");
    }
    List<FeedReading.Item> items = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        URI address = URI.create(Objects.toString(readText(in)));
        items.add(new FeedReading.Item(address, Objects.toString(readText(in), "")));
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("no address", e);
    }
    if (in.available() > 0) {
      throw new IOException("more than a list");
    }
    return count == -1
        ? new FeedReading.Malformed()
        : items.isEmpty() ? new FeedReading.Empty() : new FeedReading.Items(items);
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
