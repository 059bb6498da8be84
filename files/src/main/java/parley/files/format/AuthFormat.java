package parley.files.format;

import java.time.Duration;
import java.util.List;
import parley.files.shape.FormsShape;
import parley.files.shape.Key;
import parley.files.shape.ListShape;
import parley.files.shape.MapShape;
import parley.files.shape.ScalarShape;
import parley.files.shape.Scalars;
import parley.files.shape.Shape;
import parley.files.shape.VariantShape;
import parley.model.collection.Auth;
import parley.model.collection.Field;
import parley.model.collection.Source;
import parley.model.connection.Credentials.SecretPlace;
import parley.model.connection.Credentials.SignaturePlace;

/** The ways to say who the client is. */
final class AuthFormat {

  private static final Key<Source> USERNAME =
      Key.<Source>of("username", Scalars.TEXT, "Who.").needed();
  private static final Key<Source> PASSWORD =
      Key.<Source>of("password", Scalars.TEXT, "The password, best from a `.env` file.").needed();
  private static final Key<Source> NAME =
      Key.<Source>of("name", Scalars.TEXT, "The name of the header or parameter.").needed();
  private static final Key<Source> VALUE =
      Key.<Source>of("value", Scalars.TEXT, "The key itself.").needed();
  private static final Key<Auth.KeyPlace> IN =
      Key.<Auth.KeyPlace>of("in", Scalars.constants(Auth.KeyPlace.class), "Where it is put.")
          .orElse("header");
  private static final Key<Source> TOKEN_URL =
      Key.<Source>of("token-url", Scalars.TEXT, "Where tokens are given out.").needed();
  private static final Key<Source> CLIENT_ID =
      Key.<Source>of("client-id", Scalars.TEXT, "The client's name.").needed();
  private static final Key<Source> CLIENT_SECRET =
      Key.<Source>of("client-secret", Scalars.TEXT, "The client's secret.").needed();
  private static final Key<List<Source>> SCOPES =
      Key.of("scopes", ListShape.of("a list of scopes", Scalars.TEXT), "What is asked for.");
  private static final Key<Source> AUDIENCE =
      Key.of("audience", Scalars.TEXT, "What the token is for.");
  private static final Key<SecretPlace> SEND =
      Key.<SecretPlace>of(
              "send",
              Scalars.constants(SecretPlace.class),
              "Where the client's id and secret are told to the token server: as basic"
                  + " authentication, or among the parameters.")
          .orElse("header");
  private static final Key<List<Field>> PARAMETERS =
      Key.of(
          "parameters",
          FieldFormat.FIELDS,
          "More parameters for the token server, such as `resource`.");
  private static final Key<Source> ACCESS_KEY =
      Key.<Source>of("access-key", Scalars.TEXT, "The access key.").needed();
  private static final Key<Source> SECRET_KEY =
      Key.<Source>of("secret-key", Scalars.TEXT, "The secret key.").needed();
  private static final Key<Source> SESSION_TOKEN =
      Key.of("session-token", Scalars.TEXT, "The token of temporary credentials.");
  private static final Key<Source> REGION =
      Key.<Source>of("region", Scalars.TEXT, "The region signed for.").needed();
  private static final Key<Source> SERVICE =
      Key.<Source>of("service", Scalars.TEXT, "The service signed for.").needed();
  private static final Key<SignaturePlace> SIGNED_IN =
      Key.<SignaturePlace>of(
              "in",
              Scalars.constants(SignaturePlace.class),
              "Where the signature is put; AWS IoT takes it in the query.")
          .orElse("header");
  private static final Key<Duration> EXPIRES =
      Key.<Duration>of("expires", Scalars.TIME, "How long a signature in the query is good for.")
          .orElse("5m");

  private static final Shape<Auth> BASIC =
      MapShape.of(
          "basic credentials",
          "User and password.",
          List.of(USERNAME, PASSWORD),
          values -> new Auth.Basic(values.get(USERNAME), values.get(PASSWORD)));

  private static final Shape<Auth> DIGEST =
      MapShape.of(
          "digest credentials",
          "User and password, never sent as they are.",
          List.of(USERNAME, PASSWORD),
          values -> new Auth.Digest(values.get(USERNAME), values.get(PASSWORD)));

  private static final Shape<Auth> API_KEY =
      MapShape.of(
          "an API key",
          "A key in a header or in the query.",
          List.of(NAME, VALUE, IN),
          values -> new Auth.ApiKey(values.get(NAME), values.get(VALUE), values.get(IN)));

  private static final Shape<Auth> OAUTH2 =
      MapShape.of(
          "OAuth 2.0 credentials",
          "A token by client credentials.",
          List.of(TOKEN_URL, CLIENT_ID, CLIENT_SECRET, SCOPES, AUDIENCE, SEND, PARAMETERS),
          values ->
              new Auth.OAuth2(
                  values.get(TOKEN_URL),
                  values.get(CLIENT_ID),
                  values.get(CLIENT_SECRET),
                  values.list(SCOPES),
                  values.orNull(AUDIENCE),
                  values.get(SEND),
                  values.list(PARAMETERS)));

  private static final Shape<Auth> AWS =
      MapShape.of(
          "AWS credentials",
          "A request signed for AWS.",
          List.of(ACCESS_KEY, SECRET_KEY, SESSION_TOKEN, REGION, SERVICE, SIGNED_IN, EXPIRES),
          values ->
              new Auth.Aws(
                  values.get(ACCESS_KEY),
                  values.get(SECRET_KEY),
                  values.orNull(SESSION_TOKEN),
                  values.get(REGION),
                  values.get(SERVICE),
                  values.get(SIGNED_IN),
                  values.get(EXPIRES)));

  private static final ScalarShape<Auth> WORDS =
      ScalarShape.ofWords(Scalars.words("none", new Auth.None(), "inherit", new Auth.Inherit()));

  static final Shape<Auth> AUTH =
      FormsShape.<Auth>ofScalar(WORDS)
          .orMap(
              VariantShape.of(
                  "a way to authenticate",
                  "kind",
                  List.of(
                      kind("basic", BASIC, "User and password."),
                      kind("bearer", Scalars.TEXT.map(Auth.Bearer::new), "A bearer token."),
                      kind("api-key", API_KEY, "A key of the server's own."),
                      kind("oauth2", OAUTH2, "A token from an OAuth 2.0 server."),
                      kind("digest", DIGEST, "User and password by challenge."),
                      kind("aws", AWS, "AWS Signature Version 4."))));

  private AuthFormat() {}

  private static VariantShape.Variant<Auth> kind(
      String name, Shape<? extends Auth> shape, String docs) {
    var key = Key.<Auth>of(name, shape, docs).needed();
    var map = MapShape.<Auth>of(name + " authentication", docs, List.of(key), v -> v.get(key));
    return new VariantShape.Variant<>(name, false, map);
  }
}
