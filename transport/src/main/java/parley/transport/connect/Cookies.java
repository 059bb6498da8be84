package parley.transport.connect;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.model.connection.ConnectSpec;
import parley.protocol.cookie.Cookie;
import parley.protocol.cookie.CookieJar;
import parley.protocol.cookie.Verdict;
import parley.protocol.cookie.Visit;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.ResponseHead;

/**
 * The cookies of one run, which all its connections share: what servers set on any answer, a
 * redirect, a refusal or a 101, goes along on the requests after it. Any thread may call it.
 */
public final class Cookies {

  private static final String COOKIE = "Cookie";

  private final InstantSource clock;
  private final AtomicReference<CookieJar> jar = new AtomicReference<>(CookieJar.EMPTY);

  /** Without any. */
  public Cookies(InstantSource clock) {
    this.clock = clock;
  }

  /** Adds what comes from elsewhere, such as a file. */
  public void add(List<Cookie> more) {
    more.forEach(cookie -> jar.updateAndGet(kept -> kept.with(cookie)));
  }

  /** What is kept now and has not expired, the oldest first. */
  public List<Cookie> toList() {
    return jar.get().fresh(clock.instant()).cookies();
  }

  /** Forgets those that are chosen. */
  public void remove(Predicate<Cookie> chosen) {
    jar.updateAndGet(
        kept -> new CookieJar(kept.cookies().stream().filter(chosen.negate()).toList()));
  }

  /** Forgets all of them. */
  public void clear() {
    jar.set(CookieJar.EMPTY);
  }

  /**
   * What is asked for with the cookies that go along. Those that were written in a Cookie header
   * come first, and win over kept ones of their name.
   */
  ConnectSpec onto(ConnectSpec spec) {
    if (!spec.keepsCookies() || isOmitted(spec)) {
      return spec;
    }
    var written = written(spec).map(Header::value).toList();
    var names = written.stream().flatMap(Cookies::names).collect(Collectors.toSet());
    var more =
        jar.get().toSend(visit(spec), clock.instant()).stream()
            .filter(cookie -> !names.contains(cookie.name()))
            .map(Cookie::toPair)
            .collect(Collectors.joining("; "));
    return more.isEmpty() ? spec : spec.with(spec.url(), joined(spec, more));
  }

  private static boolean isOmitted(ConnectSpec spec) {
    return spec.omittedHeaders().stream().anyMatch(COOKIE::equalsIgnoreCase);
  }

  private static Stream<Header> written(ConnectSpec spec) {
    return spec.headers().stream().filter(header -> header.isNamed(COOKIE));
  }

  private static Stream<String> names(String value) {
    return Stream.of(value.split(";")).map(pair -> pair.split("=", 2)[0].strip());
  }

  private static List<Header> joined(ConnectSpec spec, String more) {
    var headers = new ArrayList<>(spec.headers());
    var first = written(spec).findFirst();
    if (first.isEmpty()) {
      headers.add(new Header(COOKIE, more));
    } else {
      // RFC 6265, 5.4: there is one Cookie header.
      var whole = new Header(first.get().name(), first.get().value() + "; " + more);
      headers.set(headers.indexOf(first.get()), whole);
    }
    return headers;
  }

  /** What the request says of cookies; empty when it says nothing. */
  static String sent(ConnectSpec spec) {
    return written(spec).map(Header::value).collect(Collectors.joining("; "));
  }

  /** Keeps what the answer sets, and says of each cookie that was not kept why, a sentence each. */
  List<String> received(ConnectSpec sent, ResponseHead answer) {
    var lines = answer.all("Set-Cookie");
    if (!sent.keepsCookies() || lines.isEmpty()) {
      return List.of();
    }
    return keep(visit(sent), lines).verdicts().stream()
        .flatMap(verdict -> sentence(verdict).stream())
        .toList();
  }

  private CookieJar.Received keep(Visit visit, List<String> lines) {
    while (true) {
      var before = jar.get();
      var kept = before.received(visit, lines, clock.instant());
      if (jar.compareAndSet(before, kept.jar())) {
        return kept;
      }
    }
  }

  private static Optional<String> sentence(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Kept _ -> Optional.empty();
      case Verdict.Removed _ -> Optional.empty();
      case Verdict.Ignored(var name, var why) ->
          Optional.of("the cookie " + name + " was not kept: " + why);
    };
  }

  private static Visit visit(ConnectSpec spec) {
    var url = spec.url();
    var visit = Visit.of(url.host(), url.target(), url.secure());
    return spec.headers().stream()
        .filter(header -> header.isNamed("Origin"))
        .findFirst()
        .map(header -> visit.askedBy(header.value()))
        .orElse(visit);
  }
}
