package org.sluice.engine.request;

import java.time.Duration;

/// Whether the server is asked before a body is sent (`Expect: 100-continue`).
///
/// **Source**: RFC 9110, 10.1.1; `CURLOPT_EXPECT_100_TIMEOUT_MS`.
///
/// @param rule when it is asked
/// @param timeout how long its word is waited for; then the body goes all the same
public record Expect100(Rule rule, Duration timeout) {
  /// When the server is asked.
  public enum Rule {
    /// For bodies larger than [Expect100#FROM_BYTES], and for those without a length.
    LARGE,
    ALWAYS,
    NEVER
  }

  /// Bodies up to this size are sent without a question, as curl does.
  public static final long FROM_BYTES = 1024 * 1024;

  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(1);
  public static final Expect100 DEFAULT = new Expect100(Rule.LARGE, DEFAULT_TIMEOUT);

  public Expect100 {
    if (timeout.isNegative()) {
      throw new IllegalArgumentException("a time limit cannot be negative: " + timeout);
    }
  }

  public Expect100 withRule(Rule value) {
    return new Expect100(value, timeout);
  }

  /// Whether a body of this length is asked for.
  public boolean asksFor(long lengthBytes) {
    return switch (rule) {
      case LARGE -> lengthBytes == BodySource.UNKNOWN || lengthBytes > FROM_BYTES;
      case ALWAYS -> true;
      case NEVER -> false;
    };
  }
}
