import org.jspecify.annotations.NullMarked;

@NullMarked
module parley.junit {
  requires static transitive org.jspecify;
  requires transitive org.junit.jupiter.api;
  requires transitive parley.model;
  requires parley.engine;
  requires parley.files;
  requires parley.mock;
  requires parley.protocol;
  requires parley.report;
  requires parley.runner;
  requires parley.transport;
  requires parley.workspace;

  exports parley.junit;
}
