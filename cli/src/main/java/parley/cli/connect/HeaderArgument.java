package parley.cli.connect;

import parley.cli.option.Reading;
import parley.protocol.handshake.Header;

/** What one {@code -H} asks for, in curl's way of writing. */
sealed interface HeaderArgument {

  /** {@code Name: value}, or {@code Name;} for an empty value. */
  record Send(Header header) implements HeaderArgument {}

  /** {@code Name:} leaves out a header that Parley sends by itself. */
  record Omit(String name) implements HeaderArgument {}

  /** {@code @file} has one of the others on each line. */
  record FromFile(String file) implements HeaderArgument {}

  static Reading<HeaderArgument> parse(String text) {
    if (text.startsWith("@") && text.length() > 1) {
      return Reading.good(new FromFile(text.substring(1)));
    }
    var colon = text.indexOf(':');
    if (colon < 0 && text.length() > 1 && text.endsWith(";")) {
      return send(text.substring(0, text.length() - 1), "");
    }
    if (colon < 1) {
      return refused();
    }
    var name = text.substring(0, colon);
    var value = text.substring(colon + 1).strip();
    return value.isEmpty() ? omit(name) : send(name, value);
  }

  private static Reading<HeaderArgument> omit(String name) {
    return isPlain(name) ? Reading.good(new Omit(name)) : refused();
  }

  private static Reading<HeaderArgument> send(String name, String value) {
    return isPlain(name) && isPlain(value)
        ? Reading.good(new Send(new Header(name, value)))
        : refused();
  }

  /** What would end the line or the head is no part of a header. */
  private static boolean isPlain(String text) {
    return text.indexOf('\r') < 0 && text.indexOf('\n') < 0 && text.indexOf('\0') < 0;
  }

  private static Reading<HeaderArgument> refused() {
    return Reading.bad(
        "'Name: value', 'Name:' to leave a header out, 'Name;' for an empty one, or @FILE",
        "'X-Api-Key: 42'");
  }
}
