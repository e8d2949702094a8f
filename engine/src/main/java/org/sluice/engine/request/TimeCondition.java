package org.sluice.engine.request;

import java.time.Instant;
import org.sluice.engine.http.HttpDate;

/// A body is wanted only if it is newer, or not newer, than a moment.
///
/// **Source**: `CURLOPT_TIMECONDITION`; RFC 9110, 13.1.3 and 13.1.4.
public record TimeCondition(Kind kind, Instant time) {
  /// What is asked.
  public enum Kind {
    IF_MODIFIED_SINCE("If-Modified-Since"),
    IF_UNMODIFIED_SINCE("If-Unmodified-Since");

    private final String field;

    Kind(String field) {
      this.field = field;
    }
  }

  public String fieldName() {
    return kind.field;
  }

  public String fieldValue() {
    return HttpDate.format(time);
  }

  /// Whether something of this age is wanted.
  public boolean isMetBy(Instant modified) {
    return switch (kind) {
      case IF_MODIFIED_SINCE -> modified.getEpochSecond() > time.getEpochSecond();
      case IF_UNMODIFIED_SINCE -> modified.getEpochSecond() <= time.getEpochSecond();
    };
  }
}
