package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.cli.shell.ExitCode;

final class NewTest {

  @TempDir Path folder;

  @Test
  void aNewCollectionHasNoProblemsAndIsTidy() {
    made("collection", folder.resolve("shop"));
    made("folder", folder.resolve("shop/orders"));
    made("conversation", folder.resolve("shop/orders/chat"), "wss://a.example/rooms/{room}?x=1");
    made("conversation", folder.resolve("shop/plain.ws.yaml"));
    made("mock", folder.resolve("shop/other"));
    assertThat(run("check", folder).out()).isEqualTo("8 files, no problems\n");
    assertThat(run("fmt", folder).out()).isEqualTo("8 files, all tidy\n");
    assertThat(folder.resolve("shop/.gitignore")).hasContent(".env\n.env.*\n");
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    var file = Files.writeString(folder.resolve("a.ws.yaml"), "url: ws://mine\n");
    var run = Run.of("new", "conversation", file.toString(), "ws://other");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("a.ws.yaml' already, and it stays as it is");
    assertThat(file).hasContent("url: ws://mine\n");
    Files.createDirectories(folder.resolve("shop"));
    Files.writeString(folder.resolve("shop/hello.ws.yaml"), "url: ws://mine\n");
    assertThat(Run.of("new", "collection", folder.resolve("shop").toString()).code())
        .isEqualTo(ExitCode.USAGE);
    assertThat(folder.resolve("shop/parley.yaml")).doesNotExist();
  }

  @Test
  void aLineOfCurlBecomesAConversationWithoutItsSecrets() throws IOException {
    var run =
        Run.with(
            """
            $ curl --include -sNk \\
              -H 'Authorization: Bearer abc.def' -H "Origin: https://app.example" \\
              --header='Sec-WebSocket-Protocol: chat.v1, chat.v2' -b 'sid=verysecret' \\
              -H "X-Trace: $TRACE" -H 'X-Api-Key: k"1' -H 'Sec-WebSocket-Key: AAAA' \\
              -H 'Sec-WebSocket-Extensions: permessage-deflate' --connect-timeout 2.5 \\
              --cacert /nowhere/ca.pem --frobnicate --max-time 5 \\
              'https://chat.example/room?room=main&access_token=tok%20en' -d 'Hello, {{you}}' | jq .
            """,
            "new", "conversation", folder.resolve("chat.ws.yaml").toString(), "--from", "-");
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(folder.resolve("chat.ws.yaml"))
        .hasContent(
            """
            url: wss://chat.example/room?room=main
            params:
              access_token: "{{env.ACCESS_TOKEN}}"
            headers:
              Origin: https://app.example
              X-Trace: "{{env.TRACE}}"
              X-Api-Key: "{{env.X_API_KEY}}"
            cookies:
              sid: "{{env.COOKIE_SID}}"
            auth: { bearer: "{{env.TOKEN}}" }
            subprotocols: [chat.v1, chat.v2]
            compression: true
            tls:
              verify: false   # for tests only
            settings:
              connect-timeout: 2500ms

            messages:
              - name: message-1
                text: 'Hello, \\{{you}}'

            steps:
              - connect:
              - send: message-1
            """);
    assertThat(Files.readAllLines(folder.resolve(".env")))
        .containsExactlyInAnyOrder(
            "ACCESS_TOKEN='tok en'", "X_API_KEY='k\"1'", "COOKIE_SID=verysecret", "TOKEN=abc.def");
    assertThat(folder.resolve(".gitignore")).content().contains(".env\n");
    assertThat(run.err())
        .contains("not carried over: --frobnicate", "--max-time", "/nowhere/ca.pem", "'|'");
    assertThat(run.out() + run.err()).doesNotContain("verysecret", "abc.def", "tok");
    assertThat(run("check", folder).out()).isEqualTo("1 file, no problems\n");
  }

