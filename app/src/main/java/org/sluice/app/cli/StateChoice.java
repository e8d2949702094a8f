package org.sluice.app.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sluice.engine.item.ItemState;

/// Which downloads are shown, by their state.
///
/// @param states not empty
record StateChoice(Set<ItemState> states) {
  static final StateChoice ALL = new StateChoice(EnumSet.allOf(ItemState.class));
  static final StateChoice UNFINISHED =
      new StateChoice(EnumSet.complementOf(EnumSet.of(ItemState.COMPLETE)));

  StateChoice {
    states = Set.copyOf(states);
  }

  /// What the options say.
  ///
  /// @param named none for the unfinished ones
  static StateChoice of(List<ItemState> named, boolean all) {
    if (all) {
      return ALL;
    }
    return named.isEmpty() ? UNFINISHED : new StateChoice(EnumSet.copyOf(named));
  }

  boolean has(ItemState state) {
    return states.contains(state);
  }
}
