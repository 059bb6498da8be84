package parley.cli.create;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import parley.cli.connect.CertificateArgument;
import parley.cli.option.Reading;
import parley.model.connection.Pin;
import parley.protocol.handshake.Header;

/** What the options of one tool mean to a conversation. */
final class PastedOptions {

  /** One option; {@code takesValue} tells whether a word follows. */
  record Meaning(boolean takesValue, BiConsumer<Pasted, String> effect) {}

  private final Map<String, Meaning> byName = new HashMap<>();

  private PastedOptions() {}

  /** The options of a tool; nothing when it is not known. */
  static Optional<PastedOptions> of(String tool) {
    return switch (tool) {
      case "curl" -> Optional.of(curl());
      case "websocat" -> Optional.of(websocat());
      case "wscat" -> Optional.of(wscat());
      default -> Optional.empty();
    };
  }

  Optional<Meaning> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  private PastedOptions value(String names, BiConsumer<Pasted, String> effect) {
    List.of(names.split(" ", -1)).forEach(name -> byName.put(name, new Meaning(true, effect)));
    return this;
  }

  private PastedOptions flag(String names, Consumer<Pasted> effect) {
    var meaning = new Meaning(false, (pasted, _) -> effect.accept(pasted));
    List.of(names.split(" ", -1)).forEach(name -> byName.put(name, meaning));
    return this;
  }

  /** What is about the terminal, or what Parley does anyway. */
  private PastedOptions ignored(String names) {
    List.of(names.split(" ", -1))
        .forEach(name -> byName.put(name, new Meaning(false, PastedOptions::ignore)));
    return this;
  }

  private PastedOptions ignoredValue(String names) {
    return value(names, PastedOptions::ignore);
  }

  private static void ignore(Pasted pasted, String text) {
    // on purpose
  }

  private PastedOptions lostValue(String names, String why) {
    for (var name : names.split(" ", -1)) {
      value(name, (pasted, _) -> pasted.lose(name, why)); // a value may be a secret
    }
    return this;
  }

  private PastedOptions lost(String names, String why) {
    for (var name : names.split(" ", -1)) {
      flag(name, pasted -> pasted.lose(name, why));
    }
    return this;
  }

  private static PastedOptions curl() {
    return new PastedOptions()
        .value("--url", (pasted, text) -> pasted.url = text)
        .value("-H --header", PastedHeaders::add)
        .value("-b --cookie", PastedHeaders::cookies)
        .value("-u --user", Pasted::user)
        .value("--oauth2-bearer", (pasted, text) -> pasted.bearer = text)
        .flag("-L --location", pasted -> pasted.followsRedirects = true)
        .value("--max-redirs", (pasted, text) -> pasted.maxRedirects = text)
        .flag("--digest", pasted -> pasted.digest = true)
        .value("--aws-sigv4", (pasted, text) -> pasted.aws = text)
        .value("-A --user-agent", (pasted, text) -> PastedHeaders.add(pasted, "User-Agent", text))
        .value("-e --referer", (pasted, text) -> PastedHeaders.add(pasted, "Referer", text))
        .value("-x --proxy", (pasted, text) -> pasted.proxy = text)
        .value("--socks5", (pasted, text) -> pasted.proxy = "socks5://" + text)
        .value("--socks5-hostname", (pasted, text) -> pasted.proxy = "socks5h://" + text)
        .value("-U --proxy-user", (pasted, text) -> pasted.proxyUser = text)
        .value("--noproxy", (pasted, text) -> pasted.noProxy = text)
        .ignored("--proxy-basic --proxy-digest --proxy-anyauth -p --proxytunnel")
        .flag("-k --insecure", pasted -> pasted.insecure = true)
        .value("--cacert", (pasted, text) -> pasted.authorities.add(text))
        .value("-E --cert", PastedOptions::certificate)
        .value("--key", (pasted, text) -> pasted.key = text)
        .value("--pass", (pasted, text) -> pasted.passphrase = text)
        .flag("--ca-native", pasted -> pasted.tls.add("ca: system"))
        .flag("--tlsv1.3", pasted -> pasted.tls.add("min-version: \"1.3\""))
        .value("--tls-max", (pasted, text) -> pasted.tls.add("max-version: \"" + text + "\""))
        .value("--ciphers", (pasted, text) -> pasted.tls.add("ciphers: [" + list(text) + "]"))
        .value("--pinnedpubkey", PastedOptions::pin)
        .flag("--no-alpn", pasted -> pasted.tls.add("alpn: none"))
        .ignored("--tlsv1.2 -1 --tlsv1")
        .value("--connect-timeout", (pasted, text) -> pasted.connectTimeout = text)
        .flag("-4 --ipv4", pasted -> pasted.route.add("ip: 4"))
        .flag("-6 --ipv6", pasted -> pasted.route.add("ip: 6"))
        .value("--resolve", PastedRoute::resolve)
        .value("--interface", PastedRoute::from)
        .value("--unix-socket", PastedRoute::socket)
        .value("--keepalive-time", PastedRoute::keepAlive)
        .ignored("--no-keepalive --tcp-nodelay")
        .value("-d --data --data-raw --data-binary --data-ascii", PastedOptions::message)
        .value("-X --request", PastedOptions::method)
        .ignored("-i --include -N --no-buffer -s --silent -S --show-error -v --verbose -f --fail")
        .ignored("--http1.1 --compressed -# --progress-bar --no-progress-meter -g --globoff")
        .ignoredValue("-o --output -w --write-out --trace --trace-ascii --stderr")
        .lost("--http2 --http3", "connections use HTTP/1.1")
        .lost("-G --get -I --head", "a handshake is always GET")
        .lostValue("--connect-to", "say `resolve` in `settings`, or another URL")
        .lostValue("-m --max-time", "say `within` on a step")
        .lostValue("-T --upload-file -F --form", "a WebSocket has messages");
  }

