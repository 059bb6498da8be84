package parley.protocol.handshake;

import java.util.List;
import java.util.regex.Pattern;
import parley.protocol.deflate.Token;
import parley.protocol.handshake.HeadReader.Progress;

/** The two first lines that a head can have (RFC 9112, 3 and 4). */
enum HeadKind {
  REQUEST("request line", "(\\S+) (\\S+) (HTTP/\\d\\.\\d)") {
    @Override
    boolean allows(int index, byte next) {
      return index == 0 ? Token.isCharacter(next) : !Character.isISOControl(next);
    }

    @Override
    Progress complete(String firstLine, List<Header> headers) {
      var parts = firstLine.split(" ", 3);
      return new Progress.Request(new RequestHead(parts[0], parts[1], parts[2], headers));
    }
  },

  RESPONSE("status line", "HTTP/\\d\\.\\d \\d{3}( .*)?") {
    @Override
    boolean allows(int index, byte next) {
      if (index >= STATUS_LINE.length()) {
        return next != 0;
      }
      var wanted = STATUS_LINE.charAt(index);
      return wanted == 'd' ? next >= '0' && next <= '9' : next == wanted;
    }

    @Override
    Progress complete(String firstLine, List<Header> headers) {
      var parts = firstLine.split(" ", 3);
      var reason = parts.length == 3 ? parts[2] : "";
      var status = Integer.parseInt(parts[1]);
      return new Progress.Response(new ResponseHead(parts[0], status, reason, headers));
    }
  };

  private static final String STATUS_LINE = "HTTP/d.d ddd ";

  private final String text;
  private final Pattern whole;

  HeadKind(String text, String whole) {
    this.text = text;
    this.whole = Pattern.compile(whole, Pattern.DOTALL);
  }

  /** Whether {@code next} may stand at {@code index} of the first line; CR and LF are not asked. */
  abstract boolean allows(int index, byte next);

  boolean isWhole(String firstLine) {
    return whole.matcher(firstLine).matches();
  }

  /** The head with a first line that is whole. */
  abstract Progress complete(String firstLine, List<Header> headers);

  @Override
  public String toString() {
    return text;
  }
}
