package parley.engine.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Auth;
import parley.model.connection.Credentials;
import parley.model.connection.Credentials.AwsSignature;
import parley.model.connection.Credentials.SecretPlace;
import parley.model.connection.Credentials.SignaturePlace;
import parley.model.connection.TokenUrl;

/** What a client shows of itself where a header that stays the same is not enough, compiled. */
sealed interface CredentialsPlan {

  record Digest(TemplatePlan username, TemplatePlan password) implements CredentialsPlan {}

  record ClientCredentials(
      TemplatePlan tokenUrl,
      TemplatePlan clientId,
      TemplatePlan clientSecret,
      List<TemplatePlan> scopes,
      @Nullable TemplatePlan audienceOrNull,
      SecretPlace place,
      List<FieldPlan> parameters)
      implements CredentialsPlan {}

  record Aws(
      TemplatePlan accessKey,
      TemplatePlan secretKey,
      @Nullable TemplatePlan sessionTokenOrNull,
      TemplatePlan region,
      TemplatePlan service,
      SignaturePlace place,
      Duration expires)
      implements CredentialsPlan {}

  static CredentialsPlan of(Auth.Digest auth, Compiling compiling) {
    return new Digest(
        TemplatePlan.of(auth.username(), compiling), TemplatePlan.of(auth.password(), compiling));
  }

  static CredentialsPlan of(Auth.OAuth2 auth, Compiling compiling) {
    var url = TemplatePlan.of(auth.tokenUrl(), compiling);
    if (url.isConstant()
        && TokenUrl.parse(url.constant().text()) instanceof TokenUrl.Parsed.Invalid no) {
      compiling.problem(
          auth.tokenUrl().at(),
          no.found(),
          no.expected(),
          "write `token-url: " + TokenUrl.EXAMPLE + "`");
    }
    return new ClientCredentials(
        url,
        notEmpty(TemplatePlan.of(auth.clientId(), compiling), "client-id", compiling),
        TemplatePlan.of(auth.clientSecret(), compiling),
        auth.scopes().stream().map(scope -> TemplatePlan.of(scope, compiling)).toList(),
        auth.audience().map(audience -> TemplatePlan.of(audience, compiling)).orElse(null),
        auth.send(),
        FieldPlan.of(auth.parameters(), compiling));
  }

  static CredentialsPlan of(Auth.Aws auth, Compiling compiling) {
    if (auth.expires().compareTo(AwsSignature.MAX_EXPIRES) > 0
        || auth.expires().toMillisPart() > 0) {
      compiling.problem(
          auth.region().at(),
          "`expires: " + Durations.text(auth.expires()) + "`",
          "whole seconds, at most seven days",
          "write `expires: 5m`");
    }
    return new Aws(
        notEmpty(TemplatePlan.of(auth.accessKey(), compiling), "access-key", compiling),
        notEmpty(TemplatePlan.of(auth.secretKey(), compiling), "secret-key", compiling),
        auth.sessionToken().map(token -> TemplatePlan.of(token, compiling)).orElse(null),
        notEmpty(TemplatePlan.of(auth.region(), compiling), "region", compiling),
        notEmpty(TemplatePlan.of(auth.service(), compiling), "service", compiling),
        auth.in(),
        auth.expires());
  }

  /** One that never changes is looked at at once. */
  private static TemplatePlan notEmpty(TemplatePlan plan, String key, Compiling compiling) {
    if (plan.isConstant() && plan.constant().text().isBlank()) {
      compiling.problem(plan.source().at(), "an empty `" + key + "`", "a text");
    }
    return plan;
  }

  /** What they come to; nothing where that is a fault. */
  default Optional<Credentials> fill(Filling filling) {
    return switch (this) {
      case Digest(var username, var password) ->
          Optional.of(new Credentials.Digest(filling.line(username), filling.line(password)));
      case ClientCredentials client ->
          tokenUrl(client.tokenUrl(), filling).map(url -> filled(client, url, filling));
      case Aws aws -> Optional.of(filled(aws, filling));
    };
  }

  private static Credentials filled(ClientCredentials client, TokenUrl url, Filling filling) {
    return new Credentials.ClientCredentials(
        url,
        notEmpty(client.clientId(), "client-id", filling),
        filling.text(client.clientSecret()),
        client.scopes().stream().map(filling::text).filter(scope -> !scope.isBlank()).toList(),
        orNull(client.audienceOrNull(), filling),
        client.place(),
        client.parameters().stream()
            .map(one ->
                new Credentials.Parameter(filling.text(one.name()), filling.text(one.value())))
            .toList());
  }

  private static Optional<TokenUrl> tokenUrl(TemplatePlan plan, Filling filling) {
    return switch (TokenUrl.parse(filling.text(plan))) {
      case TokenUrl.Parsed.Valid(var url) -> {
        url.warning().ifPresent(filling::notice);
        yield Optional.of(url);
      }
      case TokenUrl.Parsed.Invalid invalid -> {
        filling.fault(plan.source().at(), invalid.problem());
        yield Optional.empty();
      }
    };
  }

  private static Credentials filled(Aws aws, Filling filling) {
    return new AwsSignature(
        notEmpty(aws.accessKey(), "access-key", filling),
        notEmpty(aws.secretKey(), "secret-key", filling),
        orNull(aws.sessionTokenOrNull(), filling),
        notEmpty(aws.region(), "region", filling),
        notEmpty(aws.service(), "service", filling),
        aws.place(),
        aws.expires(),
        filling.now());
  }

  /** An empty text, as of a variable that has none, is none. */
  private static @Nullable String orNull(@Nullable TemplatePlan plan, Filling filling) {
    var text = plan == null ? "" : filling.line(plan);
    return text.isBlank() ? null : text;
  }

  private static String notEmpty(TemplatePlan plan, String key, Filling filling) {
    var text = filling.line(plan);
    if (text.isBlank()) {
      filling.fault(plan.source().at(), "`%s` is empty: expected a text".formatted(key));
    }
    return text;
  }
}
