package org.sluice.engine.segment;

import java.util.List;

/// When an event happened, and how far every carrier is at that very time.
///
/// This is what makes cuts safe: the owner reads the positions on the thread that moves them,
/// passes them in, and carries out the actions before it does anything else. A frontier cannot move
/// between the two. A lease whose carriers are not all read is not cut.
///
/// @param nowNanos the loop's clock
/// @param readings of all carriers that live, in any order
public record Moment(long nowNanos, List<Reading> readings) {
  public Moment {
    readings = List.copyOf(readings);
  }

  public static Moment of(long nowNanos, Reading... readings) {
    return new Moment(nowNanos, List.of(readings));
  }
}
