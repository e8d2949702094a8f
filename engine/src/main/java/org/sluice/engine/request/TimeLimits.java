package org.sluice.engine.request;

import java.time.Duration;

/// How long a transfer may take; zero switches a limit off.
///
/// @param total from the start, redirects and queue time included (`CURLOPT_TIMEOUT_MS`)
/// @param connect per hop: look-up, TCP, TLS and queue time (`CURLOPT_CONNECTTIMEOUT_MS`)
/// @param serverResponse from the request to the first byte of the answer
///   (`CURLOPT_SERVER_RESPONSE_TIMEOUT_MS`)
/// @param happyEyeballs between two attempts of the connect race (RFC 8305, 8)
/// @param lowSpeedBytesPerSecond an average below this for `lowSpeed` ends the transfer; 0 for none
/// @param lowSpeed how long the speed may stay low
public record TimeLimits(
    Duration total,
    Duration connect,
    Duration serverResponse,
    Duration happyEyeballs,
    long lowSpeedBytesPerSecond,
    Duration lowSpeed) {
  public static final TimeLimits DEFAULT =
      new TimeLimits(
          Duration.ZERO,
          Duration.ofMinutes(5),
          Duration.ZERO,
          Duration.ofMillis(200),
          0,
          Duration.ZERO);

  public TimeLimits {
    for (Duration limit :
        new Duration[] {total, connect, serverResponse, happyEyeballs, lowSpeed}) {
      if (limit.isNegative()) {
        throw new IllegalArgumentException("a time limit cannot be negative: " + limit);
      }
    }
    if (lowSpeedBytesPerSecond < 0) {
      throw new IllegalArgumentException("a speed cannot be negative: " + lowSpeedBytesPerSecond);
    }
  }

  public TimeLimits withTotal(Duration limit) {
    return new TimeLimits(
        limit, connect, serverResponse, happyEyeballs, lowSpeedBytesPerSecond, lowSpeed);
  }

  public TimeLimits withConnect(Duration limit) {
    return new TimeLimits(
        total, limit, serverResponse, happyEyeballs, lowSpeedBytesPerSecond, lowSpeed);
  }

  public TimeLimits withServerResponse(Duration limit) {
    return new TimeLimits(total, connect, limit, happyEyeballs, lowSpeedBytesPerSecond, lowSpeed);
  }

  public TimeLimits withLowSpeed(long bytesPerSecond, Duration duration) {
    return new TimeLimits(total, connect, serverResponse, happyEyeballs, bytesPerSecond, duration);
  }
}
