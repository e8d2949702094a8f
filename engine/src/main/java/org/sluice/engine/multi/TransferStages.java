package org.sluice.engine.multi;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/// How far a transfer came when, and between which two ends: the times and addresses of
/// `curl_easy_getinfo`.
///
/// **Units**: nanoseconds since its start; 0 for what has not come to pass.
///
/// @param lookupNanos the name was found (`CURLINFO_NAMELOOKUP_TIME`)
/// @param connectNanos the socket was connected (`CURLINFO_CONNECT_TIME`)
/// @param tlsNanos TLS was ready (`CURLINFO_APPCONNECT_TIME`)
/// @param requestNanos the last request was sent (`CURLINFO_PRETRANSFER_TIME`)
/// @param answerNanos the first byte of its answer came (`CURLINFO_STARTTRANSFER_TIME`)
/// @param redirectNanos the last hop began (`CURLINFO_REDIRECT_TIME`)
/// @param local our end; null before the first connection
/// @param remote the end that we are connected to, which may be a proxy's
public record TransferStages(
    long lookupNanos,
    long connectNanos,
    long tlsNanos,
    long requestNanos,
    long answerNanos,
    long redirectNanos,
    @Nullable InetSocketAddress local,
    @Nullable InetSocketAddress remote) {
  /// Of one that has not begun.
  public static final TransferStages NONE = new TransferStages(0, 0, 0, 0, 0, 0, null, null);
}
