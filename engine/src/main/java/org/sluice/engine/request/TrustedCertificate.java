package org.sluice.engine.request;

import java.util.Locale;

/// An exception: this one certificate is good enough for this one server, whatever is wrong with
/// it.
///
/// @param host of the URL, in lower case and ASCII
/// @param port of the URL
/// @param sha256 fingerprint of the server's own certificate: 64 hexadecimal digits in lower case
public record TrustedCertificate(String host, int port, String sha256) {
  private static final int DIGITS = 64;

  /// Takes the digits with colons and in any case, as programs show them.
  ///
  /// @throws IllegalArgumentException for what is no fingerprint
  public TrustedCertificate {
    host = host.toLowerCase(Locale.ROOT);
    sha256 = sha256.replace(":", "").toLowerCase(Locale.ROOT);
    boolean hex = sha256.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    if (sha256.length() != DIGITS || !hex) {
      throw new IllegalArgumentException("\"" + sha256 + "\" is no SHA-256 fingerprint");
    }
  }
}
