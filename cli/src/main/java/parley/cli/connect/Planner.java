package parley.cli.connect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.cli.input.Notation;
import parley.cli.input.Separator;
import parley.cli.option.Misuse;
import parley.cli.option.Reading;
import parley.cli.shell.Shell;
import parley.cli.talk.InputItem;
import parley.cli.talk.MessageMaker;
import parley.cli.talk.TalkPlan;
import parley.cli.talk.TalkSpec;
import parley.cli.talk.View;
import parley.model.connection.ConnectSpec;
import parley.model.connection.KeepAlive;
import parley.model.connection.TlsSpec;
import parley.model.connection.TokenUrl;
import parley.model.connection.WsUrl;
import parley.protocol.cookie.Cookie;
import parley.protocol.cookie.CookieJar;
import parley.protocol.cookie.Visit;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Framing;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;
import parley.report.Palette;
import parley.workspace.Lookup;

/** Makes a draft and a URL into a plan; reads the files that the options name. */
final class Planner {

  private static final Duration PING_INTERVAL = Duration.ofSeconds(30);
  private static final Duration PING_TIMEOUT = Duration.ofSeconds(10);

  private final Draft draft;
  private final Shell shell;
  private final List<Header> headers = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private final List<Cookie> cookies = new ArrayList<>();
  private final Set<String> omitted = new HashSet<>();
  private @Nullable Misuse misuse;

  private Planner(Draft draft, Shell shell) {
    this.draft = draft;
    this.shell = shell;
  }

  /** What planning came to. */
  sealed interface Outcome {

    /**
     * It makes sense.
     *
     * @param cookies those of files
     * @param notices what was corrected, a sentence each
     */
    record Planned(ConnectSpec connect, List<Cookie> cookies, List<String> notices, TalkPlan plan)
        implements Outcome {
      public Planned {
        cookies = List.copyOf(cookies);
        notices = List.copyOf(notices);
      }
    }

    record Wrong(Misuse misuse) implements Outcome {}
  }

  static Outcome plan(Draft draft, String url, Shell shell) {
    return switch (WsUrl.parse(url)) {
      case WsUrl.Parsed.Valid valid -> new Planner(draft, shell).plan(valid);
      case WsUrl.Parsed.Invalid(var problem) ->
          new Outcome.Wrong(Misuse.of(problem, "a URL, for example: ws://localhost:9001/chat"));
    };
  }

  /** What to say and to show, whatever is connected to. */
  static Lookup<TalkPlan> talk(Draft draft, Shell shell) {
    var planner = new Planner(draft, shell);
    var plan = planner.talkPlan();
    return planner.misuse == null ? Lookup.found(plan) : planner.misuse.toLookup();
  }

  private Outcome plan(WsUrl.Parsed.Valid url) {
    notices.addAll(url.notices());
    var connect = connect(url);
    var plan = talkPlan();
    return misuse == null
        ? new Outcome.Planned(connect, cookies, notices, plan)
        : new Outcome.Wrong(misuse);
  }

  private TalkPlan talkPlan() {
    return new TalkPlan(talk(), input(), draft.said.notation, maker(), view());
  }

  private ConnectSpec connect(WsUrl.Parsed.Valid url) {
    gatherHeaders(url);
    var handshake = draft.handshake;
    var spec =
        ConnectSpec.to(url.url())
            .headers(headers)
            .omittedHeaders(omitted)
            .subprotocols(handshake.subprotocols)
            .deflateOffers(handshake.deflateOffers)
            .tls(tls())
            .route(
                draft
                    .route
                    .toRoute()
                    .withProxies(draft.proxy.toProxies(url.url(), shell.variables())))
            .connectTimeout(draft.network.connectTimeout)
            .policy(handshake.policy)
            .maxMessage(handshake.maxMessage)
            .autoPong(handshake.autoPong)
            .maxRedirects(redirects())
            .keepsCookies(handshake.keepsCookies);
    keepAlive(spec);
    credentials(url, spec);
    return spec.build();
  }

