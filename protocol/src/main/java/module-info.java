import org.jspecify.annotations.NullMarked;

@NullMarked
module parley.protocol {
  requires static transitive org.jspecify;
}
