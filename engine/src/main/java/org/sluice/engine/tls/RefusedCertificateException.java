package org.sluice.engine.tls;

import java.security.cert.CertificateException;
import org.sluice.engine.error.CertificateProblem;

/// A server's certificate is refused; carries the reason through Java's TLS.
public final class RefusedCertificateException extends CertificateException {
  private static final long serialVersionUID = 1L;

  private final transient CertificateProblem problem;

  RefusedCertificateException(CertificateProblem problem, CertificateException cause) {
    super(problem.sentence(), cause);
    this.problem = problem;
  }

  public CertificateProblem problem() {
    return problem;
  }
}