  private static PastedOptions websocat() {
    return new PastedOptions()
        .value("-H --header", PastedHeaders::add)
        .value(
            "--protocol",
            (pasted, text) -> pasted.subprotocols.addAll(List.of(text.split(",", -1))))
        .value("--origin", (pasted, text) -> PastedHeaders.add(pasted, "Origin", text))
        .value("--ua", (pasted, text) -> PastedHeaders.add(pasted, "User-Agent", text))
        .value("--basic-auth", Pasted::user)
        .flag("-k --insecure", pasted -> pasted.insecure = true)
        .value("--client-pkcs12-der", (pasted, text) -> pasted.pkcs12 = text)
        .value("--client-pkcs12-passwd", (pasted, text) -> pasted.passphrase = text)
        .value("--ping-interval", (pasted, text) -> pasted.pingEvery = text)
        .ignored("-v -vv -vvv -q -t --text -b --binary -E --exit-on-eof -n --no-close -1")
        .ignored("--one-message -0 --null-terminated --no-line -u --unidirectional -U")
        .ignoredValue("-B --buffer-size --ping-timeout")
        .value("--socks5", (pasted, text) -> pasted.proxy = "socks5h://" + text)
        .lostValue("--max-messages", "say it with steps");
  }

  private static PastedOptions wscat() {
    return new PastedOptions()
        .value("-c --connect", (pasted, text) -> pasted.url = text)
        .value("-H --header", PastedHeaders::add)
        .value("-s --subprotocol", (pasted, text) -> pasted.subprotocols.add(text))
        .value("-o --origin", (pasted, text) -> PastedHeaders.add(pasted, "Origin", text))
        .value("--host", (pasted, text) -> pasted.headers.add(header("Host", text)))
        .value("--auth", Pasted::user)
        .flag("-n --no-check", pasted -> pasted.insecure = true)
        .value("--ca", (pasted, text) -> pasted.authorities.add(text))
        .value("--cert", (pasted, text) -> pasted.certificate = text)
        .value("--key", (pasted, text) -> pasted.key = text)
        .value("--passphrase", (pasted, text) -> pasted.passphrase = text)
        .value("-x --execute", (pasted, text) -> pasted.messages.add(text))
        .ignored("--no-color --slash -P --show-ping-pong")
        .ignoredValue("-w --wait")
        .flag("-L --location", pasted -> pasted.followsRedirects = true)
        .value("--max-redirects", (pasted, text) -> pasted.maxRedirects = text)
        .lostValue("-p --protocol", "the version of the protocol is 13")
        .value("--proxy", (pasted, text) -> pasted.proxy = text)
        .lostValue("-l --listen", "it makes a server: see parley new mock");
  }

  private static Header header(String name, String value) {
    return new Header(name, value);
  }

  /** curl has the password behind a colon. */
  private static String list(String text) {
    return text.replace(":", ", ");
  }

  private static void pin(Pasted pasted, String text) {
    if (text.startsWith(Pin.HASH)) {
      pasted.tls.add("pin: [\"" + text.replace(";", "\", \"") + "\"]");
    } else {
      pasted.lose("--pinnedpubkey", "copy the file into the collection, then name it as `pin`");
    }
  }

  private static void certificate(Pasted pasted, String text) {
    switch (CertificateArgument.parse(text)) {
      case Reading.Good<CertificateArgument>(var argument) -> {
        pasted.certificate = argument.file().toString();
        if (argument.passwordOrNull() != null) {
          pasted.passphrase = argument.passwordOrNull();
        }
      }
      case Reading.Bad<CertificateArgument>(var expected, var _) ->
          pasted.lose("--cert", "it is not " + expected);
    }
  }

  private static void message(Pasted pasted, String text) {
    if (text.startsWith("@")) {
      pasted.lose("the data of '" + text + "'", "write a message with `file:`");
    } else {
      pasted.messages.add(text);
    }
  }

  private static void method(Pasted pasted, String text) {
    if (!text.equals("GET")) {
      pasted.lose("-X " + text, "a handshake is always GET");
    }
  }
}
