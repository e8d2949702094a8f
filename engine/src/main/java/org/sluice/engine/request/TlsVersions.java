package org.sluice.engine.request;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The versions of TLS that a transfer may speak, from one to another.
///
/// A range that ends below TLS 1.2 is legal to ask for, as with curl; every handshake fails then.
///
/// @param min the oldest (`--tlsv1.2`); what is older than [TlsVersion#TLS_1_2] is not spoken
/// @param max the newest (`--tls-max`)
public record TlsVersions(TlsVersion min, TlsVersion max) {
  public static final TlsVersions DEFAULT = new TlsVersions(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3);

  /// @throws IllegalArgumentException if `min` is newer than `max`
  public TlsVersions {
    if (min.compareTo(max) > 0) {
      throw new IllegalArgumentException(min + " at least and " + max + " at most is no version");
    }
  }

  /// Those that are spoken, newest first; empty if none of them is.
  public List<TlsVersion> spoken() {
    Set<TlsVersion> range = EnumSet.range(min, max);
    return range.stream().filter(TlsVersion::isSpoken).toList().reversed();
  }
}
