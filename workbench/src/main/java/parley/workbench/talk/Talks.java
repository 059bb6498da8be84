package parley.workbench.talk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;
import parley.files.yaml.Pointer;
import parley.model.value.Value;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.workbench.call.Answer;
import parley.workbench.call.BadCall;
import parley.workbench.call.Call;
import parley.workbench.call.Calls;
import parley.workbench.call.Json;
import parley.workbench.call.Pages;
import parley.workbench.call.With;
import parley.workbench.collection.OpenFolder;
import parley.workbench.collection.ScriptGate;
import parley.workbench.form.PageValues;
import parley.workbench.log.Logs;

/** All live conversations, by their keys. Any thread may call it. */
public final class Talks implements AutoCloseable {

  private static final int MAX_CODE = 65_535;
  private static final int MAX_EVERY_MILLIS = 86_400_000;

  private final Map<String, Talk> all = new ConcurrentHashMap<>();
  private final OpenFolder folder;
  private final Pages pages;
  private final TalkParts parts;
  private final ScriptGate scripts;

  public Talks(OpenFolder folder, Logs logs, VerifySwitch verify, Pages pages) {
    this.folder = folder;
    this.pages = pages;
    scripts = new ScriptGate(folder);
    parts =
        new TalkParts(
            new TalkFiles(folder),
            logs,
            folder.surroundings(),
            verify,
            this::tell,
            this::tellResults);
    folder.whenChanged(_ -> lookAgain());
    folder.whenMoved(this::moved);
  }

  private void tell(Talk talk) {
    if (!isHere(talk)) {
      return;
    }
    if (talk.isGone()) {
      tellGone(talk.key());
    } else {
      pages.tellLatest("talk", talk.key(), TalkJson.brief(talk, folder).value());
    }
  }

  private void tellResults(Talk talk) {
    if (isHere(talk)) {
      pages.tellLatest("results", talk.key(), TalkJson.results(talk));
    }
  }

  /** One that was discarded still ends, and is told of no more. */
  private boolean isHere(Talk talk) {
    return talk.equals(all.get(talk.key()));
  }

  /** Behind all that was told of it. */
  private void tellGone(String key) {
    pages.tellLatest("talk.gone", key, Json.object().put("key", key).value());
  }

  private void lookAgain() {
    all.values().forEach(Talk::look);
  }

  /** What a page is told when it comes. */
  public Value value() {
    var here = all.values().stream().filter(talk -> !talk.isGone()).toList();
    return Json.list(here, talk -> TalkJson.whole(talk, folder));
  }

  /** Adds their calls. */
  public void addTo(Calls calls) {
    calls
        .add("talk.get", on(talk -> Answer.of(TalkJson.whole(talk, folder))))
        .add("talk.connect", allowed((talk, with) -> talk.connect(with.textIfAny("connection"))))
        .add("talk.cancel", on((talk, with) -> talk.cancel(with.textIfAny("connection"))))
        .add(
            "talk.disconnect",
            on((talk, with) -> talk.disconnect(with.textIfAny("connection"), status(with))))
        .add("talk.send", on(this::send))
        .add("talk.repeat.stop", on(Talk::stopRepeating))
        .add(
            "talk.preview",
            on((talk, with) -> talk.preview(Draft.of(with.map("message")), connection(with))))
        .add("talk.proxy", on((talk, with) -> Planned.proxy(talk, connection(with))))
        .add("cookie.list", on(talk -> KeptCookies.list(talk.cookies())))
        .add("cookie.delete", on((talk, with) -> KeptCookies.delete(talk.cookies(), with)))
        .add("token.fetch", on((talk, with) -> Planned.token(talk, connection(with))))
        .add("talk.run", allowed(Talks::run))
        .add("talk.stop", on(Talk::stop))
        .add("talk.clear", on(Talk::clear));
  }

  /** What is done with a conversation. */
  private interface OnTalk {
    Answer on(Talk talk, With with);
  }

  private Call on(Function<Talk, Answer> work) {
    return on((talk, _) -> work.apply(talk));
  }

