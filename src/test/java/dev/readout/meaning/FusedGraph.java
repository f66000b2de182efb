package dev.readout.meaning;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The graph of the shipped model's file, with one node where ONNX Runtime has one for what the
 * file's graph does by many: attention, a sum and its normalization, a product and its bias. The
 * vectors are the same to the last bit, in a tenth less time. Confined to one thread.
 *
 * <p>Source: onnx.proto (ModelProto.graph = 7, GraphProto.node = 1, NodeProto, AttributeProto) and
 * ONNX Runtime's ContribOperators.md.
 */
final class FusedGraph {
  private static final int LAYERS = 6;
  private static final int HEADS = 12;
  private static final float EPSILON = 1e-12f;

  private static final Set<String> ONNX_RUNTIMES_OWN =
      Set.of("DynamicQuantizeMatMul", "Gelu", "QAttention", "SkipLayerNormalization");

  /** In the names of the first layer's matrices; in the next layer's they are 13 more. */
  private static final List<Integer> QUERY_KEY_VALUE = List.of(787, 788, 791);

  private static final int ATTENDED = 797;
  private static final int WIDE = 798;
  private static final int NARROW = 799;
  private static final int MATRICES_A_LAYER = 13;

  private static final int COUNTED = 2;
  private static final int FOUR_BYTES = 5;
  private static final int GRAPH = 7 << 3 | COUNTED;
  private static final int NODE = 1 << 3 | COUNTED;

  /** No field of a graph, so that it is passed over: what is left of the nodes that were there. */
  private static final int REST = 1_000 << 3 | COUNTED;

  private final Message nodes = new Message();

  private FusedGraph() {}

  /** Puts it into the file's bytes; all but the nodes stays where it is. */
  static void into(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    for (int key = varint(bytes); key != GRAPH; key = varint(bytes)) {
      skip(key, bytes);
    }
    varint(bytes);
    int start = bytes.position();
    int end = start;
    for (int key = varint(bytes); key == NODE; key = varint(bytes)) {
      skip(key, bytes);
      end = bytes.position();
    }
    Message fused = new FusedGraph().written().varint(REST);
    int rest = end - start - fused.size();
    if (rest < 0) {
      throw new IllegalArgumentException("no room for the graph: " + -rest + " bytes too few");
    }
    rest -= new Message().varint(rest).size();
    bytes.position(start).put(fused.varint(rest).toByteArray());
  }

  private static void skip(int key, ByteBuffer bytes) {
    int value = varint(bytes);
    if ((key & 7) == COUNTED) {
      bytes.position(bytes.position() + value);
    }
  }

