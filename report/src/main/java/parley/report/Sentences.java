package parley.report;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import parley.model.connection.AddressTry;
import parley.model.connection.Attempt;
import parley.model.connection.Evidence;
import parley.model.connection.HostText;
import parley.model.connection.Stage;
import parley.model.connection.TlsFacts;
import parley.model.connection.TokenFacts;
import parley.model.connection.Tunnel;
import parley.model.transcript.Entry;
import parley.protocol.deflate.DeflateParameters;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.Closure.Initiator;
import parley.protocol.handshake.HandshakeViolation;
import parley.protocol.handshake.ResponseHead;

/** What happened, in one line each. */
public final class Sentences {

  private Sentences() {}

  /** That a lost connection will be opened again, and when. */
  public static String of(Entry.Retry retry) {
    return "%s; try %d of %d in %s"
        .formatted(
            Visible.line(retry.why()),
            retry.attempt(),
            retry.attempts(),
            Amounts.duration(retry.delay()));
  }

  /** How a try of an address went. */
  public static String of(AddressTry tried) {
    var address = HostText.of(tried.address());
    var time = Amounts.duration(tried.duration());
    return tried
        .failure()
        .map(why -> address + " failed after " + time + ": " + Visible.line(why))
        .orElse("connected to " + address + " in " + time);
  }

  /** What is known of TLS. */
  public static String of(TlsFacts facts) {
    var parts = new ArrayList<String>();
    facts.protocol().ifPresent(parts::add);
    facts.cipher().ifPresent(parts::add);
    parts.add(
        facts.chain().isEmpty()
            ? "no certificate"
            : "certificate " + facts.chain().getFirst().getSubjectX500Principal().getName());
    facts.shown().ifPresent(name -> parts.add("shown our certificate " + name));
    parts.add(trust(facts));
    return "TLS: " + Visible.line(String.join(", ", parts));
  }

  /** The proxy, and the variable that names it. */
  public static String of(Tunnel tunnel) {
    return Visible.line(tunnel.proxy())
        + tunnel.variable().map(name -> " (" + name + ")").orElse("");
  }

  /** A pinned key is as good as a certificate that was found good. */
  private static String trust(TlsFacts facts) {
    if (facts.verified()) {
      return facts.pinned() ? "verified, its key is pinned" : "verified";
    }
    return facts.pinned() ? "known by its pinned key alone" : "NOT VERIFIED";
  }

  /** Such as {@code HTTP/1.1 101 Switching Protocols}. */
  public static String statusLine(ResponseHead head) {
    return head.version() + " " + status(head);
  }

  /** Such as {@code 401 Unauthorized}. */
  public static String status(ResponseHead head) {
    return head.reason().isEmpty() ? "" + head.status() : head.status() + " " + head.reason();
  }

  /** What was agreed on, and how long it took. */
  public static String of(Attempt.Open attempt) {
    var evidence = attempt.evidence();
    var parts = new ArrayList<String>();
    parts.add("open");
    evidence
        .way()
        .tunnel()
        .map(tunnel -> "through " + of(tunnel))
        .or(() -> evidence.remote().map(HostText::of))
        .ifPresent(parts::add);
    parts.add(timings(evidence));
    attempt.subprotocol().ifPresent(name -> parts.add("subprotocol " + Visible.line(name)));
    attempt.deflate().ifPresent(parameters -> parts.add(deflate(parameters)));
    return String.join(" · ", parts);
  }

  /** Where the token came from, and until when it is good. */
  public static String of(TokenFacts token) {
    var from = "a token of " + Visible.line(token.url()) + (token.reused() ? ", reused" : "");
    return token
        .expires()
        .map(time -> from + ", good until " + time.truncatedTo(ChronoUnit.SECONDS))
        .orElse(from + ", which did not say how long it is good");
  }

  private static String timings(Evidence evidence) {
    var parts = new ArrayList<String>();
    for (var stage : List.of(Stage.values())) {
      evidence
          .timings()
          .of(stage)
          .ifPresent(time -> parts.add(name(stage) + " " + Amounts.duration(time)));
    }
    return Amounts.duration(evidence.timings().total()) + " (" + String.join(", ", parts) + ")";
  }

  /** Such as {@code dns}. */
  public static String name(Stage stage) {
    return switch (stage) {
      case TOKEN -> "token";
      case DNS -> "dns";
      case TCP -> "tcp";
      case PROXY -> "proxy";
      case TLS -> "tls";
      case UPGRADE -> "upgrade";
    };
  }

  private static String deflate(DeflateParameters parameters) {
    var text = new StringBuilder("permessage-deflate");
    if (parameters.serverMaxWindowBits() != 15) {
      text.append(" server_max_window_bits=").append(parameters.serverMaxWindowBits());
    }
    if (parameters.clientMaxWindowBits() != 15) {
      text.append(" client_max_window_bits=").append(parameters.clientMaxWindowBits());
    }
    text.append(parameters.serverNoContextTakeover() ? " server_no_context_takeover" : "");
    text.append(parameters.clientNoContextTakeover() ? " client_no_context_takeover" : "");
    return text.toString();
  }

  /** That the server refused, and how. */
  public static String refusal(Attempt.Rejected attempt) {
    return "the server refused the handshake: " + Visible.line(status(attempt.answer()));
  }

  /** What was found, and the rule that it breaks. */
  public static String of(HandshakeViolation violation) {
    return Visible.line(violation.found())
        + ": "
        + violation.rule().statement()
        + " ("
        + violation.rule().section()
        + ")";
  }

  /** Such as {@code 1001 going away "restart"}; a frame without a body says so. */
  public static String of(CloseStatus status) {
    var code =
        status.equals(CloseStatus.NONE)
            ? "without a code (1005)"
            : status.code() + " " + status.code().meaning();
    return status.reason().isEmpty() ? code : code + " " + Visible.preview(status.reason(), 125);
  }

  /** Who ended it, how, and with which code; {@code peer} is what to call the other side. */
  public static String of(Closure closure, String peer) {
    return switch (closure.ending()) {
      case CLOSE_HANDSHAKE -> "closed by " + closer(closure, peer) + ": " + decisive(closure);
      case VIOLATION ->
          "Parley failed the connection"
              + closure.sent().map(status -> " with " + of(status)).orElse("")
              + closure.violation().map(found -> ": " + Visible.line(found.toString())).orElse("");
      case STREAM_END -> peer + " ended the stream " + lackingClose(closure);
      case RESET -> "the connection was reset " + lackingClose(closure);
      case CLOSE_TIMEOUT ->
          peer + " did not end the connection in time after the Close frame (1006)";
      case PONG_TIMEOUT -> "no pong came in time: the connection is dead (1006)";
      case ABORT -> "aborted by you, without a Close frame (1006)";
    };
  }

  private static String closer(Closure closure, String peer) {
    return closure.initiator() == Initiator.LOCAL ? "you" : peer;
  }

  /** What the side that began the close said. */
  private static String decisive(Closure closure) {
    var first = closure.initiator() == Initiator.LOCAL ? closure.sent() : closure.received();
    var answer = closure.initiator() == Initiator.LOCAL ? closure.received() : closure.sent();
    var said = first.map(Sentences::of).orElse("without a code (1005)");
    return answer
        .filter(status -> first.isPresent() && !status.code().equals(first.get().code()))
        .map(status -> said + ", answered with " + of(status))
        .orElse(said);
  }

  private static String lackingClose(Closure closure) {
    return closure.sent().isPresent()
        ? "without answering the Close frame (1006)"
        : "without a Close frame (1006)";
  }
}
