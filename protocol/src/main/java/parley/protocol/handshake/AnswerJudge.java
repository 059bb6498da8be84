package parley.protocol.handshake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.protocol.deflate.DeflateNegotiation;
import parley.protocol.deflate.DeflateParameters;
import parley.protocol.deflate.Extension;
import parley.protocol.deflate.ExtensionList;

/** Compares a server's answer with the request that it answers (RFC 6455, 4.1). */
final class AnswerJudge {

  private final RequestHead request;
  private final ResponseHead answer;
  private final List<HandshakeViolation> violations = new ArrayList<>();
  private final List<String> otherExtensions = new ArrayList<>();
  private @Nullable DeflateParameters deflate;

  private AnswerJudge(RequestHead request, ResponseHead answer) {
    this.request = request;
    this.answer = answer;
  }

  static Judgement judge(RequestHead request, ResponseHead answer) {
    if (answer.status() != ResponseHead.SWITCHING_PROTOCOLS) {
      return new Judgement(false, List.of(), null, null, List.of());
    }
    return new AnswerJudge(request, answer).judge();
  }

  private Judgement judge() {
    judgeUpgrade();
    judgeAccept();
    judgeExtensions();
    judgeSubprotocol();
    var chosen = answer.first(HandshakeHeaders.PROTOCOL).orElse(null);
    return new Judgement(true, violations, chosen, deflate, otherExtensions);
  }

  private void judgeUpgrade() {
    if (!answer.isAtLeastHttp11()) {
      violated(HandshakeRule.ANSWER_VERSION, answer.version());
    }
    if (!answer.lists(HandshakeHeaders.UPGRADE, "websocket")) {
      violated(HandshakeRule.ANSWER_UPGRADE, answer.shown(HandshakeHeaders.UPGRADE));
    }
    if (!answer.lists(HandshakeHeaders.CONNECTION, "upgrade")) {
      violated(HandshakeRule.ANSWER_CONNECTION, answer.shown(HandshakeHeaders.CONNECTION));
    }
  }

  private void judgeAccept() {
    var accepts = answer.all(HandshakeHeaders.ACCEPT);
    if (accepts.isEmpty()) {
      violated(HandshakeRule.ACCEPT_MISSING, answer.shown(HandshakeHeaders.ACCEPT));
    }
    if (accepts.size() > 1) {
      violated(HandshakeRule.ACCEPT_REPEATED, answer.shown(HandshakeHeaders.ACCEPT));
    }
    var right = request.all(HandshakeHeaders.KEY).stream().map(AcceptKey::of).toList();
    accepts.stream()
        .filter(accept -> !right.contains(accept))
        .forEach(accept -> violated(HandshakeRule.ACCEPT_WRONG, found(accept, right)));
  }

  private static String found(String accept, List<String> right) {
    var found = HandshakeHeaders.ACCEPT + ": " + accept;
    return right.isEmpty()
        ? found + " although no key was sent"
        : found + " instead of " + String.join(" or ", right);
  }

  private void judgeExtensions() {
    switch (ExtensionList.parse(answer.all(HandshakeHeaders.EXTENSIONS))) {
      case ExtensionList.Malformed(var why) ->
          violated(HandshakeRule.ANSWER_EXTENSIONS_MALFORMED, why);
      case ExtensionList.Valid(var accepted) -> judge(accepted);
    }
  }

  private void judge(List<Extension> accepted) {
    var offered = offered();
    for (var extension : accepted) {
      if (!isOffered(extension, offered)) {
        violated(HandshakeRule.EXTENSION_UNSOLICITED, extension.toHeaderValue());
      }
      if (DeflateNegotiation.isDeflate(extension)) {
        judgeDeflate(extension, offered);
      } else {
        otherExtensions.add(extension.name());
      }
    }
    if (accepted.stream().filter(DeflateNegotiation::isDeflate).count() > 1) {
      violated(HandshakeRule.DEFLATE_REPEATED, answer.shown(HandshakeHeaders.EXTENSIONS));
    }
  }

  private List<Extension> offered() {
    return switch (ExtensionList.parse(request.all(HandshakeHeaders.EXTENSIONS))) {
      case ExtensionList.Valid(var extensions) -> extensions;
      case ExtensionList.Malformed(var _) -> List.of();
    };
  }

  private static boolean isOffered(Extension accepted, List<Extension> offered) {
    return offered.stream().anyMatch(offer -> offer.name().equals(accepted.name()));
  }

  private void judgeDeflate(Extension accepted, List<Extension> offered) {
    var verdict = DeflateNegotiation.judge(offered, accepted);
    deflate = verdict.parametersOrNull();
    if (isOffered(accepted, offered)) {
      verdict.problems().forEach(problem -> violated(HandshakeRule.DEFLATE_ANSWER, problem));
    }
  }

  private void judgeSubprotocol() {
    var chosen = answer.all(HandshakeHeaders.PROTOCOL);
    if (chosen.size() > 1) {
      violated(HandshakeRule.SUBPROTOCOL_REPEATED, answer.shown(HandshakeHeaders.PROTOCOL));
    }
    var asked = request.listed(HandshakeHeaders.PROTOCOL);
    chosen.stream()
        .filter(subprotocol -> !asked.contains(subprotocol))
        .forEach(subprotocol ->
            violated(HandshakeRule.SUBPROTOCOL_UNSOLICITED, foundSubprotocol(subprotocol, asked)));
  }

  private static String foundSubprotocol(String chosen, List<String> asked) {
    var found = HandshakeHeaders.PROTOCOL + ": " + chosen;
    return asked.isEmpty()
        ? found + " although none was asked for"
        : found + " instead of " + String.join(" or ", asked);
  }

  private void violated(HandshakeRule rule, String found) {
    violations.add(new HandshakeViolation(rule, found));
  }
}
