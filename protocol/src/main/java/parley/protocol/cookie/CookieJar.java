package parley.protocol.cookie;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The cookies that a client has (RFC 6265bis, 5.7 and 5.8), the oldest first. A value: what comes
 * makes another jar. Holds {@value #MAX_COOKIES} cookies and {@value #MAX_OF_DOMAIN} of a domain;
 * beyond that the oldest go.
 */
public record CookieJar(List<Cookie> cookies) {

  public static final CookieJar EMPTY = new CookieJar(List.of());

  static final int MAX_COOKIES = 3000;
  static final int MAX_OF_DOMAIN = 180;

  public CookieJar {
    cookies = List.copyOf(cookies);
  }

  /** The jar after an answer, and what became of each of its Set-Cookie lines. */
  public record Received(CookieJar jar, List<Verdict> verdicts) {
    public Received {
      verdicts = List.copyOf(verdicts);
    }
  }

  /** Takes the Set-Cookie lines of the answer to {@code visit}, in their order. */
  public Received received(Visit visit, List<String> lines, Instant now) {
    var jar = this;
    var verdicts = new ArrayList<Verdict>();
    for (var line : lines) {
      var verdict = jar.judge(visit, line, now);
      verdicts.add(verdict);
      jar =
          switch (verdict) {
            case Verdict.Kept(var cookie) -> jar.with(cookie);
            case Verdict.Removed(var cookie) -> jar.without(cookie);
            case Verdict.Ignored _ -> jar;
          };
    }
    return new Received(jar, verdicts);
  }

  private Verdict judge(Visit visit, String line, Instant now) {
    var read = SetCookie.parse(line, now);
    if (read.isEmpty()) {
      return new Verdict.Ignored(
          "", "it is empty, over " + SetCookie.MAX_BYTES + " bytes, or has a control character");
    }
    var judge = new CookieJudge(visit, read.get());
    var cookie = judge.cookie();
    var why = judge.fault().or(() -> judge.shadowed(cookies));
    if (why.isPresent()) {
      return new Verdict.Ignored(cookie.name(), why.get());
    }
    return cookie.isExpired(now) ? new Verdict.Removed(cookie) : new Verdict.Kept(cookie);
  }

  /** The jar with {@code cookie}, which takes the place of the one that it replaces. */
  public CookieJar with(Cookie cookie) {
    var changed = new ArrayList<>(cookies);
    changed.replaceAll(old -> cookie.replaces(old) ? cookie : old);
    if (!changed.contains(cookie)) {
      makeRoom(changed, cookie);
      changed.add(cookie);
    }
    return new CookieJar(changed);
  }

  private static void makeRoom(List<Cookie> cookies, Cookie next) {
    var ofDomain = cookies.stream().filter(one -> one.domain().equals(next.domain())).toList();
    if (ofDomain.size() >= MAX_OF_DOMAIN) {
      cookies.remove(ofDomain.getFirst());
    } else if (cookies.size() >= MAX_COOKIES) {
      cookies.removeFirst();
    }
  }

  private CookieJar without(Cookie cookie) {
    return new CookieJar(cookies.stream().filter(old -> !cookie.replaces(old)).toList());
  }

  /** What is left at {@code now}. */
  public CookieJar fresh(Instant now) {
    return new CookieJar(cookies.stream().filter(one -> !one.isExpired(now)).toList());
  }

  /**
   * What goes along on {@code visit}: the longer paths first, then the older (RFC 6265bis, 5.8.3).
   */
  public List<Cookie> toSend(Visit visit, Instant now) {
    return fresh(now).cookies.stream()
        .filter(one -> one.isFor(visit))
        .sorted(Comparator.comparingInt((Cookie one) -> one.path().length()).reversed())
        .toList();
  }
}
