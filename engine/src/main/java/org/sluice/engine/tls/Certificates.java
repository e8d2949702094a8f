package org.sluice.engine.tls;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/// Reads certificates.
///
/// **Errors**: [CertificateException] for what is none.
public final class Certificates {
  private static final List<String> LABELS = List.of("CERTIFICATE", "X509 CERTIFICATE");

  private Certificates() {}

  /// All certificates of a PEM text; its other blocks are passed over.
  public static List<X509Certificate> pem(byte[] text) throws CertificateException {
    List<X509Certificate> found = new ArrayList<>();
    try {
      for (Pem.Block block : Pem.blocks(new String(text, StandardCharsets.ISO_8859_1))) {
        if (LABELS.contains(block.label())) {
          found.add(der(block.bytes()));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new CertificateException(e.getMessage(), e);
    }
    return found;
  }

  /// One certificate in its binary form.
  public static X509Certificate der(byte[] bytes) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(bytes));
  }
}
