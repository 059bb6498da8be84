package parley.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.mock.Guest;
import parley.mock.MockFile;
import parley.model.connection.Attempt;
import parley.model.connection.TlsSpec;
import parley.protocol.deflate.DeflateOffer;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.handshake.Header;
import parley.transport.connect.Connector;
import parley.transport.listen.ServerIdentity;

/** A mock as its clients see it. */
@Timeout(60)
class MockServerTest {

  private static final String CHAT =
      """
      state: { seq: 0 }
      connection-state: { said: 0 }
      paths:
        /rooms/{room}:
          accept: { subprotocols: [chat.v1], headers: { X-Room: "{{path.room}}" } }
          reject:
            - when: request.params.user == ''
              status: 401
              headers: { WWW-Authenticate: Bearer }
              body: { json: { error: login, room: "{{path.room}}" } }
          on-connect:
            - join: "{{path.room}}"
            - send: { json: { hello: "{{request.params.user}}" } }
          on-message:
            - where: { $.say: { exists: true } }
              steps:
                - broadcast: { to: "{{path.room}}", except: self, json: { from: "{{request.params.user}}", text: "{{$.say}}" } }
            - where: { $.ask: seq }
              steps: [ { send: { json: { seq: "{{next(seq)}}" } } } ]
            - where: { $.ask: said }
              steps: [ { send: { json: { said: "{{next(said)}}" } } } ]
            - where: { $.ask: leave }
              steps:
                - leave: "{{path.room}}"
                - send: { text: left }
            - where: { $.ask: file }
              steps: [ { send: { file: greeting.txt, as: text } } ]
            - where: { $.ask: bye }
              steps: [ { close: { code: 4000, reason: bye } } ]
            - where: { $.ask: reset }
              steps: [ { reset: } ]
            - otherwise: [ { send: { json: { error: "what is {{$.ask}}?" } } } ]
      """;

  @TempDir private Path folder;
  private final Connector connector = new Connector();
  private final Seen seen = new Seen();
  private MockFile file;

  @BeforeEach
  void openFolder() throws IOException {
    file = new MockFile(folder);
    Files.writeString(folder.resolve("greeting.txt"), "hello from a file");
  }

  @AfterEach
  void close() {
    connector.close();
  }

  private MockServer serve(String yaml) throws IOException {
    return MockServer.start(file.plan(yaml), file.access(), seen, 1);
  }

  private Guest guest(MockServer server, String path) {
    return Guest.at(connector, server.url() + path);
  }

  private Attempt.Rejected refused(MockServer server, String path) {
    return (Attempt.Rejected) new Guest().ask(connector, Guest.to(server.url() + path).build());
  }

  private static String text(Attempt.Rejected refused) {
    return new String(refused.body().toArray(), StandardCharsets.UTF_8);
  }

  @Test
  void whoIsWelcomeIsLetInAndGreeted() throws Exception {
    try (var server = serve(CHAT)) {
      var spec =
          Guest.to(server.url() + "/rooms/main?user=ann").subprotocols(List.of("x", "chat.v1"));
      var guest = new Guest();
      var open = (Attempt.Open) guest.ask(connector, spec.build());
      assertThat(open.subprotocol()).contains("chat.v1");
      assertThat(open.answer().first("X-Room")).contains("main");
      assertThat(guest.hears()).isEqualTo("{\"hello\":\"ann\"}");
    }
  }

  @Test
  void aRefusalHasItsStatusHeadersAndBody() throws Exception {
    try (var server = serve(CHAT)) {
      var refused = refused(server, "/rooms/main");
      assertThat(refused.answer().status()).isEqualTo(401);
      assertThat(refused.answer().reason()).isEqualTo("Unauthorized");
      assertThat(refused.answer().first("WWW-Authenticate")).contains("Bearer");
      assertThat(refused.answer().first("Content-Type")).contains("application/json");
      assertThat(text(refused)).isEqualTo("{\"error\":\"login\",\"room\":\"main\"}");
      assertThat(refused.answer().first("Content-Length"))
          .contains(Integer.toString(refused.body().size()));
      seen.await("1 refused 401");
    }
  }

  @Test
  void aPathThatIsNotThereIsAnsweredWithThoseThatAre() throws Exception {
    try (var server = serve(CHAT)) {
      var refused = refused(server, "/room/main");
      assertThat(refused.answer().status()).isEqualTo(404);
      assertThat(text(refused)).contains("/room/main", "  /rooms/{room}\n");
    }
  }

