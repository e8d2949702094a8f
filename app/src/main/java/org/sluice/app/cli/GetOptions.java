package org.sluice.app.cli;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.FetchWish;

/// What `get` was asked to do.
///
/// @param fetch how every file is fetched
record GetOptions(GetWanted wanted, GetFiles files, FetchWish fetch, GetRunning running) {

  /// Why this makes no sense; null if it does.
  @Nullable String objection() {
    String objection = wanted.objection();
    return objection == null ? running.objection() : objection;
  }
}