  @Test
  void linesOfWebsocatAndWscatAreReadToo() {
    made(
        "conversation",
        folder.resolve("a"),
        "--from",
        "websocat --protocol=v1 --origin https://o.example --basic-auth ann:pw-1 -k --ping-interval"
            + " 20 wss://a.example -");
    assertThat(folder.resolve("a.ws.yaml"))
        .hasContent(
            """
            url: wss://a.example
            headers:
              Origin: https://o.example
            auth:
              basic:
                username: ann
                password: "{{env.PASSWORD}}"
            subprotocols: [v1]
            tls:
              verify: false   # for tests only
            settings:
              ping: { every: 20s }

            steps:
              - connect:
            """);
    made(
        "conversation",
        folder.resolve("b"),
        "--from",
        "npx wscat -c ws://ann:pw-2@localhost:8080/x -H a:b -H A:c -s v1 -s v2 -x '{\"a\": 1}'");
    assertThat(folder.resolve("b.ws.yaml"))
        .content()
        .startsWith("url: ws://localhost:8080/x\nheaders:\n  - { name: a, value: b }\n")
        .contains(
            "password: \"{{env.PASSWORD_2}}\"", "subprotocols: [v1, v2]", "- send: message-1");
    made("conversation", folder.resolve("c"), "--from", "websocat --socks5 p.example:1080 ws://c/");
    assertThat(folder.resolve("c.ws.yaml")).content().contains("proxy: socks5h://p.example:1080\n");
    made(
        "conversation",
        folder.resolve("d"),
        "--from",
        "wscat --proxy http://p.example:3128 -L --max-redirects 3 -c ws://d/");
    assertThat(folder.resolve("d.ws.yaml"))
        .content()
        .contains("proxy: http://p.example:3128\n", "follow-redirects: 3\n");
    assertThat(run("check", folder).out()).isEqualTo("4 files, no problems\n");
  }

  @Test
  void signaturesAndDigestsOfCurlAreCarriedOver() {
    made(
        "conversation",
        folder.resolve("a"),
        "--from",
        "curl -L --max-redirs 5 --aws-sigv4 aws:amz:eu-west-1:execute-api --user AKID:s3cret"
            + " wss://a.example");
    assertThat(folder.resolve("a.ws.yaml")).content().contains("  follow-redirects: 5\n");
    assertThat(folder.resolve("a.ws.yaml"))
        .content()
        .contains(
            """
            auth:
              aws:
                access-key: AKID
                secret-key: "{{env.AWS_SECRET_ACCESS_KEY}}"
                region: eu-west-1
                service: execute-api
            """);
    made("conversation", folder.resolve("b"), "--from", "curl --digest -u ann:pw-1 ws://a.example");
    assertThat(folder.resolve("b.ws.yaml")).content().contains("auth:\n  digest:\n");
    assertThat(run("check", folder).out()).isEqualTo("2 files, no problems\n");
  }

  @Test
  void proxiesOfCurlAreCarriedOver() {
    made(
        "conversation",
        folder.resolve("a"),
        "--from",
        "curl -x http://ann:pw%401@proxy:3128 --noproxy b.example,10.0.0.0/8 wss://a.example");
    assertThat(folder.resolve("a.ws.yaml"))
        .content()
        .contains(
            """
            proxy:
              url: http://proxy:3128
              username: ann
              password: "{{env.PROXY_PASSWORD}}"
              except: [b.example, 10.0.0.0/8]
            """);
    assertThat(folder.resolve(".env")).content().contains("PROXY_PASSWORD=pw@1");
    made("conversation", folder.resolve("b"), "--from", "curl --socks5-hostname h ws://a.example");
    assertThat(folder.resolve("b.ws.yaml")).content().contains("proxy: socks5h://h:1080\n");
    made("conversation", folder.resolve("c"), "--from", "curl -x '' ws://a.example");
    assertThat(folder.resolve("c.ws.yaml")).content().contains("proxy: none\n");
    assertThat(run("check", folder).out()).isEqualTo("3 files, no problems\n");
  }

