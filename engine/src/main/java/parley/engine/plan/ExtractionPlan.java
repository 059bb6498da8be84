package parley.engine.plan;

import java.util.Optional;
import parley.engine.expression.Scope;
import parley.model.collection.Extraction;

/** An extraction, compiled: immutable, shared by all sessions. */
public final class ExtractionPlan {

  private final Extraction extraction;
  private final int slot;

  private ExtractionPlan(Extraction extraction, int slot) {
    this.extraction = extraction;
    this.slot = slot;
  }

  /** Compiles {@code extraction}, whose name has a slot. */
  public static ExtractionPlan of(Extraction extraction, Compiling compiling) {
    return new ExtractionPlan(extraction, compiling.slot(extraction.name()).orElseThrow());
  }

  /** Of the variable that it sets. */
  public String name() {
    return extraction.name();
  }

  /** Of the variable that it sets. */
  public int slot() {
    return slot;
  }

  /** Looks for the value. */
  public Extracting extract(MessageSight sight) {
    return new Extracting.Impossible("not yet");
  }

  /** Its default; empty when it has none. */
  public Optional<Filled> otherwise(Scope scope) {
    return Optional.empty();
  }
}
