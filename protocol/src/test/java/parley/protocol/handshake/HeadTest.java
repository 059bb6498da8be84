package parley.protocol.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.protocol.frame.Bytes;

class HeadTest {

  private static final RequestHead REQUEST =
      new RequestHead(
          "GET",
          "/chat?q=1",
          "HTTP/1.1",
          List.of(
              new Header("Host", "example.com"),
              new Header("x-List", "a, B ,,"),
              new Header("X-LIST", "ü")));

  private static ResponseHead response(int status) {
    return new ResponseHead("HTTP/1.1", status, "", List.of());
  }

  @Nested
  @DisplayName("RFC 9110, 5: fields")
  class Fields {

    @Test
    void namesAreComparedInAnyCase() {
      assertThat(REQUEST.first("HOST")).contains("example.com");
      assertThat(REQUEST.first("X-List")).contains("a, B ,,");
      assertThat(REQUEST.first("Origin")).isEmpty();
      assertThat(REQUEST.all("x-list")).containsExactly("a, B ,,", "ü");
    }

    @Test
    void listsAreReadAcrossFieldsWithoutEmptyElements() {
      assertThat(REQUEST.listed("x-list")).containsExactly("a", "B", "ü");
      assertThat(REQUEST.lists("x-list", "b")).isTrue();
      assertThat(REQUEST.lists("x-list", "c")).isFalse();
    }

    @Test
    void fieldsAreShownAsTheyStand() {
      assertThat(REQUEST.shown("x-list")).isEqualTo("x-List: a, B ,,; X-LIST: ü");
      assertThat(REQUEST.shown("Origin")).isEqualTo("no Origin header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\rb", "a\nb", "a\0b"})
    void noPartMayBreakItsLine(String text) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Header(text, "a"))
          .withMessage("CR, LF and NUL cannot stand in a head, as at character 2");
      assertThatIllegalArgumentException().isThrownBy(() -> new Header("a", text));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new RequestHead(text, "/", "HTTP/1.1", List.of()));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new RequestHead("GET", text, "HTTP/1.1", List.of()));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new RequestHead("GET", "/", text, List.of()));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new ResponseHead(text, 101, "", List.of()));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new ResponseHead("HTTP/1.1", 101, text, List.of()));
    }
  }

  @Nested
  @DisplayName("RFC 9112, 3 and 4: first lines")
  class FirstLines {

    @Test
    void requestIsEncodedExactly() {
      assertThat(REQUEST.encode())
          .isEqualTo(
              Bytes.utf8(
                  String.join(
                      "\r\n",
                      "GET /chat?q=1 HTTP/1.1",
                      "Host: example.com",
                      "x-List: a, B ,,",
                      "X-LIST: ü",
                      "",
                      "")));
    }

    @Test
    void responseIsEncodedExactly() {
      var head = new ResponseHead("HTTP/1.1", 99, "Odd one", List.of(new Header("A", "b")));

      assertThat(head.encode()).isEqualTo(Bytes.utf8("HTTP/1.1 099 Odd one\r\nA: b\r\n\r\n"));
      assertThat(response(200).firstLine()).isEqualTo("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1000})
    void statusHasThreeDigits(int status) {
      assertThatIllegalArgumentException().isThrownBy(() -> response(status));
    }

    @Test
    void informationalResponseIsFollowedByAnotherExceptOf101() {
      assertThat(response(100).isInterim()).isTrue();
      assertThat(response(103).isInterim()).isTrue();
      assertThat(response(101).isInterim()).isFalse();
      assertThat(response(200).isInterim()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
      "HTTP/0.9,false",
      "HTTP/1.0,false",
      "HTTP/1.1,true",
      "HTTP/1.2,true",
      "HTTP/2.0,true",
      "HTCPCP/1.1,false"
    })
    void versionsAreCompared(String version, boolean atLeast11) {
      var head = new RequestHead("GET", "/", version, List.of());

      assertThat(head.isAtLeastHttp11()).isEqualTo(atLeast11);
    }
  }
}
