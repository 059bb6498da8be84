import org.jspecify.annotations.NullMarked;

@NullMarked
module parley.report {
  requires static transitive org.jspecify;
  requires transitive parley.model;
  requires transitive parley.protocol;

  exports parley.report;
  exports parley.report.file;
  exports parley.report.test;
}