  private void credentials(WsUrl.Parsed.Valid url, ConnectSpec.Builder spec) {
    var user = draft.handshake.user;
    var known = user == null && draft.auth.digest ? userOf(url).orElse(null) : user;
    switch (draft.auth.credentials(known, shell.variables())) {
      case AuthDraft.Outcome.None() -> {}
      case AuthDraft.Outcome.Wrong(var problem) -> wrong(problem);
      case AuthDraft.Outcome.Shown(var credentials) -> {
        if (headers.stream().anyMatch(header -> header.isNamed("Authorization"))) {
          notices.add("-H has Authorization, which wins over tokens, signatures and --digest");
        } else {
          spec.credentials(credentials);
        }
      }
    }
  }

  private void keepAlive(ConnectSpec.Builder spec) {
    var every = draft.waits.pingInterval;
    var timeout = draft.waits.pingTimeout;
    if (every != null || timeout != null) {
      spec.keepAlive(
          new KeepAlive(
              every == null ? PING_INTERVAL : every, timeout == null ? PING_TIMEOUT : timeout));
    }
  }

  private void gatherHeaders(WsUrl.Parsed.Valid url) {
    var handshake = draft.handshake;
    if (draft.auth.bearer != null) {
      addHeader("Authorization", "Bearer " + draft.auth.bearer);
    } else if (draft.auth.takesTheUser()) {
      Optional.ofNullable(draft.auth.tokenUrl).flatMap(TokenUrl::warning).ifPresent(notices::add);
    } else if (handshake.user != null) {
      var octets = handshake.user.getBytes(StandardCharsets.UTF_8);
      addHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(octets));
    } else {
      url.authorization().ifPresent(headers::add);
    }
    addCookies(url.url());
    if (handshake.origin != null) {
      addHeader("Origin", handshake.origin);
    }
    handshake.headers.forEach(this::gather);
  }

  private void addHeader(String name, String value) {
    switch (HeaderArgument.parse(name + ": " + value)) {
      case Reading.Good<HeaderArgument>(var argument) -> gather(argument);
      case Reading.Bad<HeaderArgument>(var expected, var _) ->
          wrong("the value for the header " + name + " has a line break", expected);
    }
  }

  private int redirects() {
    var max = draft.handshake.maxRedirects;
    if (!draft.handshake.followsRedirects) {
      if (max != null) {
        wrong("--max-redirs was given without -L", "both, for example: -L --max-redirs 5");
      }
      return 0;
    }
    return max == null ? ConnectSpec.USUAL_REDIRECTS : max;
  }

  /** The user and password that stand in the URL. */
  private static Optional<String> userOf(WsUrl.Parsed.Valid url) {
    return url.authorization()
        .map(basic -> basic.value().substring("Basic ".length()))
        .map(octets -> new String(Base64.getDecoder().decode(octets), StandardCharsets.UTF_8))
        .map(user -> user.indexOf(':') < 0 ? user + ":" : user);
  }

  private void addCookies(WsUrl url) {
    var all = new ArrayList<String>();
    for (var said : draft.handshake.cookies) {
      if (said.indexOf('=') >= 0) {
        all.add(said);
      } else {
        cookies.addAll(CookieFile.read(lines(said, "-b")));
      }
    }
    if (!draft.handshake.keepsCookies) {
      var visit = Visit.of(url.host(), url.target(), url.secure());
      new CookieJar(cookies).toSend(visit, Instant.now()).forEach(one -> all.add(one.toPair()));
    }
    all.removeIf(String::isEmpty);
    if (!all.isEmpty()) {
      addHeader("Cookie", String.join("; ", all));
    }
  }

  private void gather(HeaderArgument argument) {
    switch (argument) {
      case HeaderArgument.Send(var header) -> headers.add(header);
      case HeaderArgument.Omit(var name) -> omitted.add(name);
      case HeaderArgument.FromFile(var file) ->
          lines(file, "-H").forEach(line -> gatherLine(file, line));
    }
  }

  private void gatherLine(String file, String line) {
    if (line.isBlank() || line.startsWith("#") || line.startsWith("@")) {
      return;
    }
    switch (HeaderArgument.parse(line)) {
      case Reading.Good<HeaderArgument>(var argument) -> gather(argument);
      case Reading.Bad<HeaderArgument>(var expected, var example) ->
          wrong(file + " has the line '" + line + "'", expected + ", for example: " + example);
    }
  }

  private TlsSpec tls() {
    draft.tls.misuse().ifPresent(this::wrong);
    return draft.tls.toSpec();
  }

  private TalkSpec talk() {
    var waits = draft.waits;
    return new TalkSpec(
        waits.count,
        waits.expect,
        timeout(),
        waits.maxTime,
        waits.linger,
        waits.noClose,
        new CloseStatus(draft.said.closeCode, Bytes.utf8(draft.said.closeReason)));
  }

  private @Nullable Duration timeout() {
    var waits = draft.waits;
    if (waits.timeout != null) {
      return waits.timeout.isZero() ? null : waits.timeout;
    }
    return waits.count > 0 || waits.expect != null ? TalkSpec.EXPECTATION_TIMEOUT : null;
  }

  /** The messages of {@code -d}; without any, standard input unless nobody would type there. */
  private List<InputItem> input() {
    var items = new ArrayList<InputItem>();
    for (var data : draft.said.data) {
      item(data, items);
    }
    if (items.isEmpty() && !isWaitOnly()) {
      items.add(new InputItem.StandardInput(draft.said.separator));
    }
    return items;
  }

  /** Waiting for messages at a terminal needs no input. */
  private boolean isWaitOnly() {
    return shell.terminals().in() && (draft.waits.count > 0 || draft.waits.expect != null);
  }

  private void item(String data, List<InputItem> items) {
    if (data.equals("@-")) {
      items.add(new InputItem.StandardInput(Separator.NONE));
    } else if (data.startsWith("@@") || !data.startsWith("@")) {
      given(Bytes.utf8(data.startsWith("@") ? data.substring(1) : data), data, items);
    } else {
      given(bytes(data.substring(1), "-d"), data, items);
    }
  }

  private void given(Bytes written, String data, List<InputItem> items) {
    switch (draft.said.notation.read(written)) {
      case Notation.Decoded.Payload(var payload) -> items.add(new InputItem.Given(payload));
      case Notation.Decoded.Unreadable(var problem) ->
          wrong(Misuse.of("-d was given '" + data + "', but " + problem, "another text"));
    }
  }

  private MessageMaker maker() {
    return new MessageMaker(kind(), Framing.WHOLE.withFragment(draft.said.fragment));
  }

  private MessageMaker.Kind kind() {
    return switch (draft.said.kind) {
      case TEXT -> MessageMaker.Kind.TEXT;
      case BINARY -> MessageMaker.Kind.BINARY;
      case AUTOMATIC ->
          switch (draft.said.notation) {
            case HEX, BASE64 -> MessageMaker.Kind.BINARY;
            case PLAIN, ESCAPED -> MessageMaker.Kind.TEXT_IF_UTF8;
          };
    };
  }

  private View view() {
    var shown = draft.shown;
    return new View(
        detail(),
        shown.frames,
        shown.json,
        shown.timestamps,
        palette(),
        draft.said.separator,
        draft.said.notation,
        shell.terminals().out());
  }

  private View.Detail detail() {
    if (draft.shown.verbose) {
      return View.Detail.VERBOSE;
    }
    return draft.shown.quiet ? View.Detail.QUIET : View.Detail.NORMAL;
  }

  private Palette palette() {
    return draft.shown.color.palette(shell.terminals().err() && shell.likesColor());
  }

  private List<String> lines(String file, String option) {
    return bytes(file, option).toText().lines().toList();
  }

  private Bytes bytes(String file, String option) {
    try {
      return Bytes.of(Files.readAllBytes(Path.of(file)));
    } catch (IOException | InvalidPathException unreadable) {
      wrong(
          option + " names the file '" + file + "', which cannot be read", "a file that is there");
      return Bytes.EMPTY;
    }
  }

  /** Keeps the first fault. */
  private void wrong(String found, String expected) {
    wrong(new Misuse(found, expected));
  }

  private void wrong(Misuse found) {
    if (misuse == null) {
      misuse = found;
    }
  }
}
