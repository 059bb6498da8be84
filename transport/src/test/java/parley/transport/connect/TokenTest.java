package parley.transport.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.model.connection.Attempt;
import parley.model.connection.Cause;
import parley.model.connection.ConnectSpec;
import parley.model.connection.Credentials;
import parley.model.connection.Credentials.ClientCredentials;
import parley.model.connection.Credentials.SecretPlace;
import parley.model.connection.NoProxy;
import parley.model.connection.Proxies;
import parley.model.connection.ProxySpec;
import parley.model.connection.Route;
import parley.model.connection.Stage;
import parley.model.connection.TlsSpec;
import parley.model.connection.TokenFacts;
import parley.model.connection.TokenUrl;
import parley.model.connection.WsUrl;
import parley.protocol.authentication.AwsIdentity;
import parley.protocol.authentication.AwsSigner;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.RequestHead;
import parley.transport.connection.ConnectionObserver;
import parley.transport.fixture.Certificates;
import parley.transport.fixture.Peer;
import parley.transport.fixture.Talk;
import parley.transport.fixture.TokenServer;
import parley.transport.fixture.Watcher;

@DisplayName("A token by client credentials (RFC 6749, 4.4)")
class TokenTest {

  private static final String HOUR = ",\"expires_in\":3600";

  private final Dialing dialing = new Dialing();

  @AfterEach
  void close() {
    dialing.close();
  }

  private static ClientCredentials client(TokenServer server) {
    return client(server, SecretPlace.HEADER, List.of());
  }

  private static ClientCredentials client(
      TokenServer server, SecretPlace place, List<Credentials.Parameter> parameters) {
    return new ClientCredentials(
        server.url(), "an id", "s3cr&t", List.of("read", "write"), "orders", place, parameters);
  }

  private static ConnectSpec.Builder with(Peer peer, Credentials credentials) {
    return ConnectSpec.to(peer.url()).credentials(credentials);
  }

  /** Lets in whoever has one of {@code tokens}. */
  private static Peer guarded(String... tokens) throws IOException {
    return Peer.doing(talk -> {
      var head = talk.readHead();
      var known = List.of(tokens).stream().anyMatch(one -> head.contains("Bearer " + one + "\r\n"));
      talk.send(
          known
              ? Talk.answer(head, "")
              : "HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\nno");
    });
  }

  private static TokenFacts token(Attempt attempt) {
    return attempt.evidence().way().token().orElseThrow();
  }

  @Test
  void isFetchedSentAndShownWithoutItself() throws IOException {
    try (var server = TokenServer.answering(n -> TokenServer.token(n, HOUR));
        var peer = guarded("t1")) {
      var open = dialing.open(with(peer, client(server)));
      assertThat(server.requests())
          .containsExactly(
              "POST /token HTTP/1.1\r\nHost: 127.0.0.1:"
                  + server.url().place().port()
                  + "\r\nAuthorization: Basic YW4raWQ6czNjciUyNnQ=\r\nAccept: application/json\r\n"
                  + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 62\r\n"
                  + "Connection: close\r\n\r\n"
                  + "grant_type=client_credentials&scope=read+write&audience=orders");
      var facts = token(open);
      assertThat(facts.url()).isEqualTo(server.url().toString());
      assertThat(facts.reused()).isFalse();
      assertThat(facts.expires().orElseThrow())
          .isBetween(Instant.now().plusSeconds(3500), Instant.now().plusSeconds(3600));
      assertThat(open.evidence().timings().of(Stage.TOKEN)).isPresent();
      assertThat(open.evidence().request().orElseThrow().first("Authorization"))
          .hasValue("Bearer •••");
    }
  }

  @Test
  void theSecretMayStandInTheBodyAndParametersAreTheUsers() throws IOException {
    var resource = new Credentials.Parameter("resource", "https://a/?b");
    var grant = new Credentials.Parameter("grant_type", "password");
    try (var server = TokenServer.answering(n -> TokenServer.token(n, ""));
        var peer = guarded("t1")) {
      dialing.open(with(peer, client(server, SecretPlace.BODY, List.of(resource, grant))));
      assertThat(server.requests().getFirst())
          .doesNotContain("Authorization")
          .endsWith(
              "client_id=an+id&client_secret=s3cr%26t&scope=read+write&audience=orders"
                  + "&resource=https%3A%2F%2Fa%2F%3Fb&grant_type=password");
    }
  }