  private Call on(OnTalk work) {
    return (with, _) -> {
      var key = with.text("key");
      return switch (find(key)) {
        case Found.Here(var talk) -> work.on(talk, with);
        case Found.Nowhere(var why) -> Answer.refuse(Answer.Code.MISSING, why);
      };
    };
  }

  /** What does scripts, and is refused while those of the conversation are not allowed. */
  private Call allowed(OnTalk work) {
    return on((talk, with) -> scripts.refusal(talk.key()).orElseGet(() -> work.on(talk, with)));
  }

  private sealed interface Found {
    record Here(Talk talk) implements Found {}

    record Nowhere(String why) implements Found {}
  }

  private Found find(String key) {
    var known = all.get(key);
    if (known != null && known.isGone()) {
      known.look();
    }
    if (known != null && !known.isGone()) {
      return new Found.Here(known);
    }
    if (parts.files().open(key) instanceof TalkFiles.Opened.Missing(var why)) {
      return new Found.Nowhere(why);
    }
    var talk = all.computeIfAbsent(key, one -> new Talk(one, parts));
    talk.look();
    return new Found.Here(talk);
  }

  private static CloseStatus status(With with) {
    var reason = with.textIfAny("reason").orElse("");
    var code = with.has("code") ? with.count("code", MAX_CODE) : CloseCode.NORMAL.value();
    return CloseStatus.of(new CloseCode(code), reason);
  }

  private static String connection(With with) {
    return with.textIfAny("connection").orElse("");
  }

  private static Answer run(Talk talk, With with) {
    return with.has("steps")
        ? talk.run(with.list("steps").stream().map(Talks::pointer).toList())
        : talk.run();
  }

  private static Pointer pointer(Value value) {
    if (value instanceof Value.Items(var parts)) {
      return PageValues.pointer(parts);
    }
    throw new BadCall("`steps` is not a list of places");
  }

  private Answer send(Talk talk, With with) {
    var every =
        with.has("every")
            ? Optional.of(Duration.ofMillis(with.count("every", MAX_EVERY_MILLIS)))
            : Optional.<Duration>empty();
    if (every.filter(time -> !time.isPositive()).isPresent()) {
      throw new BadCall("`every` is not above zero");
    }
    var connection = connection(with);
    var refusal = talk.isOpen(connection) ? Optional.<Answer>empty() : scripts.refusal(talk.key());
    return refusal.orElseGet(() -> talk.send(Draft.of(with.map("message")), connection, every));
  }

  /** A file, or a folder of files, has another key from now on; what is open goes on. */
  private void moved(String from, String to) {
    for (var key : List.copyOf(all.keySet())) {
      if (key.equals(from)) {
        rename(key, to);
      } else if (key.startsWith(from + "/")) {
        rename(key, to + key.substring(from.length()));
      }
    }
  }

  private void rename(String from, String to) {
    var talk = from.equals(to) ? null : all.remove(from);
    if (talk != null) {
      var early = Optional.ofNullable(all.put(to, talk)); // asked for too soon
      talk.moved(to);
      tellGone(from);
      early.ifPresent(Talk::close);
    }
  }

  /** Ends a conversation that nobody wants any more. Blocks. */
  public void discard(String key) {
    var talk = all.remove(key);
    if (talk != null) {
      talk.close();
      tellGone(key);
    }
  }

  /** What the variables of a conversation are by now; nothing before it was talked. Blocks. */
  public Map<String, Value> variables(String key) {
    var talk = all.get(key);
    return talk == null ? Map.of() : talk.variables();
  }

  /** The names of those of which something is open. */
  public List<String> alive() {
    return all.values().stream().filter(Talk::isAlive).map(Talk::name).sorted().toList();
  }

  /** Closes all that is open with 1001 (RFC 6455, 7.4.1), all at the same time. Blocks. */
  @Override
  public void close() {
    try (var closing = Executors.newVirtualThreadPerTaskExecutor()) {
      List.copyOf(all.values()).forEach(talk -> closing.execute(talk::close));
    }
    all.clear();
  }
}
