package org.sluice.engine.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.CertificateProblem;
import org.sluice.engine.error.CertificateRule;
import org.sluice.engine.request.TlsTrust;
import org.sluice.engine.request.TrustedCertificate;

/// Checks a server's chain by Java's rules, and says of a refusal everything that is wrong; lets
/// one certificate of one server pass where the user said so.
final class ChainCheck extends X509ExtendedTrustManager {
  private final TlsTrust trust;
  private final X509ExtendedTrustManager java;

  ChainCheck(TlsTrust trust, X509ExtendedTrustManager java) {
    this.trust = trust;
    this.java = java;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
      throws CertificateException {
    if (!trust.verify()) {
      return;
    }
    String host = engine.getPeerHost();
    CertificateException refusal = check(chain, kind, engine, host);
    if (refusal == null || isException(chain, host, engine.getPeerPort())) {
      return;
    }
    CertificateException chainAlone = null;
    try {
      java.checkServerTrusted(chain, kind);
    } catch (CertificateException e) {
      chainAlone = e;
    }
    CertificateProblem problem =
        Diagnosis.of(
            chain, host, engine.getPeerPort(), chainAlone == null ? wholly(refusal) : chainAlone);
    throw new RefusedCertificateException(problem, refusal);
  }

  /// A refusal of a chain that is good by itself is about the host; the diagnosis sees that, unless
  /// it was something that only a look at the whole handshake shows.
  private static @Nullable CertificateException wholly(CertificateException refusal) {
    return Diagnosis.rules(refusal).contains(CertificateRule.WRONG_HOST) ? null : refusal;
  }

  private @Nullable CertificateException check(
      X509Certificate[] chain, String kind, SSLEngine engine, String host) {
    try {
      java.checkServerTrusted(chain, kind, engine);
      // Java does not look at names that are none by the rules of DNS.
      if (engine.getSSLParameters().getEndpointIdentificationAlgorithm() == null
          && !HostMatch.fits(chain[0], host)) {
        return new CertificateException("No name matching " + host + " found");
      }
      return null;
    } catch (CertificateException e) {
      return e;
    }
  }

  private boolean isException(X509Certificate[] chain, String host, int port)
      throws CertificateException {
    return !trust.exceptions().isEmpty()
        && trust
            .exceptions()
            .contains(new TrustedCertificate(host, port, Fingerprints.of(chain[0])));
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return java.getAcceptedIssuers();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    throw new CertificateException("a chain is checked for one connection only");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
      throws CertificateException {
    throw new CertificateException("a chain is checked for an engine only");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    throw new CertificateException("nobody is a client of ours");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
      throws CertificateException {
    throw new CertificateException("nobody is a client of ours");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("nobody is a client of ours");
  }
}
