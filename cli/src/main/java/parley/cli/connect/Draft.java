package parley.cli.connect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.cli.input.Notation;
import parley.cli.input.Separator;
import parley.cli.option.ColorChoice;
import parley.model.value.Value;
import parley.protocol.deflate.DeflateOffer;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.EndpointOptions;
import parley.protocol.endpoint.Policy;
import parley.protocol.frame.ByteSize;

/** What the options of {@code connect} said so far; each field keeps its default until one does. */
final class Draft {

  final Handshake handshake = new Handshake();
  final Network network = new Network();
  final RouteDraft route = new RouteDraft();
  final TlsDraft tls = new TlsDraft();
  final AuthDraft auth = new AuthDraft();
  final ProxyDraft proxy = new ProxyDraft();
  final Said said = new Said();
  final Waits waits = new Waits();
  final Shown shown = new Shown();
  final OfFile file = new OfFile();
  boolean help;
  boolean version;

  /** The request and what the endpoint does. */
  static final class Handshake {
    final List<HeaderArgument> headers = new ArrayList<>();
    final List<String> cookies = new ArrayList<>();
    final List<String> subprotocols = new ArrayList<>();
    final List<DeflateOffer> deflateOffers = new ArrayList<>();
    @Nullable String user;
    @Nullable String origin;
    boolean followsRedirects;
    @Nullable Integer maxRedirects;
    boolean keepsCookies = true;
    Policy policy = Policy.STRICT;
    ByteSize maxMessage = EndpointOptions.DEFAULT_MAX_MESSAGE;
    boolean autoPong = true;
  }

  /** How to get there. */
  static final class Network {
    Duration connectTimeout = Duration.ofSeconds(30);
  }

  /** What is sent. */
  static final class Said {
    final List<String> data = new ArrayList<>();
    Notation notation = Notation.PLAIN;
    Kind kind = Kind.AUTOMATIC;
    Separator separator = Separator.LINE;
    ByteSize fragment = ByteSize.ZERO;
    CloseCode closeCode = CloseCode.NORMAL;
    String closeReason = "";
  }

  /** When it is over. */
  static final class Waits {
    int count;
    @Nullable Pattern expect;
    @Nullable Duration timeout;
    @Nullable Duration maxTime;
    @Nullable Duration linger;
    boolean noClose;
    @Nullable Duration pingInterval;
    @Nullable Duration pingTimeout;
  }

  /** What is shown. */
  static final class Shown {
    boolean verbose;
    boolean frames;
    boolean json;
    boolean timestamps;
    boolean quiet;
    ColorChoice color = ColorChoice.AUTO;
  }

  /** What only makes sense with a conversation file. */
  static final class OfFile {
    boolean allowScripts;
    @Nullable String environment;
    final Map<String, Value> variables = new LinkedHashMap<>();
    final List<String> connections = new ArrayList<>();

    /** The first of its options that was given. */
    Optional<String> given() {
      if (environment != null) {
        return Optional.of("--env");
      }
      return variables.isEmpty()
          ? connections.isEmpty() ? Optional.empty() : Optional.of("--connection")
          : Optional.of("--var");
    }
  }

  /** Which kind messages are sent as. */
  enum Kind {
    /** Text when the bytes are UTF-8 and were not given in hex or base64, else binary. */
    AUTOMATIC,
    TEXT,
    BINARY
  }
}
