package parley.workbench.server;

import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.Refusal;
import parley.protocol.handshake.RequestHead;
import parley.transport.listen.PageAnswer;
import parley.transport.listen.PageBody;

/** Answers as they leave the server. */
final class Replies {

  private static final Header NOT_KEPT = new Header("Cache-Control", "no-store");

  /** Kept by the browser, which asks each time whether it is still right. */
  private static final Header ASKED_AGAIN = new Header("Cache-Control", "private, no-cache");

  private Replies() {}

  /** A file; only that it has not changed where the browser has it. */
  static PageAnswer asset(RequestHead head, Assets.Asset asset) {
    var headers =
        SafeHeaders.and(
            new Header("Content-Type", asset.type()),
            new Header("ETag", asset.tag()),
            ASKED_AGAIN,
            new Header("Vary", "Cookie"));
    return head.listed("If-None-Match").contains(asset.tag())
        ? new PageAnswer(304, "Not Modified", headers, PageBody.none())
        : new PageAnswer(200, "OK", headers, new PageBody.Whole(asset.bytes()));
  }

  /** A file in place of the one asked for. */
  static PageAnswer forbidden(Assets.Asset asset) {
    var headers = SafeHeaders.and(new Header("Content-Type", asset.type()), NOT_KEPT);
    return new PageAnswer(403, "Forbidden", headers, new PageBody.Whole(asset.bytes()));
  }

  static PageAnswer text(int status, String reason, String text, Header... more) {
    var body = new PageBody.Whole(Bytes.utf8(text + "\n"));
    var headers = SafeHeaders.and(more);
    headers.add(new Header("Content-Type", "text/plain; charset=utf-8"));
    headers.add(NOT_KEPT);
    return new PageAnswer(status, reason, headers, body);
  }

  /** What refuses a WebSocket. */
  static Refusal refusal(String text) {
    return Refusal.of(403, "Forbidden", SafeHeaders.and(NOT_KEPT, CLOSE), text + "\n");
  }

  private static final Header CLOSE = new Header("Connection", "close");
}
