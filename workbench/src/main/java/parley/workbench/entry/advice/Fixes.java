package parley.workbench.entry.advice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parley.model.connection.Attempt;
import parley.model.connection.Cause;
import parley.model.connection.Evidence;
import parley.model.connection.Stage;
import parley.model.value.Value;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.Violation;
import parley.workbench.call.Json;

/** Changes of the file that mend a connection, where what was seen says which. */
public final class Fixes {

  private static final Duration LONGER = Duration.ofSeconds(60);
  private static final long MAX_MEGABYTES = 1024;

  /** What the assembler of messages says of one that is too large. */
  private static final Pattern TOO_LARGE =
      Pattern.compile(
          "(?:(\\d{1,15}) bytes and a frame of (\\d{1,15}) more|inflated bytes) exceed the limit"
              + " of (\\d{1,15}) bytes; raise max-message");

  /** RFC 9110, 5.6.2. */
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");

  private Fixes() {}

  /** For a connection that did not come about. */
  public static List<Fix> of(Attempt attempt) {
    return switch (attempt) {
      case Attempt.Open _ -> List.of();
      case Attempt.Rejected rejected ->
          switch (rejected.answer().status()) {
            case 301, 302, 303, 307, 308 -> follow(rejected);
            case 403 -> origin(rejected.evidence());
            default -> List.of();
          };
      case Attempt.Failed failed -> of(failed);
    };
  }

  private static List<Fix> of(Attempt.Failed failed) {
    var evidence = failed.evidence();
    return switch (failed.cause()) {
      case TIMEOUT -> failed.stage() == Stage.DNS ? List.of() : longer(evidence);
      case UNSOLICITED_SUBPROTOCOL -> subprotocols(evidence);
      case UNSOLICITED_EXTENSION -> compression(evidence);
      case Cause _ -> List.of();
    };
  }

  private static List<Fix> follow(Attempt.Rejected rejected) {
    return rejected.answer().first("Location").isEmpty()
        ? List.of()
        : List.of(
            Fix.setting(
                "follow-redirects: true",
                "settings: { follow-redirects: true }",
                "follows it",
                "follow-redirects",
                "true"));
  }

  private static List<Fix> origin(Evidence evidence) {
    var url = evidence.url();
    var page = (url.secure() ? "https://" : "http://") + url.authority();
    var sent = evidence.request().flatMap(head -> head.first("Origin"));
    return sent.filter(page::equals).isPresent()
        ? List.of()
        : List.of(Fix.header("Origin", page, "the address of the server's own page"));
  }

  private static List<Fix> longer(Evidence evidence) {
    return evidence.timings().total().plusSeconds(1).compareTo(LONGER) >= 0
        ? List.of()
        : List.of(
            Fix.setting(
                "connect-timeout",
                "settings: { connect-timeout: 60s }",
                "waits longer",
                "connect-timeout",
                "60s"));
  }

  private static List<Fix> subprotocols(Evidence evidence) {
    var chosen = evidence.answer().flatMap(head -> head.first("Sec-WebSocket-Protocol"));
    if (chosen.filter(name -> TOKEN.matcher(name).matches()).isEmpty()) {
      return List.of();
    }
    var all = Stream.concat(offered(evidence), chosen.stream()).distinct().toList();
    var edit =
        Json.object()
            .put("op", "put")
            .put("at", Json.texts(List.of("subprotocols")))
            .put("value", Json.texts(all));
    return List.of(
        new Fix(
            "`subprotocols:",
            "subprotocols: [" + String.join(", ", all) + "]",
            "offers the one that the server chose",
            "edits",
            Value.of(List.of(edit.value()))));
  }

  private static Stream<String> offered(Evidence evidence) {
    return evidence.request().stream()
        .flatMap(head -> head.all("Sec-WebSocket-Protocol").stream())
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .map(String::strip)
        .filter(name -> TOKEN.matcher(name).matches());
  }

  private static List<Fix> compression(Evidence evidence) {
    var answered =
        evidence.answer().stream()
            .flatMap(head -> head.all("Sec-WebSocket-Extensions").stream())
            .map(line -> line.split("[;,]", 2)[0].strip())
            .toList();
    return answered.equals(List.of("permessage-deflate"))
        ? List.of(
            Fix.setting(
                "`compression: true`",
                "compression: true",
                "offers permessage-deflate",
                "compression",
                "true"))
        : List.of();
  }

  /** For a connection that has ended. */
  public static List<Fix> of(Closure closure) {
    return switch (closure.ending()) {
      case STREAM_END, RESET ->
          List.of(
              Fix.setting(
                  "ping: {",
                  "settings: { ping: { every: 30s } }",
                  "keeps an idle connection up",
                  "ping.every",
                  "30s"));
      case VIOLATION -> closure.violation().flatMap(Fixes::larger).stream().toList();
      case CLOSE_HANDSHAKE, CLOSE_TIMEOUT, PONG_TIMEOUT, ABORT -> List.of();
    };
  }

  private static Optional<Fix> larger(Violation violation) {
    var said = TOO_LARGE.matcher(violation.found());
    if (!said.matches()) {
      return Optional.empty();
    }
    var limit = Long.parseLong(said.group(3));
    var needed =
        said.group(1) == null
            ? 2 * limit
            : Long.parseLong(said.group(1)) + Long.parseLong(said.group(2));
    var megabytes = 1L;
    while (megabytes << 20 < needed) {
      megabytes *= 2;
    }
    var size = megabytes + "MB";
    return megabytes > MAX_MEGABYTES
        ? Optional.empty()
        : Optional.of(
            Fix.setting(
                "max-message",
                "settings: { max-message: " + size + " }",
                "takes a message of that size",
                "max-message",
                size));
  }

  /** The lines of advice that no fix says better. */
  public static List<String> others(List<String> texts, List<Fix> fixes) {
    var others = new ArrayList<>(texts);
    fixes.forEach(fix -> others.removeIf(fix::isSaidBy));
    return others;
  }
}
