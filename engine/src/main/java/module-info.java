import org.jspecify.annotations.NullMarked;

@NullMarked
module parley.engine {
  requires static transitive org.jspecify;
  requires transitive parley.model;
  requires java.xml;
  requires jmespath.core;
  requires json.schema;
  requires org.jsoup;
  requires re2j;

  exports parley.engine.check;
  exports parley.engine.expression;
  exports parley.engine.function;
  exports parley.engine.path;
  exports parley.engine.plan;
  exports parley.engine.regex;
  exports parley.engine.schema;
  exports parley.engine.session;
}
