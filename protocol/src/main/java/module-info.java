import org.jspecify.annotations.NullMarked;

/**
 * RFC 6455 and RFC 7692, and what goes with their handshake, as state machines over byte buffers,
 * both roles, without any I/O.
 */
@NullMarked
module parley.protocol {
  requires static transitive org.jspecify;

  exports parley.protocol.authentication;
  exports parley.protocol.cookie;
  exports parley.protocol.deflate;
  exports parley.protocol.endpoint;
  exports parley.protocol.frame;
  exports parley.protocol.handshake;
  exports parley.protocol.socks;
}
