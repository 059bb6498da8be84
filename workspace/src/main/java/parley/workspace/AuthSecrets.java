package parley.workspace;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Auth;
import parley.model.collection.ClientCertificate;
import parley.model.collection.Connection;
import parley.model.collection.ConnectionKeys;
import parley.model.collection.Conversation;
import parley.model.collection.Field;
import parley.model.collection.Json;
import parley.model.collection.Proxy;
import parley.model.collection.Source;
import parley.model.collection.Tls;
import parley.model.value.Value;

/**
 * What comes from outside of the files into the secrets of {@code auth}, {@code proxy} and {@code
 * tls} of conversations: the process's variables and those of {@code --var} that they name, right
 * away or through a variable.
 */
final class AuthSecrets {

  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("(env\\.)?([A-Za-z_][A-Za-z0-9_-]*)");

  private final Map<String, Value> given;
  private final Map<String, String> process;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> values = new HashSet<>();

  private AuthSecrets(Map<String, Value> given, Map<String, String> process) {
    this.given = given;
    this.process = process;
  }

  /** The values that nothing may print. */
  static Set<String> of(
      Conversation conversation, Map<String, Value> given, Map<String, String> process) {
    var secrets = new AuthSecrets(given, process);
    Stream.concat(
            Stream.of(conversation.main()),
            conversation.connections().stream().map(Connection::keys))
        .flatMap(AuthSecrets::secrets)
        .forEach(source -> secrets.mentioned(source.text(), conversation));
    return secrets.values;
  }

  private static Stream<Source> secrets(ConnectionKeys keys) {
    return Stream.of(secret(keys.auth()).stream(), secret(keys.proxy()), secret(keys.tls()))
        .flatMap(Function.identity());
  }

  private static List<Source> secret(Auth auth) {
    return switch (auth) {
      case Auth.None _, Auth.Inherit _ -> List.of();
      case Auth.Basic(var _, var password) -> List.of(password);
      case Auth.Bearer(var token) -> List.of(token);
      case Auth.ApiKey(var _, var value, var _) -> List.of(value);
      case Auth.OAuth2 oauth ->
          Stream.concat(
                  Stream.of(oauth.clientSecret()),
                  oauth.parameters().stream()
                      .filter(one -> SecretValues.isTelling(one.name().text()))
                      .map(Field::value))
              .toList();
      case Auth.Digest(var _, var password) -> List.of(password);
      case Auth.Aws aws -> aws(aws.secretKey(), aws.sessionTokenOrNull());
    };
  }

  /** The URL may have a password in it. */
  private static Stream<Source> secret(Proxy proxy) {
    return proxy instanceof Proxy.Through through
        ? Stream.of(Stream.of(through.url()), through.password().stream(), secret(through.tls()))
            .flatMap(Function.identity())
        : Stream.empty();
  }

  /** Of private keys. */
  private static Stream<Source> secret(Tls tls) {
    return Stream.concat(Stream.of(tls.own()), tls.others().stream())
        .map(ClientCertificate::password)
        .flatMap(Optional::stream);
  }

  private static List<Source> aws(Source key, @Nullable Source token) {
    return token == null ? List.of(key) : List.of(key, token);
  }

  private void mentioned(String text, Conversation conversation) {
    TEMPLATE
        .matcher(text)
        .results()
        .flatMap(template -> NAME.matcher(template.group(1)).results())
        .forEach(name -> named(name.group(1) != null, name.group(2), conversation));
  }

  private void named(boolean ofProcess, String name, Conversation conversation) {
    if (ofProcess) {
      values.add(process.getOrDefault(name, ""));
    } else if (seen.add(name)) {
      if (given.get(name) instanceof Value.Text(var text)) {
        values.add(text);
      }
      Stream.concat(
              conversation.variables().stream(),
              conversation.connections().stream().map(Connection::variables).flatMap(List::stream))
          .filter(variable -> variable.name().equals(name))
          .forEach(variable -> through(variable.value(), conversation));
    }
  }

  private void through(Json value, Conversation conversation) {
    if (value instanceof Json.Text(var source)) {
      mentioned(source.text(), conversation);
    }
  }
}
