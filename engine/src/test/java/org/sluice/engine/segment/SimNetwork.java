package org.sluice.engine.segment;

import java.util.Random;

/// A server and the way to it, for the simulator.
///
/// **Units**: bytes, seconds.
///
/// @param seed what the connections of it are made from
/// @param file what the server has, and how it gives it
/// @param path how fast it comes
/// @param faults what goes wrong
record SimNetwork(long seed, File file, Path path, Faults faults) {

  /// @param saysLength whether answers say the length
  /// @param givesParts whether parts may be asked for
  record File(long length, boolean saysLength, boolean givesParts) {}

  /// @param sharedBytesPerSecond all connections together
  /// @param eachBytesPerSecond one connection
  /// @param spread one connection is up to so many times slower or faster than another
  record Path(double rtt, double sharedBytesPerSecond, double eachBytesPerSecond, double spread) {}

  /// @param mostConnections more are refused
  /// @param silentBeyond more are accepted, but not answered before there is a place for them
  /// @param stallsPerSecond how often a connection stands still
  /// @param stallSeconds for how long at most
  /// @param meanLife bytes after which a connection breaks, in the mean; 0 for never
  /// @param earlyEnds how many answers end early without an error, of one
  /// @param wrongAnswers how many requests for parts are answered with the whole, of one
  /// @param oneRequest whether the address is good for one request only
  record Faults(
      int mostConnections,
      int silentBeyond,
      double stallsPerSecond,
      double stallSeconds,
      double meanLife,
      double earlyEnds,
      double wrongAnswers,
      boolean oneRequest) {
    static final Faults NONE =
        new Faults(Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0, 0, 0, 0, false);

    boolean isCalm() {
      return silentBeyond == Integer.MAX_VALUE
          && stallsPerSecond == 0
          && meanLife == 0
          && earlyEnds == 0
          && wrongAnswers == 0;
    }
  }

  static SimNetwork calm(long length, double rtt, double shared, double each) {
    return new SimNetwork(
        1, new File(length, true, true), new Path(rtt, shared, each, 1), Faults.NONE);
  }

  static SimNetwork random(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    double rtt = logarithmic(random, 0.0005, 0.5);
    double shared = logarithmic(random, 50e3, 500e6);
    double each = random.nextInt(3) == 0 ? 1e12 : shared * logarithmic(random, 0.02, 1.5);
    double spread = random.nextInt(3) == 0 ? logarithmic(random, 1, 30) : 1;
    double alone = Math.min(shared, each);
    long length = (long) (alone * logarithmic(random, 0.05, 60));
    boolean parts = random.nextInt(12) != 0;
    File file = new File(Math.max(1, length), random.nextInt(20) != 0, parts);
    return new SimNetwork(
        seed, file, new Path(rtt, shared, each, spread), faults(random, length, rtt));
  }

  private static Faults faults(Random random, long length, double rtt) {
    int most = random.nextInt(5) == 0 ? 1 + random.nextInt(10) : Integer.MAX_VALUE;
    int silent = random.nextInt(12) == 0 ? 1 + random.nextInt(10) : Integer.MAX_VALUE;
    boolean stalls = random.nextInt(4) == 0;
    boolean breaks = random.nextInt(6) == 0;
    double stall = logarithmic(random, 0.1, 20);
    return new Faults(
        most,
        silent,
        stalls ? logarithmic(random, 0.02, 1) / (stall + 12 * rtt) : 0,
        stalls ? stall : 0,
        breaks ? Math.max(200_000, length * logarithmic(random, 0.05, 2)) : 0,
        random.nextInt(12) == 0 ? 0.2 : 0,
        random.nextInt(20) == 0 ? 0.3 : 0,
        random.nextInt(25) == 0);
  }

  private static double logarithmic(Random random, double least, double most) {
    return least * Math.pow(most / least, random.nextDouble());
  }

  /// What the n-th connection is like; the same for every run on this network.
  Random connection(int number) {
    return new Random((seed * 101 + number) * 0x9E3779B97F4A7C15L);
  }

  /// Whether all connections are alike and nothing goes wrong, so that how long it takes says how
  /// good the plan is, and not how lucky.
  boolean isFair() {
    return path.spread() == 1 && faults.isCalm();
  }

  /// Whether a download can always be brought to its end.
  boolean isPassable() {
    return file.givesParts()
        && file.saysLength()
        && faults.wrongAnswers() == 0
        && !(faults.oneRequest() && (faults.meanLife() > 0 || faults.earlyEnds() > 0));
  }
}
