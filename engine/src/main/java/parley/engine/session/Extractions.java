package parley.engine.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.Extracting;
import parley.engine.plan.ExtractionPlan;
import parley.engine.plan.Filled;
import parley.model.value.Value;

/** What the extractions of a receive find in what it took. */
final class Extractions {

  private final List<ExtractionPlan> plans;
  private final Findings findings;
  private final List<Extracting> found = new ArrayList<>(0);

  private Extractions(List<ExtractionPlan> plans, Findings findings) {
    this.plans = plans;
    this.findings = findings;
  }

  /** Looks for all of them. */
  static Extractions of(List<ExtractionPlan> plans, Strand strand, Link link, Findings findings) {
    var all = new Extractions(plans, findings);
    plans.forEach(plan -> all.found.add(plan.extract(strand.sight(link))));
    return all;
  }

  /** Whether nothing is missing. */
  boolean areResolved() {
    return found.stream().noneMatch(Extracting.Nothing.class::isInstance);
  }

  /** Sets the variables; what is missing and has no default is a failure. */
  Ending finish(Strand strand, Link link) {
    @Nullable Ending bad = null;
    for (var i = 0; i < plans.size(); i++) {
      var ending = finish(plans.get(i), found.get(i), strand, link);
      bad = bad == null && ending.isPresent() ? ending.get() : bad;
    }
    return bad == null ? Ending.PASSED : bad;
  }

  private Optional<Ending> finish(
      ExtractionPlan plan, Extracting extracting, Strand strand, Link link) {
    return switch (extracting) {
      case Extracting.Found(var value) -> set(plan, value, strand, link);
      case Extracting.Impossible(var why) -> Optional.of(Ending.broken(text(plan, why)));
      case Extracting.Nothing(var why) ->
          plan.otherwise(strand.scope(link))
              .map(filled ->
                  switch (filled) {
                    case Filled.Of(var value) -> set(plan, value, strand, link);
                    case Filled.Faulty(_, var text, _) ->
                        Optional.of(Ending.broken(text(plan, text)));
                  })
              .orElseGet(() -> Optional.of(Ending.failed(text(plan, why))));
    };
  }

  private Optional<Ending> set(ExtractionPlan plan, Value value, Strand strand, Link link) {
    strand.session().memory().look(strand.locals(), link);
    strand.session().memory().assign(plan.slot(), value);
    findings.extracted(plan.name(), value);
    return Optional.empty();
  }

  private static String text(ExtractionPlan plan, String why) {
    return "extract %s: %s".formatted(plan.name(), why);
  }
}
