package parley.engine.plan;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.engine.expression.Scope;
import parley.model.collection.Extraction;

/** An extraction, compiled: immutable, shared by all sessions. */
public final class ExtractionPlan {

  private final Extraction extraction;
  private final int slot;
  private final Finder finder;
  private final @Nullable JsonPlan otherwise;

  private ExtractionPlan(
      Extraction extraction, int slot, Finder finder, @Nullable JsonPlan otherwise) {
    this.extraction = extraction;
    this.slot = slot;
    this.finder = finder;
    this.otherwise = otherwise;
  }

  /** Compiles {@code extraction}, whose name has a slot. */
  public static ExtractionPlan of(Extraction extraction, Compiling compiling) {
    return new ExtractionPlan(
        extraction,
        compiling.slot(extraction.name()).orElseThrow(),
        Finder.of(extraction, compiling),
        extraction.ifAbsent().map(json -> JsonPlan.of(json, compiling)).orElse(null));
  }

  /** Of the variable that it sets. */
  public String name() {
    return extraction.name();
  }

  /** Of the variable that it sets. */
  public int slot() {
    return slot;
  }

  /** Looks for the value. What is empty counts as nothing: null, and texts, lists and maps. */
  public Extracting extract(MessageSight sight) {
    return finder.find(sight).pick(extraction.pick(), sight);
  }

  /** Its default; empty when it has none. */
  public Optional<Filled> otherwise(Scope scope) {
    return Optional.ofNullable(otherwise).map(plan -> plan.value(scope));
  }
}
