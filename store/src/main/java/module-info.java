import org.jspecify.annotations.NullMarked;

@NullMarked
module parley.store {
  requires static transitive org.jspecify;
  requires java.sql;
  requires transitive parley.model;
  requires transitive parley.protocol;
  requires org.xerial.sqlitejdbc;

  exports parley.store;
  exports parley.store.row;
}
