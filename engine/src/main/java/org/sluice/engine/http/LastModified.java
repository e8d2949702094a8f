package org.sluice.engine.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When a Last-Modified is as good as a strong entity tag.
///
/// It has whole seconds only, so a file that changed twice within one has the same date twice. It
/// is strong if the answer was made long enough after it that this cannot have been.
///
/// **Source**: RFC 9110, 8.8.2.2 and 13.1.5.
public final class LastModified {
  /// By how much Date must be later: more than clocks of one site differ.
  public static final Duration MARGIN = Duration.ofSeconds(60);

  private LastModified() {}

  /// When what an answer brings was last changed; empty if it does not say.
  public static Optional<Instant> of(ResponseHead head) {
    String value = head.header("Last-Modified");
    return value == null ? Optional.empty() : HttpDate.parse(value);
  }

  /// Whether the date proves that bytes are the same.
  ///
  /// @param lastModified the field's value; null for none
  /// @param date the Date field of the same response; null for none
  public static boolean isStrong(@Nullable String lastModified, @Nullable String date) {
    if (lastModified == null || date == null) {
      return false;
    }
    Optional<Instant> modified = HttpDate.parse(lastModified);
    Optional<Instant> made = HttpDate.parse(date);
    return modified.isPresent()
        && made.isPresent()
        && !modified.get().plus(MARGIN).isAfter(made.get());
  }

  /// Whether two values name the same moment, however they are written.
  public static boolean same(String one, String other) {
    Optional<Instant> first = HttpDate.parse(one);
    return one.strip().equals(other.strip())
        || (first.isPresent() && first.equals(HttpDate.parse(other)));
  }
}
