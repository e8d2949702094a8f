package org.sluice.engine.segment;

import java.util.Random;

/// A connection of the simulator.
final class SimConnection {
  private static final double FIRST_WINDOW = 14_600;

  final PlanAction.Open open;
  final double openedSeconds;
  final boolean refused;

  /// Waits until the server has a place for it.
  boolean silent;

  final boolean wrong;
  private final SimNetwork network;
  private final Random random;
  private final double capBytesPerSecond;
  private double readySeconds;
  private final double breaksAfter;
  private final double endsEarlyAfter;
  private double rampSeconds;
  private double stallUntilSeconds;
  private double nextStallSeconds;
  private double fraction;
  boolean answered;
  long position;

  SimConnection(
      SimNetwork network,
      PlanAction.Open open,
      int number,
      int others,
      double nowSeconds,
      boolean warm) {
    this.network = network;
    this.open = open;
    openedSeconds = nowSeconds;
    position = open.from();
    random = network.connection(number);
    SimNetwork.Faults faults = network.faults();
    double spread = Math.pow(network.path().spread(), 2 * random.nextDouble() - 1);
    // The first is a usual one, so that one connection alone is a fair measure.
    capBytesPerSecond = network.path().eachBytesPerSecond() * (number == 0 ? 1 : spread);
    double trips = warm ? 1 : 3;
    readySeconds = nowSeconds + trips * network.path().rtt() + 0.002 * random.nextDouble();
    // A connection that is used again has its window already.
    rampSeconds = warm ? readySeconds - 20 * network.path().rtt() : readySeconds;
    refused = others >= faults.mostConnections() || (faults.oneRequest() && number > 0);
    silent = faults.silentBeyond() < Integer.MAX_VALUE;
    wrong = number > 0 && random.nextDouble() < faults.wrongAnswers();
    breaksAfter =
        faults.meanLife() == 0
            ? Double.MAX_VALUE
            : -faults.meanLife() * Math.log(1 - random.nextDouble());
    // Without a length nobody could tell that this was not the end.
    endsEarlyAfter =
        random.nextDouble() < faults.earlyEnds() && network.file().saysLength()
            ? 1e6 * random.nextDouble()
            : Double.MAX_VALUE;
    nextStallSeconds = readySeconds + untilStall();
  }

  /// The server has a place for it now.
  void place(double nowSeconds) {
    silent = false;
    readySeconds = Math.max(readySeconds, nowSeconds + network.path().rtt());
    rampSeconds = readySeconds;
    nextStallSeconds = readySeconds + untilStall();
  }

  private double untilStall() {
    double often = network.faults().stallsPerSecond();
    return often == 0 ? Double.MAX_VALUE : -Math.log(1 - random.nextDouble()) / often;
  }

  boolean isReady(double nowSeconds) {
    return !silent && nowSeconds >= readySeconds;
  }

  /// What it would take if it were alone.
  double demand(double nowSeconds) {
    if (!isReady(nowSeconds) || nowSeconds < stallUntilSeconds) {
      return 0;
    }
    if (nowSeconds >= nextStallSeconds) {
      stallUntilSeconds = nowSeconds + network.faults().stallSeconds() * random.nextDouble();
      nextStallSeconds = stallUntilSeconds + untilStall();
      rampSeconds = stallUntilSeconds - 4 * network.path().rtt();
      return 0;
    }
    double rtt = network.path().rtt();
    double ramp = FIRST_WINDOW * Math.pow(2, Math.min(40, (nowSeconds - rampSeconds) / rtt)) / rtt;
    return Math.min(capBytesPerSecond, ramp);
  }

  /// Bytes come, up to the end of the lease.
  long receive(double bytes, long end) {
    double whole = Math.min(bytes + fraction, end - position);
    fraction = bytes + fraction - (long) whole;
    position += (long) whole;
    return (long) whole;
  }

  boolean breaks() {
    return position - open.from() >= breaksAfter;
  }

  boolean endsEarly() {
    return position - open.from() >= endsEarlyAfter;
  }
}
