package org.sluice.app.preferences;

import java.util.HashMap;
import java.util.Map;

/// What a user has set; all else is as it is at first.
///
/// **Threads**: immutable.
public final class Preferences {
  /// Nothing is set.
  public static final Preferences INITIAL = new Preferences(Map.of());

  private final Map<Setting<?>, Object> values;

  private Preferences(Map<Setting<?>, Object> values) {
    this.values = Map.copyOf(values);
  }

  @SuppressWarnings("unchecked") // only `with` puts values in
  public <T> T get(Setting<T> setting) {
    return (T) values.getOrDefault(setting, setting.initial());
  }

  /// @throws IllegalArgumentException with a sentence for a person, if it is no value for it
  public <T> Preferences with(Setting<T> setting, T value) {
    setting.kind().write(value);
    Map<Setting<?>, Object> more = new HashMap<>(values);
    if (value.equals(setting.initial())) {
      more.remove(setting);
    } else {
      more.put(setting, value);
    }
    return new Preferences(more);
  }

  /// Whether it is as at first.
  public boolean isInitial(Setting<?> setting) {
    return !values.containsKey(setting);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Preferences that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return "Preferences" + values.keySet().stream().map(Setting::key).sorted().toList();
  }
}
