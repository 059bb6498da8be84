import org.jspecify.annotations.NullMarked;

@NullMarked
module parley.mock {
  requires static transitive org.jspecify;
  requires transitive parley.engine;
  requires parley.fake;
  requires transitive parley.model;
  requires transitive parley.protocol;
  requires transitive parley.transport;

  exports parley.mock.auto;
  exports parley.mock.fault;
  exports parley.mock.plan;
  exports parley.mock.server;
}
