package parley.interop;

/** Who made a peer. */
enum Maker {
  PARLEY,
  WS,
  WEBSOCKETS,
  JETTY
}
