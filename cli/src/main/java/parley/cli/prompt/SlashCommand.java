package parley.cli.prompt;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Outgoing;
import parley.transport.connection.Pace;

/** What a line that begins with a slash asks for. */
sealed interface SlashCommand {

  /** Sends something that needs no more thought. */
  record Send(Outgoing outgoing, @Nullable Pace paceOrNull) implements SlashCommand {
    Send(Outgoing outgoing) {
      this(outgoing, null);
    }

    Optional<Pace> pace() {
      return Optional.ofNullable(paceOrNull);
    }
  }

  /** Closes with {@code status}, or as the command line said. */
  record Close(@Nullable CloseStatus statusOrNull) implements SlashCommand {
    Optional<CloseStatus> status() {
      return Optional.ofNullable(statusOrNull);
    }
  }

  record Abort() implements SlashCommand {}

  record Save(Path file) implements SlashCommand {}

  record Load(Path file) implements SlashCommand {}

  /** Shows only what {@code filter} passes; null shows everything. */
  record ShowOnly(@Nullable Filter filterOrNull) implements SlashCommand {
    Optional<Filter> filter() {
      return Optional.ofNullable(filterOrNull);
    }
  }

  record Pretty(boolean on) implements SlashCommand {}

  record Frames(boolean on) implements SlashCommand {}

  record Headers() implements SlashCommand {}

  record Cookies() implements SlashCommand {}

  record Reconnect() implements SlashCommand {}

  record Help() implements SlashCommand {}

  record Quit() implements SlashCommand {}

  /** What only a conversation file makes possible. */
  sealed interface OfFile extends SlashCommand {

    /** Sends a saved message; lists them all without a name. */
    record SendSaved(String name) implements OfFile {}

    /** Does the steps of the file. */
    record Run() implements OfFile {}

    /** Gives the steps up that still go on. */
    record Stop() implements OfFile {}

    /** Shows the variables whose names begin so. */
    record Variables(String beginning) implements OfFile {}

    /** Talks on another connection from now on; without a name tells which there are. */
    record On(String connection) implements OfFile {}

    /** Opens a connection; the one that is talked on without a name. */
    record Connect(String connection) implements OfFile {}

    /** Closes a connection; the one that is talked on without a name. */
    record Disconnect(String connection) implements OfFile {}

    /** Reads the file again. */
    record Reload() implements OfFile {}

    /** Reads the file in another environment; without a name tells which there are. */
    record InEnvironment(String name) implements OfFile {}
  }
}
