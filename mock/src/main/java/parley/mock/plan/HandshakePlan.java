package parley.mock.plan;

import java.util.List;
import java.util.Optional;
import parley.engine.plan.Compiling;
import parley.engine.plan.FieldPlan;
import parley.engine.session.Session;
import parley.model.collection.Compression;
import parley.model.collection.Mock;
import parley.model.collection.Source;
import parley.protocol.deflate.DeflateParameters;
import parley.protocol.deflate.DeflatePolicy;
import parley.protocol.deflate.Token;

/** How an endpoint answers handshakes, compiled: immutable, shared by all its clients. */
public final class HandshakePlan {

  private final Mentions mentions;
  private final List<RefusalPlan> refusals;
  private final HeaderPlan headers;
  private final List<String> subprotocols;
  private final DeflatePolicy deflate;

  HandshakePlan(Mock.Endpoint endpoint, Compiling compiling) {
    var accept = endpoint.accept();
    accept.subprotocols().forEach(name -> checkSubprotocol(name, compiling));
    mentions = Mentions.of(endpoint, compiling);
    refusals = endpoint.reject().stream().map(one -> RefusalPlan.of(one, compiling)).toList();
    headers = new HeaderPlan(FieldPlan.of(accept.headers(), compiling));
    subprotocols = accept.subprotocols().stream().map(Source::text).toList();
    deflate = policy(accept.compression());
  }

  private static void checkSubprotocol(Source name, Compiling compiling) {
    if (!Token.isToken(name.text())) {
      compiling.problem(
          name.at(),
          "the subprotocol `" + name + "`",
          "a name of letters, digits and signs such as . and -, without templates");
    }
  }

  private static DeflatePolicy policy(Compression compression) {
    return new DeflatePolicy(
        compression.offered(),
        new DeflateParameters(
            compression.serverNoContextTakeover(),
            compression.clientNoContextTakeover(),
            compression.serverMaxWindowBits().orElse(15),
            compression.clientMaxWindowBits().orElse(15)));
  }

  /**
   * Whether a client is let in: the first refusal that holds for it refuses.
   *
   * @param session that begins when it is
   */
  public Verdict judge(Asked asked, Session session) {
    var filled = asked.withEmpty(mentions.params(), mentions.headers());
    var evaluation = new Evaluation(session, asked, filled);
    return refusals.stream()
        .flatMap(refusal -> refusal.judge(evaluation).stream())
        .findFirst()
        .orElseGet(() -> letIn(evaluation));
  }

  private Verdict letIn(Evaluation evaluation) {
    return switch (headers.fill(evaluation)) {
      case HeaderPlan.Filling.Full(var full) -> new Verdict.LetIn(full);
      case HeaderPlan.Filling.Broken(var why) -> why;
    };
  }

  /**
   * The first of the client's that the endpoint has. RFC 6455, 4.2.2: where there is none, the only
   * answer that lets the client in names no subprotocol.
   */
  public Optional<String> subprotocol(List<String> offered) {
    return offered.stream().filter(subprotocols::contains).findFirst();
  }

  /** What it accepts of permessage-deflate. */
  public DeflatePolicy deflate() {
    return deflate;
  }
}
