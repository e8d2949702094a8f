package org.sluice.engine.download;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.journal.JournalChange;
import org.sluice.engine.queue.SpeedPlan;

/// The speed that all transfers share: a plan with hours, and what was set by hand meanwhile.
///
/// **Threads**: confined to the loop.
final class SpeedDesk {
  private static final System.Logger LOG = System.getLogger(SpeedDesk.class.getName());
  private static final String LIMIT = "limit.bytes-per-second";
  private static final String HOURS = "limit.speed-hours";

  /// A limit until the plan's next change.
  private record ByHand(long limitBytesPerSecond, ZonedDateTime until) {}

  private SpeedPlan plan;
  private @Nullable ByHand byHand;

  SpeedDesk(SpeedPlan plan) {
    this.plan = plan;
  }

  /// What was set last, unless this process has a limit of its own.
  ///
  /// @param ownBytesPerSecond 0 for none
  /// @param stored the settings that the journal keeps
  static SpeedDesk of(long ownBytesPerSecond, Map<String, String> stored) {
    if (ownBytesPerSecond > 0) {
      return new SpeedDesk(SpeedPlan.of(ownBytesPerSecond));
    }
    try {
      long limit = Long.parseLong(stored.getOrDefault(LIMIT, "0"));
      return new SpeedDesk(SpeedPlan.parse(limit, stored.getOrDefault(HOURS, "")));
    } catch (IllegalArgumentException e) {
      LOG.log(System.Logger.Level.WARNING, "no speed limit holds: what was kept is none: {0}", e);
      return new SpeedDesk(SpeedPlan.NONE);
    }
  }

  /// A plan without hours takes the limit for good; one with hours changes it again by itself.
  ///
  /// @return what the journal is to keep
  List<JournalChange> byHand(long limitBytesPerSecond, ZonedDateTime at) {
    ZonedDateTime next = plan.nextChange(at);
    if (next == null) {
      return put(SpeedPlan.of(limitBytesPerSecond));
    }
    byHand = new ByHand(limitBytesPerSecond, next);
    return List.of();
  }

  /// @return what the journal is to keep
  List<JournalChange> put(SpeedPlan value) {
    plan = value;
    byHand = null;
    long limit = value.limitBytesPerSecond();
    String hours = value.hoursText();
    return List.of(
        new JournalChange.SettingChanged(LIMIT, limit == 0 ? null : Long.toString(limit)),
        new JournalChange.SettingChanged(HOURS, hours.isEmpty() ? null : hours));
  }

  SpeedNow now(ZonedDateTime at) {
    ByHand hand = byHand;
    if (hand != null && at.isBefore(hand.until)) {
      return new SpeedNow(plan, hand.limitBytesPerSecond, hand.until, true);
    }
    byHand = null;
    return new SpeedNow(plan, plan.limitAt(at), plan.nextChange(at), false);
  }
}