  @Test
  void oneSpeaksTheOtherHearsAndTheSpeakerDoesNot() throws Exception {
    try (var server = serve(CHAT)) {
      var ann = guest(server, "/rooms/main?user=ann");
      var bob = guest(server, "/rooms/main?user=bob");
      var eve = guest(server, "/rooms/other?user=eve");
      List.of(ann, bob, eve).forEach(Guest::hears);
      ann.say("{\"say\":\"hi\"}").say("{\"ask\":\"said\"}");
      assertThat(bob.hears()).isEqualTo("{\"from\":\"ann\",\"text\":\"hi\"}");
      assertThat(ann.hears()).isEqualTo("{\"said\":1}");
      eve.say("{\"ask\":\"said\"}");
      assertThat(eve.hears()).isEqualTo("{\"said\":1}");
    }
  }

  @Test
  void whoLeavesARoomHearsNothingOfItAnyMore() throws Exception {
    try (var server = serve(CHAT)) {
      var ann = guest(server, "/rooms/main?user=ann");
      var bob = guest(server, "/rooms/main?user=bob");
      List.of(ann, bob).forEach(Guest::hears);
      bob.say("{\"ask\":\"leave\"}");
      assertThat(bob.hears()).isEqualTo("left");
      ann.say("{\"say\":\"hi\"}").say("{\"ask\":\"said\"}");
      assertThat(ann.hears()).isEqualTo("{\"said\":1}");
      bob.say("{\"ask\":\"said\"}");
      assertThat(bob.hears()).isEqualTo("{\"said\":1}");
    }
  }

  @Test
  void sharedStateIsSharedAndAConnectionsOwnIsNot() throws Exception {
    try (var server = serve(CHAT)) {
      var ann = guest(server, "/rooms/main?user=ann");
      var bob = guest(server, "/rooms/main?user=bob");
      List.of(ann, bob).forEach(Guest::hears);
      ann.say("{\"ask\":\"seq\"}").say("{\"ask\":\"said\"}");
      assertThat(List.of(ann.hears(), ann.hears())).containsExactly("{\"seq\":1}", "{\"said\":1}");
      bob.say("{\"ask\":\"seq\"}").say("{\"ask\":\"said\"}");
      assertThat(List.of(bob.hears(), bob.hears())).containsExactly("{\"seq\":2}", "{\"said\":1}");
    }
  }

  @Test
  void whatNoRuleMatchesHasAnAnswerToo() throws Exception {
    try (var server = serve(CHAT)) {
      var ann = guest(server, "/rooms/main?user=ann");
      ann.hears();
      ann.say("{\"ask\":\"why\"}");
      assertThat(ann.hears()).isEqualTo("{\"error\":\"what is why?\"}");
    }
  }

  @Test
  void filesAreReadWhenTheyAreAskedFor() throws Exception {
    try (var server = serve(CHAT)) {
      var ann = guest(server, "/rooms/main?user=ann");
      ann.hears();
      ann.say("{\"ask\":\"file\"}");
      assertThat(ann.hears()).isEqualTo("hello from a file");
    }
  }

  @Test
  void aMockClosesAndResets() throws Exception {
    try (var server = serve(CHAT)) {
      var ann = guest(server, "/rooms/main?user=ann");
      ann.say("{\"ask\":\"bye\"}");
      assertThat(ann.end().received()).contains(CloseStatus.of(new CloseCode(4000), "bye"));
      var bob = guest(server, "/rooms/main?user=bob");
      bob.say("{\"ask\":\"reset\"}");
      assertThat(bob.end().code()).isEqualTo(CloseCode.ABNORMAL);
    }
  }

  @Test
  void timersPushWithoutBeingAsked() throws Exception {
    try (var server =
        serve(
            """
            state: { seq: 0 }
            paths:
              /feed:
                every: [ { time: 20ms, steps: [ { send: { json: { seq: "{{next(seq)}}" } } } ] } ]
            """)) {
      var guest = guest(server, "/feed");
      assertThat(List.of(guest.hears(), guest.hears(), guest.hears()))
          .containsExactly("{\"seq\":1}", "{\"seq\":2}", "{\"seq\":3}");
    }
  }

  @Test
  void whoOffersNoSubprotocolOfTheMockIsLetInWithoutAndThatIsTold() throws Exception {
    try (var server = serve(CHAT)) {
      var spec = Guest.to(server.url() + "/rooms/a?user=ann").subprotocols(List.of("soap"));
      var attempt = new Guest().ask(connector, spec.build());
      assertThat(attempt).isInstanceOf(Attempt.Open.class);
      assertThat(((Attempt.Open) attempt).subprotocol()).isEmpty();
      seen.await("offers the subprotocols soap, and /rooms/{room} has none of them");
    }
  }

