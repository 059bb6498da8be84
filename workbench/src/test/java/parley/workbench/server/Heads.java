package parley.workbench.server;

import java.util.ArrayList;
import java.util.List;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.RequestHead;

/** Makes requests as browsers do. */
final class Heads {

  private Heads() {}

  /**
   * A GET with headers, each as {@code Name: value}.
   *
   * @param target also {@code METHOD target}
   */
  static RequestHead get(String target, String... headers) {
    var all = new ArrayList<Header>();
    for (var line : headers) {
      var colon = line.indexOf(": ");
      all.add(new Header(line.substring(0, colon), line.substring(colon + 2)));
    }
    var space = target.indexOf(' ');
    return space < 0
        ? new RequestHead("GET", target, "HTTP/1.1", all)
        : new RequestHead(
            target.substring(0, space), target.substring(space + 1), "HTTP/1.1", List.copyOf(all));
  }
}
