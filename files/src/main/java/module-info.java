import org.jspecify.annotations.NullMarked;

@NullMarked
module parley.files {
  requires static transitive org.jspecify;
  requires transitive parley.model;
  requires org.snakeyaml.engine;

  exports parley.files.collection;
  exports parley.files.complete;
  exports parley.files.format;
  exports parley.files.layout;
  exports parley.files.problem;
  exports parley.files.shape;
  exports parley.files.snapshot;
  exports parley.files.yaml;
}
