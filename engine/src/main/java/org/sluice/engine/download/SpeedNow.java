package org.sluice.engine.download;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.queue.SpeedPlan;

/// The limit of all transfers together at one moment.
///
/// @param plan what was set, with its hours
/// @param limitBytesPerSecond that holds now; 0 for none
/// @param until when another one will hold; null if none will
/// @param byHand whether it was set by hand and takes the place of what the plan says till then
public record SpeedNow(
    SpeedPlan plan, long limitBytesPerSecond, @Nullable ZonedDateTime until, boolean byHand) {
  /// Never a limit.
  public static final SpeedNow NONE = new SpeedNow(SpeedPlan.NONE, 0, null, false);
}
