package org.sluice.engine.disk;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The names under which part files are being made or taken away just now: one for each, so that
/// nobody takes away, as the blank one that a killed run has left, what another is making.
///
/// **Threads**: any.
final class PartNames {
  private final Set<Path> taken = ConcurrentHashMap.newKeySet();

  /// For one file that is to be made or taken away.
  Hold hold() {
    return new Hold();
  }

  /// One name at a time, from [#take] until [#letGo].
  ///
  /// **Threads**: one after the other.
  final class Hold {
    private @Nullable Path name;

    private Hold() {}

    /// Takes a name, and lets the one before go.
    ///
    /// @return false if somebody else has it
    boolean take(Path part) {
      letGo();
      boolean isFree = taken.add(part);
      name = isFree ? part : null;
      return isFree;
    }

    void letGo() {
      Path held = name;
      name = null;
      if (held != null) {
        taken.remove(held);
      }
    }
  }
}
