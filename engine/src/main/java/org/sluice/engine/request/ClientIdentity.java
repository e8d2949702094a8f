package org.sluice.engine.request;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Who we are for a server that wants to see a certificate of ours.
///
/// **Source**: `CURLOPT_SSLCERT`, `CURLOPT_SSLCERTTYPE`, `CURLOPT_SSLKEY`, `CURLOPT_SSLKEYTYPE`,
/// `CURLOPT_KEYPASSWD`.
///
/// @param certificate file with the certificate, and those between it and its authority
/// @param form of that file
/// @param key file with the private key; null if it is in the file of the certificate
/// @param keyForm of that file
/// @param password of the key or the PKCS#12 file; null for none
public record ClientIdentity(
    Path certificate, Form form, @Nullable Path key, Form keyForm, @Nullable String password) {
  /// How a file holds certificates or keys.
  public enum Form {
    /// RFC 7468. Keys in PKCS#8, PKCS#1 or SEC 1, encrypted or not.
    PEM,
    /// One certificate or key in its binary form.
    DER,
    /// RFC 7292: certificates and key in one file.
    P12
  }

  /// @throws IllegalArgumentException for a PKCS#12 file of a key alone
  public ClientIdentity {
    if (keyForm == Form.P12 && key != null) {
      throw new IllegalArgumentException("a key alone is PEM or DER");
    }
  }

  /// Certificate and key in one PEM file.
  public static ClientIdentity pem(Path both) {
    return new ClientIdentity(both, Form.PEM, null, Form.PEM, null);
  }

  public static ClientIdentity pem(Path certificate, Path key) {
    return new ClientIdentity(certificate, Form.PEM, key, Form.PEM, null);
  }

  public static ClientIdentity p12(Path both) {
    return new ClientIdentity(both, Form.P12, null, Form.PEM, null);
  }

  public ClientIdentity withPassword(@Nullable String value) {
    return new ClientIdentity(certificate, form, key, keyForm, value);
  }

  /// Says no secret.
  @Override
  public String toString() {
    return "certificate " + certificate + " (" + form + ")";
  }
}
