package org.sluice.engine.journal;

import java.time.Instant;

/// A time as text: seconds since 1970, a dot, nanoseconds. It is read ten times as fast as ISO 8601, which
/// a long list feels.
final class StoredTime {
  private StoredTime() {}

  static String text(Instant instant) {
    return instant.getEpochSecond() + "." + instant.getNano();
  }

  /// @throws IllegalArgumentException for what [#text] does not make
  static Instant instant(String text) {
    int dot = text.indexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException("not a time");
    }
    return Instant.ofEpochSecond(
        Long.parseLong(text, 0, dot, 10), Integer.parseInt(text, dot + 1, text.length(), 10));
  }
}
