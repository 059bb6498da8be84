package parley.files.format;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import parley.files.shape.Key;
import parley.files.shape.ListShape;
import parley.files.shape.MapShape;
import parley.files.shape.Merge;
import parley.files.shape.Offer;
import parley.files.shape.Scalars;
import parley.files.shape.Shape;
import parley.files.shape.Values;
import parley.files.shape.VariantShape;
import parley.model.collection.DataSource;
import parley.model.collection.Load;
import parley.model.collection.Rate;
import parley.model.collection.Source;

/** Load, and rows of data. */
final class LoadFormat {

  private static final Key<Duration> OVER =
      Key.<Duration>of("over", Scalars.DURATION_OR_ZERO, "How long it takes to get there.")
          .orElse("0s");
  private static final Key<Rate> TO =
      Key.<Rate>of("to", Scalars.EVENTS, "Arrivals at the end.").needed();
  private static final Key<Integer> CONNECTIONS =
      Key.of("connections", Scalars.number(0, 10_000_000), "Connections that are open.");
  private static final Key<Duration> HOLD =
      Key.<Duration>of("hold", Scalars.TIME, "How long all stays as it is.").needed();

  private static final Shape<Load.Stage> STAGE =
      VariantShape.of(
          "a stage",
          "key",
          List.of(
              stage(
                  "to",
                  "A ramp of arrivals.",
                  List.of(TO, OVER),
                  v -> new Load.Stage.Arrivals(v.get(TO), v.get(OVER))),
              stage(
                  "connections",
                  "A ramp of connections.",
                  List.of(CONNECTIONS.needed(), OVER),
                  v -> new Load.Stage.Connections(v.get(CONNECTIONS.needed()), v.get(OVER))),
              stage("hold", "No change.", List.of(HOLD), v -> new Load.Stage.Hold(v.get(HOLD)))));

  private static final Key<List<Load.Stage>> STAGES =
      Key.of(
          "stages",
          ListShape.of("a list of stages", STAGE),
          "The schedule, one part after the other.");
  private static final Key<List<String>> STEPS =
      Key.<List<String>>of(
              "steps",
              ListShape.of("a list of step ids", Scalars.NAME.offering(Offer.of(Offer.Named.STEP))),
              "The ids of the steps.")
          .needed();
  private static final Key<Rate> RATE =
      Key.<Rate>of("rate", Scalars.EVENTS, "How often on each connection.").needed();
  private static final Key<Duration> FOR =
      Key.<Duration>of("for", Scalars.TIME, "How long.").needed();
  private static final Key<Load.Pace> REPEAT =
      Key.of(
          "repeat",
          MapShape.of(
              "a pace",
              "Steps that each connection repeats.",
              List.of(STEPS, RATE, FOR),
              v -> new Load.Pace(v.get(STEPS), v.get(RATE), v.get(FOR))),
          "Steps that each connection repeats.");
  private static final Key<Source> STAMP =
      Key.<Source>of("stamp", Scalars.TEXT, "The path of the time at which the server sent it.")
          .needed();
  private static final Key<Source> PUSH =
      Key.of(
          "push",
          MapShape.of("push latency", "How old a message is.", List.of(STAMP), v -> v.get(STAMP)),
          "How the latency of what the server sends unasked is measured.");
  private static final Key<List<Source>> THRESHOLDS =
      Key.of(
          "thresholds",
          ListShape.of("a list of expressions", Scalars.EXPRESSION),
          "Expressions over the metrics; a false one fails the run.");

  static final Key<Load> LOAD =
      Key.<Load>of(
              "load",
              MapShape.of(
                  "a load",
                  "How often and how long the conversation is held.",
                  List.of(STAGES, CONNECTIONS, REPEAT, PUSH, THRESHOLDS),
                  LoadFormat::load),
              "Makes it a load test.")
          .inherited(Merge.NEVER);

  static final Key<DataSource> DATA =
      Key.of(
          "data",
          VariantShape.of(
              "rows of data",
              "format",
              List.of(
                  rows("csv", DataSource.Format.CSV),
                  rows("json", DataSource.Format.JSON),
                  rows("jsonl", DataSource.Format.JSONL))),
          "Rows of variables; one run for each.");

  private LoadFormat() {}

  private static Load load(Values values) {
    var all =
        values.find(CONNECTIONS).stream()
            .<Load.Stage>map(number -> new Load.Stage.Connections(number, Duration.ZERO));
    return new Load(
        Stream.concat(all, values.list(STAGES).stream()).toList(),
        values.orNull(REPEAT),
        values.orNull(PUSH),
        values.list(THRESHOLDS),
        values.at());
  }

  private static VariantShape.Variant<Load.Stage> stage(
      String key, String docs, List<Key<?>> keys, Function<Values, Load.Stage> build) {
    return new VariantShape.Variant<>(
        key, false, MapShape.of("a stage by " + key, docs, keys, build));
  }

  private static VariantShape.Variant<DataSource> rows(String name, DataSource.Format format) {
    var key = Key.<Source>of(name, Scalars.path("." + name), "A file with rows.").needed();
    var shape =
        MapShape.of(
            "rows of " + name,
            "A file with rows.",
            List.of(key),
            v -> new DataSource(format, v.get(key)));
    return new VariantShape.Variant<>(name, false, shape);
  }
}
