package parley.workbench.log;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import parley.model.outcome.Numbered;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.model.transcript.Moment;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.JsonWriter;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;
import parley.store.SessionStart;
import parley.workbench.call.Answer;
import parley.workbench.call.Calls;
import parley.workbench.call.Page;
import parley.workbench.call.Pages;
import parley.workbench.call.With;

/** The calls of logs, made by a page that remembers what it is told. */
public final class CallRig implements Page, AutoCloseable {

  public static final Moment AT =
      new Moment(Instant.parse("2026-11-21T17:00:00.123456Z"), Duration.ofNanos(1_234_567));

  public static final SessionStart START =
      new SessionStart("/shop", "feed.ws.yaml", "Feed", "ws://localhost:1/", "local", AT.time());

  public final Calls calls = new Calls();
  public final Pages pages = new Pages();
  public final Logs logs;
  public final Views views = new Views();
  private final List<String> told = new ArrayList<>(); // guarded by itself
  private long number;

  public CallRig(Path folder) {
    pages.add(this);
    logs = Logs.open(folder, pages);
    new LogCalls(logs, views).addTo(calls);
  }

  public LiveLog begin() {
    return logs.begin(START, high -> {});
  }

  /** What a call answers, as JSON. */
  public String call(String name, String with) {
    return switch (answer(name, with)) {
      case Answer.Result(var value) -> JsonWriter.write(value);
      case Answer.Refusal refusal -> refusal.code() + ": " + refusal.text();
    };
  }

  public Answer answer(String name, String with) {
    return calls.find(name).orElseThrow().on(With.of(value(with)), this);
  }

  public static Value value(String json) {
    return switch (JsonReader.read(json)) {
      case JsonReading.Read(var value) -> value;
      case JsonReading.Unreadable wrong -> throw new IllegalArgumentException(wrong.text());
    };
  }

  public Numbered numbered(Entry entry) {
    number++;
    return new Numbered(number, "", entry);
  }

  public Numbered received(String text) {
    return numbered(message(Direction.RECEIVED, true, Bytes.utf8(text)));
  }

  public Numbered sent(String text) {
    return numbered(message(Direction.SENT, true, Bytes.utf8(text)));
  }

  public Numbered binary(Bytes bytes) {
    return numbered(message(Direction.RECEIVED, false, bytes));
  }

  public static Entry.Message message(Direction direction, boolean text, Bytes payload) {
    return new Entry.Message(
        AT, direction, text, payload, new Entry.Carriage(1, payload.size(), false));
  }

  @Override
  public void tell(String event, Value data) {
    synchronized (told) {
      told.add(event + " " + JsonWriter.write(data));
      told.notifyAll();
    }
  }

  @Override
  public void tellLatest(String event, String key, Value data) {
    tell(event, data);
  }

  @Override
  public void whenGone(Runnable task) {}

  /** Waits until the page was told something like it. */
  public String await(Predicate<String> wanted) throws InterruptedException {
    synchronized (told) {
      while (true) {
        var found = told.stream().filter(wanted).findFirst();
        if (found.isPresent()) {
          return found.get();
        }
        told.wait();
      }
    }
  }

  @Override
  public void close() {
    logs.close();
  }
}
