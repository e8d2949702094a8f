package org.sluice.app.downloads;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which links are in what was dropped; files are taken besides.
///
/// **Threads**: pure functions.
final class Dropped {
  private Dropped() {}

  /// @param url one address a line, of links that were dragged, and of files on some systems
  /// @param text what was dragged as text; beside files it names these once more
  /// @return what the dialog for new downloads begins with; empty for nothing
  static String links(@Nullable String url, @Nullable String text, boolean files) {
    if (files) {
      return url == null
          ? ""
          : url.lines()
              .filter(line -> line.matches("(?i)https?://.+"))
              .collect(Collectors.joining("\n"));
    }
    String given = url == null || url.isBlank() ? text : url;
    return given == null ? "" : given.strip();
  }
}
