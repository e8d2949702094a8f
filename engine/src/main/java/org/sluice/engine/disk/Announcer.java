package org.sluice.engine.disk;

import java.io.IOException;
import java.nio.file.Path;

/// Told the name of a part file before there is one, so that an empty one that a crash leaves behind
/// is known again.
///
/// **Threads**: those that open files; may wait.
@FunctionalInterface
public interface Announcer {
  /// For files that nobody will miss.
  Announcer NONE = (part, target) -> {};

  /// @param part free at this moment
  /// @throws IOException if it could not be kept; then the file is not made
  void announce(Path part, Path target) throws IOException;
}
