package org.sluice.engine.request;

import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Whom a transfer trusts over TLS.
///
/// @param caFile PEM file whose certificates are trusted instead of the system's; null for the
///   system's
/// @param context a ready context that wins over `caFile`, for a server with a certificate of its
///   own such as the lab; null for none
public record TlsOptions(@Nullable Path caFile, @Nullable SSLContext context) {
  /// The system trust store.
  public static final TlsOptions SYSTEM = new TlsOptions(null, null);

  public static TlsOptions trusting(SSLContext context) {
    return new TlsOptions(null, context);
  }

  public static TlsOptions trusting(Path caFile) {
    return new TlsOptions(caFile, null);
  }
}
