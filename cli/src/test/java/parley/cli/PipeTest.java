package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.cli.shell.ExitCode;
import parley.mock.server.EchoBehaviour;
import parley.mock.server.EchoServer;
import parley.mock.server.EchoSpec;
import parley.transport.listen.ListenSpec;

/** The program in a pipe, against an echo server. */
class PipeTest {

  private EchoServer server;
  private String url;

  @BeforeEach
  void serve() throws IOException {
    server = EchoServer.open(EchoSpec.of(ListenSpec.local().build()));
    url = server.url().toString();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static EchoServer slow(Duration delay) throws IOException {
    return EchoServer.open(
        EchoSpec.of(ListenSpec.local().build())
            .withBehaviour(EchoBehaviour.PLAIN.withDelay(delay)));
  }

  @Test
  void aLineIsAnsweredAndNothingElseIsSaid() {
    assertThat(Run.with("hi\n", url)).isEqualTo(new Run(ExitCode.OK, "hi\n", ""));
  }

  @Test
  void everyByteOfALineSurvives() {
    var lines = "a\0b\u001ec\r\n\n\u00c3\u00a9\n\u00ff\u00fe\nlast";
    assertThat(Run.with(lines, url).out()).isEqualTo(lines + "\n");
  }

  @Test
  void nulDividesMessagesWithLines() {
    assertThat(Run.with("a\nb\0c\0", "-0", url).out()).isEqualTo("a\nb\0c\0");
  }

  @Test
  void blankLinesDivideMessagesWithLines() {
    assertThat(Run.with("a\nb\n\nc\n", "--separator", "blank", url).out())
        .isEqualTo("a\nb\n\nc\n\n");
  }

  @Test
  void aRecordSeparatorDividesMessages() {
    assertThat(Run.with("{}\u001e{}\u001e", "--separator", "\\x1e", url).out())
        .isEqualTo("{}\u001e{}\u001e");
  }

  @Test
  void aWholeFileComesBackByteForByte() {
    var bytes = new byte[3_000_000];
    new Random(7).nextBytes(bytes);
    var input = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(Run.with(input, "--binary", "--separator", "none", url).out().equals(input))
        .isTrue();
  }

  @Test
  void manyLinesComeBackInOrder() {
    var lines = new StringBuilder();
    for (var i = 0; i < 50_000; i++) {
      lines.append(i).append('\n');
    }
    var run = Run.with(lines.toString(), url);
    assertThat(run.out().equals(lines.toString())).isTrue();
    assertThat(run.code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void lateRepliesAreAwaited() throws IOException {
    try (var slow = slow(Duration.ofMillis(700))) {
      assertThat(Run.with("a\nb\n", slow.url().toString()))
          .isEqualTo(new Run(ExitCode.OK, "a\nb\n", ""));
    }
  }

  @Test
  void lingerZeroDoesNotWait() throws IOException {
    try (var slow = slow(Duration.ofSeconds(20))) {
      var run = Run.with("a\n", "--linger", "0", slow.url().toString());
      assertThat(run).isEqualTo(new Run(ExitCode.OK, "", ""));
    }
  }

  @Test
  void dataIsSentInOrderAndTakesFilesAndStandardInput(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("m.txt"), "from\na file\n");
    var run =
        Run.with(
            "from\ninput",
            "--separator",
            "nul",
            "-d",
            "one",
            "-d",
            "@" + file,
            "-d",
            "@-",
            "-d",
            "@@x",
            url);
    assertThat(run.out()).isEqualTo("one\0from\na file\n\0from\ninput\0@x\0");
  }

  @Test
  void hexAndBase64WorkBothWays() {
    assertThat(Run.with("00 ff\n1e\n", "--hex", url).out()).isEqualTo("00ff\n1e\n");
    assertThat(Run.with("AP8=\n", "--base64", url).out()).isEqualTo("AP8=\n");
  }

  @Test
  void escapesAreForSending() {
    assertThat(Run.of("--escape", "-0", "-d", "a\\x00\\n\\u00e9", url).out())
        .isEqualTo("a\0\n\u00c3\u00a9\0");
  }

  @Test
  void unreadableInputIsMisuseWithItsPlace() {
    var run = Run.with("00\nzz\n", "--hex", url);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("parley: message 2 of standard input: 'z' is no hex digit");
  }

  @Test
  void oneEndsAfterOneMessage() {
    assertThat(Run.of("-1", "-d", "a", "-d", "b", url)).isEqualTo(new Run(ExitCode.OK, "a\n", ""));
  }

  @Test
  void anExpectationDecidesTheExitCode() {
    assertThat(Run.of("--expect", "^h.l+o$", "-d", "hello", url).code()).isEqualTo(ExitCode.OK);
    var failed = Run.of("--expect", "bye", "--timeout", "300ms", "-d", "hello", url);
    assertThat(failed.code()).isEqualTo(ExitCode.EXPECTATION_FAILED);
    assertThat(failed.out()).isEqualTo("hello\n");
    assertThat(failed.err()).contains("expected a message that matches 'bye'");
  }

  @Test
  void maxTimeBoundsEverything() {
    assertThat(Run.of("-m", "200ms", "--no-close", "-d", "x", url).code())
        .isEqualTo(ExitCode.TIMEOUT);
  }

  @Test
  void timeoutBoundsTheConversation() {
    assertThat(Run.of("--timeout", "200ms", "--no-close", "-d", "x", url).code())
        .isEqualTo(ExitCode.TIMEOUT);
  }

  @Test
  void onlyMessagesGoToStandardOutput() {
    var run = Run.of("-v", "--frames", "-1", "-d", "hello", url);
    assertThat(run.out()).isEqualTo("hello\n");
    assertThat(run.err())
        .contains("* connecting to 127.0.0.1", "> GET / HTTP/1.1\n", "< HTTP/1.1 101", "● open")
        .containsPattern("↑ FIN +text +mask [0-9a-f]{8} 7-bit  5 B +\"hello\"")
        .containsPattern("↓ FIN +text +no mask +7-bit  5 B +\"hello\"")
        .contains("■ closed by you: 1000 normal closure");
  }

  @Test
  void fragmentsAreOnTheWire() {
    var err = Run.of("--frames", "--fragment", "2", "-1", "-d", "hello", url).err();
    assertThat(err.lines().filter(line -> line.startsWith("↑")).limit(3).toList())
        .satisfiesExactly(
            first -> assertThat(first).contains(" text ", "\"he\"").doesNotContain("FIN"),
            second -> assertThat(second).contains("continuation", "\"ll\"").doesNotContain("FIN"),
            third -> assertThat(third).contains("FIN", "continuation", "\"o\""));
  }

  @Test
  void compressionIsOfferedWithItsParameters() {
    var err =
        Run.of(
                "-v",
                "--frames",
                "--compress=client_max_window_bits=9;server_no_context_takeover",
                "-1",
                "-d",
                "hello",
                url)
            .err();
    assertThat(err)
        .contains("permessage-deflate; server_no_context_takeover; client_max_window_bits=9")
        .contains("RSV1");
  }

  @Test
  void jsonTellsEverythingInOrder() {
    var run = Run.of("--json", "--frames", "-1", "-d", "hello", url);
    assertThat(run.err()).isEmpty();
    var types = run.out().lines().map(line -> line.substring(9, line.indexOf('"', 9))).toList();
    assertThat(types)
        .containsExactly(
            "phase",
            "tried",
            "request",
            "response",
            "open",
            "frame",
            "message",
            "frame",
            "message",
            "frame",
            "close",
            "frame",
            "close",
            "closed");
  }

  @Test
  void timestampsStandBeforeMessages() {
    assertThat(Run.of("--timestamps", "-1", "-d", "x", url).out())
        .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} x\n");
  }

  @Test
  void aMissingSchemeIsCorrectedWithANoticeUnlessQuiet() {
    var bare = url.substring("ws://".length());
    assertThat(Run.of("-1", "-d", "x", bare).err()).isEqualTo("* no scheme: took it as ws://\n");
    assertThat(Run.of("-q", "-1", "-d", "x", bare).err()).isEmpty();
    assertThat(Run.of("-1", "-d", "x", "http://" + bare).err())
        .isEqualTo("* http:// was taken as ws://\n");
  }

  @Test
  void pingsKeepTheConnectionUp() {
    var err = Run.of("-v", "--ping-interval", "30ms", "--linger", "300ms", "-d", "x", url).err();
    assertThat(err).contains("↑ ping", "↓ pong");
  }

  @Test
  void aReaderThatGoesAwayEndsItQuietly() {
    var gone =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    var err = new java.io.ByteArrayOutputStream();
    var in = new java.io.ByteArrayInputStream("a\nb\n".getBytes(StandardCharsets.UTF_8));
    var code = Program.run(List.of(url), Run.shell(in, gone, err));
    assertThat(code).isEqualTo(ExitCode.OK);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void repliesComeWhileTheInputGoesOn() throws Exception {
    var in = new PipedInputStream();
    var out = new PipedOutputStream();
    var replies = new PipedInputStream(out);
    var typist = new PipedOutputStream(in);
    var program =
        Thread.ofVirtual()
            .start(() ->
                Program.run(List.of(url), Run.shell(in, out, OutputStream.nullOutputStream())));
    typist.write("one\n".getBytes(StandardCharsets.UTF_8));
    typist.flush();
    assertThat(replies.readNBytes(4)).asString().isEqualTo("one\n");
    typist.close();
    assertThat(program.join(Duration.ofSeconds(20))).isTrue();
  }
}
