package parley.transport.proxy;

import parley.model.connection.ProxySpec;
import parley.model.connection.TlsFacts;
import parley.model.connection.Tunnel;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.RequestHead;
import parley.protocol.handshake.ResponseHead;
import parley.transport.stage.EvidenceLog;

/** Gathers what is known of the way through a proxy into the evidence of an attempt. */
final class TunnelLog {

  private final EvidenceLog log;
  private Tunnel tunnel;

  TunnelLog(EvidenceLog log, ProxySpec proxy) {
    this.log = log;
    tunnel = Tunnel.through(proxy);
  }

  void begin() {
    change(tunnel);
  }

  void request(RequestHead sent) {
    change(tunnel.withRequest(sent));
  }

  void answer(ResponseHead head, Bytes body) {
    change(tunnel.withAnswer(head, body));
  }

  void tls(TlsFacts facts) {
    change(tunnel.withTls(facts));
  }

  /** What came in place of an answer. */
  void received(Bytes bytes) {
    log.received(bytes.slice(0, Math.min(bytes.size(), 64)));
  }

  private void change(Tunnel changed) {
    tunnel = changed;
    log.tunnel(tunnel);
  }
}
