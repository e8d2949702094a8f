package org.sluice.app.downloads;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.CertificateProblem;
import org.sluice.engine.request.TrustedCertificate;

/// What would let a refused certificate pass.
final class TrustedCertificates {
  private TrustedCertificates() {}

  /// Null if there is no certificate that could be accepted.
  static @Nullable TrustedCertificate of(@Nullable CertificateProblem problem) {
    return problem == null || problem.chain().isEmpty()
        ? null
        : new TrustedCertificate(
            problem.host(), problem.port(), problem.chain().getFirst().sha256());
  }
}
