package parley.engine.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import parley.engine.expression.NoScope;
import parley.model.value.Value;

/** Tokens that one key signs and another verifies; those of shared secrets stand in the page. */
final class TokenFunctionsTest {

  private static final Value CLAIMS = Value.of(Map.of("sub", Value.of("ann")));

  private static Value call(String name, Value... arguments) {
    var function = Objects.requireNonNull(Functions.BY_NAME.get(name));
    return switch (function.call(new Arguments(List.of(arguments), new NoScope(), 0))) {
      case Result.Of(var value) -> value;
      case Result.Fault fault -> Value.of(fault.text());
    };
  }

  private static Value pem(String what, byte[] bytes) {
    return Value.of(
        "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
            .formatted(what, Base64.getMimeEncoder().encodeToString(bytes)));
  }

  private static KeyPair keys(String kind, int size) throws Exception {
    var generator = KeyPairGenerator.getInstance(kind);
    generator.initialize(size);
    return generator.generateKeyPair();
  }

  @Test
  void aPrivateKeySignsAndItsPublicKeyVerifies() throws Exception {
    for (var one : Map.of("RS256", keys("RSA", 1024), "ES256", keys("EC", 256)).entrySet()) {
      var secret = pem("PRIVATE KEY", one.getValue().getPrivate().getEncoded());
      var open = pem("PUBLIC KEY", one.getValue().getPublic().getEncoded());
      var token = call("jwtSign", CLAIMS, secret, Value.of(one.getKey()));
      assertThat(call("jwtVerify", token, open)).isEqualTo(Value.of(true));
      assertThat(call("jwtVerify", token, secret)).isEqualTo(Value.of(false));
      assertThat(call("jwtVerify", token, pem("CERTIFICATE", new byte[9])))
          .isEqualTo(Value.of(false));
      assertThat(call("jwtVerify", token, Value.of(""))).isEqualTo(Value.of(false));
      var forged = ((Value.Text) token).text().replaceFirst("\\.[^.]*\\.", ".e30.");
      assertThat(call("jwtVerify", Value.of(forged), open)).isEqualTo(Value.of(false));
    }
  }
}
