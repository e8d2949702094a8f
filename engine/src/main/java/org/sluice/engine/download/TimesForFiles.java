package org.sluice.engine.download;

import java.time.Duration;
import org.sluice.engine.request.TimeLimits;

/// How long a transfer that fills a file may take: a file may be long, but a silence may not.
final class TimesForFiles {
  private static final Duration CONNECT = Duration.ofSeconds(30);
  private static final Duration ANSWER = Duration.ofMinutes(1);
  private static final Duration SILENCE = Duration.ofSeconds(30);

  static final TimeLimits DEFAULT =
      TimeLimits.DEFAULT.withConnect(CONNECT).withServerResponse(ANSWER).withLowSpeed(1, SILENCE);

  private TimesForFiles() {}
}
