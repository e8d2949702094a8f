package org.sluice.engine.queue;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A speed limit that is another one in some hours of the week.
///
/// **Units**: bytes a second; 0 for no limit. **Limits**: those of [Schedule].
///
/// @param limitBytesPerSecond at all other times
/// @param hours the first one that contains a moment counts
public record SpeedPlan(long limitBytesPerSecond, List<Hours> hours) {
  /// Never a limit.
  public static final SpeedPlan NONE = of(0);

  /// A limit for some hours of the week.
  public record Hours(WeekSpan span, long limitBytesPerSecond) {
    public Hours {
      check(limitBytesPerSecond);
    }
  }

  public SpeedPlan {
    check(limitBytesPerSecond);
    hours = List.copyOf(hours);
    if (hours.size() > Schedule.MOST_SPANS) {
      throw new IllegalArgumentException(
          "a speed plan has at most " + Schedule.MOST_SPANS + " hours, not " + hours.size());
    }
  }

  private static void check(long limitBytesPerSecond) {
    if (limitBytesPerSecond < 0) {
      throw new IllegalArgumentException("a limit cannot be negative: " + limitBytesPerSecond);
    }
  }

  /// The same limit at all times.
  public static SpeedPlan of(long limitBytesPerSecond) {
    return new SpeedPlan(limitBytesPerSecond, List.of());
  }

  /// The limit that holds at `at`.
  public long limitAt(ZonedDateTime at) {
    for (Hours some : hours) {
      if (some.span.contains(at)) {
        return some.limitBytesPerSecond;
      }
    }
    return limitBytesPerSecond;
  }

  /// When [#limitAt] changes next after `at`; null if it never does.
  public @Nullable ZonedDateTime nextChange(ZonedDateTime at) {
    long now = limitAt(at);
    List<WeekSpan> spans = hours.stream().map(Hours::span).toList();
    for (ZonedDateTime moment : WeekSpan.boundaries(spans, at)) {
      if (limitAt(moment) != now) {
        return moment;
      }
    }
    return null;
  }

  /// The hours as [#parse] reads them; empty for none.
  public String hoursText() {
    return hours.stream()
        .map(some -> WeekText.write(some.span) + " = " + RateText.write(some.limitBytesPerSecond))
        .collect(Collectors.joining("; "));
  }

  /// Reads hours like `Mon-Fri 08:00-18:00 = 500K; Sat,Sun 00:00-24:00 = none`.
  ///
  /// @throws IllegalArgumentException with a sentence that says what was not understood
  public static SpeedPlan parse(long limitBytesPerSecond, String hoursText) {
    List<Hours> hours = new ArrayList<>();
    for (String part : Schedule.parts(hoursText)) {
      int equals = part.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException(
            "\"" + part + "\" has no speed; write it like Mon-Fri 08:00-18:00 = 500K");
      }
      WeekSpan span = WeekText.read(part.substring(0, equals));
      hours.add(new Hours(span, RateText.read(part.substring(equals + 1))));
    }
    return new SpeedPlan(limitBytesPerSecond, hours);
  }
}
