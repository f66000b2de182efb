package dev.readout.index;

import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.corpus.LegalState;
import dev.readout.corpus.Provenance;
import dev.readout.corpus.RatePeriod;
import dev.readout.corpus.Side;
import dev.readout.corpus.Source;
import dev.readout.corpus.SourceType;
import dev.readout.corpus.Standing;
import dev.readout.corpus.StandingChange;
import dev.readout.corpus.StandingPeriod;
import dev.readout.corpus.Statement;
import dev.readout.corpus.Term;
import dev.readout.corpus.Topic;
import dev.readout.corpus.Voice;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Records, terms and topics as bytes of the index, so that an answer needs no YAML and no second
 * file. Not a format for exchange: a generation is only read by the version that wrote it ({@link
 * Fingerprint}).
 */
final class RecordCodec {
  private RecordCodec() {}

  private interface Writer<T> {
    void write(DataOutput out, T value) throws IOException;
  }

  private interface Reader<T> {
    T read(DataInput in) throws IOException;
  }

  static BytesRef encode(CorpusRecord record) throws IOException {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    out.writeString(record.id());
    out.writeString(record.body());
    list(out, record.statements(), RecordCodec::statement);
    out.writeString(record.kind().wireName());
    out.writeString(record.side().wireName());
    out.writeString(record.title());
    text(out, record.titleZh());
    day(out, record.published());
    day(out, record.asOf());
    day(out, record.effective());
    out.writeString(record.issuer());
    text(out, record.issuerZh());
    list(out, record.participants(), DataOutput::writeString);
    text(out, record.meeting());
    list(out, record.topics(), DataOutput::writeString);
    list(out, record.sources(), RecordCodec::source);
    out.writeString(record.provenance().wireName());
    list(out, record.standing().periods(), RecordCodec::period);
    list(out, record.standing().recorded(), RecordCodec::period);
    list(out, record.standing().assessed(), RecordCodec::period);
    list(out, record.standing().unassessed(), DataOutput::writeString);
    list(out, record.rates(), RecordCodec::rate);
    text(out, record.statusNote());
    text(out, record.statusNoteZh());
    list(out, record.relates(), DataOutput::writeString);
    list(out, record.questions(), DataOutput::writeString);
    list(out, record.changes(), RecordCodec::change);
    return new BytesRef(out.toArrayCopy());
  }

  static CorpusRecord decodeRecord(BytesRef bytes) throws IOException {
    DataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    String id = in.readString();
    String body = in.readString();
    List<Statement> statements = list(in, from -> statement(id, body, from));
    CorpusRecord record =
        new CorpusRecord(
            id,
            known(Kind.ofWireName(in.readString())),
            known(Side.ofWireName(in.readString())),
            in.readString(),
            text(in),
            day(in),
            day(in),
            day(in),
            in.readString(),
            text(in),
            list(in, DataInput::readString),
            text(in),
            list(in, DataInput::readString),
            list(in, RecordCodec::source),
            known(Provenance.ofWireName(in.readString())),
            new Standing(
                list(in, RecordCodec::period),
                list(in, RecordCodec::period),
                list(in, RecordCodec::period),
                list(in, DataInput::readString)),
            list(in, RecordCodec::rate),
            text(in),
            text(in),
            list(in, DataInput::readString),
            list(in, DataInput::readString),
            body,
            statements);
    return record.withTies(record.relates(), list(in, RecordCodec::change));
  }

  static BytesRef encode(Term term) throws IOException {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    out.writeString(term.id());
    out.writeString(term.kind());
    list(out, term.en(), DataOutput::writeString);
    list(out, term.abbr(), DataOutput::writeString);
    list(out, term.zhHans(), DataOutput::writeString);
    list(out, term.zhHant(), DataOutput::writeString);
    Side side = term.side();
    text(out, side == null ? null : side.wireName());
    text(out, term.recordId());
    return new BytesRef(out.toArrayCopy());
  }

  static Term decodeTerm(BytesRef bytes) throws IOException {
    DataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    return new Term(
        in.readString(),
        in.readString(),
        list(in, DataInput::readString),
        list(in, DataInput::readString),
        list(in, DataInput::readString),
        list(in, DataInput::readString),
        side(text(in)),
        text(in));
  }

  private static @Nullable Side side(@Nullable String name) throws IOException {
    return name == null ? null : known(Side.ofWireName(name));
  }

