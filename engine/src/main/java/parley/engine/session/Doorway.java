package parley.engine.session;

import java.util.List;
import parley.engine.plan.FieldPlan;

/** Gets a connection open for a step that needs it. */
final class Doorway {

  private final Link link;
  private final List<FieldPlan> headers;
  private boolean asked;
  private boolean waited;

  /** Whether the step may go on. */
  sealed interface Door {

    /** It may. */
    record Open() implements Door {}

    /** Not yet. */
    record Coming() implements Door {}

    /** It never will. */
    record Shut(Ending ending) implements Door {}
  }

  /**
   * A doorway to a connection.
   *
   * @param headers for the handshake, when this opens it
   */
  Doorway(Link link, List<FieldPlan> headers) {
    this.link = link;
    this.headers = headers;
  }

  /** Opens the connection where that is needed, also one that has ended. */
  Door pass(Strand strand) {
    return switch (link.state()) {
      case OPEN -> link.isEnding() ? waiting() : open();
      case OPENING, LOST, CLOSING -> waiting();
      case NEW, ENDED -> isShut() ? new Door.Shut(link.whyNotOpen()) : ask(strand);
    };
  }

  private Door waiting() {
    waited = true;
    return new Door.Coming();
  }

  /** What was tried meanwhile, and failed, is not tried at once again. */
  private boolean isShut() {
    return asked || (waited && link.refusal().isPresent());
  }

  private Door open() {
    return asked || headers.isEmpty()
        ? new Door.Open()
        : new Door.Shut(
            Ending.broken(
                "headers belong to the handshake, and "
                    + link.title()
                    + " is open already; messages have none"));
  }

  private Door ask(Strand strand) {
    asked = true;
    strand.session().links().open(link, headers, strand);
    return pass(strand);
  }
}
