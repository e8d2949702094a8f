package org.sluice.engine.filter;

import javax.net.ssl.SSLException;
import org.sluice.engine.error.CertificateProblem;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.tls.TlsSetup;

/// Finds out why a handshake failed, and says it.
final class TlsFailure {
  private TlsFailure() {}

  static TransferException of(String host, int port, SSLException e) {
    CertificateProblem problem = TlsSetup.problem(host, port, e);
    if (problem != null) {
      return new TransferException(TransferErrorCode.PEER_FAILED_VERIFICATION, problem, e);
    }
    String message = e.getMessage();
    return new TransferException(
        TransferErrorCode.SSL_CONNECT_ERROR,
        "TLS with " + host + " failed: " + (message == null ? "no reason given" : message),
        e);
  }
}
