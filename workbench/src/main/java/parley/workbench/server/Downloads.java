package parley.workbench.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import parley.protocol.handshake.Header;
import parley.transport.listen.PageAnswer;
import parley.transport.listen.PageBody;

/**
 * What pages may download: each once, soon, and as a file to be saved; and reports, which are shown
 * in a sandbox, where they are nobody. Any thread may offer.
 */
public final class Downloads {

  static final String FOLDER = "/download/";

  private static final int MAX_OFFERS = 256;
  private static final Duration LIFE = Duration.ofMinutes(10);

  /** A file that is made when it is asked for. */
  private record Offer(String name, PageBody body, boolean isShown, long deadlineNanos) {}

  private final Map<String, Offer> offers = new LinkedHashMap<>(); // guarded by this

  /**
   * Offers a file for ten minutes; with more than 256 offers the oldest goes.
   *
   * @param name as it is to be saved
   * @param body asked for when the page takes it
   * @return the address for the page, relative to its root
   */
  public String offer(String name, PageBody body) {
    return offer(name, body, false);
  }

  /**
   * Offers an HTML page that we wrote, to be shown in a tab of its own, as often as it is loaded
   * within ten minutes. It has an origin of its own: no cookie, no storage, no network.
   */
  public String show(PageBody body) {
    return offer("", body, true);
  }

  private synchronized String offer(String name, PageBody body, boolean isShown) {
    if (offers.size() >= MAX_OFFERS) {
      offers.remove(offers.keySet().iterator().next());
    }
    var path = FOLDER + new Secret().text();
    offers.put(path, new Offer(name, body, isShown, System.nanoTime() + LIFE.toNanos()));
    return path;
  }

  /** What is behind a path; a file is gone then. */
  synchronized Optional<PageAnswer> take(String path) {
    var offer = offers.get(path);
    if (offer != null && !offer.isShown()) {
      offers.remove(path);
    }
    return Optional.ofNullable(offer)
        .filter(one -> System.nanoTime() - one.deadlineNanos() < 0)
        .map(Downloads::answer);
  }

  private static PageAnswer answer(Offer offer) {
    return offer.isShown() ? shown(offer) : saved(offer);
  }

  private static PageAnswer shown(Offer offer) {
    var headers =
        SafeHeaders.sandboxed(
            new Header("Content-Type", "text/html; charset=utf-8"),
            new Header("Cache-Control", "no-store"));
    return new PageAnswer(200, "OK", headers, offer.body());
  }

  private static PageAnswer saved(Offer offer) {
    var headers =
        SafeHeaders.and(
            new Header("Content-Type", "application/octet-stream"),
            new Header("Content-Disposition", disposition(offer.name())),
            new Header("Cache-Control", "no-store"));
    return new PageAnswer(200, "OK", headers, offer.body());
  }

  /** RFC 6266: a name for old clients, and one with all characters (RFC 8187). */
  private static String disposition(String name) {
    var plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
    var encoded =
        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
  }
}
