package parley.protocol.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Set-Cookie lines in, the cookies of later requests out. */
class CookieJarTest {

  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

  private static Visit visit(String url) {
    var tls = url.startsWith("wss:");
    var rest = url.substring(url.indexOf("//") + 2);
    var slash = rest.indexOf('/');
    return Visit.of(rest.substring(0, slash), rest.substring(slash), tls);
  }

  private static CookieJar after(String url, String... lines) {
    return CookieJar.EMPTY.received(visit(url), List.of(lines), NOW).jar();
  }

  private static String sent(CookieJar jar, String url, Instant now) {
    return jar.toSend(visit(url), now).stream()
        .map(Cookie::toPair)
        .collect(Collectors.joining("; "));
  }

  private static String verdict(CookieJar jar, Visit visit, String line) {
    return switch (jar.received(visit, List.of(line), NOW).verdicts().getFirst()) {
      case Verdict.Kept(var cookie) -> "kept " + cookie.toPair();
      case Verdict.Removed(var cookie) -> "removed " + cookie.name();
      case Verdict.Ignored(var name, var why) -> name + ": " + why;
    };
  }

  private static String verdict(String url, String line) {
    return verdict(CookieJar.EMPTY, visit(url), line);
  }

  /** RFC 6265bis, 5.6. */
  @Nested
  final class Lines {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        ignoreLeadingAndTrailingWhitespace = false,
        value = {
          "foo=bar|foo=bar",
          "foo=bar; Path=/|foo=bar",
          "  foo  =  bar  |foo=bar",
          "foo=bar=baz|foo=bar=baz",
          "foo=\"bar; baz\"|foo=\"bar",
          "foo=|foo=",
          "foo|foo",
          "=bar|bar",
          "; foo=bar|''",
          "foo=bar;;; baz|foo=bar",
          "foo=bar; baz=qux|foo=bar",
          "foo=b\tar|foo=b\tar",
          "foo=b\u0001ar|''",
          "foo=bar\u007F|''",
          "=|''"
        })
    void sayANameAndAValue(String line, String pair) {
      assertThat(sent(after("ws://a.example/", line), "ws://a.example/", NOW)).isEqualTo(pair);
    }

    @Test
    void areReadUpToALimit() {
      var most = "a=" + "x".repeat(4095);
      assertThat(after("ws://a.example/", most).cookies()).hasSize(1);
      assertThat(verdict("ws://a.example/", most + "x"))
          .isEqualTo(": it is empty, over 4096 bytes, or has a control character");
      assertThat(after("ws://a.example/a/b", "a=b; Path=/" + "p".repeat(1024)).cookies())
          .singleElement()
          .extracting(Cookie::path)
          .isEqualTo("/a");
    }

