package org.sluice.engine.request;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.decode.DecodeLimits;
import org.sluice.engine.decode.Unpacking;
import org.sluice.engine.http.Headers;

/// Which packing of bodies is asked for and taken off.
///
/// @param accepted the Accept-Encoding field, and that what comes is unpacked
///   (`CURLOPT_ACCEPT_ENCODING`); null: nothing is asked for, and a body is handed over as it comes
/// @param asksOnTheWay whether packing for the way is asked for (`CURLOPT_TRANSFER_ENCODING`)
/// @param raw whether a body is handed over as it stands on the wire, chunks and all
///   (`CURLOPT_HTTP_TRANSFER_DECODING` off)
/// @param limits against bodies that grow without end
public record DecodeOptions(
    @Nullable String accepted, boolean asksOnTheWay, boolean raw, DecodeLimits limits) {
  public static final DecodeOptions NONE =
      new DecodeOptions(null, false, false, DecodeLimits.DEFAULT);

  /// Everything that can be unpacked: `curl --compressed`.
  public static final DecodeOptions ALL = NONE.accepting(Unpacking.ALL);

  public DecodeOptions {
    if (accepted != null) {
      var _ = new Headers.Field("Accept-Encoding", accepted);
    }
  }

  /// Codings on top of one another that are taken off.
  public int mostCodings() {
    return limits.mostCodings();
  }

  public DecodeOptions accepting(@Nullable String codings) {
    return new DecodeOptions(codings, asksOnTheWay, raw, limits);
  }

  public DecodeOptions withAsksOnTheWay(boolean value) {
    return new DecodeOptions(accepted, value, raw, limits);
  }

  public DecodeOptions withRaw(boolean value) {
    return new DecodeOptions(accepted, asksOnTheWay, value, limits);
  }

  public DecodeOptions withLimits(DecodeLimits value) {
    return new DecodeOptions(accepted, asksOnTheWay, raw, value);
  }
}
