package org.sluice.app.shell;

import java.util.ArrayList;
import java.util.List;

/// What is still to be said to who does not see the window: not more often than a voice can follow. What
/// has come meanwhile is said together.
///
/// **Threads**: one. **Limits**: one sentence each [#PAUSE_NANOS], of [#MOST] pieces at most.
final class Announcements {
  static final long PAUSE_NANOS = 2_000_000_000L;

  /// What is older is left out: nobody listens to more.
  static final int MOST = 4;

  private final List<String> waiting = new ArrayList<>();
  private boolean anySaid;
  private long saidNanos;

  void add(String words) {
    waiting.remove(words);
    waiting.add(words);
    if (waiting.size() > MOST) {
      waiting.removeFirst();
    }
  }

  /// What is to be said now; empty for nothing.
  String due(long nowNanos) {
    if (waiting.isEmpty() || (anySaid && nowNanos - saidNanos < PAUSE_NANOS)) {
      return "";
    }
    anySaid = true;
    saidNanos = nowNanos;
    String words = String.join(" \u00b7 ", waiting);
    waiting.clear();
    return words;
  }
}
