package org.sluice.engine.segment;

/// How many connections a plan may have now, and whether they would bring anything.
///
/// @param maxSegments what the user allows this download
/// @param hostCap what the host bears for this download now; [#NO_CAP] if nobody knows of one
/// @param limited whether the speed is set on this side, by a speed limit or a slow disk: more
///     connections bring nothing then, and a silent one is not stalled
public record PlanLimits(int maxSegments, int hostCap, boolean limited) {
  public static final int NO_CAP = Integer.MAX_VALUE;

  public PlanLimits {
    if (maxSegments < 1 || hostCap < 1) {
      throw new IllegalArgumentException(
          "a download needs a connection: " + maxSegments + " segments, host cap " + hostCap);
    }
  }

  public static PlanLimits of(int maxSegments) {
    return new PlanLimits(maxSegments, NO_CAP, false);
  }

  /// The number of carriers that there may be.
  public int connections() {
    return Math.min(maxSegments, hostCap);
  }

  public PlanLimits maxSegments(int value) {
    return new PlanLimits(value, hostCap, limited);
  }

  public PlanLimits hostCap(int value) {
    return new PlanLimits(maxSegments, value, limited);
  }

  public PlanLimits limited(boolean value) {
    return new PlanLimits(maxSegments, hostCap, value);
  }
}
