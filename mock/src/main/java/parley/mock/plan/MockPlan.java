package parley.mock.plan;

import java.util.List;
import java.util.Optional;
import parley.transport.listen.ListenSpec;
import parley.transport.listen.UpgradeRequest;

/** A mock, compiled: immutable, shared by all its clients. Made by a {@link MockPlanner}. */
public final class MockPlan {

  private final String name;
  private final ListenPlan listen;
  private final List<Route> routes;

  /** A path and what stands there. */
  record Route(PathPattern pattern, EndpointPlan endpoint) {}

  MockPlan(String name, ListenPlan listen, List<Route> routes) {
    this.name = name;
    this.listen = listen;
    this.routes = List.copyOf(routes);
  }

  /** What people call it. */
  public String name() {
    return name;
  }

  /** Its paths as the file has them, in its order. */
  public List<String> paths() {
    return routes.stream().map(route -> route.endpoint().path()).toList();
  }

  /** Whether it listens as {@code other} does, so that a server can go from one to the other. */
  public boolean listensLike(MockPlan other) {
    return listen.equals(other.listen);
  }

  /** Where it listens; a certificate that is made on the spot is another one each time. */
  public ListenSpec listen() {
    return listen.spec();
  }

  /** An endpoint, and what is asked of it. */
  public record Match(EndpointPlan endpoint, Asked asked) {}

  /** The first endpoint whose path takes that of the request. */
  public Optional<Match> match(UpgradeRequest request) {
    var target = Target.parse(request.head().target());
    return routes.stream().flatMap(route -> match(route, request, target).stream()).findFirst();
  }

  private static Optional<Match> match(Route route, UpgradeRequest request, Target target) {
    return route
        .pattern()
        .match(target.segments())
        .map(path -> new Match(route.endpoint(), Asked.of(request, target, path)));
  }
}