    @Test
    void haveRulesOfWhichTheLastCounts() {
      var cookie =
          after(
                  "wss://www.a.example/x",
                  "a=b; DOMAIN=b.example; path=/y; HttpOnly; samesite=lax; secure;"
                      + " Domain=.A.example; Path=; SameSite=Strict")
              .cookies()
              .getFirst();
      assertThat(cookie)
          .isEqualTo(
              new Cookie("a", "b", "a.example", false, "/", true, true, SameSite.STRICT, null));
      assertThat(cookie).hasToString("Cookie[a for *.a.example/]");
      var other = after("wss://www.a.example/x", "a=b; SameSite=odd; Secure").cookies().getFirst();
      assertThat(other.sameSite()).isEqualTo(SameSite.UNSET);
      assertThat(other).hasToString("Cookie[a for www.a.example/]");
      var none = after("wss://www.a.example/", "a=b; SameSite=None; Secure").cookies().getFirst();
      assertThat(none.sameSite()).isEqualTo(SameSite.NONE);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "Max-Age=60                                 | 60",
          "Max-Age=60; Expires=Sun, 22 Nov 2026 04:00:00 GMT | 60",
          "Expires=Sun, 22 Nov 2026 03:00:09 GMT; Max-Age=x  | 9",
          "Max-Age=99999999999                        | 34560000",
          "Max-Age=999999999                          | 34560000",
          "Expires=Fri, 01 Jan 2100 00:00:00 GMT      | 34560000",
          "Expires=sometime                           | -1"
        })
    void sayHowLong(String attribute, long seconds) {
      var cookie = after("ws://a.example/", "a=b; " + attribute).cookies().getFirst();
      assertThat(cookie.expires().map(end -> Duration.between(NOW, end).toSeconds()).orElse(-1L))
          .isEqualTo(seconds);
    }
  }

  /** RFC 6265bis, 5.1.1; the lines of its test suite. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mon, 10-Dec-2007 17:02:24 GMT    | 2007-12-10T17:02:24Z",
        "Wed, 09 Dec 2009 16:27:23 GMT    | 2009-12-09T16:27:23Z",
        "Thursday, 01-Jan-70 00:00:00 GMT | 1970-01-01T00:00:00Z",
        "Mon Dec 24 16:32:30 1977 GMT     | 1977-12-24T16:32:30Z",
        "Mon, 1 Dec 69 16:32:30 GMT       | 2069-12-01T16:32:30Z",
        "2007 Feb 1 1:2:3                 | 2007-02-01T01:02:03Z",
        "(2) september/08//12:13:14x      | 2008-09-02T12:13:14Z",
        "10 feb 2007 1:2:3 4:5:6 mar      | 2007-02-10T01:02:03Z",
        "30 feb 2007 1:2:3                |",
        "10 feb 2007 24:00:00             |",
        "10 feb 2007 1:2                  |",
        "feb 2007 1:2:3 x                 |",
        "10 fe 2007 1:2:3                 |",
        "10 feb 1:2:3                     |",
        "10 feb 1600 1:2:3                |",
        "''                               |"
      })
  void datesAreReadAsServersWriteThem(String text, Instant date) {
    assertThat(CookieDate.parse(text).orElse(null)).isEqualTo(date);
  }

  /** RFC 6265bis, 5.7. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ws://www.a.example/  | a=b; Domain=a.example     | kept a=b",
        "ws://www.a.example/  | a=b; Domain=www.a.example | kept a=b",
        "ws://a.example/      | a=b; Domain=www.a.example | a: its Domain=www.a.example does not"
            + " cover a.example",
        "ws://xa.example/     | a=b; Domain=a.example     | a: its Domain=a.example does not cover"
            + " xa.example",
        "ws://a.example/      | a=b; Domain=example       | a: its Domain=example would cover sites"
            + " of others",
        "ws://localhost/      | a=b; Domain=localhost     | kept a=b",
        "ws://10.1.2.3/       | a=b; Domain=10.1.2.3      | kept a=b",
        "ws://10.1.2.3/       | a=b; Domain=2.3           | a: its Domain=2.3 does not cover"
            + " 10.1.2.3",
        "ws://a.example/      | a=b; Secure               | a: it is Secure and came without TLS",
        "wss://a.example/     | a=b; Secure               | kept a=b",
        "ws://localhost/      | a=b; Secure               | kept a=b",
        "ws://x.localhost/    | a=b; Secure               | kept a=b",
        "ws://127.0.0.1/      | a=b; Secure               | kept a=b",
        "ws://::1/            | a=b; Secure               | kept a=b",
        "wss://a.example/     | a=b; SameSite=None        | a: it is SameSite=None, which needs"
            + " Secure",
        "wss://a.example/     | __Secure-a=b              | __Secure-a: __Secure- needs Secure",
        "wss://a.example/     | __Secure-a=b; Secure      | kept __Secure-a=b",
        "wss://a.example/     | __host-a=b; Secure; Path=/ | kept __host-a=b",
        "wss://a.example/     | __Host-a=b; Secure        | __Host-a: __Host- needs Secure, Path=/"
            + " and no Domain",
        "wss://a.example/     | __Host-a=b; Path=/        | __Host-a: __Host- needs Secure, Path=/"
            + " and no Domain",
        "wss://a.example/     | __Host-a=b; Secure; Path=/; Domain=a.example | __Host-a: __Host-"
            + " needs Secure, Path=/ and no Domain",
        "wss://a.example/     | =__Host-a=b; Secure; Path=/ | : it has no name and its value begins"
            + " like a prefix",
        "wss://a.example/     | __Secure-a; Secure        | : it has no name and its value begins"
            + " like a prefix",
        "ws://a.example/      | a=b; Max-Age=0            | removed a",
        "ws://a.example/      | a=b; Max-Age=-9           | removed a"
      })
  void cookiesAreKeptOnlyOfWhomTheyMayCome(String url, String line, String verdict) {
    assertThat(verdict(url, line)).isEqualTo(verdict);
  }

  @Test
  void plainCookiesHideNoSecureOnes() {
    var jar = after("wss://www.a.example/", "a=safe; Secure; Path=/in");
    var why = "a: it would hide a Secure one and came without TLS";
    assertThat(verdict(jar, visit("ws://www.a.example/"), "a=1; Path=/in/x")).isEqualTo(why);
    assertThat(verdict(jar, visit("ws://www.a.example/"), "a=1; Path=/in; Domain=a.example"))
        .isEqualTo(why);
    assertThat(verdict(jar, visit("ws://www.a.example/"), "a=1; Path=/")).isEqualTo("kept a=1");
    assertThat(verdict(jar, visit("ws://www.a.example/"), "b=1; Path=/in")).isEqualTo("kept b=1");
    assertThat(verdict(jar, visit("ws://b.example/"), "a=1; Path=/in")).isEqualTo("kept a=1");
    assertThat(verdict(jar, visit("wss://www.a.example/"), "a=1; Path=/in")).isEqualTo("kept a=1");
    var wide = after("wss://www.a.example/", "a=safe; Secure; Domain=a.example");
    assertThat(verdict(wide, visit("ws://www.a.example/"), "a=1")).isEqualTo(why);
    var plain = after("ws://www.a.example/", "a=1");
    assertThat(verdict(plain, visit("ws://www.a.example/"), "a=2")).isEqualTo("kept a=2");
  }

  /** RFC 6265bis, 5.8.3. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ws://a.example/        | a=b                   | ws://a.example/          | a=b",
        "ws://a.example/        | a=b                   | ws://A.EXAMPLE/          | a=b",
        "ws://a.example/        | a=b                   | ws://www.a.example/      | ''",
        "ws://www.a.example/    | a=b; Domain=a.example | ws://x.a.example/        | a=b",
        "ws://www.a.example/    | a=b; Domain=a.example | ws://a.example/          | a=b",
        "ws://www.a.example/    | a=b; Domain=a.example | ws://xa.example/         | ''",
        "ws://a.example/        | a=b; Path=/in         | ws://a.example/in        | a=b",
        "ws://a.example/        | a=b; Path=/in         | ws://a.example/in/?x     | a=b",
        "ws://a.example/        | a=b; Path=/in         | ws://a.example/in?x      | a=b",
        "ws://a.example/        | a=b; Path=/in         | ws://a.example/inner     | ''",
        "ws://a.example/        | a=b; Path=/in         | ws://a.example/          | ''",
        "ws://a.example/        | a=b; Path=/in/        | ws://a.example/in/x      | a=b",
        "ws://a.example/x/y     | a=b                   | ws://a.example/x/z       | a=b",
        "ws://a.example/x/y     | a=b                   | ws://a.example/y         | ''",
        "ws://a.example/x?/y    | a=b                   | ws://a.example/          | a=b",
        "wss://a.example/       | a=b; Secure           | ws://a.example/          | ''",
        "wss://a.example/       | a=b; Secure           | wss://a.example/         | a=b",
        "wss://a.example/       | a=b                   | ws://a.example/          | a=b"
      })
  void cookiesGoWhereTheyBelong(String from, String line, String to, String sent) {
    assertThat(sent(after(from, line), to, NOW)).isEqualTo(sent);
  }

  @Test
  void longerPathsComeFirstThenOlderCookies() {
    var jar = after("ws://a.example/", "a=1; Path=/", "b=2; Path=/x", "c=3; Path=/", "a=4; Path=/");
    assertThat(sent(jar, "ws://a.example/x", NOW)).isEqualTo("b=2; a=4; c=3");
  }

  @Test
  void oneCookieTakesThePlaceOfAnotherOnlyOfItsDomainAndPath() {
    var jar =
        after(
            "ws://www.a.example/",
            "a=1",
            "a=2; Path=/x",
            "a=3; Domain=a.example",
            "a=4; Domain=www.a.example",
            "A=5");
    assertThat(sent(jar, "ws://www.a.example/x", NOW)).isEqualTo("a=2; a=1; a=3; a=4; A=5");
  }

  @Test
  void cookiesLeaveWhenTheirTimeHasCome() {
    var jar = after("ws://a.example/", "a=1; Max-Age=60", "b=2");
    assertThat(sent(jar, "ws://a.example/", NOW.plusSeconds(59))).isEqualTo("a=1; b=2");
    assertThat(sent(jar, "ws://a.example/", NOW.plusSeconds(60))).isEqualTo("b=2");
    var removed =
        jar.received(visit("ws://a.example/"), List.of("b=; Max-Age=0", "x=; Max-Age=0"), NOW)
            .jar();
    assertThat(sent(removed, "ws://a.example/", NOW)).isEqualTo("a=1");
  }

  /** RFC 6265bis, 5.2: as if a page of that origin opened the connection. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://a.example       | lax=1; none=1; unset=1; strict=1",
        "https://www.a.example:1 | lax=1; none=1; unset=1; strict=1",
        "https://b.example       | none=1; unset=1",
        "https://[::1]:8080      | none=1; unset=1",
        "null                    | none=1; unset=1"
      })
  void cookiesOfOneSiteAreNotSentWhenAnotherAsks(String origin, String sent) {
    var lines =
        List.of(
            "lax=1; SameSite=Lax",
            "none=1; SameSite=None; Secure",
            "unset=1",
            "strict=1; SameSite=Strict");
    var own = visit("wss://api.a.example/");
    var jar = CookieJar.EMPTY.received(own, lines, NOW).jar();
    var asked = own.askedBy(origin);
    assertThat(
            jar.toSend(asked, NOW).stream().map(Cookie::toPair).collect(Collectors.joining("; ")))
        .isEqualTo(sent);
    assertThat(verdict(CookieJar.EMPTY, asked, "x=1")).isEqualTo("kept x=1");
    assertThat(verdict(CookieJar.EMPTY, asked, "x=1; SameSite=Lax"))
        .isEqualTo(
            sent.startsWith("lax")
                ? "kept x=1"
                : "x: it is SameSite and the Origin is of another site");
  }

  @Test
  void aJarHasRoomForSoManyAndTheOldestGo() {
    var jar = CookieJar.EMPTY;
    var lines = new ArrayList<String>();
    IntStream.rangeClosed(0, 180).forEach(i -> lines.add("n" + i + "=1"));
    jar = jar.received(visit("ws://a.example/"), lines, NOW).jar();
    assertThat(jar.cookies()).hasSize(180);
    assertThat(jar.cookies().getFirst().name()).isEqualTo("n1");
    for (var host = 0; host < 3000 - 180 + 1; host++) {
      jar = jar.with(cookieOf("h" + host + ".example"));
    }
    assertThat(jar.cookies()).hasSize(3000);
    assertThat(jar.cookies().getFirst().name()).isEqualTo("n2");
  }

  private static Cookie cookieOf(String host) {
    return new Cookie("a", "b", host, true, "/", false, false, SameSite.UNSET, null);
  }
}
