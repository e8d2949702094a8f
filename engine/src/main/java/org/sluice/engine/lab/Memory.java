package org.sluice.engine.lab;

import java.util.LinkedHashMap;
import java.util.Map;

/// What one lab remembers of its visitors: how often, how many at once, what was switched.
///
/// Everything is counted for a path together with its `key` parameter, so that tests which run side
/// by side do not disturb each other, and a new key starts anew.
///
/// **Threads** any. **Limits** [#MOST] counts; the oldest is forgotten first.
final class Memory {
  private static final int MOST = 10_000;

  private final Map<String, Integer> counts =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > MOST;
        }
      };

  /// The key of an exchange: its path and what stands in `key`, or another parameter.
  static String key(Exchange exchange, String parameter) {
    return exchange.request().path() + " " + exchange.query().text(parameter, "");
  }

  /// Counts one up, or one down, and gives the new count.
  synchronized int add(String key, int change) {
    int now = counts.getOrDefault(key, 0) + change;
    if (now == 0) {
      counts.remove(key);
    } else {
      counts.put(key, now);
    }
    return now;
  }

  synchronized int count(String key) {
    return counts.getOrDefault(key, 0);
  }
}
