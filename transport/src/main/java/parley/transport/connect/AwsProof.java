package parley.transport.connect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parley.model.connection.ConnectSpec;
import parley.model.connection.Credentials.AwsSignature;
import parley.protocol.authentication.AwsIdentity;
import parley.protocol.authentication.AwsSigner;
import parley.protocol.handshake.Header;

/** Signs a handshake for AWS: its host, its path, its query and its {@code x-amz-} headers. */
final class AwsProof {

  private AwsProof() {}

  static Proof of(ConnectSpec spec, AwsSignature asked) {
    var identity =
        new AwsIdentity(asked.accessKey(), asked.secretKey(), asked.sessionTokenOrNull());
    var time = asked.time().orElseGet(Instant::now);
    var signer = new AwsSigner(identity, asked.region(), asked.service(), time);
    var target = spec.url().target();
    return switch (asked.place()) {
      case HEADER -> inHeaders(signer.headers(target, signed(spec, asked)));
      case QUERY -> inQuery(signer.target(target, signed(spec, asked), asked.expires()));
    };
  }

  private static List<Header> signed(ConnectSpec spec, AwsSignature asked) {
    var signed = new ArrayList<Header>();
    if (spec.headers().stream().noneMatch(header -> header.isNamed("Host"))) {
      signed.add(new Header("Host", spec.url().authority()));
    }
    spec.headers().stream().filter(header -> isSigned(header, asked)).forEach(signed::add);
    return signed;
  }

  /** A date or a token of the user's own gives way to ours. */
  private static boolean isSigned(Header header, AwsSignature asked) {
    var name = header.name().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "host" -> true;
      case "x-amz-date" -> false;
      case "x-amz-security-token" -> asked.sessionToken().isEmpty();
      default -> name.startsWith("x-amz-");
    };
  }

  private static Proof inHeaders(List<Header> added) {
    var secrets = new ArrayList<String>();
    for (var header : added) {
      switch (header.name()) {
        case "Authorization" ->
            secrets.add(header.value().substring(header.value().lastIndexOf('=') + 1));
        case "X-Amz-Security-Token" -> secrets.add(header.value());
        default -> {}
      }
    }
    return new Proof(added, null, secrets, null);
  }

  private static Proof inQuery(String target) {
    var secrets = new ArrayList<String>();
    for (var parameter : target.substring(target.indexOf('?') + 1).split("&", -1)) {
      var parts = parameter.split("=", 2);
      if (parts[0].equals("X-Amz-Signature") || parts[0].equals("X-Amz-Security-Token")) {
        secrets.add(parts[1]);
      }
    }
    return new Proof(List.of(), target, secrets, null);
  }
}
