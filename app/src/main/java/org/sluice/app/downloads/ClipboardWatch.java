package org.sluice.app.downloads;

import org.jspecify.annotations.Nullable;

/// Tells of links that come to the clipboard; each once, and none that was there before.
///
/// **Threads**: one.
final class ClipboardWatch {
  /// Longer texts are no copied links.
  static final int MOST_CHARS = 16_384;

  private @Nullable String last;
  private boolean begun;

  /// Forgets what was seen: what is on the clipboard now is not offered.
  void begin() {
    begun = false;
  }

  /// This was copied here, so that it is not offered.
  void own(String text) {
    last = text;
  }

  /// @param text on the clipboard now; null for none
  /// @return the links to offer; null for none
  @Nullable String seen(@Nullable String text) {
    boolean first = !begun;
    begun = true;
    if (java.util.Objects.equals(text, last)) {
      return null;
    }
    last = text;
    if (first || text == null || text.length() > MOST_CHARS) {
      return null;
    }
    String stripped = text.strip();
    boolean links =
        !stripped.isEmpty()
            && stripped.lines().allMatch(line -> line.strip().matches("(?i)(https?://\\S+)?"));
    return links ? stripped : null;
  }
}
