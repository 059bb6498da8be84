package parley.engine.session;

import java.util.ArrayList;
import java.util.List;
import parley.engine.plan.StepPlan;

/** Opens connections, all at the same time, and looks at the answers. */
final class ConnectRun implements Activity {

  private final StepPlan.Connect plan;
  private final StepRun step;
  private final Link usual;
  private final List<Doorway> doorways = new ArrayList<>(1);
  private List<Link> links = List.of();

  ConnectRun(StepPlan.Connect plan, StepRun step, Link usual) {
    this.plan = plan;
    this.step = step;
    this.usual = usual;
  }

  @Override
  public Progress proceed(Strand strand) {
    if (links.isEmpty()) {
      links = links(strand.session().links());
      links.forEach(link -> doorways.add(new Doorway(link, plan.headers())));
    }
    var coming = false;
    for (var doorway : doorways) {
      coming |= doorway.pass(strand) instanceof Doorway.Door.Coming;
    }
    return coming ? Progress.Wait.HERE : Progress.end(judge(strand));
  }

  private List<Link> links(Links all) {
    return plan.connections().isEmpty()
        ? List.of(usual)
        : plan.connections().stream().map(all::get).toList();
  }

  private Ending judge(Strand strand) {
    var endings = new ArrayList<Ending>();
    for (var link : links) {
      endings.add(judge(link, strand));
    }
    return endings.stream().filter(one -> !one.goesOn()).findFirst().orElse(Ending.PASSED);
  }

  private Ending judge(Link link, Strand strand) {
    var answered = link.facts().status().isPresent();
    if (!link.isOpen() && !(answered && plan.takesAnyStatus())) {
      return link.whyNotOpen();
    }
    return step.findings().judge(plan.expect().outcomes(strand.sight(link)));
  }

  @Override
  public Ending timedOut(Strand strand, String within) {
    return Ending.broken("there was no answer to the handshake within " + within);
  }

  @Override
  public void cancelled(Strand strand) {
    links.stream()
        .filter(link -> link.state() == Link.State.OPENING)
        .forEach(strand.session()::giveUp);
  }
}
