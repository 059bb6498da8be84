import org.jspecify.annotations.NullMarked;

@NullMarked
module parley.workbench {
  requires static transitive org.jspecify;
  requires transitive parley.model;
  requires parley.engine;
  requires parley.fake;
  requires parley.files;
  requires parley.mock;
  requires parley.protocol;
  requires parley.report;
  requires parley.runner;
  requires parley.store;
  requires parley.transport;
  requires parley.workspace;

  exports parley.workbench;
}
