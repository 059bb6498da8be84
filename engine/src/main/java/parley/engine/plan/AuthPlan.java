package parley.engine.plan;

import java.util.Optional;
import parley.model.collection.Auth;
import parley.model.collection.Position;
import parley.model.connection.Credentials;
import parley.protocol.authentication.BasicAnswer;

/** How a client says who it is, compiled. */
sealed interface AuthPlan {

  record None() implements AuthPlan {}

  record Basic(TemplatePlan username, TemplatePlan password) implements AuthPlan {}

  record Bearer(TemplatePlan token) implements AuthPlan {}

  record KeyInHeader(TemplatePlan name, TemplatePlan value) implements AuthPlan {}

  record KeyInQuery(TemplatePlan name, TemplatePlan value) implements AuthPlan {}

  record Digest(TemplatePlan username, TemplatePlan password) implements AuthPlan {}

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
      case Auth.OAuth2 oauth -> later("oauth2", oauth.tokenUrl().at(), compiling);
      case Auth.Digest(var username, var password) ->
          new Digest(TemplatePlan.of(username, compiling), TemplatePlan.of(password, compiling));
      case Auth.Aws aws -> later("aws", aws.accessKey().at(), compiling);
    };
  }

  private static AuthPlan later(String kind, Position at, Compiling compiling) {
    compiling.problem(
        at,
        "`auth: " + kind + "`",
        "`none`, `inherit`, `basic`, `bearer`, `api-key` or `digest`",
        "`" + kind + "` comes with a later release; `bearer` takes a token from elsewhere");
    return new None();
  }

  /** The header that says it. */
  default Optional<NamedValue> header(Filling filling) {
    return switch (this) {
      case None _ -> Optional.empty();
      case KeyInQuery _ -> Optional.empty();
      case Digest _ -> Optional.empty();
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
    return this instanceof Digest(var username, var password)
        ? Optional.of(new Credentials.Digest(filling.line(username), filling.line(password)))
        : Optional.empty();
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
