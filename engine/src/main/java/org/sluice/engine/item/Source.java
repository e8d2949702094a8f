package org.sluice.engine.item;

import org.jspecify.annotations.Nullable;

/// One address of a file; a download has one or, with mirrors, several.
///
/// **Source**: RFC 5854, 4.2.16 (priority, location).
///
/// @param url as the user, or a Metalink, gave it
/// @param priority 1 is tried first; [#LAST] is tried last
/// @param location country code, lower case; null if unknown
public record Source(String url, int priority, @Nullable String location) {
  /// The lowest priority of RFC 5854.
  public static final int LAST = 999_999;

  public Source {
    if (priority < 1 || priority > LAST) {
      throw new IllegalArgumentException("a priority is 1 to " + LAST + ": " + priority);
    }
  }

  /// The address that the user gave.
  public static Source of(String url) {
    return new Source(url, 1, null);
  }
}
