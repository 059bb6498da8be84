package parley.benchmarks;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import parley.engine.plan.FileAccess;
import parley.engine.plan.Given;
import parley.engine.plan.Plan;
import parley.engine.plan.Planner;
import parley.engine.plan.Planning;
import parley.engine.session.Event;
import parley.engine.session.Session;
import parley.engine.session.SessionStart;
import parley.engine.session.SharedState;
import parley.files.format.Format;
import parley.files.problem.Problems;
import parley.files.shape.Reading;
import parley.files.yaml.YamlReader;
import parley.files.yaml.YamlText;
import parley.model.connection.Attempt;
import parley.model.connection.Evidence;
import parley.model.connection.Timings;
import parley.model.connection.WsUrl;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.ResponseHead;

/** Sessions without a network, for benchmarks. */
final class Sessions {

  private static final Random RANDOM = new Random(7);

  private Sessions() {}

  /** The plan of a conversation. */
  static Plan plan(String yaml) {
    var problems = new Problems();
    var text = new YamlText(Path.of("benchmark.ws.yaml"), yaml, false);
    var conversation =
        YamlReader.read(text, problems)
            .flatMap(document ->
                Format.CONVERSATION.read(
                    document.root(), Reading.of(text, Reading.Scope.CONVERSATION, problems)))
            .orElseThrow(() -> new IllegalArgumentException(problems.sorted().toString()));
    return switch (new Planner(FileAccess.NONE).conversation(conversation, Given.NOTHING)) {
      case Planning.Planned<Plan>(var plan) -> plan;
      case Planning.Wrong<Plan>(var wrong) -> throw new IllegalArgumentException(wrong.toString());
    };
  }

  /** A session that has begun and whose connection is open. */
  static Session open(Plan plan, QuietActions actions) {
    var start = new SessionStart(Instant.EPOCH, RANDOM, Map.of(), new SharedState());
    var session = new Session(plan, start);
    session.on(new Event.Begin(), 0, actions);
    session.on(new Event.Attempted(0, opened()), 0, actions);
    return session;
  }

  private static Attempt opened() {
    var url = new WsUrl(false, "host", 80, "/");
    var evidence =
        new Evidence(
            url, null, null, Bytes.EMPTY, List.of(), Timings.NONE, null, List.of(), null, null);
    var answer = new ResponseHead("HTTP/1.1", 101, "Switching Protocols", List.of());
    return new Attempt.Open(evidence, answer, null, null);
  }
}
