package parley.protocol.handshake;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import parley.protocol.deflate.DeflateNegotiation;
import parley.protocol.deflate.DeflateNegotiation.Agreement;
import parley.protocol.deflate.DeflatePolicy;
import parley.protocol.deflate.ExtensionList;
import parley.protocol.deflate.Token;

/** Holds a client's request against RFC 6455, 4.2.1. */
final class RequestJudge {

  private static final int NONCE_BYTES = 16;
  private static final int KEY_CHARACTERS = 24; // the JDK would take it without padding too

  private final RequestHead request;
  private final ExtensionList extensions;
  private final List<HandshakeViolation> violations = new ArrayList<>();

  RequestJudge(RequestHead request) {
    this.request = request;
    this.extensions = ExtensionList.parse(request.all(HandshakeHeaders.EXTENSIONS));
    judgeFirstLine();
    judgeUpgrade();
    judgeKey();
    judgeVersion();
    judgeExtensions();
    judgeSubprotocols();
  }

  List<HandshakeViolation> violations() {
    return List.copyOf(violations);
  }

  Optional<Agreement> agreement(DeflatePolicy policy) {
    return switch (extensions) {
      case ExtensionList.Valid(var offered) -> DeflateNegotiation.agree(offered, policy);
      case ExtensionList.Malformed(var _) -> Optional.empty();
    };
  }

  private void judgeFirstLine() {
    if (!request.method().equals("GET")) {
      violated(HandshakeRule.REQUEST_METHOD, request.method());
    }
    if (!request.isAtLeastHttp11()) {
      violated(HandshakeRule.REQUEST_VERSION, request.version());
    }
    if (request.all(HandshakeHeaders.HOST).size() != 1) {
      violated(HandshakeRule.REQUEST_HOST, request.shown(HandshakeHeaders.HOST));
    }
  }

  private void judgeUpgrade() {
    if (!request.lists(HandshakeHeaders.UPGRADE, "websocket")) {
      violated(HandshakeRule.REQUEST_UPGRADE, request.shown(HandshakeHeaders.UPGRADE));
    }
    if (!request.lists(HandshakeHeaders.CONNECTION, "upgrade")) {
      violated(HandshakeRule.REQUEST_CONNECTION, request.shown(HandshakeHeaders.CONNECTION));
    }
  }

  private void judgeKey() {
    var keys = request.all(HandshakeHeaders.KEY);
    if (keys.isEmpty()) {
      violated(HandshakeRule.KEY_MISSING, request.shown(HandshakeHeaders.KEY));
    }
    if (keys.size() > 1) {
      violated(HandshakeRule.KEY_REPEATED, request.shown(HandshakeHeaders.KEY));
    }
    keys.stream()
        .filter(key -> !isNonce(key))
        .forEach(key -> violated(HandshakeRule.KEY_MALFORMED, HandshakeHeaders.KEY + ": " + key));
  }

  private static boolean isNonce(String key) {
    try {
      return key.length() == KEY_CHARACTERS
          && Base64.getDecoder().decode(key).length == NONCE_BYTES;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private void judgeVersion() {
    var versions = request.all(HandshakeHeaders.VERSION);
    if (!versions.equals(List.of(HandshakeHeaders.SUPPORTED_VERSION))) {
      violated(HandshakeRule.WEBSOCKET_VERSION, request.shown(HandshakeHeaders.VERSION));
    }
  }

  private void judgeExtensions() {
    if (extensions instanceof ExtensionList.Malformed(var why)) {
      violated(HandshakeRule.REQUEST_EXTENSIONS_MALFORMED, why);
    }
  }

  private void judgeSubprotocols() {
    var subprotocols = request.listed(HandshakeHeaders.PROTOCOL);
    var sound =
        subprotocols.stream().allMatch(Token::isToken)
            && new HashSet<>(subprotocols).size() == subprotocols.size();
    if (!sound) {
      violated(HandshakeRule.SUBPROTOCOLS_MALFORMED, request.shown(HandshakeHeaders.PROTOCOL));
    }
  }

  private void violated(HandshakeRule rule, String found) {
    violations.add(new HandshakeViolation(rule, found));
  }
}
