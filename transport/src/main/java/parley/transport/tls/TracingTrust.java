package parley.transport.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.function.Function;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Notes the server's certificates before they are judged, and what the judgment was. */
final class TracingTrust extends X509ExtendedTrustManager {

  private final @Nullable X509ExtendedTrustManager judge;
  private final Pins pins;
  private final Function<SSLEngine, TlsTrace> traces;

  /**
   * @param judge null to let every certificate pass
   * @param pins which are looked for in any case
   */
  TracingTrust(
      @Nullable X509ExtendedTrustManager judge, Pins pins, Function<SSLEngine, TlsTrace> traces) {
    this.judge = judge;
    this.pins = pins;
    this.traces = traces;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    var trace = traces.apply(engine);
    trace.sawChain(chain, engine.getHandshakeSession());
    try {
      if (judge != null) {
        judge.checkServerTrusted(chain, authType, engine);
      }
      pins.check(chain[0]);
    } catch (CertificateException refusal) {
      trace.refused(refusal, getAcceptedIssuers());
      throw refusal;
    }
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return judge == null ? new X509Certificate[0] : judge.getAcceptedIssuers();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("only engines are served");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("only servers are judged");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }
}
