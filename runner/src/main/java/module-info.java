import org.jspecify.annotations.NullMarked;

@NullMarked
module parley.runner {
  requires static transitive org.jspecify;
  requires transitive parley.engine;
  requires parley.fake;
  requires transitive parley.model;
  requires transitive parley.protocol;
  requires transitive parley.transport;

  exports parley.runner.hand;
  exports parley.runner.live;
  exports parley.runner.snapshot;
  exports parley.runner.test;
}
