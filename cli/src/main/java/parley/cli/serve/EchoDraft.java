package parley.cli.serve;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.cli.option.Reading;
import parley.cli.option.Values;
import parley.mock.server.EchoBehaviour;
import parley.protocol.endpoint.EndpointOptions;
import parley.protocol.frame.ByteSize;

/** What the options of {@code echo} said so far. */
final class EchoDraft {

  int port = 9001;
  String host = "127.0.0.1";
  boolean tls;
  @Nullable Path certificate;
  @Nullable Path key;
  @Nullable Path certificateOut;
  final List<String> subprotocols = new ArrayList<>();
  boolean compress = true;
  EchoBehaviour behaviour = EchoBehaviour.PLAIN;
  ByteSize maxMessage = EndpointOptions.DEFAULT_MAX_MESSAGE;
  boolean insecure;
  final List<Path> authorities = new ArrayList<>();
  boolean verbose;
  boolean quiet;
  boolean help;

  /** When a connection is closed: after so many messages, or after so long. */
  sealed interface CloseAfter {

    record Messages(int count) implements CloseAfter {}

    record Time(Duration duration) implements CloseAfter {}

    /** A bare number counts messages, one with a unit is a time. */
    static Reading<CloseAfter> parse(String text) {
      if (Values.number(text, 1, 999_999_999) instanceof Reading.Good<Integer>(var count)) {
        return Reading.good(new Messages(count));
      }
      var isTime = !text.isEmpty() && Character.isLetter(text.charAt(text.length() - 1));
      if (isTime && Values.positiveDuration(text) instanceof Reading.Good<Duration>(var time)) {
        return Reading.good(new Time(time));
      }
      return Reading.bad("a number of messages, or a time with its unit", "10s");
    }
  }

  void closeAfter(CloseAfter limit) {
    behaviour =
        switch (limit) {
          case CloseAfter.Messages(var count) -> behaviour.withCloseAfterMessages(count);
          case CloseAfter.Time(var time) -> behaviour.withCloseAfter(time);
        };
  }
}
