package parley.workbench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;
import parley.transport.listen.PageAnswer;
import parley.transport.listen.PageBody;

class DownloadsTest {

  private static final PageBody BODY = new PageBody.Whole(Bytes.utf8("hello"));

  private final Downloads downloads = new Downloads();

  private static String header(PageAnswer answer, String name) {
    return answer.headers().stream()
        .filter(header -> header.isNamed(name))
        .map(Header::value)
        .findFirst()
        .orElse("");
  }

  @Test
  void aFileIsTakenOnce() {
    var path = downloads.offer("log.txt", BODY);
    assertThat(path).matches("/download/[A-Za-z0-9_-]{24}");
    assertThat(downloads.take(path).orElseThrow().body()).isEqualTo(BODY);
    assertThat(downloads.take(path)).isEmpty();
    assertThat(downloads.take("/download/")).isEmpty();
  }

  @Test
  void itIsSavedAndNeverShown() {
    var answer = downloads.take(downloads.offer("page.html", BODY)).orElseThrow();
    assertThat(header(answer, "Content-Type")).isEqualTo("application/octet-stream");
    assertThat(header(answer, "Content-Disposition")).startsWith("attachment; ");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Content-Security-Policy")).startsWith("default-src 'none'");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "log.har,log.har,log.har",
        "../../etc/passwd,.._.._etc_passwd,..%2F..%2Fetc%2Fpasswd",
        "a\"b;c.txt,a_b_c.txt,a%22b%3Bc.txt",
        "Größe *.txt,Gr__e__.txt,Gr%C3%B6%C3%9Fe%20%2A.txt"
      })
  void aNameCannotBreakOutOfItsHeader(String name, String plain, String encoded) {
    var answer = downloads.take(downloads.offer(name, BODY)).orElseThrow();
    assertThat(header(answer, "Content-Disposition"))
        .isEqualTo("attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded);
  }

  @Test
  void lineEndsInANameDoNotEndTheHeader() {
    var answer = downloads.take(downloads.offer("a\r\nSet-Cookie: x", BODY)).orElseThrow();
    assertThat(header(answer, "Content-Disposition")).doesNotContain("\r").doesNotContain("\n");
    assertThat(header(answer, "Set-Cookie")).isEmpty();
  }

  @Test
  void ofManyOffersTheOldestGoes() {
    var first = downloads.offer("first", BODY);
    var paths = new HashSet<String>();
    for (var count = 0; count < 256; count++) {
      paths.add(downloads.offer("later", BODY));
    }
    assertThat(paths).hasSize(256);
    assertThat(downloads.take(first)).isEmpty();
    assertThat(paths).allMatch(path -> downloads.take(path).isPresent());
  }
}
