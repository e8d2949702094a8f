package org.sluice.app.cli;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.Headers;
import org.sluice.engine.request.TimeLimits;
import org.sluice.engine.request.TlsOptions;
import org.sluice.engine.request.TransferOptions;

/// What holds for every single transfer of a run.
///
/// @param rateBytesPerSecond 0 for no limit
record TransferSettings(
    TlsOptions tls, TimeLimits limits, Headers headers, long rateBytesPerSecond) {
  static final TransferSettings DEFAULT =
      new TransferSettings(TlsOptions.SYSTEM, TimeLimits.DEFAULT, Headers.EMPTY, 0);

  TransferSettings withTls(TlsOptions value) {
    return new TransferSettings(value, limits, headers, rateBytesPerSecond);
  }

  /// The options for one URL.
  ///
  /// @param trust for an address of the lab; null for what the user says
  TransferOptions options(String url, @Nullable TlsOptions trust) {
    return TransferOptions.builder(url)
        .tls(trust == null ? tls : trust)
        .limits(limits)
        .headers(headers)
        .recvLimitBytesPerSecond(rateBytesPerSecond)
        .failOnError(true)
        .build();
  }
}
