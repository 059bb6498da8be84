package parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.model.connection.Attempt;
import parley.model.connection.Cause;
import parley.model.connection.Evidence;
import parley.model.connection.Hop;
import parley.model.connection.Stage;
import parley.model.connection.Timings;
import parley.model.connection.Way;
import parley.model.transcript.Entry;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.RequestHead;

class FailureTextTest {

  @Test
  void failuresSayWhatWhereEvidenceAndWhatToTry() {
    var notHttp =
        Samples.failed(
            Stage.UPGRADE,
            Cause.NOT_HTTP,
            "the answer is SSH, not HTTP",
            Bytes.utf8("SSH-2.0-OpenSSH_9.6\r\n"));
    var attempts = List.of(Samples.unreachable(), Samples.badUpgrade(), notHttp);
    var out = new StringBuilder();
    attempts.forEach(failed -> out.append(FailureText.of(failed, Palette.PLAIN)).append('\n'));
    Golden.check("failures.txt", out.toString());
  }

  @Test
  void aRefusalShowsStatusTellingHeadersAndBody() {
    Golden.check("refusal.txt", FailureText.of(Samples.rejected(), Palette.PLAIN));
  }

  @Test
  void aProxyIsToldAndItsRefusalWhole() {
    var text = TranscriptText.of(Palette.PLAIN, ZoneOffset.UTC);
    var entries =
        List.of(
            new Entry.Opened(Samples.AT, Samples.throughProxy()),
            new Entry.Failed(Samples.AT, Samples.refusedByProxy()));
    var out = new StringBuilder();
    entries.forEach(entry -> out.append(text.of(entry)).append(JsonLines.of(entry)).append('\n'));
    out.append(FailureText.of(Samples.refusedByProxy(), Palette.PLAIN));
    out.append(FailureText.rows(Samples.refusedByProxy(), Palette.PLAIN));
    Golden.check("proxies.txt", out.toString());
  }

  @Test
  void aTokenIsToldWithoutItselfAndItsRefusalWhole() {
    var expires = Instant.parse("2026-03-01T13:34:56.7Z");
    var text = TranscriptText.of(Palette.PLAIN, ZoneOffset.UTC);
    var entries =
        List.of(
            new Entry.Opened(Samples.AT, Samples.withToken(expires)),
            new Entry.Opened(Samples.AT, Samples.withToken(null)),
            new Entry.Failed(Samples.AT, Samples.withoutToken()));
    var out = new StringBuilder();
    entries.forEach(entry -> out.append(text.of(entry)).append(JsonLines.of(entry)).append('\n'));
    out.append(FailureText.of(Samples.withoutToken(), Palette.PLAIN));
    Golden.check("tokens.txt", out.toString());
  }

  @ParameterizedTest
  @EnumSource(
      value = Cause.class,
      mode = EnumSource.Mode.MATCH_NONE,
      names = {"CANCELLED", "NOT_A_PROXY", "PROXY_.*"})
  void everyCauseHasAdvice(Cause cause) {
    for (var stage : Stage.values()) {
      assertThat(Advice.of(Samples.failed(stage, cause, "it failed", Bytes.EMPTY))).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Cause.class,
      mode = EnumSource.Mode.MATCH_ANY,
      names = {"NOT_A_PROXY", "PROXY_.*"})
  void everyCauseOfAProxyHasAdvice(Cause cause) {
    for (var stage : List.of(Stage.TOKEN, Stage.PROXY)) {
      assertThat(Advice.of(Samples.atProxy(stage, cause))).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {200, 301, 400, 401, 403, 404, 405, 407, 413, 421, 426, 429, 500, 502, 503, 599})
  void everyCommonStatusHasAdvice(int status) {
    assertThat(adviceFor(status)).isNotEmpty();
  }

  @Test
  void aRedirectNamesItsTarget() {
    assertThat(adviceFor(302, new Header("Location", "wss://example.com/ws")))
        .containsExactly("-L follows it, to wss://example.com/ws");
  }

  @Test
  void theAnswersBeforeAreTold() {
    var first = Samples.answer(302, "Found", new Header("Location", "/chat"));
    var request = new RequestHead("GET", "/old", "HTTP/1.1", List.of());
    var url = Samples.URL.withTarget("/old");
    var hop = new Hop(url, request, first, Bytes.utf8("no"), Hop.Reason.REDIRECT);
    var evidence =
        new Evidence(
            Samples.URL,
            null,
            null,
            Bytes.EMPTY,
            List.of(),
            Timings.NONE,
            null,
            List.of(),
            null,
            null,
            new Way(List.of(hop), null, null));
    var failed = new Attempt.Failed(evidence, Stage.UPGRADE, Cause.REDIRECT, "round and round");
    assertThat(FailureText.of(failed, Palette.PLAIN))
        .contains("  after  302 Found at ws://localhost:9001/old\n");
    assertThat(JsonLines.of(new Entry.Failed(Samples.AT, failed)))
        .contains(
            """
            "hops":[{"url":"ws://localhost:9001/old","why":"redirect","status":302,\
            "reason":"Found","headers":[{"name":"Location","value":"/chat"}],"text":"no"}]\
            """);
  }

  @Test
  void aChallengeSaysHowToSignIn() {
    assertThat(
            adviceFor(
                401,
                new Header("WWW-Authenticate", "Digest realm=\"a\", nonce=\"b\""),
                new Header("WWW-Authenticate", "Basic realm=\"a\"")))
        .containsExactly(
            "--digest -u USER:PASSWORD answers the server's digest challenge",
            "-u USER:PASSWORD, which the server asks for");
    assertThat(adviceFor(401, new Header("WWW-Authenticate", "Negotiate")))
        .containsExactly("-u USER:PASSWORD, or -H 'Authorization: Bearer TOKEN'");
  }

  @Test
  void nginxThatWantsACertificateSaysSo() {
    var page = "<title>400 No required SSL certificate was sent</title><center>nginx</center>";
    var answer = Samples.answer(400, "", new Header("Server", "nginx"));
    var body = Bytes.utf8(page);
    var evidence = Samples.rejected().evidence();
    var rejected = new Attempt.Rejected(evidence, answer, body, Attempt.BodyEnd.COMPLETE);
    assertThat(Advice.of(rejected))
        .containsExactly("--cert FILE --key FILE shows a certificate of yours");
  }

  @Test
  void anotherVersionIsNamed() {
    assertThat(adviceFor(426, new Header("Sec-WebSocket-Version", "8")).getFirst())
        .contains("version 8");
  }

  private static List<String> adviceFor(int status, Header... headers) {
    var answer = Samples.answer(status, "", headers);
    var evidence = Samples.rejected().evidence();
    return Advice.of(new Attempt.Rejected(evidence, answer, Bytes.EMPTY, Attempt.BodyEnd.COMPLETE));
  }
}
