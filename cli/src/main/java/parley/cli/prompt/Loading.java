package parley.cli.prompt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import parley.cli.input.Notation;
import parley.cli.input.Splitter;
import parley.cli.talk.TalkPlan;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;

/** Sends the messages of a file, divided and written as those of standard input would be. */
final class Loading {

  private static final long MAX_FILE_BYTES = 256L << 20;

  private Loading() {}

  /**
   * Sends until one is not written.
   *
   * @param send whether it was written
   * @return what came of it, in a sentence
   */
  static String of(Path file, TalkPlan plan, Predicate<Outgoing> send) {
    try {
      if (Files.size(file) > MAX_FILE_BYTES) {
        return file + " is larger than 256MB; send it through a pipe: parley URL < " + file;
      }
      return send(file, messages(Files.readAllBytes(file), plan), plan, send);
    } catch (IOException unreadable) {
      return "cannot read " + file + ": is it there, and may you read it?";
    }
  }

  private static List<Bytes> messages(byte[] content, TalkPlan plan) {
    var messages = new ArrayList<Bytes>();
    var splitter = new Splitter(plan.view().separator());
    splitter.take(content, content.length, messages::add);
    splitter.end(messages::add);
    return messages;
  }

  private static String send(
      Path file, List<Bytes> messages, TalkPlan plan, Predicate<Outgoing> send) {
    var sent = 0;
    for (var written : messages) {
      switch (plan.notation().read(written)) {
        case Notation.Decoded.Unreadable(var problem) -> {
          return file + ", message " + (sent + 1) + ": " + problem;
        }
        case Notation.Decoded.Payload(var payload) -> {
          if (!send.test(plan.maker().message(payload))) {
            return "sent " + sent + " of " + messages.size() + " messages of " + file;
          }
        }
      }
      sent++;
    }
    return "sent " + sent + (sent == 1 ? " message of " : " messages of ") + file;
  }
}
