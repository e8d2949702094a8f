package org.sluice.app.shell;

import java.util.HashMap;
import java.util.Map;

/// What several perspectives remember, in one map: the name of each stands in front of its keys.
final class ViewMemory {
  private ViewMemory() {}

  /// What belongs to `id`, without its name.
  static Map<String, String> of(String id, Map<String, String> all) {
    Map<String, String> own = new HashMap<>();
    String prefix = id + ".";
    all.forEach(
        (key, value) -> {
          if (key.startsWith(prefix)) {
            own.put(key.substring(prefix.length()), value);
          }
        });
    return own;
  }

  /// With the name of `id` in front of every key.
  static Map<String, String> named(String id, Map<String, String> own) {
    Map<String, String> all = new HashMap<>();
    own.forEach((key, value) -> all.put(id + "." + key, value));
    return all;
  }
}
