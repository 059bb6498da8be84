package parley.workbench.talk;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import parley.model.value.Value;
import parley.workbench.call.Json;
import parley.workbench.collection.OpenFolder;
import parley.workbench.collection.ProblemJson;

/** A conversation as the page has it, see {@code Talk}. */
final class TalkJson {

  private TalkJson() {}

  /** What people call a conversation whose file nobody has read. */
  static String nameOf(String key) {
    return key.substring(key.lastIndexOf('/') + 1)
        .replaceFirst("\\.ws\\.ya?ml$", "")
        .replaceFirst("^scratch:", "Scratch ");
  }

  /** All but the results of its steps, which are told when they change. */
  static Json.Fields brief(Talk talk, OpenFolder folder) {
    var redaction = talk.redaction();
    var connections =
        new ConnectionJson(
            redaction, number -> number < 0 ? OptionalLong.empty() : talk.log().position(number));
    var advices = new Advices(redaction);
    var json =
        Json.object()
            .put("key", talk.key())
            .put("name", talk.name())
            .put("state", talk.board().state().name().toLowerCase(Locale.ROOT))
            .put("connections", talk.board().map(connections::of), one -> one)
            .putText("session", talk.log().session())
            .put("rows", talk.log().rows())
            .put("bytes", talk.log().bytes())
            .put("rate", talk.log().rate())
            .put("pending", talk.dispatch().outbox().toValue())
            .put("running", talk.lastRun().filter(Run::isGoingOn).isPresent());
    talk.dispatch().repeating().ifPresent(one -> json.put("repeating", one.toValue()));
    if (!talk.problems().isEmpty()) {
      json.put("problems", ProblemJson.of(talk.problems(), folder));
    }
    var advice = talk.board().map(advices::of).stream().flatMap(one -> one.stream()).toList();
    return advice.isEmpty() ? json : json.put("advice", advice, one -> one);
  }

  /** All of it. */
  static Value whole(Talk talk, OpenFolder folder) {
    var json = brief(talk, folder);
    talk.lastRun()
        .ifPresent(run -> {
          json.put("results", Value.of(run.all()));
          run.results().outcome().ifPresent(outcome -> json.put("outcome", outcome));
        });
    return json.value();
  }

  /** What its steps came to. */
  static Value results(Talk talk) {
    var json = Json.object().put("key", talk.key());
    var run = talk.lastRun();
    json.put("results", Value.of(run.map(Run::all).orElse(List.of())));
    run.flatMap(one -> one.results().outcome()).ifPresent(outcome -> json.put("outcome", outcome));
    return json.put("running", run.filter(Run::isGoingOn).isPresent()).value();
  }
}