  static BytesRef encode(Topic topic) throws IOException {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    out.writeString(topic.id());
    out.writeString(topic.en());
    out.writeString(topic.zh());
    out.writeString(topic.zhHant());
    out.writeString(topic.note());
    return new BytesRef(out.toArrayCopy());
  }

  static Topic decodeTopic(BytesRef bytes) throws IOException {
    DataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    return new Topic(
        in.readString(), in.readString(), in.readString(), in.readString(), in.readString());
  }

  private static void source(DataOutput out, Source source) throws IOException {
    text(out, source.url());
    text(out, source.citation());
    text(out, source.publisher());
    text(out, source.type() == null ? null : source.type().wireName());
    text(out, source.lang());
  }

  private static Source source(DataInput in) throws IOException {
    String url = text(in);
    String citation = text(in);
    String publisher = text(in);
    String type = text(in);
    return new Source(
        url,
        citation,
        publisher,
        type == null ? null : known(SourceType.ofWireName(type)),
        text(in));
  }

  private static void change(DataOutput out, StandingChange change) throws IOException {
    LegalState state = change.state();
    out.writeString(change.measure());
    text(out, state == null ? null : state.wireName());
    day(out, change.from());
    day(out, change.to());
  }

  private static StandingChange change(DataInput in) throws IOException {
    String measure = in.readString();
    String state = text(in);
    return new StandingChange(
        measure, state == null ? null : known(LegalState.ofWireName(state)), day(in), day(in));
  }

  private static void period(DataOutput out, StandingPeriod period) throws IOException {
    day(out, period.from());
    day(out, period.to());
    out.writeString(period.state().wireName());
    out.writeString(period.by());
  }

  private static StandingPeriod period(DataInput in) throws IOException {
    return new StandingPeriod(
        firstDay(in), day(in), known(LegalState.ofWireName(in.readString())), in.readString());
  }

  private static void rate(DataOutput out, RatePeriod rate) throws IOException {
    day(out, rate.from());
    day(out, rate.to());
    out.writeString(rate.rate());
    out.writeString(rate.of());
    out.writeString(rate.by());
  }

  private static RatePeriod rate(DataInput in) throws IOException {
    return new RatePeriod(firstDay(in), day(in), in.readString(), in.readString(), in.readString());
  }

  private static LocalDate firstDay(DataInput in) throws IOException {
    LocalDate from = day(in);
    if (from == null) {
      throw new IOException("a period without a first day");
    }
    return from;
  }

  private static void statement(DataOutput out, Statement statement) throws IOException {
    out.writeVInt(statement.start());
    out.writeVInt(statement.end());
    out.writeString(statement.voice().wireName());
    text(out, statement.speaker());
    out.writeString(statement.hash());
    text(out, statement.fragment());
    text(out, statement.zh());
  }

  private static Statement statement(String recordId, String body, DataInput in)
      throws IOException {
    int start = in.readVInt();
    int end = in.readVInt();
    Voice voice = known(Voice.ofWireName(in.readString()));
    String speaker = text(in);
    return new Statement(
        recordId,
        start,
        end,
        voice,
        speaker,
        body.substring(start, end),
        in.readString(),
        text(in),
        text(in));
  }

  private static <T> T known(Optional<T> value) throws IOException {
    return value.orElseThrow(() -> new IOException("a word that this version does not know"));
  }

  private static void text(DataOutput out, @Nullable String text) throws IOException {
    out.writeByte((byte) (text == null ? 0 : 1));
    if (text != null) {
      out.writeString(text);
    }
  }

  private static @Nullable String text(DataInput in) throws IOException {
    return in.readByte() == 0 ? null : in.readString();
  }

  private static void day(DataOutput out, @Nullable LocalDate day) throws IOException {
    out.writeZLong(day == null ? Long.MIN_VALUE : day.toEpochDay());
  }

  private static @Nullable LocalDate day(DataInput in) throws IOException {
    long day = in.readZLong();
    return day == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(day);
  }

  private static <T> void list(DataOutput out, List<T> values, Writer<T> writer)
      throws IOException {
    out.writeVInt(values.size());
    for (T value : values) {
      writer.write(out, value);
    }
  }

  private static <T> List<T> list(DataInput in, Reader<T> reader) throws IOException {
    int size = in.readVInt();
    List<T> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(reader.read(in));
    }
    return values;
  }
}
