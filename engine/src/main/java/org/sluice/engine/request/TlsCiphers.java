package org.sluice.engine.request;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferException;

/// Which cipher suites are offered, by the names of IANA, the preferred first.
///
/// **Source**: `CURLOPT_SSL_CIPHER_LIST`, `CURLOPT_TLS13_CIPHERS`; the IANA registry "TLS Cipher
/// Suites".
///
/// @param upTo12 for TLS 1.2 and older; empty for Java's own choice
/// @param for13 for TLS 1.3; empty for Java's own choice
public record TlsCiphers(List<String> upTo12, List<String> for13) {
  public static final TlsCiphers DEFAULT = new TlsCiphers(List.of(), List.of());

  public TlsCiphers {
    upTo12 = List.copyOf(upTo12);
    for13 = List.copyOf(for13);
  }

  /// Reads lists as `curl --ciphers` and `--tls13-ciphers` take them.
  ///
  /// @param openSsl in OpenSSL's language, of its names or IANA's; null for Java's choice
  /// @param tls13 names with colons between; null for Java's choice
  /// @throws TransferException SSL_CIPHER if nothing of a list can be used
  public static TlsCiphers parse(@Nullable String openSsl, @Nullable String tls13)
      throws TransferException {
    return new TlsCiphers(
        openSsl == null ? List.of() : CipherText.upTo12(openSsl),
        tls13 == null ? List.of() : CipherText.for13(tls13));
  }

  /// Whether a suite of this name is one of TLS 1.3.
  public static boolean isFor13(String suite) {
    return !suite.contains("_WITH_") && !suite.endsWith("_SCSV");
  }
}
