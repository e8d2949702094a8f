package org.sluice.engine.segment;

import org.sluice.engine.segment.Growth.Batch;
import org.sluice.engine.segment.Growth.Phase;

/// How the number of connections grows: 1, 2, 4, 8 and so on, for as long as each batch brings more.
///
/// A single connection whose speed still rises is left alone. A batch is judged by what all
/// connections bring together: growth goes on at once when the gain is evident, and it stops when
/// after two seconds there is next to none. The connections that are there then stay. Later one more
/// is tried, and if that brings nothing, again after twice the time.
final class SlowStart {
  /// A batch is judged after so many round trips at the earliest.
  static final int MEASURE_ROUND_TRIPS = 2;

  /// And not before so long.
  static final long MEASURE_NANOS = 120_000_000L;

  /// A batch has so long to show that it brings something.
  static final long JUDGE_NANOS = 2_000_000_000L;

  /// A batch that brings less ends the growth.
  static final double LEAST_GAIN = 0.05;

  /// More connections do not make it slower by this: what they were measured against holds no more.
  static final double MOST_LOSS = 0.15;

  /// The gain is evident when it is this part of what the new connections would bring if each were
  /// as fast as the old ones.
  static final double EVIDENT_PART = 0.25;

  /// A speed is steady when it rises by less between two halves of a measure.
  static final double STEADY_RISE = 0.15;

  /// And when it does not fall by more: a connection that begins overshoots what it can keep.
  static final double STEADY_FALL = 0.35;

  /// It is waited for so long.
  static final long STEADY_NANOS = 2_000_000_000L;

  /// On a slow path for so many round trips.
  static final int STEADY_ROUND_TRIPS = 24;

  /// So long growth rests at first.
  static final long REST_NANOS = 20_000_000_000L;

  /// The rest is doubled so many times at most.
  static final int MOST_DOUBLINGS = 6;

  private SlowStart() {}

  static Growth next(Scene scene) {
    Growth growth = scene.state().growth();
    Ground ground = scene.state().ground();
    int most = scene.limits().connections();
    if (growth.target() > most) {
      growth = cut(growth.target(most), scene.nowNanos());
    }
    if (scene.limits().limited()) {
      return growth.phase(Phase.WAITING, scene.nowNanos(), "the speed is limited on this side");
    }
    if (ground.parts() != Ground.Parts.USABLE || !ground.lengthKnown()) {
      return growth;
    }
    return switch (growth.phase()) {
      case WAITING -> wait(scene, growth);
      case STEADYING -> steady(scene, growth);
      case OPENING -> open(scene, growth);
      case JUDGING -> judge(scene, growth);
      case RESTING -> rest(scene, growth);
    };
  }

  /// A batch that is not whole any more is judged no more: growth would wait for ever for the rest of it.
  private static Growth cut(Growth growth, long nowNanos) {
    return switch (growth.phase()) {
      case OPENING, JUDGING ->
          growth.phase(Phase.STEADYING, nowNanos, "fewer are allowed now; measuring it again");
      case WAITING, STEADYING, RESTING -> growth;
    };
  }

  private static Growth wait(Scene scene, Growth growth) {
    return scene.carriers().stream().anyMatch(Carrier::delivered)
        ? growth.phase(Phase.STEADYING, scene.nowNanos(), "bytes come")
        : growth;
  }

  private static Growth steady(Scene scene, Growth growth) {
    long now = scene.nowNanos();
    long measure = measureNanos(scene);
    if (growth.target() >= scene.limits().connections()
        || scene.carriers().size() < growth.target()
        || now - growth.sinceNanos() < measure) {
      return growth;
    }
    double before = scene.pace().bytesPerSecond(now - measure, now - measure / 2);
    double last = scene.pace().bytesPerSecond(now - measure / 2, now);
    boolean rises = last > before * (1 + STEADY_RISE);
    boolean falls = last < before * (1 - STEADY_FALL);
    if ((rises || falls) && now - growth.sinceNanos() < steadyNanos(scene)) {
      return growth;
    }
    double mean = scene.pace().bytesPerSecond(now - measure, now);
    return grow(scene, growth, rises ? mean : Math.min(mean, last));
  }

