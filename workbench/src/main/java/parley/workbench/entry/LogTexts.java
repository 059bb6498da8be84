package parley.workbench.entry;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import parley.workbench.call.Answer;
import parley.workbench.entry.body.Bodies;
import parley.workbench.log.Logs;

/** The messages of logs as texts, for those who make something of them. */
public final class LogTexts {

  private final Logs logs;

  public LogTexts(Logs logs) {
    this.logs = logs;
  }

  /** The text of the message in a row; nothing when there is none, or it is no text. Blocks. */
  public Optional<String> text(String session, long position) {
    var found = new AtomicReference<@Nullable String>();
    var _ =
        logs.on(
            session,
            log -> {
              log.entry(position)
                  .map(Bodies::body)
                  .filter(body -> body.payload().isUtf8())
                  .ifPresent(body -> found.set(body.payload().toText()));
              return Answer.DONE;
            });
    return Optional.ofNullable(found.get());
  }
}
