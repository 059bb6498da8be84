import org.jspecify.annotations.NullMarked;

@NullMarked
module parley.fake {
  requires static transitive org.jspecify;
  requires transitive parley.engine;
  requires transitive parley.model;
  requires net.datafaker;
  requires rgxgen;

  exports parley.fake;
  exports parley.fake.schema;
}
