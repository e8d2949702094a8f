package org.sluice.app.learn;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.loop.Step;

/// The loop before one step: what can be seen of it, now or later again.
///
/// @param number from 0
/// @param step that is done next
/// @param turn of the loop; 0 before its first
/// @param rows how many rows of the sequence have been said
/// @param next what is said next, if that is known; it is no row yet
/// @param announced what the socket callback says, for the step that answers it; else null
record Moment(
    int number,
    Step step,
    int turn,
    NowValues values,
    int rows,
    @Nullable SaidRow next,
    @Nullable Watched announced) {

  /// The row that belongs to this step, among the rows with `next` behind them; -1 for none.
  int currentRow() {
    if (next != null) {
      return rows;
    }
    return announced == null ? -1 : rows - 1;
  }
}
