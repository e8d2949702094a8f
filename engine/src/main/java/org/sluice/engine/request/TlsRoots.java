package org.sluice.engine.request;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whose signature makes a certificate good: all that is named here together.
///
/// **Source**: `CURLOPT_CAINFO`, `CURLOPT_CAPATH`.
///
/// @param system the authorities of the system
/// @param file PEM file of authorities (`--cacert`); null for none
/// @param folder of PEM files, each named by the hash of its subject as OpenSSL wants it
///   (`--capath`); null for none
/// @param certificates authorities in hand
public record TlsRoots(
    boolean system,
    @Nullable Path file,
    @Nullable Path folder,
    List<X509Certificate> certificates) {
  /// The authorities of the system and no other.
  public static final TlsRoots SYSTEM = new TlsRoots(true, null, null, List.of());

  /// @throws IllegalArgumentException if nobody would be trusted
  public TlsRoots {
    certificates = List.copyOf(certificates);
    if (!system && file == null && folder == null && certificates.isEmpty()) {
      throw new IllegalArgumentException("no authority is trusted: no server could be");
    }
  }

  /// Those of a file instead of the system's.
  public static TlsRoots file(Path file) {
    return new TlsRoots(false, file, null, List.of());
  }

  /// Those of a folder instead of the system's.
  public static TlsRoots folder(Path folder) {
    return new TlsRoots(false, null, folder, List.of());
  }

  /// These instead of the system's.
  public static TlsRoots of(List<X509Certificate> certificates) {
    return new TlsRoots(false, null, null, certificates);
  }

  /// The system's besides.
  public TlsRoots andSystem() {
    return new TlsRoots(true, file, folder, certificates);
  }

  public TlsRoots withFile(@Nullable Path value) {
    return new TlsRoots(system, value, folder, certificates);
  }

  public TlsRoots withFolder(@Nullable Path value) {
    return new TlsRoots(system, file, value, certificates);
  }
}