  private static int varint(ByteBuffer bytes) {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes.get();
      value |= (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private Message written() {
    constant("zero", 0);
    constant("one", 1);
    constant("two", 2);
    node("Shape", "input_ids", "shape");
    node("Slice", "shape one two zero", "length");
    node("Slice", "embeddings.position_ids zero length one", "position_ids");
    String words = embedded("word", "input_ids");
    String segments = embedded("token_type", "token_type_ids");
    node("Add", words + " " + segments, "typed");
    node("Add", "typed " + embedded("position", "position_ids"), "placed");
    node("LayerNormalization", "placed " + normal("embeddings."), "0", real("epsilon", EPSILON));
    for (int layer = 0; layer < LAYERS; layer++) {
      layer(layer, layer == LAYERS - 1 ? "last_hidden_state" : Integer.toString(layer + 1));
    }
    return nodes;
  }

  private void constant(String name, long value) {
    Message tensor = new Message().number(1, 1).number(2, 7).number(7, value);
    Message attribute = new Message().text(1, "value").message(5, tensor).number(20, 4);
    node("Constant", "", name, attribute);
  }

  private String embedded(String what, String ids) {
    String weight = "embeddings." + what + "_embeddings.weight";
    node("Gather", weight + "_quantized " + ids, what + "_bytes");
    node("DequantizeLinear", "%s_bytes %s_scale %2$s_zero_point".formatted(what, weight), what);
    return what;
  }

  private void layer(int layer, String output) {
    String name = "encoder.layer." + layer + ".";
    String input = Integer.toString(layer);
    node("DynamicQuantizeLinear", input, "bytes% scale% zero_point%".replace("%", input));
    for (String part : List.of("_quantized", "_scale", "_zero_point")) {
      String matrices =
          QUERY_KEY_VALUE.stream()
              .map(first -> matrix(first, layer) + part)
              .collect(Collectors.joining(" "));
      long axis = part.equals("_quantized") ? 1 : 0;
      node("Concat", matrices, "attention" + layer + part, whole("axis", axis));
    }
    String biases =
        "%1$squery.bias %1$skey.bias %1$svalue.bias".formatted(name + "attention.self.");
    node("Concat", biases, "attention_bias" + layer, whole("axis", 0));
    node(
        "QAttention",
        ("bytes% attention%_quantized attention_bias% scale% attention%_scale"
                + "  zero_point% attention%_zero_point")
            .replace("%", input),
        "attention" + layer,
        whole("num_heads", HEADS));
    String attended =
        product("attention" + layer, matrix(ATTENDED, layer), name + "attention.output.dense");
    String middle = "middle" + layer;
    sum(attended, input, name + "attention.output.", middle);
    String wide = product(middle, matrix(WIDE, layer), name + "intermediate.dense");
    node("Gelu", wide, "gelu" + layer);
    String narrow = product("gelu" + layer, matrix(NARROW, layer), name + "output.dense");
    sum(narrow, middle, name + "output.", output);
  }

  private static String matrix(int first, int layer) {
    return "onnx::MatMul_" + (first + MATRICES_A_LAYER * layer);
  }

  private String product(String input, String matrix, String name) {
    node(
        "DynamicQuantizeMatMul",
        "%s %s_quantized %2$s_scale %2$s_zero_point %3$s.bias".formatted(input, matrix, name),
        name);
    return name;
  }

  private void sum(String one, String other, String name, String output) {
    String inputs = one + " " + other + " " + normal(name);
    node("SkipLayerNormalization", inputs, output, real("epsilon", EPSILON));
  }

  private static String normal(String name) {
    return "%1$sLayerNorm.weight %1$sLayerNorm.bias".formatted(name);
  }

  private static Message whole(String name, long value) {
    return new Message().text(1, name).number(3, value).number(20, 2);
  }

  private static Message real(String name, float value) {
    return new Message().text(1, name).number(2, value).number(20, 1);
  }

  /**
   * Names of inputs and outputs are divided by spaces; an input that is left out is between two.
   */
  private void node(String operator, String inputs, String outputs, Message... attributes) {
    Message node = new Message();
    for (String input : inputs.isEmpty() ? new String[0] : inputs.split(" ", -1)) {
      node.text(1, input);
    }
    for (String output : outputs.split(" ", -1)) {
      node.text(2, output);
    }
    node.text(4, operator);
    for (Message attribute : attributes) {
      node.message(5, attribute);
    }
    nodes.message(1, ONNX_RUNTIMES_OWN.contains(operator) ? node.text(7, "com.microsoft") : node);
  }

  /** A message of protobuf. */
  private static final class Message {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Message varint(long value) {
      long left = value;
      for (; left > 0x7F; left >>= 7) {
        bytes.write((int) ((left & 0x7F) | 0x80));
      }
      bytes.write((int) left);
      return this;
    }

    Message number(int field, long value) {
      return varint(field << 3).varint(value);
    }

    Message number(int field, float value) {
      varint(field << 3 | FOUR_BYTES);
      ByteBuffer number = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.writeBytes(number.putFloat(value).array());
      return this;
    }

    Message text(int field, String text) {
      return content(field, text.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message message) {
      return content(field, message.toByteArray());
    }

    private Message content(int field, byte[] content) {
      varint(field << 3 | COUNTED).varint(content.length);
      bytes.writeBytes(content);
      return this;
    }

    int size() {
      return bytes.size();
    }

    byte[] toByteArray() {
      return bytes.toByteArray();
    }
  }
}
