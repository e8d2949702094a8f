package org.sluice.app.shell;

import java.util.LinkedHashMap;

/// What is still to be said to who does not see the window: not more often than a voice can follow. What
/// has come meanwhile is said together.
///
/// **Threads**: one. **Limits**: one sentence each [#PAUSE_NANOS], of [#MOST] pieces at most.
final class Announcements {
  static final long PAUSE_NANOS = 2_000_000_000L;

  /// What is older is left out: nobody listens to more.
  static final int MOST = 4;

  /// By what they are about.
  private final LinkedHashMap<String, String> waiting = new LinkedHashMap<>();

  private boolean anySaid;
  private long saidNanos;

  void add(String words) {
    add(words, words);
  }

  /// @param topic of it only the newest is said
  void add(String topic, String words) {
    waiting.remove(topic);
    waiting.put(topic, words);
    if (waiting.size() > MOST) {
      waiting.pollFirstEntry();
    }
  }

  /// What is to be said now; empty for nothing.
  String due(long nowNanos) {
    if (waiting.isEmpty() || (anySaid && nowNanos - saidNanos < PAUSE_NANOS)) {
      return "";
    }
    anySaid = true;
    saidNanos = nowNanos;
    String words = String.join(" \u00b7 ", waiting.values());
    waiting.clear();
    return words;
  }
}
