package parley.engine.plan;

import java.util.Optional;
import parley.model.collection.Auth;
import parley.model.connection.Credentials;
import parley.protocol.authentication.BasicAnswer;

/** How a client says who it is, compiled. */
sealed interface AuthPlan {

  record None() implements AuthPlan {}

  record Basic(TemplatePlan username, TemplatePlan password) implements AuthPlan {}

  record Bearer(TemplatePlan token) implements AuthPlan {}

  record KeyInHeader(TemplatePlan name, TemplatePlan value) implements AuthPlan {}

  record KeyInQuery(TemplatePlan name, TemplatePlan value) implements AuthPlan {}

  /** What takes more than a header or a parameter. */
  record Shown(CredentialsPlan credentials) implements AuthPlan {}

  static AuthPlan of(Auth auth, Compiling compiling) {
    return switch (auth) {
      case Auth.None _ -> new None();
      case Auth.Inherit _ -> new None();
      case Auth.Basic(var username, var password) ->
          new Basic(TemplatePlan.of(username, compiling), TemplatePlan.of(password, compiling));
      case Auth.Bearer(var token) -> new Bearer(TemplatePlan.of(token, compiling));
      case Auth.ApiKey(var name, var value, var in) ->
          switch (in) {
            case HEADER ->
                new KeyInHeader(
                    TemplatePlan.of(name, compiling), TemplatePlan.of(value, compiling));
            case QUERY ->
                new KeyInQuery(TemplatePlan.of(name, compiling), TemplatePlan.of(value, compiling));
          };
      case Auth.OAuth2 oauth -> new Shown(CredentialsPlan.of(oauth, compiling));
      case Auth.Digest digest -> new Shown(CredentialsPlan.of(digest, compiling));
      case Auth.Aws aws -> new Shown(CredentialsPlan.of(aws, compiling));
    };
  }

  /** The header that says it. */
  default Optional<NamedValue> header(Filling filling) {
    return switch (this) {
      case None _ -> Optional.empty();
      case KeyInQuery _ -> Optional.empty();
      case Shown _ -> Optional.empty();
      case Basic(var username, var password) ->
          Optional.of(new NamedValue("Authorization", basic(username, password, filling)));
      case Bearer(var token) ->
          Optional.of(new NamedValue("Authorization", "Bearer " + filling.line(token)));
      case KeyInHeader(var name, var value) ->
          Optional.of(new NamedValue(filling.line(name), filling.line(value)));
    };
  }

  /** The query parameter that says it. */
  default Optional<NamedValue> param(Filling filling) {
    return this instanceof KeyInQuery key
        ? Optional.of(new NamedValue(filling.text(key.name()), filling.text(key.value())))
        : Optional.empty();
  }

  /** What takes more than a header or a parameter. */
  default Optional<Credentials> credentials(Filling filling) {
    return this instanceof Shown(var credentials) ? credentials.fill(filling) : Optional.empty();
  }

  private static String basic(TemplatePlan username, TemplatePlan password, Filling filling) {
    var user = filling.text(username);
    if (user.indexOf(':') >= 0) {
      // RFC 7617, 2: the first colon ends the name.
      filling.fault(
          username.source().at(),
          "the username has a colon, which basic authentication cannot say");
    }
    return BasicAnswer.of(user, filling.text(password));
  }
}
