package dev.readout.meaning;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The named tensors of an ONNX file: where each one's numbers stand in it, so that they can be read
 * and replaced without knowing the rest. Confined to one thread; changes the bytes it was given.
 *
 * <p>Source: onnx.proto (ModelProto.graph = 7, GraphProto.initializer = 5, TensorProto).
 */
final class OnnxTensors {
  private static final int GRAPH = 7;
  private static final int INITIALIZER = 5;
  private static final int DIMS = 1;
  private static final int DATA_TYPE = 2;
  private static final int FLOAT_TYPE = 1;
  private static final int FLOATS = 4;
  private static final int NAME = 8;
  private static final int RAW = 9;

  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int COUNTED = 2;
  private static final int FOUR_BYTES = 5;

  private final byte[] file;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  /** Where a tensor's numbers stand. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Tensor(long[] shape, boolean isOfFloats, int start, int length) {}

  /** One field of a message: for those that are counted where its content stands. */
  private record Field(int number, int type, long value, int start, int length) {}

  OnnxTensors(byte[] file) {
    this.file = file;
    for (Field graph : fields(0, file.length, GRAPH)) {
      for (Field tensor : fields(graph.start(), graph.length(), INITIALIZER)) {
        add(fields(tensor.start(), tensor.length()));
      }
    }
  }

  private void add(List<Field> fields) {
    String name = "";
    List<Long> shape = new ArrayList<>();
    boolean isOfFloats = false;
    int start = 0;
    int length = 0;
    for (Field field : fields) {
      switch (field.number()) {
        case DIMS -> shape.addAll(numbers(field));
        case DATA_TYPE -> isOfFloats = field.value() == FLOAT_TYPE;
        case NAME -> name = new String(file, field.start(), field.length(), StandardCharsets.UTF_8);
        case FLOATS, RAW -> {
          start = field.start();
          length = field.length();
        }
        default -> {}
      }
    }
    long[] dimensions = shape.stream().mapToLong(size -> size).toArray();
    tensors.put(name, new Tensor(dimensions, isOfFloats, start, length));
  }

  /** One number, or several in a row. */
  private List<Long> numbers(Field field) {
    if (field.type() == VARINT) {
      return List.of(field.value());
    }
    List<Long> numbers = new ArrayList<>();
    ByteBuffer row = ByteBuffer.wrap(file, field.start(), field.length());
    while (row.hasRemaining()) {
      numbers.add(varint(row));
    }
    return numbers;
  }

  private List<Field> fields(int start, int length, int number) {
    return fields(start, length).stream().filter(field -> field.number() == number).toList();
  }

  private List<Field> fields(int start, int length) {
    List<Field> fields = new ArrayList<>();
    ByteBuffer message = ByteBuffer.wrap(file, start, length);
    while (message.hasRemaining()) {
      int key = (int) varint(message);
      int type = key & 7;
      long value = type == VARINT || type == COUNTED ? varint(message) : 0;
      int size =
          switch (type) {
            case VARINT -> 0;
            case EIGHT_BYTES -> Long.BYTES;
            case COUNTED -> (int) value;
            case FOUR_BYTES -> Integer.BYTES;
            default -> throw new IllegalArgumentException("no ONNX file: a field of type " + type);
          };
      fields.add(new Field(key >> 3, type, value, message.position(), size));
      message.position(message.position() + size);
    }
    return fields;
  }

  private static long varint(ByteBuffer bytes) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  List<String> names() {
    return List.copyOf(tensors.keySet());
  }

  boolean has(String name) {
    return tensors.containsKey(name);
  }

  long[] shape(String name) {
    return tensor(name).shape().clone();
  }

  /** The numbers, where they are floats. */
  Optional<float[]> floats(String name) {
    Tensor tensor = tensor(name);
    if (!tensor.isOfFloats()) {
      return Optional.empty();
    }
    float[] floats = new float[tensor.length() / Float.BYTES];
    place(tensor).asFloatBuffer().get(floats);
    return Optional.of(floats);
  }

  /** A matrix of bytes as floats, each column by its scale. */
  float[] ofEightBits(String name, String scaleName) {
    Tensor tensor = tensor(name);
    float[] scales = floats(scaleName).orElseThrow();
    float[] floats = new float[tensor.length()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = file[tensor.start() + i] * scales[i % scales.length];
    }
    return floats;
  }

  /** Puts other numbers in their place. */
  void replace(String name, float[] floats) {
    require(name, floats.length * Float.BYTES);
    place(tensor(name)).asFloatBuffer().put(floats);
  }

  /** The same for one of bytes. */
  void replace(String name, byte[] bytes) {
    require(name, bytes.length);
    place(tensor(name)).put(bytes);
  }

  private ByteBuffer place(Tensor tensor) {
    return ByteBuffer.wrap(file, tensor.start(), tensor.length())
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  private void require(String name, int bytes) {
    if (tensor(name).length() != bytes) {
      throw new IllegalArgumentException(
          "%s has %d bytes, not %d".formatted(name, tensor(name).length(), bytes));
    }
  }

  private Tensor tensor(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("no tensor " + name);
    }
    return tensor;
  }
}
