package parley.protocol.handshake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.protocol.frame.Bytes;

/** The head of an HTTP/1 message: a first line and header fields (RFC 9112, 2.1). */
public sealed interface Head permits RequestHead, ResponseHead {

  /** The protocol's name and version, such as {@code HTTP/1.1}. */
  String version();

  /** The fields in their order, with their spelling and repetitions. */
  List<Header> headers();

  /** The first line without its line end. */
  String firstLine();

  /** The value of the first field {@code name}, in any case. */
  default Optional<String> first(String name) {
    return headers().stream().filter(h -> h.isNamed(name)).map(Header::value).findFirst();
  }

  /** The values of all fields {@code name}, in any case. */
  default List<String> all(String name) {
    return headers().stream().filter(h -> h.isNamed(name)).map(Header::value).toList();
  }

  /** The elements of all comma-separated lists in the fields {@code name} (RFC 9110, 5.6.1). */
  default List<String> listed(String name) {
    return all(name).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(HeadText::trim)
        .filter(element -> !element.isEmpty())
        .toList();
  }

  /** Whether one element of the fields {@code name} is {@code token}, in any case. */
  default boolean lists(String name, String token) {
    return listed(name).stream().anyMatch(element -> HeadText.equalInAnyCase(element, token));
  }

  /** The fields {@code name} as people write them, or {@code no name header}. */
  default String shown(String name) {
    var shown =
        headers().stream()
            .filter(header -> header.isNamed(name))
            .map(Header::toString)
            .collect(Collectors.joining("; "));
    return shown.isEmpty() ? "no " + name + " header" : shown;
  }

  /** Whether the version is one of HTTP/1.1 and above. */
  default boolean isAtLeastHttp11() {
    return HeadText.isAtLeastHttp11(version());
  }

  /** The bytes on the wire: every line ended by CRLF, an empty line last; text as UTF-8. */
  default Bytes encode() {
    var text = new StringBuilder(firstLine()).append("\r\n");
    headers().forEach(header -> text.append(header).append("\r\n"));
    return Bytes.utf8(text.append("\r\n").toString());
  }
}
