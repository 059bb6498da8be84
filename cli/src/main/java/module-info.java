import org.jspecify.annotations.NullMarked;

@NullMarked
module parley.cli {
  requires static transitive org.jspecify;
  requires parley.engine;
  requires parley.files;
  requires parley.mock;
  requires parley.model;
  requires parley.protocol;
  requires parley.report;
  requires parley.runner;
  requires parley.transport;
  requires parley.workbench;
  requires parley.workspace;
  requires org.jline.reader;
  requires org.jline.terminal;
}