  @Test
  void addressesAndSocketsOfCurlAreCarriedOver() {
    made(
        "conversation",
        folder.resolve("a"),
        "--from",
        "curl -4 --interface if!eth0 --unix-socket /run/app.sock --keepalive-time 30 --resolve"
            + " '*:443:[::1],10.0.0.5' --resolve +a.example:80:10.0.0.6 --no-keepalive"
            + " wss://a.example");
    assertThat(folder.resolve("a.ws.yaml"))
        .content()
        .contains(
            """
            settings:
              ip: 4
              local-address: eth0
              unix-socket: /run/app.sock
              tcp: { keep-alive: 30s }
              resolve: { "*:443": ["::1", "10.0.0.5"], a.example:80: ["10.0.0.6"] }
            """);
    var lost =
        Run.of(
            "new",
            "conversation",
            folder.resolve("b").toString(),
            "--from",
            "curl --unix-socket app.sock --resolve a --keepalive-time 0.5 ws://a.example");
    assertThat(lost.err()).contains("--unix-socket", "--resolve", "--keepalive-time");
    assertThat(run("check", folder).out()).isEqualTo("2 files, no problems\n");
  }

  @Test
  void secretsThatAreThereAreUsedAgainAndStay() throws IOException {
    Files.writeString(folder.resolve(".env"), "# mine\nTOKEN=abc\nOTHER=1");
    Files.writeString(folder.resolve(".gitignore"), "*.log\n.env");
    made("conversation", folder.resolve("a"), "--from", "curl --oauth2-bearer abc ws://a.example");
    assertThat(folder.resolve(".env")).hasContent("# mine\nTOKEN=abc\nOTHER=1");
    made("conversation", folder.resolve("b"), "--from", "curl --oauth2-bearer xyz ws://a.example");
    assertThat(folder.resolve(".env")).hasContent("# mine\nTOKEN=abc\nOTHER=1\nTOKEN_2=xyz\n");
    assertThat(folder.resolve(".gitignore")).hasContent("*.log\n.env");
  }

  @Test
  void certificatesInsideOfTheCollectionAreNamedFromTheFile() throws IOException {
    Files.writeString(folder.resolve("parley.yaml"), "name: shop\n");
    var authority = Files.writeString(folder.resolve("ca.pem"), "none\n");
    made(
        "conversation",
        folder.resolve("deep/a"),
        "--from",
        "curl --cacert " + authority + " --cert " + authority + ":pass:word wss://a.example");
    assertThat(folder.resolve("deep/a.ws.yaml"))
        .content()
        .contains("tls:\n  ca: ../ca.pem\n  certificate: ../ca.pem\n");
    assertThat(folder.resolve(".env")).content().contains("pass:word");
  }

  @Test
  void whatIsAgreedOnInTlsIsTakenOver() throws IOException {
    Files.writeString(folder.resolve("parley.yaml"), "name: shop\n");
    made(
        "conversation",
        folder.resolve("a"),
        "--from",
        "curl --ca-native --tlsv1.3 --tls-max 1.3 --ciphers ECDHE-RSA-AES128-GCM-SHA256 --no-alpn"
            + " --pinnedpubkey sha256//47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
            + " wss://a.example");
    assertThat(folder.resolve("a.ws.yaml"))
        .content()
        .contains(
            """
            tls:
              ca: system
              min-version: "1.3"
              max-version: "1.3"
              ciphers: [ECDHE-RSA-AES128-GCM-SHA256]
              alpn: none
              pin: ["sha256//47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="]
            """);
    assertThat(run("check", folder).err()).isEmpty();
  }

  private void made(String kind, Path path, String... more) {
    var arguments = new String[3 + more.length];
    arguments[0] = "new";
    arguments[1] = kind;
    arguments[2] = path.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    var run = Run.of(arguments);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.OK);
  }

  private static Run run(String command, Path path) {
    return Run.of(command, path.toString());
  }
}
