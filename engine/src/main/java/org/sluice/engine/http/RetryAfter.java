package org.sluice.engine.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How long a server asks to be left alone.
///
/// **Source**: RFC 9110, 10.2.3.
///
/// @param delay from the answer on; zero or more, at most [#MOST]
public record RetryAfter(Duration delay) {
  /// The longest wait that is taken at its word; a server that says more is asked after this.
  public static final Duration MOST = Duration.ofDays(7);

  private static final int MOST_DIGITS = 9;

  public RetryAfter {
    if (delay.isNegative() || delay.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("a wait is 0 to " + MOST + ": " + delay);
    }
  }

  /// Bounds what a server said.
  public static RetryAfter of(Duration asked) {
    if (asked.isNegative()) {
      return new RetryAfter(Duration.ZERO);
    }
    return new RetryAfter(asked.compareTo(MOST) > 0 ? MOST : asked);
  }

  /// What a response says; empty if it says nothing, or nothing of sense.
  ///
  /// A date is read against the server's own clock, if the response shows it: one of the two may
  /// be wrong, and both dates come from the same.
  ///
  /// @param now the wall clock
  public static Optional<RetryAfter> of(ResponseHead head, Instant now) {
    String value = head.header("Retry-After");
    return value == null ? Optional.empty() : parse(value, head.header("Date"), now);
  }

  /// Reads the field's value: seconds, or a date.
  ///
  /// @param date the Date field of the same response; null for none
  /// @param now the wall clock, where there is no Date
  public static Optional<RetryAfter> parse(String value, @Nullable String date, Instant now) {
    String text = value.strip();
    if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(
          text.length() > MOST_DIGITS
              ? new RetryAfter(MOST)
              : of(Duration.ofSeconds(Long.parseLong(text))));
    }
    Instant from = date == null ? now : HttpDate.parse(date, now).orElse(now);
    return HttpDate.parse(text, now).map(until -> of(Duration.between(from, until)));
  }
}
