package org.sluice.app.tour;

import java.util.List;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.lab.LabOrigin;

/// One download of the tour.
///
/// @param name under which its file is saved
/// @param purpose what there is to see
/// @param afterMillis when it starts
/// @param segments connections at most
/// @param limitBytesPerSecond 0 for no limit
/// @param pauseMillis when it is paused; 0 for never
/// @param resumeMillis when it goes on
/// @param expected how it must end
record TourStep(
    String name,
    String purpose,
    LabOrigin origin,
    String path,
    long afterMillis,
    int segments,
    long limitBytesPerSecond,
    long pauseMillis,
    long resumeMillis,
    TransferErrorCode expected) {

  /// Parallel, in segments, throttled, limited, paused, redirected, encrypted, and three that must fail.
  static final List<TourStep> ALL =
      List.of(
          slow("river-1.bin", "a steady download", "6m", "640k", 0),
          slow("river-2.bin", "a second one beside it", "5m", "512k", 0),
          step("limited.bin", "held to 120 kB/s by the engine", LabOrigin.HTTP, "/1m", 300)
              .limited(120_000),
          slow("paused.bin", "paused for two seconds, then resumed", "4m", "768k", 400)
              .paused(2_000, 4_000),
          step("sealed.bin", "over TLS", LabOrigin.HTTPS, "/throttled?size=5m&rate=640k", 500),
          step(
              "sealed-12.bin",
              "over TLS 1.2",
              LabOrigin.HTTPS_TLS12,
              "/throttled?size=4m&rate=480k",
              600),
          step("drip.bin", "a byte every 60 ms", LabOrigin.HTTP, "/drip?bytes=150&ms=60", 700),
          step("redirected.txt", "five redirects", LabOrigin.HTTP, "/redir-chain/5", 1_400),
          step("chunks.txt", "a body in chunks", LabOrigin.HTTP, "/chunked", 2_000),
          step("ten-mib.bin", "10 MiB as fast as it goes", LabOrigin.HTTP, "/10m", 3_000),
          slow("delta.bin", "in four segments", "16m", "640k", 3_400).segments(4),
          step("cut.bin", "closed in the middle of the body", LabOrigin.HTTP, "/close-mid", 3_800)
              .ends(TransferErrorCode.PARTIAL_FILE),
          step("gone.html", "404, not found", LabOrigin.HTTP, "/404", 4_500)
              .ends(TransferErrorCode.HTTP_RETURNED_ERROR),
          step(
                  "stranger.txt",
                  "a certificate for another name",
                  LabOrigin.HTTPS_WRONG_HOST,
                  "/small",
                  5_100)
              .ends(TransferErrorCode.PEER_FAILED_VERIFICATION),
          step("refused.txt", "a port where nobody listens", LabOrigin.REFUSED, "/small", 5_700)
              .ends(TransferErrorCode.COULDNT_CONNECT));

  private static TourStep slow(
      String name, String purpose, String size, String rate, long afterMillis) {
    return step(
        name, purpose, LabOrigin.HTTP, "/throttled?size=" + size + "&rate=" + rate, afterMillis);
  }

  private static TourStep step(
      String name, String purpose, LabOrigin origin, String path, long afterMillis) {
    return new TourStep(name, purpose, origin, path, afterMillis, 1, 0, 0, 0, TransferErrorCode.OK);
  }

  private TourStep segments(int value) {
    return new TourStep(
        name,
        purpose,
        origin,
        path,
        afterMillis,
        value,
        limitBytesPerSecond,
        pauseMillis,
        resumeMillis,
        expected);
  }

  private TourStep limited(long bytesPerSecond) {
    return new TourStep(
        name,
        purpose,
        origin,
        path,
        afterMillis,
        segments,
        bytesPerSecond,
        pauseMillis,
        resumeMillis,
        expected);
  }

  private TourStep paused(long fromMillis, long toMillis) {
    return new TourStep(
        name,
        purpose,
        origin,
        path,
        afterMillis,
        segments,
        limitBytesPerSecond,
        fromMillis,
        toMillis,
        expected);
  }

  private TourStep ends(TransferErrorCode code) {
    return new TourStep(
        name,
        purpose,
        origin,
        path,
        afterMillis,
        segments,
        limitBytesPerSecond,
        pauseMillis,
        resumeMillis,
        code);
  }
}