  @Test
  void compressionIsAgreedOnAsTheMockHasIt() throws Exception {
    try (var server =
        serve(
            """
            paths:
              /on: { on-connect: [ { send: { text: aaaaaaaaaaaaaaaaaaaa } } ] }
              /off: { accept: { compression: false } }
              /small: { accept: { compression: { server-max-window-bits: 9 } } }
            """)) {
      var usual = List.of(DeflateOffer.USUAL);
      var on = Guest.to(server.url() + "/on").deflateOffers(usual).build();
      var guest = new Guest();
      assertThat(((Attempt.Open) guest.ask(connector, on)).deflate()).isPresent();
      assertThat(guest.hears()).isEqualTo("a".repeat(20));
      var off = Guest.to(server.url() + "/off").deflateOffers(usual).build();
      assertThat(((Attempt.Open) new Guest().ask(connector, off)).deflate()).isEmpty();
      var small = Guest.to(server.url() + "/small").deflateOffers(usual).build();
      assertThat(((Attempt.Open) new Guest().ask(connector, small)).deflate().orElseThrow())
          .matches(agreed -> agreed.serverMaxWindowBits() == 9);
    }
  }

  @Test
  void aCertificateMadeOnTheSpotCanBeTrusted() throws Exception {
    try (var server = serve("listen: { tls: true }\n" + CHAT)) {
      assertThat(server.url()).startsWith("wss://127.0.0.1:");
      var ca = folder.resolve("ca.pem");
      Files.writeString(ca, server.certificatePem().orElseThrow());
      var spec =
          Guest.to(server.url() + "/rooms/main?user=ann")
              .tls(TlsSpec.DEFAULT.withAuthorities(List.of(ca)));
      assertThat(Guest.at(connector, spec.build()).hears()).isEqualTo("{\"hello\":\"ann\"}");
    }
  }

  @Test
  void theSessionHasTheVariablesThatItsHandshakeHad() throws Exception {
    try (var server =
        serve(
            """
            variables: { id: "{{$guid}}" }
            paths:
              /:
                accept: { headers: { X-Id: "{{id}}" } }
                on-connect: [ { send: { text: "{{id}}" } } ]
            """)) {
      var guest = new Guest();
      var open = (Attempt.Open) guest.ask(connector, Guest.to(server.url() + "/").build());
      assertThat(open.answer().first("X-Id")).contains(guest.hears());
    }
  }

  @Test
  void newClientsGetTheNewPlanAndOldOnesKeepTheirs() throws Exception {
    var old =
        """
        state: { seq: 5, gone: 1 }
        paths:
          /: { on-message: [ { otherwise: [ { send: { text: "old {{next(seq)}}" } } ] } ] }
        """;
    var changed =
        """
        state: { seq: 0, more: 7 }
        paths:
          /: { on-message: [ { otherwise: [ { send: { text: "new {{next(seq)}} {{more}}" } } ] } ] }
          /more: {}
        """;
    try (var server = serve(old)) {
      var before = guest(server, "/");
      assertThat(before.say("?").hears()).isEqualTo("old 6");
      server.reload(file.plan(changed));
      assertThat(guest(server, "/").say("?").hears()).isEqualTo("new 7 7");
      assertThat(before.say("?").hears()).isEqualTo("old 8");
      guest(server, "/more");
    }
  }

  @Test
  void aThousandClientsHearOneBroadcast() throws Exception {
    try (var server = serve(CHAT)) {
      var guests = new ArrayList<Guest>();
      for (var i = 0; i < 1000; i++) {
        guests.add(guest(server, "/rooms/main?user=u" + i));
      }
      guests.forEach(Guest::hears);
      guests.getFirst().say("{\"say\":\"hi\"}");
      var heard =
          guests.stream().skip(1).filter(one -> one.hears().contains("\"text\":\"hi\"")).count();
      assertThat(heard).isEqualTo(999);
      assertThat(guests.getFirst().heardNothing()).isTrue();
    }
  }

  @Test
  void oneMoreThanMayBeOpenIsRefused() throws Exception {
    try (var server = serve("listen: { max-connections: 1 }\n" + CHAT)) {
      guest(server, "/rooms/main?user=ann").hears();
      assertThat(refused(server, "/rooms/main?user=bob").answer().status()).isEqualTo(503);
    }
  }

