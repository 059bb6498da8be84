import org.jspecify.annotations.NullMarked;

@NullMarked
module parley.transport {
  requires static transitive org.jspecify;
  requires transitive parley.model;
  requires transitive parley.protocol;
  requires io.netty.buffer;
  requires io.netty.common;
  requires io.netty.handler;
  requires io.netty.resolver;
  requires io.netty.transport;
  requires jdk.net;

  exports parley.transport.connect;
  exports parley.transport.connection;
  exports parley.transport.listen;
  exports parley.transport.record;
}
