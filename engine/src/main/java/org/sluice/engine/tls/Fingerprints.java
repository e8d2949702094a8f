package org.sluice.engine.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;

/// Hashes by which certificates and keys are known.
final class Fingerprints {
  private Fingerprints() {}

  /// SHA-256 of the whole certificate, in hexadecimal digits of lower case.
  static String of(X509Certificate certificate) throws CertificateEncodingException {
    return HexFormat.of().formatHex(sha256(certificate.getEncoded()));
  }

  /// SHA-256 of the public key with its algorithm, in Base64 (RFC 7469, 2.4).
  static String ofKey(X509Certificate certificate) {
    return ofKey(certificate.getPublicKey().getEncoded());
  }

  static String ofKey(byte[] subjectPublicKeyInfo) {
    return Base64.getEncoder().encodeToString(sha256(subjectPublicKeyInfo));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The public key in a file of a pin: PEM, of a key or a certificate, or DER.
  static String ofKeyFile(byte[] bytes) throws GeneralSecurityException {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (!text.contains("-----BEGIN ")) {
      return ofKey(bytes);
    }
    try {
      for (Pem.Block block : Pem.blocks(text)) {
        if (block.label().equals("PUBLIC KEY")) {
          return ofKey(block.bytes());
        }
      }
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException(e.getMessage(), e);
    }
    throw new GeneralSecurityException("there is no public key in it");
  }
}