  @Test
  void closingEndsAllWith1001() throws Exception {
    var server = serve(CHAT);
    var ann = guest(server, "/rooms/main?user=ann");
    server.close();
    assertThat(ann.end().code()).isEqualTo(CloseCode.GOING_AWAY);
  }

  @Test
  void messagesAreLostAsTheFaultsSay() throws Exception {
    try (var server =
        serve(
            """
            paths:
              /:
                on-message: [ { otherwise: [ { send: { text: answer } }, { close: { code: 1000 } } ] } ]
                faults: [ { drop: 100% } ]
            """)) {
      var guest = guest(server, "/").say("?");
      assertThat(guest.end().code()).isEqualTo(CloseCode.NORMAL);
      assertThat(guest.heardNothing()).isTrue();
      seen.await("1 lost");
    }
  }

  @Test
  void delayedMessagesComeInOrderAndBeforeTheClose() throws Exception {
    try (var server =
        serve(
            """
            paths:
              /:
                on-connect:
                  - for-each: { n: [1, 2, 3, 4, 5], steps: [ { send: { text: "{{n}}" } } ] }
                  - close: { code: 1000 }
                faults: [ { delay: 0ms..30ms } ]
            """)) {
      var guest = guest(server, "/");
      for (var i = 1; i <= 5; i++) {
        assertThat(guest.hears()).isEqualTo("" + i);
      }
      assertThat(guest.end().code()).isEqualTo(CloseCode.NORMAL);
    }
  }

  @Test
  void aClientThatNeverReadsIsLeftOutOfBroadcastsOnceTooMuchWaits() throws Exception {
    try (var server =
        serve(
            """
            paths:
              /:
                on-connect: [ { join: all } ]
                on-message:
                  - where: { text: go }
                    steps: [ { broadcast: { to: all, except: self, text: "{{randomFrom('x', 1000000)}}" } }, { send: { text: ok } } ]
            """)) {
      var deaf = guest(server, "/");
      deaf.connection().pauseReading();
      var speaker = guest(server, "/");
      for (var i = 0; i < 100; i++) {
        assertThat(speaker.say("go").hears()).isEqualTo("ok");
      }
      seen.await("wait for this client, which does not read them");
      deaf.connection().abort();
      seen.await("messages to this client were dropped.");
      assertThat(speaker.say("go").hears()).isEqualTo("ok");
    }
  }

  @Test
  void filesOfACertificateAreUsed() throws Exception {
    var identity = ServerIdentity.forLocalhost();
    var key =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(identity.key().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    Files.writeString(folder.resolve("server.pem"), identity.toPem());
    Files.writeString(folder.resolve("server.key"), key);
    try (var server =
        serve("listen: { tls: { certificate: server.pem, key: server.key } }\n" + CHAT)) {
      assertThat(server.certificatePem()).contains(identity.toPem());
      var tls = TlsSpec.DEFAULT.withAuthorities(List.of(folder.resolve("server.pem")));
      var spec = Guest.to(server.url() + "/rooms/main?user=ann").tls(tls).build();
      assertThat(Guest.at(connector, spec).hears()).isEqualTo("{\"hello\":\"ann\"}");
    }
  }

  @Test
  void aRequestThatTheFileCannotAnswerIsAFaultOfTheMock() throws Exception {
    try (var server =
        serve(
            """
            paths:
              /a: { reject: [ { when: request.params.n > 1, status: 400 } ] }
              /b: { accept: { headers: { X-Text: "{{request.params.text}}" } } }
            """)) {
      assertThat(refused(server, "/a?n=x").answer().status()).isEqualTo(500);
      seen.await("a.mock.yaml:2:");
      assertThat(refused(server, "/b?text=a%0d%0aX-More:%20b").answer().status()).isEqualTo(500);
      seen.await("a header has one line");
    }
  }

  @Test
  void headersOfTheRequestHaveLowerCaseNames() throws Exception {
    try (var server =
        serve(
            """
            paths:
              /:
                reject: [ { when: "request.headers.authorization != 'Bearer ' + SECRET", status: 403 } ]
                on-connect: [ { send: { text: "{{request.headers['x-shop']}} {{request.remote}}" } } ]
            """)) {
      assertThat(refused(server, "/").answer().status()).isEqualTo(403);
      var spec =
          Guest.to(server.url() + "/")
              .headers(
                  List.of(new Header("Authorization", "Bearer s3cret"), new Header("X-Shop", "a")));
      assertThat(Guest.at(connector, spec.build()).hears()).startsWith("a 127.0.0.1:");
    }
  }
}
