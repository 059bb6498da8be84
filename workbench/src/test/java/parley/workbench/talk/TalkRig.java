package parley.workbench.talk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parley.mock.server.EchoServer;
import parley.mock.server.EchoSpec;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.report.Sentences;
import parley.store.Reopened;
import parley.store.SessionLog;
import parley.store.row.Row;
import parley.store.row.RowKind;
import parley.transport.listen.ListenSpec;
import parley.workbench.call.Answer;
import parley.workbench.call.Calls;
import parley.workbench.call.Json;
import parley.workbench.call.Pages;
import parley.workbench.call.With;
import parley.workbench.collection.OpenFolder;
import parley.workbench.collection.ScriptCalls;
import parley.workbench.entry.EntryCalls;
import parley.workbench.log.LogCalls;
import parley.workbench.log.Logs;
import parley.workbench.log.Views;
import parley.workbench.recording.RecordingCalls;
import parley.workbench.run.Runs;
import parley.workbench.server.Downloads;
import parley.workbench.tree.TreeCalls;
import parley.workbench.trial.TrialCalls;

/** A workbench without a server, over a folder of its own: what pages ask and hear. */
final class TalkRig implements AutoCloseable {

  final Path root;
  final Heard heard = new Heard();
  final Pages pages = new Pages();
  final OpenFolder folder;
  final Logs logs;
  final Talks talks;
  final Runs runs;
  private final Calls calls = new Calls();
  private @Nullable EchoServer echo;

  TalkRig(Path temp) throws IOException {
    root = Files.createDirectories(temp.resolve("collection"));
    var state = Files.createDirectories(temp.resolve("state"));
    Files.writeString(root.resolve("parley.yaml"), "name: Shop\n");
    pages.add(heard);
    folder = OpenFolder.open(root, Map.of("WHO", "ann:7391"), state);
    logs = Logs.open(state.resolve("history"), pages);
    var verify = new VerifySwitch(pages);
    talks = new Talks(folder, logs, verify, pages);
    talks.addTo(calls);
    new TrialCalls(folder, logs, talks).addTo(calls);
    new RecordingCalls(folder, logs, talks).addTo(calls);
    verify.addTo(calls);
    new ScriptCalls(folder).addTo(calls);
    new Scratches(folder, talks, calls).addTo(calls);
    new TreeCalls(folder, pages, state.resolve("trash")).addTo(calls);
    runs = new Runs(folder, logs, pages, new Downloads(), "1.0");
    runs.addTo(calls);
    new EntryCalls(logs).addTo(calls);
    new LogCalls(logs, new Views()).addTo(calls);
  }

  /** The address of a server that says back what it hears; it ends with this. */
  String echo() {
    if (echo == null) {
      try {
        echo = EchoServer.open(EchoSpec.of(loopback()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return url(echo);
  }

  static ListenSpec loopback() {
    return ListenSpec.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)).build();
  }

  static String url(EchoServer server) {
    return "ws://127.0.0.1:" + server.address().getPort();
  }

  /** Writes a file of the collection. */
  TalkRig file(String key, String text) {
    try {
      Files.createDirectories(root.resolve(key).getParent());
      Files.writeString(root.resolve(key), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    folder.refresh();
    return this;
  }

  Answer ask(String call, Json.Fields with) {
    return calls.find(call).orElseThrow().on(With.of(with.value()), heard);
  }

  /** What a call is answered with. */
  With call(String call, Json.Fields with) {
    return switch (ask(call, with)) {
      case Answer.Result(var value) -> With.of(value);
      case Answer.Refusal refusal -> throw new AssertionError(call + " is refused: " + refusal);
    };
  }

  /** Why a call is refused. */
  Answer.Refusal refused(String call, Json.Fields with) {
    return switch (ask(call, with)) {
      case Answer.Result(var value) -> throw new AssertionError(call + " is answered: " + value);
      case Answer.Refusal refusal -> refusal;
    };
  }

  static Json.Fields keyed(String key) {
    return Json.object().put("key", key);
  }

  static Json.Fields text(String key, String content) {
    return draft(key, "text", content);
  }

  static Json.Fields draft(String key, String kind, String content) {
    return keyed(key).put("message", Json.object().put("kind", kind).put("content", content));
  }

  /** The conversation, once something holds for it. */
  With await(String key, Predicate<With> holds) {
    return heard.await("talk", key, holds);
  }

  /** The conversation, once its main connection is in that state. */
  With await(String key, String state) {
    return await(key, talk -> main(talk).text("state").equals(state));
  }

  /** The main connection. */
  static With main(With talk) {
    return With.of(talk.list("connections").getFirst());
  }

  static List<With> maps(With of, String list) {
    return of.list(list).stream().map(With::of).toList();
  }

  /** The rows of the log, one line each. */
  List<String> rows(With talk) {
    if (!talk.has("session")) {
      return List.of();
    }
    return switch (logs.history().reopen(talk.text("session"))) {
      case Reopened.Live(var log) -> lines(log);
      case Reopened.Past(var log) -> {
        try (log) {
          yield lines(log);
        }
      }
      case Reopened.Gone _, Reopened.Unreadable _ -> List.of();
    };
  }

  private static List<String> lines(SessionLog log) {
    return log.rows(0, 10_000).stream().map(row -> line(log, row)).toList();
  }

  private static String said(Entry event) {
    return switch (event) {
      case Entry.Notice(var _, var text) -> text;
      case Entry.Retry retry -> Sentences.of(retry);
      default -> "";
    };
  }

  private static String line(SessionLog log, Row row) {
    var direction = row.direction().map(one -> one == Direction.SENT ? "> " : "< ").orElse("");
    var text = row.event().map(TalkRig::said).orElseGet(row::preview);
    var why = row.kind() == RowKind.UNSENT ? why(log, row) : "";
    return (row.kind().name().toLowerCase(Locale.ROOT) + " " + direction + text + why).strip();
  }

  private static String why(SessionLog log, Row row) {
    return log.entry(row.position()).orElseThrow().entry() instanceof Entry.Unsent unsent
        ? ": " + unsent.why()
        : "";
  }

  @Override
  public void close() {
    talks.close();
    logs.close();
    folder.close();
    if (echo != null) {
      echo.close();
    }
  }
}