  @Test
  void isFetchedOnceForAllThatWantIt() throws IOException {
    try (var server = TokenServer.answering(n -> TokenServer.token(n, HOUR));
        var peer = Peer.doing(Talk::upgrade)) {
      var spec = with(peer, client(server)).build();
      var observer = new ConnectionObserver() {};
      var all =
          IntStream.range(0, 20)
              .mapToObj(_ -> dialing.connector().connect(spec, observer))
              .toList();
      assertThat(all.stream().map(Watcher::get)).allMatch(Attempt.Open.class::isInstance);
      assertThat(token(dialing.open(with(peer, client(server)))).reused()).isTrue();
      assertThat(server.requests()).hasSize(1);
      dialing.open(with(peer, client(server, SecretPlace.BODY, List.of())));
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void isFetchedAnewOnceItsTimeIsNearlyOver() throws IOException {
    try (var server = TokenServer.answering(n -> TokenServer.token(n, ",\"expires_in\":\"0\""));
        var peer = guarded("t1", "t2")) {
      dialing.open(with(peer, client(server)));
      assertThat(token(dialing.open(with(peer, client(server)))).reused()).isFalse();
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void withoutAnEndIsGoodUntilItIsRefused() throws IOException {
    try (var server = TokenServer.answering(n -> TokenServer.token(n, ""));
        var peer = Peer.doing(Talk::upgrade)) {
      assertThat(token(dialing.open(with(peer, client(server)))).expires()).isEmpty();
      assertThat(token(dialing.open(with(peer, client(server)))).reused()).isTrue();
    }
  }

  @Test
  void thatIsRefusedWhenFreshIsNotFetchedAgain() throws IOException {
    try (var server = TokenServer.answering(n -> TokenServer.token(n, HOUR));
        var peer = guarded("t9")) {
      assertThat(dialing.rejected(with(peer, client(server))).answer().status()).isEqualTo(401);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void atHandThatIsRefusedIsFetchedAnewOnce() throws IOException {
    var good = new AtomicReference<>("t1");
    try (var server = TokenServer.answering(n -> TokenServer.token(n, HOUR));
        var peer =
            Peer.doing(talk -> {
              var head = talk.readHead();
              talk.send(
                  head.contains("Bearer " + good.get() + "\r\n")
                      ? Talk.answer(head, "")
                      : "HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\nno");
            })) {
      dialing.open(with(peer, client(server)));
      good.set("t2");
      var way = dialing.open(with(peer, client(server))).evidence().way();
      assertThat(way.token().orElseThrow().reused()).isFalse();
      assertThat(way.hops()).hasSize(1);
      assertThat(way.hops().getFirst().request().toString()).doesNotContain("t1");
      good.set("t9");
      dialing.rejected(with(peer, client(server)));
      assertThat(server.requests()).hasSize(3);
    }
  }

  private Attempt.Failed refused(String answer) throws IOException {
    try (var server = TokenServer.answering(_ -> answer);
        var peer = guarded("t1")) {
      var failed = dialing.failed(with(peer, client(server)), Stage.TOKEN, Cause.TOKEN_REFUSED);
      assertThat(failed.text()).startsWith("the token server " + server.url() + " answered ");
      assertThat(failed.evidence().timings().of(Stage.TOKEN)).isPresent();
      assertThat(failed.evidence().request()).isEmpty();
      return failed;
    }
  }

  private static Bytes body(Attempt.Failed failed) {
    return token(failed).refusal().orElseThrow().body();
  }

  @Test
  void thatIsNotGivenIsToldWithTheWholeAnswer() throws IOException {
    var text = "{\"error\":\"invalid_client\",\"error_description\":\"no\\nid for s3cr&t\"}";
    var failed = refused(TokenServer.json(401, text));
    assertThat(failed.text()).endsWith("answered 401 Whatever: invalid_client (no id for •••)");
    assertThat(token(failed).refusal().orElseThrow().answer().status()).isEqualTo(401);
    assertThat(body(failed).toText()).isEqualTo(text.replace("s3cr&t", "•••"));
  }

  @Test
  void thatCannotBeUsedIsNotShown() throws IOException {
    var mac = refused(TokenServer.json(200, "{\"access_token\":\"abc\",\"token_type\":\"mac\"}"));
    assertThat(mac.text()).endsWith("gave a token of type 'mac', not bearer");
    assertThat(body(mac)).isEqualTo(Bytes.EMPTY);
    var odd = refused(TokenServer.json(200, "{\"access_token\":\"a\\nb\"}"));
    assertThat(odd.text()).endsWith("gave a token with characters that no header can hold");
  }

  @Test
  void answersOfOtherKindsAreToldApart() throws IOException {
    assertThat(refused(TokenServer.json(200, "{\"id_token\":\"a\"}")).text())
        .endsWith("answered 200 Whatever, but its JSON has no `access_token`");
    assertThat(refused(TokenServer.json(500, "[]")).text()).endsWith("answered 500 Whatever");
    assertThat(refused(TokenServer.json(400, "{\"error\":1}")).text())
        .endsWith("answered 400 Whatever");
    assertThat(
            refused("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 3\r\n\r\n<p>")
                .text())
        .endsWith("answered 200 OK with a body of text/html, not with a JSON object");
    assertThat(refused("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{").text())
        .endsWith("with a body that did not end, not with a JSON object");
    assertThat(refused("HTTP/1.1 204 \r\n\r\n").text())
        .endsWith("answered 204 with an empty body, not with a JSON object");
    assertThat(
            refused("HTTP/1.1 302 Found\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n").text())
        .endsWith(
            "answered 302 Found to /other, which is not followed with a secret; name the place"
                + " itself as the token URL");
  }

  @Test
  void afterAFailureIsAskedForAgain() throws IOException {
    try (var server =
            TokenServer.answering(
                n -> n == 1 ? TokenServer.json(503, "{}") : TokenServer.token(n, HOUR));
        var peer = guarded("t2")) {
      dialing.failed(with(peer, client(server)), Stage.TOKEN, Cause.TOKEN_REFUSED);
      assertThat(token(dialing.open(with(peer, client(server)))).reused()).isFalse();
    }
  }

  @Test
  void comesOverTlsThatIsTrusted(@TempDir Path folder) throws Exception {
    var socket = Certificates.listening(Certificates.forLocalhost());
    try (var server = TokenServer.on(socket, n -> TokenServer.token(n, HOUR));
        var peer = guarded("t1")) {
      var failed =
          dialing.failed(
              with(peer, client(server)), Stage.TOKEN, Cause.CERTIFICATE_AUTHORITY_UNKNOWN);
      assertThat(failed.text()).startsWith("no token from https://localhost:");
      assertThat(server.requests()).isEmpty();
      var authority = folder.resolve("ca.pem");
      var _ = Certificates.certificates(authority, Certificates.AUTHORITY);
      var trusting =
          TlsSpec.DEFAULT.withAuthorities(List.of(authority)).withServerName("ws.example");
      dialing.open(with(peer, client(server)).tls(trusting));
    }
  }

  private static ConnectSpec.Builder behind(Peer proxy) {
    var url = new TokenUrl(new WsUrl(false, "auth.invalid", 80, "/token"));
    var client =
        new ClientCredentials(url, "a", "b", List.of(), null, SecretPlace.HEADER, List.of());
    var parsed = ProxySpec.parse("http://127.0.0.1:" + proxy.port());
    var through = new Proxies.Through(((ProxySpec.Parsed.Valid) parsed).proxy(), NoProxy.NOWHERE);
    return ConnectSpec.to(new WsUrl(false, "ws.invalid", 80, "/"))
        .route(Route.DIRECT.withProxies(through))
        .credentials(client);
  }

  @Test
  void comesThroughTheProxyOfTheConnection() throws IOException {
    var asked = new CopyOnWriteArrayList<String>();
    try (var proxy =
        Peer.doing(talk -> {
          asked.add(talk.readHead().lines().findFirst().orElseThrow());
          talk.send("HTTP/1.1 200 Connection established\r\n\r\n");
          var head = talk.readHead();
          asked.add(head.lines().findFirst().orElseThrow());
          talk.send(head.startsWith("POST") ? TokenServer.token(1, HOUR) : Talk.answer(head, ""));
        })) {
      dialing.open(behind(proxy));
      assertThat(asked)
          .containsExactly(
              "CONNECT auth.invalid:80 HTTP/1.1",
              "POST /token HTTP/1.1",
              "CONNECT ws.invalid:80 HTTP/1.1",
              "GET / HTTP/1.1");
    }
  }

  @Test
  void thatTheProxyRefusesIsShownWithItsAnswer() throws IOException {
    try (var proxy =
        Peer.doing(talk -> {
          talk.readHead();
          talk.send("HTTP/1.1 403 Forbidden\r\nContent-Length: 8\r\n\r\nnot him!");
        })) {
      var failed = dialing.failed(behind(proxy), Stage.TOKEN, Cause.PROXY_REFUSED);
      assertThat(failed.text()).startsWith("no token from http://auth.invalid/token: ");
      var tunnel = failed.evidence().way().tunnel().orElseThrow();
      assertThat(tunnel.answer().orElseThrow().status()).isEqualTo(403);
      assertThat(tunnel.body().toText()).isEqualTo("not him!");
    }
  }

  private static Peer leadingTo(String place, List<String> heads) throws IOException {
    return Peer.doing(talk -> {
      heads.add(talk.readHead());
      talk.send(
          heads.size() == 1
              ? "HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: %s\r\n\r\n".formatted(place)
              : Talk.answer(heads.getLast(), ""));
    });
  }

  @Test
  void isNotShownToAnotherServer() throws IOException {
    var heads = new CopyOnWriteArrayList<String>();
    try (var server = TokenServer.answering(n -> TokenServer.token(n, HOUR));
        var other = leadingTo("/never", new CopyOnWriteArrayList<>(List.of("x")));
        var peer = leadingTo(other.url().toString(), heads)) {
      var open = dialing.open(with(peer, client(server)).maxRedirects(1));
      assertThat(heads.getFirst()).contains("Bearer t1");
      assertThat(open.evidence().request().orElseThrow().first("Authorization")).isEmpty();
      assertThat(open.evidence().way().token()).isEmpty();
    }
  }

  @Test
  void isWaitedForNoLongerThanTheConnectTimeout() throws IOException {
    try (var silent = Peer.doing(Talk::hang);
        var peer = guarded("t1")) {
      var url = new TokenUrl(silent.url());
      var hanging =
          new ClientCredentials(url, "a", "b", List.of(), null, SecretPlace.HEADER, List.of());
      var failed =
          dialing.failed(
              Dialing.hasty(peer.url()).credentials(hanging), Stage.TOKEN, Cause.TIMEOUT);
      assertThat(failed.text()).contains(url.toString()).contains("300 ms");
    }
  }

  @Test
  void isGivenUpWithTheConnector() throws Exception {
    try (var silent = Peer.doing(Talk::hang);
        var peer = guarded("t1")) {
      var url = new TokenUrl(silent.url());
      var hanging =
          new ClientCredentials(url, "a", "b", List.of(), null, SecretPlace.HEADER, List.of());
      var waiting = new CompletableFuture<String>();
      var observer =
          new ConnectionObserver() {
            @Override
            public void fetchingToken(String from) {
              waiting.complete(from);
            }
          };
      var attempt = dialing.connector().connect(with(peer, hanging).build(), observer);
      assertThat(waiting.get()).isEqualTo(url.toString());
      dialing.connector().close();
      assertThat(((Attempt.Failed) Watcher.get(attempt)).cause()).isEqualTo(Cause.CANCELLED);
    }
  }

  @Test
  void aSignatureOfAwsIsSentAndMasked() throws IOException {
    var seen = new CompletableFuture<String>();
    try (var peer =
        Peer.doing(talk -> {
          var head = talk.readHead();
          seen.complete(head);
          talk.send(Talk.answer(head, ""));
        })) {
      var time = Instant.parse("2015-08-30T12:36:00Z");
      var query =
          new Credentials.AwsSignature(
              "AK",
              "SK",
              "st/1",
              "r",
              "s",
              Credentials.SignaturePlace.QUERY,
              Duration.ofMinutes(5),
              time);
      var evidence = dialing.open(with(peer, query)).evidence();
      assertThat(seen.join())
          .contains("X-Amz-Security-Token=st%2F1&X-Amz-Signature=")
          .contains("&X-Amz-Date=20150830T123600Z&X-Amz-SignedHeaders=host&X-Amz-Expires=300&");
      assertThat(evidence.request().map(RequestHead::target).orElseThrow())
          .endsWith("&X-Amz-Security-Token=•••&X-Amz-Signature=•••");
      assertThat(evidence.url()).isEqualTo(peer.url());
    }
  }

  @Test
  void aSignatureOfAwsIsMadeAnewForWhereARedirectLeads() throws IOException {
    var heads = new CopyOnWriteArrayList<String>();
    try (var peer = leadingTo("/there?b=1", heads)) {
      var signature =
          new Credentials.AwsSignature(
              "AK",
              "SK",
              null,
              "r",
              "s",
              Credentials.SignaturePlace.QUERY,
              Duration.ofMinutes(5),
              Instant.EPOCH);
      dialing.open(with(peer, signature).maxRedirects(1));
      var signer = new AwsSigner(new AwsIdentity("AK", "SK", null), "r", "s", Instant.EPOCH);
      var host = new Header("Host", "127.0.0.1:" + peer.port());
      assertThat(heads.getLast())
          .startsWith("GET " + signer.target("/there?b=1", List.of(host), Duration.ofMinutes(5)));
    }
  }

  @Test
  void aSignatureOfAwsInHeadersIsMaskedToo() throws IOException {
    try (var peer = Peer.doing(Talk::upgrade)) {
      var header =
          new Credentials.AwsSignature(
              "AK",
              "SK",
              "st/1",
              "r",
              "s",
              Credentials.SignaturePlace.HEADER,
              Duration.ofMinutes(5),
              null);
      var request = dialing.open(with(peer, header)).evidence().request().orElseThrow();
      assertThat(request.first("X-Amz-Security-Token")).hasValue("•••");
      assertThat(request.first("Authorization").orElseThrow())
          .startsWith("AWS4-HMAC-SHA256 Credential=AK/")
          .endsWith("SignedHeaders=host;x-amz-date;x-amz-security-token, Signature=•••");
    }
  }
}
