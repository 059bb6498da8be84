package parley.cli.connect;

import java.util.List;
import parley.cli.option.Command.Section;
import parley.cli.option.Option;
import parley.cli.option.Reading;
import parley.model.connection.Credentials.Parameter;
import parley.model.connection.Credentials.SecretPlace;
import parley.model.connection.TokenUrl;

/** The options for tokens and signatures; the id and the secret for them are those of --user. */
final class AuthOptions {

  /** What {@code --aws-sigv4} takes. */
  static final String SIGNING = "aws:amz:eu-west-1:execute-api";

  private AuthOptions() {}

  /** What is signed for. */
  record Signing(String region, String service) {}

  static Section<Draft> section() {
    return new Section<>(
        "Tokens and signatures",
        List.of(
            Option.of(
                "--oauth2-token-url",
                "URL",
                "Fetch a token there for the client of --user ID:SECRET (OAuth 2.0 client"
                    + " credentials), by the same proxies and TLS settings, and show it to the"
                    + " server.",
                AuthOptions::tokenUrl,
                (Draft draft, TokenUrl url) -> draft.auth.tokenUrl = url),
            Option.of(
                "--oauth2-scope",
                "SCOPE",
                "Ask for a token with this scope; may be repeated.",
                AuthOptions::scope,
                (Draft draft, String scope) -> draft.auth.scopes.add(scope)),
            Option.of(
                "--oauth2-param",
                "NAME=VALUE",
                "Tell the token server more, such as audience=orders; may be repeated.",
                AuthOptions::parameter,
                (Draft draft, Parameter one) -> draft.auth.parameters.add(one)),
            Option.of(
                "--oauth2-send",
                "WHERE",
                "Tell the token server id and secret as basic authentication in the header (the"
                    + " default) or in the body.",
                AuthOptions::place,
                (Draft draft, SecretPlace place) -> draft.auth.send = place),
            Option.of(
                "--oauth2-bearer",
                "TOKEN",
                "Show a token that you have.",
                AuthOptions::token,
                (Draft draft, String token) -> draft.auth.bearer = token),
            Option.of(
                "--aws-sigv4",
                "aws:amz:REGION:SERVICE",
                "Sign the handshake for AWS (Signature Version 4) with --user"
                    + " ACCESS-KEY:SECRET-KEY, or with the keys in AWS_ACCESS_KEY_ID,"
                    + " AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.",
                AuthOptions::signing,
                (Draft draft, Signing signing) -> draft.auth.aws = signing),
            Option.of(
                "--aws-presign",
                "Put the signature of --aws-sigv4 into the query, as AWS IoT needs it.",
                (Draft draft) -> draft.auth.presign = true)));
  }

  private static Reading<TokenUrl> tokenUrl(String text) {
    return switch (TokenUrl.parse(text)) {
      case TokenUrl.Parsed.Valid(var url) -> Reading.good(url);
      case TokenUrl.Parsed.Invalid invalid -> Reading.bad(invalid.expected(), TokenUrl.EXAMPLE);
    };
  }

  private static Reading<String> scope(String text) {
    return text.isBlank() ? Reading.bad("a scope", "orders.read") : Reading.good(text);
  }

  private static Reading<Parameter> parameter(String text) {
    var equals = text.indexOf('=');
    return equals < 1
        ? Reading.bad("a name and a value with = between them", "audience=orders")
        : Reading.good(new Parameter(text.substring(0, equals), text.substring(equals + 1)));
  }

  private static Reading<SecretPlace> place(String text) {
    return switch (text) {
      case "header" -> Reading.good(SecretPlace.HEADER);
      case "body" -> Reading.good(SecretPlace.BODY);
      default -> Reading.bad("header or body", "body");
    };
  }

  private static Reading<String> token(String text) {
    return text.isBlank() || text.chars().anyMatch(c -> c <= ' ' || c > '~')
        ? Reading.bad("a token without spaces", "eyJhbGciOi...")
        : Reading.good(text);
  }

  private static Reading<Signing> signing(String text) {
    var parts = ConnectValues.split(text, ':');
    return parts.size() == 4
            && parts.get(0).equals("aws")
            && parts.get(1).equals("amz")
            && !parts.get(2).isBlank()
            && !parts.get(3).isBlank()
        ? Reading.good(new Signing(parts.get(2), parts.get(3)))
        : Reading.bad("aws:amz: with the region and the service behind it", SIGNING);
  }
}
