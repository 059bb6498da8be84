package parley.cli.create;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import parley.protocol.handshake.Header;
import parley.workspace.SecretValues;
import parley.workspace.Starter;

/** Writes what a pasted line says as a conversation's file; its secrets go to {@link Secrets}. */
final class ConversationText {

  private final Pasted pasted;
  private final Secrets secrets;
  private final TlsPaths paths;
  private final StringBuilder out = new StringBuilder();

  private ConversationText(Pasted pasted, Secrets secrets, TlsPaths paths) {
    this.pasted = pasted;
    this.secrets = secrets;
    this.paths = paths;
  }

  static String of(Pasted pasted, Secrets secrets, TlsPaths paths) {
    return new ConversationText(pasted, secrets, paths).text();
  }

  private String text() {
    url();
    headers();
    cookies();
    auth();
    if (!pasted.subprotocols.isEmpty()) {
      out.append("subprotocols: ").append(list(pasted.subprotocols)).append('\n');
    }
    if (pasted.compression) {
      out.append("compression: true\n");
    }
    tls();
    new PastedProxy(pasted, secrets).lines().forEach(line -> out.append(line).append('\n'));
    settings();
    return messages(out.append('\n')).toString();
  }

  private void url() {
    var url = PastedUrl.of(pasted);
    line("", "url", url.text());
    var path =
        url.pathParameters().stream().map(name -> name + ": " + Starter.scalar(name)).toList();
    section("path", path);
    if (!url.params().isEmpty()) {
      out.append("params:\n");
      for (var one : url.params()) {
        line("  ", one.name(), hidden(one.name(), one.value()));
      }
    }
  }

  private String hidden(String name, String value) {
    return SecretValues.isTelling(name) ? secrets.keep(name, value) : value;
  }

  private void headers() {
    if (pasted.headers.isEmpty()) {
      return;
    }
    out.append("headers:\n");
    var names = pasted.headers.stream().map(one -> one.name().toLowerCase(Locale.ROOT));
    var repeated = names.distinct().count() < pasted.headers.size();
    for (var header : pasted.headers) {
      header(header, repeated);
    }
  }

  /** A map holds each name once, so repeated ones make a list. */
  private void header(Header header, boolean inList) {
    var value = hidden(header.name(), header.value());
    if (inList) {
      out.append("  - { name: ").append(Starter.scalar(header.name()));
      out.append(", value: ").append(Starter.scalar(value)).append(" }\n");
    } else {
      line("  ", header.name(), value);
    }
  }

  private void cookies() {
    if (!pasted.cookies.isEmpty()) {
      out.append("cookies:\n");
      pasted.cookies.forEach(
          (name, value) -> line("  ", name, secrets.keep("COOKIE_" + name, value)));
    }
  }

  private void auth() {
    if (pasted.bearer != null) {
      line("", "auth", Map.of("bearer", secrets.keep("TOKEN", pasted.bearer)));
    } else if (pasted.username != null) {
      var password = pasted.password == null ? "" : pasted.password;
      if (pasted.aws != null) {
        aws(pasted.aws, pasted.username, password);
        return;
      }
      out.append(pasted.digest ? "auth:\n  digest:\n" : "auth:\n  basic:\n");
      line("    ", "username", pasted.username);
      line("    ", "password", secrets.keep("PASSWORD", password));
    }
  }

  /** Region and service stand behind the two names of who makes such signatures. */
  private void aws(String signing, String accessKey, String secretKey) {
    var parts = signing.split(":", 4);
    if (parts.length < 4) {
      pasted.lose("--aws-sigv4", "say `region` and `service` under `auth: aws`");
    }
    out.append("auth:\n  aws:\n");
    line("    ", "access-key", accessKey);
    line("    ", "secret-key", secrets.keep("AWS_SECRET_ACCESS_KEY", secretKey));
    line("    ", "region", parts.length < 4 ? "REGION" : parts[2]);
    line("    ", "service", parts.length < 4 ? "SERVICE" : parts[3]);
  }

  private void line(String indent, String key, Map<String, String> inner) {
    out.append(indent).append(key).append(": { ");
    inner.forEach((name, text) -> out.append(name).append(": ").append(Starter.scalar(text)));
    out.append(" }\n");
  }

  private void tls() {
    var lines = new ArrayList<String>();
    if (pasted.insecure) {
      lines.add("verify: false   # for tests only");
    }
    paths.lines(pasted).forEach((key, path) -> lines.add(key + ": " + Starter.scalar(path)));
    if (pasted.passphrase != null && !lines.isEmpty()) {
      lines.add(
          "password: " + Starter.scalar(secrets.keep("CERTIFICATE_PASSWORD", pasted.passphrase)));
    }
    pasted.tls.stream()
        .filter(line -> pasted.authorities.isEmpty() || !line.startsWith("ca:"))
        .forEach(lines::add);
    section("tls", lines);
  }

  private void settings() {
    var lines = new ArrayList<String>();
    if (pasted.connectTimeout != null) {
      Seconds.of(pasted.connectTimeout, 1, 300)
          .ifPresentOrElse(
              time -> lines.add("connect-timeout: " + time),
              () -> pasted.lose("--connect-timeout", "it allows 1s to 300s"));
    }
    if (pasted.followsRedirects) {
      var max = pasted.maxRedirects;
      lines.add("follow-redirects: " + (max != null && max.matches("\\d{1,3}") ? max : "true"));
    }
    if (pasted.pingEvery != null) {
      Seconds.of(pasted.pingEvery, 0, 86_400)
          .ifPresentOrElse(
              time -> lines.add("ping: { every: " + time + " }"),
              () -> pasted.lose("--ping-interval", "it is no time"));
    }
    lines.addAll(pasted.route);
    if (!pasted.resolve.isEmpty()) {
      lines.add("resolve: { " + String.join(", ", pasted.resolve) + " }");
    }
    section("settings", lines);
  }

  private void section(String key, List<String> lines) {
    if (!lines.isEmpty()) {
      out.append(key).append(":\n");
      lines.forEach(line -> out.append("  ").append(line).append('\n'));
    }
  }

  /** Steps that a first run can pass: it connects, and says what the line said. */
  private StringBuilder messages(StringBuilder text) {
    if (!pasted.messages.isEmpty()) {
      text.append("messages:\n");
    }
    for (var index = 0; index < pasted.messages.size(); index++) {
      text.append("  - name: message-").append(index + 1).append('\n');
      line("    ", "text", pasted.messages.get(index));
    }
    text.append(pasted.messages.isEmpty() ? "" : "\n").append("steps:\n  - connect:\n");
    for (var index = 0; index < pasted.messages.size(); index++) {
      text.append("  - send: message-").append(index + 1).append('\n');
    }
    return text;
  }

  private void line(String indent, String key, String value) {
    out.append(indent)
        .append(Starter.scalar(key))
        .append(": ")
        .append(Starter.scalar(value))
        .append('\n');
  }

  private static String list(List<String> values) {
    return values.stream().map(Starter::scalar).collect(Collectors.joining(", ", "[", "]"));
  }
}