  private static Growth grow(Scene scene, Growth growth, double bytesPerSecond) {
    int most = scene.limits().connections();
    int before = scene.carriers().size();
    if (growth.target() >= most) {
      return growth.phase(
          Phase.STEADYING, scene.nowNanos(), Words.connections(most) + ": as many as are allowed");
    }
    // After a rest, or where the server once refused, one is tried instead of twice as many.
    int target = Math.min(most, growth.rests() > 0 ? growth.target() + 1 : 2 * growth.target());
    return growth.grow(
        target,
        new Batch(before, bytesPerSecond, scene.nowNanos()),
        "%s at %s; trying %d"
            .formatted(Words.connections(before), Words.speed(bytesPerSecond), target));
  }

  private static Growth open(Scene scene, Growth growth) {
    Batch batch = growth.batch();
    if (scene.carriers().size() <= batch.before()) {
      return growth;
    }
    boolean pending =
        scene.carriers().stream()
            .anyMatch(c -> c.seen().openedNanos() - batch.openedNanos() >= 0 && !c.delivered());
    long patience = Math.max(judgeNanos(scene), (long) (3e9 * scene.startSeconds(0)));
    return pending && scene.nowNanos() - batch.openedNanos() < patience
        ? growth
        : growth.phase(Phase.JUDGING, scene.nowNanos(), growth.reason());
  }

  private static Growth judge(Scene scene, Growth growth) {
    long now = scene.nowNanos();
    Batch batch = growth.batch();
    int live = scene.carriers().size();
    if (live <= batch.before()) {
      return growth.phase(Phase.OPENING, now, growth.reason());
    }
    long elapsed = now - growth.sinceNanos();
    long measure = measureNanos(scene);
    if (elapsed < measure) {
      return growth;
    }
    double speed =
        scene
            .pace()
            .bytesPerSecond(
                Math.max(growth.sinceNanos(), now - Math.max(measure, JUDGE_NANOS / 2)), now);
    double gain = speed / Math.max(1, batch.bytesPerSecond()) - 1;
    double evident =
        Math.max(LEAST_GAIN, EVIDENT_PART * (live - batch.before()) / Math.max(1, batch.before()));
    boolean over = elapsed >= judgeNanos(scene);
    if (elapsed >= JUDGE_NANOS / 2 && gain < -MOST_LOSS) {
      return growth.phase(
          Phase.STEADYING, now, "the speed has fallen for another reason; measuring it again");
    }
    if (gain >= evident || (over && gain >= LEAST_GAIN)) {
      return grow(scene, growth.worked(), speed);
    }
    return over
        ? growth.rest(
            live,
            now + restNanos(growth.rests()),
            "%s: the last %d added %.0f %%"
                .formatted(Words.connections(live), live - batch.before(), 100 * gain))
        : growth;
  }

  private static Growth rest(Scene scene, Growth growth) {
    return scene.nowNanos() - growth.sinceNanos() >= 0
        ? growth.phase(Phase.STEADYING, scene.nowNanos(), "another try after a rest")
        : growth;
  }

  /// What a growth becomes when a connection was not to be had beside `others`.
  static Growth refused(Growth growth, int others, long nowNanos, long notBeforeNanos, String why) {
    long until = Math.max(notBeforeNanos, nowNanos + restNanos(growth.rests()));
    int target = Math.max(1, others);
    // Those of one batch that are refused one after the other count as one failure.
    return growth.phase() == Phase.RESTING
        ? new Growth(Phase.RESTING, target, growth.batch(), until, growth.rests(), why)
        : growth.rest(target, until, why);
  }

  static long restNanos(int rests) {
    return REST_NANOS << Math.min(rests, MOST_DOUBLINGS);
  }

  private static long measureNanos(Scene scene) {
    return Math.max(MEASURE_ROUND_TRIPS * scene.pace().rttNanos(), MEASURE_NANOS);
  }

  /// A batch is not judged while its connections still grow to the speed of the others.
  private static long judgeNanos(Scene scene) {
    Batch batch = scene.state().growth().batch();
    double each = batch.bytesPerSecond() / Math.max(1, batch.before());
    long grown = measureNanos(scene) + (long) (1e9 * scene.rampSeconds(each));
    return Math.max(grown, JUDGE_NANOS);
  }

  private static long steadyNanos(Scene scene) {
    return Math.max(STEADY_ROUND_TRIPS * scene.pace().rttNanos(), STEADY_NANOS);
  }
}
