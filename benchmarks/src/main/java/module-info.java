import org.jspecify.annotations.NullMarked;

@NullMarked
module parley.benchmarks {
  requires static transitive org.jspecify;
  requires parley.cli;
  requires parley.mock;
  requires parley.protocol;
  requires parley.transport;
  requires jmh.core;
}
