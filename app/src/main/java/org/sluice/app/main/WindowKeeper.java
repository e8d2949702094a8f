package org.sluice.app.main;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sluice.app.settings.Settings;

/// Says when what the window remembers is to be written down: soon after it has changed, so that
/// whoever ends the process takes nothing of it away.
///
/// While something is dragged it changes with each look, and waits.
/// **Threads**: JavaFX.
final class WindowKeeper {
  /// Between two looks.
  static final long LOOK_NANOS = 1_000_000_000L;

  private Settings written;
  private Settings seen;
  private long lookedNanos;
  private boolean looked;

  /// @param written what stands in the file
  WindowKeeper(Settings written) {
    this.written = written;
    seen = written;
  }

  /// To be asked often.
  ///
  /// @param now asked once a second at most
  /// @return what is to be written now; null for nothing
  @Nullable Settings due(long nowNanos, Supplier<Settings> now) {
    if (looked && nowNanos - lookedNanos < LOOK_NANOS) {
      return null;
    }
    looked = true;
    lookedNanos = nowNanos;
    Settings next = now.get();
    boolean settled = next.equals(seen);
    seen = next;
    if (!settled || next.equals(written)) {
      return null;
    }
    written = next;
    return next;
  }
}
