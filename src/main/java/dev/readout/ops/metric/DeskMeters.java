package dev.readout.ops.metric;

import dev.readout.answer.desk.Desks;
import dev.readout.corpus.Scope;
import dev.readout.index.GenerationInfo;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/** What answers: the global index that serves, and the answers kept of all. */
final class DeskMeters {
  private DeskMeters() {}

  static void add(Meters meters, Desks desks) {
    meters.gauge(
        "readout.index.generation",
        "Number of the global index that serves",
        of(desks, info -> Double.parseDouble(info.name())));
    meters.gauge(
        "readout.index.records",
        "Records that the global index holds",
        of(desks, GenerationInfo::records));
    meters.gauge(
        "readout.index.statements",
        "Statements that the global index holds",
        of(desks, GenerationInfo::statements));
    meters.seconds(
        "readout.index.built.timestamp",
        "When the global index was built",
        of(desks, info -> Meters.timestamp(info.built())));
    meters.gauge("readout.desks.open", "Servers whose own index is open", desks::openServers);
    meters.gauge("readout.cache.answers", "Answers kept", () -> desks.cache().size());
    String meaning = "Answers looked for among those kept";
    meters.count("readout.cache.requests", meaning, () -> desks.cache().hits(), "result", "hit");
    meters.count("readout.cache.requests", meaning, () -> desks.cache().misses(), "result", "miss");
  }

  private static DoubleSupplier of(Desks desks, ToDoubleFunction<GenerationInfo> figure) {
    return () -> desks.with(Scope.GLOBAL, desk -> figure.applyAsDouble(desk.generation().info()));
  }
}
