package parley.workbench.call;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.JsonWriter;
import parley.model.value.Value;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.MessageView;
import parley.protocol.endpoint.Outgoing;
import parley.transport.connection.Connection;
import parley.transport.connection.ConnectionObserver;

/**
 * The WebSocket of one page: reads its calls, and has each domain's done in the order they came.
 *
 * <pre>
 *   message --JSON--> Lane of the domain --Call--> Answer --JSON--> message
 *   tell, tellLatest -----------------------------------JSON--> message
 * </pre>
 */
public final class PageConnection implements ConnectionObserver, Page {

  /** RFC 6455, 5.5: a control frame has at most 125 bytes; ours are of ASCII but for names. */
  private static final int MAX_REASON = 40;

  /** RFC 6455, 7.4.1. */
  private static final CloseCode POLICY_VIOLATION = new CloseCode(1008);

  private final Calls calls;
  private final Pages pages;
  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
  private final List<Runnable> farewells = new ArrayList<>(); // guarded by itself
  private @Nullable Connection connection;
  private @Nullable Latest latest;
  private @Nullable Flow flow;
  private boolean gone; // guarded by farewells

  public PageConnection(Calls calls, Pages pages) {
    this.calls = calls;
    this.pages = pages;
  }

  @Override
  public void opened(Connection open) {
    connection = open;
    latest = new Latest(open);
    flow = new Flow(open);
    pages.add(this);
  }

  @Override
  public void message(MessageView message) {
    var text = StandardCharsets.UTF_8.decode(message.payload()).toString();
    if (!message.isText()
        || !(JsonReader.read(text) instanceof JsonReading.Read(Value.Fields(var fields)))) {
      end("a call is a map of JSON");
      return;
    }
    try {
      take(new With(fields));
    } catch (BadCall bad) {
      end(bad.text());
    }
  }

  private void end(String why) {
    var reason = why.substring(0, Math.min(why.length(), MAX_REASON));
    open().close(CloseStatus.of(POLICY_VIOLATION, reason));
  }

  private void take(With message) {
    var id = message.number("id");
    var name = message.text("call");
    var with = message.map("with");
    flow().begun();
    lanes.computeIfAbsent(lane(name), Lane::new).add(() -> reply(id, name, with));
  }

  private void reply(long id, String name, With with) {
    try {
      flow().answer(reply(id, answer(name, with)));
    } finally {
      flow().done();
    }
  }

  private String lane(String name) {
    return calls.find(name).isPresent() ? calls.lane(name) : "";
  }

  private Answer answer(String name, With with) {
    try {
      return calls
          .find(name)
          .map(call -> call.on(with, this))
          .orElseGet(() -> Answer.refuse(Answer.Code.BAD_CALL, "there is no call " + name));
    } catch (BadCall bad) {
      return Answer.refuse(Answer.Code.BAD_CALL, name + ": " + bad.text());
    } catch (RuntimeException | Error fault) {
      Faults.report(fault);
      return Answer.refuse(
          Answer.Code.BROKEN, "The workbench failed at this: " + fault, "Please report it.");
    }
  }

  private static String reply(long id, Answer answer) {
    var reply = Json.object().put("id", id);
    switch (answer) {
      case Answer.Result(var value) -> reply.put("result", value);
      case Answer.Refusal refusal -> reply.put("error", error(refusal));
    }
    return JsonWriter.write(reply.value());
  }

  private static Json.Fields error(Answer.Refusal refusal) {
    var error = Json.object().put("code", refusal.code().word()).put("text", refusal.text());
    error.putText("hint", Optional.ofNullable(refusal.hintOrNull()));
    return refusal.moreOrNull() == null ? error : error.put("more", refusal.moreOrNull());
  }

  @Override
  public void tell(String event, Value data) {
    flow().tell(event(event, data));
  }

  @Override
  public void tellLatest(String event, String key, Value data) {
    if (latest != null) {
      latest.put(event + " " + key, event(event, data));
    }
  }

  private static String event(String event, Value data) {
    return JsonWriter.write(Json.object().put("event", event).put("data", data).value());
  }

  private Flow flow() {
    if (flow == null) {
      throw new IllegalStateException("the page is not connected yet");
    }
    return flow;
  }

  static Outgoing text(String message) {
    return Outgoing.text(message);
  }

  private Connection open() {
    if (connection == null) {
      throw new IllegalStateException("the page is not connected yet");
    }
    return connection;
  }

  @Override
  public void whenGone(Runnable task) {
    synchronized (farewells) {
      if (!gone) {
        farewells.add(task);
        return;
      }
    }
    task.run();
  }

  @Override
  public void closed(Closure closure) {
    List<Runnable> tasks;
    synchronized (farewells) {
      gone = true;
      tasks = List.copyOf(farewells);
      farewells.clear();
    }
    tasks.forEach(Runnable::run);
  }
}
