import org.jspecify.annotations.NullMarked;

@NullMarked
module parley.model {
  requires static transitive org.jspecify;
  requires transitive parley.protocol;

  exports parley.model.collection;
  exports parley.model.connection;
  exports parley.model.outcome;
  exports parley.model.snapshot;
  exports parley.model.transcript;
  exports parley.model.value;
}
