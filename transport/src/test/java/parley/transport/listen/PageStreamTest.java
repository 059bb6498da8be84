package parley.transport.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parley.transport.listen.PageServer.GET;
import static parley.transport.listen.PageServer.GET_1_0;
import static parley.transport.listen.PageServer.page;
import static parley.transport.listen.PageServer.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.protocol.frame.ByteSize;
import parley.transport.fixture.Watcher;

/** Pages of any size, which are written while they are read. */
@Timeout(60)
class PageStreamTest {

  private @Nullable PageServer server;

  @AfterEach
  void close() {
    if (server != null) {
      server.close();
    }
  }

  private PageServer serve(PageAnswer answer) throws IOException {
    server = new PageServer(answer);
    return server;
  }

  private PageServer serve(
      ListenSpec.Builder spec, Function<PageRequest, CompletableFuture<PageAnswer>> pages)
      throws IOException {
    server = new PageServer(spec, pages);
    return server;
  }

  /** Writes until it cannot, and tells why. */
  private static PageBody endless(CompletableFuture<IOException> failure) {
    return stream(out -> {
      try {
        while (true) {
          out.write(new byte[1 << 16]);
        }
      } catch (IOException gone) {
        failure.complete(gone);
        throw gone;
      }
    });
  }

  @Test
  void headDoesNotStartASource() throws IOException {
    var here =
        serve(
            page(
                stream(_ -> {
                  throw new AssertionError("the source is not asked");
                })));
    assertThat(here.talk(GET.replace("GET", "HEAD")))
        .contains("Transfer-Encoding: chunked")
        .endsWith("\r\n\r\n");
  }

  @Test
  void aClientMayEndItsHalfBehindTheRequest() throws IOException {
    var here = serve(page(stream(out -> out.write(new byte[1 << 20]))));
    try (var socket = here.ask(GET_1_0)) {
      socket.shutdownOutput();
      assertThat(socket.getInputStream().readAllBytes()).hasSizeGreaterThan(1 << 20);
    }
  }

  @Test
  void aStreamOfUnknownLengthIsChunked() throws IOException {
    var here =
        serve(
            page(
                stream(out -> {
                  out.write('a');
                  out.flush();
                  out.write("bcdefghijklmnopq".getBytes(StandardCharsets.US_ASCII));
                })));
    assertThat(here.talk(GET))
        .contains("Transfer-Encoding: chunked\r\n")
        .endsWith(String.join("\r\n", "", "1", "a", "10", "bcdefghijklmnopq", "0", "", ""));
    assertThat(here.talk(GET_1_0)).endsWith("Connection: close\r\n\r\nabcdefghijklmnopq");
  }

  @Test
  void anEmptyStreamIsAnEmptyPage() throws IOException {
    var here = serve(page(stream(_ -> {})));
    assertThat(here.talk(GET)).startsWith("HTTP/1.1 200 OK").endsWith("\r\n\r\n0\r\n\r\n");
    assertThat(here.talk(GET_1_0)).startsWith("HTTP/1.1 200 OK").endsWith("\r\n\r\n");
  }

  @Test
  void theSourceIsNeverFarAheadOfTheReader() throws IOException {
    var total = 200L << 20;
    var ahead = 8L << 20; // what our chunks and the buffers of the kernel hold, generously
    var written = new AtomicLong();
    var piece = new byte[64 << 10];
    var body =
        new PageBody.Streamed(
            ByteSize.of(total),
            out -> {
              while (written.get() < total) {
                out.write(piece);
                written.addAndGet(piece.length);
              }
            });
    var here = serve(page(body));
    try (var socket = here.ask(GET)) {
      var in = socket.getInputStream();
      var read = 0L;
      for (var count = in.read(piece); count >= 0; count = in.read(piece)) {
        read += count;
        assertThat(written.get()).isLessThan(read + ahead);
      }
      assertThat(read).isGreaterThan(total);
    }
  }

  @Test
  void aClientThatGoesAwayFailsTheSource() throws IOException {
    var failure = new CompletableFuture<IOException>();
    var here = serve(page(endless(failure)));
    try (var socket = here.ask(GET)) {
      assertThat(socket.getInputStream().read()).isEqualTo('H');
    }
    assertThat(Watcher.get(failure)).hasMessage("the client has gone");
  }

  @Test
  void closingTheListenerEndsSources() throws IOException {
    var ended = new CompletableFuture<IOException>();
    var here = serve(page(endless(ended)));
    try (var socket = here.ask(GET)) {
      assertThat(socket.getInputStream().read()).isEqualTo('H');
      close();
      assertThat(Watcher.get(ended)).isNotNull();
    }
  }

  @Test
  void aReaderThatStandsStillIsLetGo() throws IOException {
    var ended = new CompletableFuture<IOException>();
    var here =
        serve(
            ListenSpec.local().idleTimeout(Duration.ofMillis(100)),
            _ -> CompletableFuture.completedFuture(page(endless(ended))));
    try (var _ = here.ask(GET)) {
      assertThat(Watcher.get(ended)).hasMessage("the client has gone");
    }
  }

  @Test
  void aSourceThatFailsAtOnceIsA500() throws IOException {
    var here =
        serve(
            page(
                stream(_ -> {
                  throw new IOException("the disk is gone");
                })));
    assertThat(here.talk(GET)).startsWith("HTTP/1.1 500 ");
  }

  @Test
  void aSourceThatFailsLaterCutsThePage() throws IOException {
    var here =
        serve(
            page(
                stream(out -> {
                  out.write(new byte[100_000]);
                  throw new IOException("the disk is gone");
                })));
    assertThatThrownBy(() -> here.talk(GET)).isInstanceOf(IOException.class);
  }
}
