import org.jspecify.annotations.NullMarked;

@NullMarked
module parley.workspace {
  requires static transitive org.jspecify;
  requires transitive parley.engine;
  requires transitive parley.files;
  requires parley.mock;
  requires transitive parley.model;
  requires transitive parley.runner;
  requires transitive parley.transport;
  requires parley.protocol;

  exports parley.workspace;
  exports parley.workspace.data;
  exports parley.workspace.snapshot;
  exports parley.workspace.script;
  exports parley.workspace.test;

  uses parley.engine.session.ScriptRunner;
}
