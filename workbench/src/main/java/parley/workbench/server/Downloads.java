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
 * What pages may download: each once, soon, and as a file to be saved, never to be shown. Any
 * thread may offer.
 */
public final class Downloads {

  static final String FOLDER = "/download/";

  private static final int MAX_OFFERS = 256;
  private static final Duration LIFE = Duration.ofMinutes(10);

  /** A file that is made when it is asked for. */
  private record Offer(String name, PageBody body, long deadlineNanos) {}

  private final Map<String, Offer> offers = new LinkedHashMap<>(); // guarded by this

  /**
   * Offers a file for ten minutes; with more than 256 offers the oldest goes.
   *
   * @param name as it is to be saved
   * @param body asked for when the page takes it
   * @return the address for the page, relative to its root
   */
  public synchronized String offer(String name, PageBody body) {
    if (offers.size() >= MAX_OFFERS) {
      offers.remove(offers.keySet().iterator().next());
    }
    var path = FOLDER + new Secret().text();
    offers.put(path, new Offer(name, body, System.nanoTime() + LIFE.toNanos()));
    return path;
  }

  /** The file behind a path, which is gone then. */
  synchronized Optional<PageAnswer> take(String path) {
    return Optional.ofNullable(offers.remove(path))
        .filter(offer -> System.nanoTime() - offer.deadlineNanos() < 0)
        .map(Downloads::answer);
  }

  private static PageAnswer answer(Offer offer) {
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
