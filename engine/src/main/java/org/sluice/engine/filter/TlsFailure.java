package org.sluice.engine.filter;

import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;

/// Finds out which rule a failed handshake broke, and says it.
final class TlsFailure {
  private TlsFailure() {}

  static TransferException of(String host, SSLException e) {
    CertificateException certificate = find(e, CertificateException.class);
    if (certificate == null) {
      String message = e.getMessage();
      return new TransferException(
          TransferErrorCode.SSL_CONNECT_ERROR,
          "TLS with " + host + " failed: " + (message == null ? "no reason given" : message),
          e);
    }
    return new TransferException(
        TransferErrorCode.PEER_FAILED_VERIFICATION,
        "The certificate of " + host + " is not accepted: " + rule(e, certificate),
        e);
  }

  private static String rule(SSLException e, CertificateException certificate) {
    if (find(e, CertificateExpiredException.class) != null) {
      return "it has expired";
    }
    if (find(e, CertificateNotYetValidException.class) != null) {
      return "it is not valid yet";
    }
    String message = certificate.getMessage();
    if (message != null && (message.startsWith("No subject") || message.startsWith("No name"))) {
      return "it was made out to another name (" + message + ")";
    }
    // The second: an authority of the same name is trusted, but it was another one's key.
    if (message != null
        && (message.contains("unable to find valid certification path")
            || message.contains("signature check failed"))) {
      return "nobody who is trusted has signed it";
    }
    return message == null ? "its chain cannot be verified" : message;
  }

  private static <T extends Throwable> @Nullable T find(Throwable e, Class<T> type) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return type.cast(t);
      }
    }
    return null;
  }
}
