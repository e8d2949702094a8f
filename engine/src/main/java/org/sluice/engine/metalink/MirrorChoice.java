package org.sluice.engine.metalink;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.Source;

/// Which source feeds the next segment.
///
/// The first connection goes to the best that is known. As long as nothing is known, they spread
/// over the first few of the list. Then one at a time tries a source that is not known yet or not
/// any more, and the others go where most can be expected when the connections of a source share
/// what it gives.
///
/// **Threads**: a pure function.
///
/// **Source**: the adaptive URI selection of aria2(1), `--uri-selector`.
public sealed interface MirrorChoice {
  /// A known speed below this is no reason to prefer a source for the first connection.
  long GOOD_BYTES_PER_SECOND = 20 * 1024;

  /// So many by priority are worth a trial; a list may be of hundreds.
  int MOST_TRIALS = 10;

  /// After so long a speed says nothing any more.
  long STALE_NANOS = 600_000_000_000L;

  /// A sentence for a person.
  String reason();

  /// Ask this one.
  record Use(Source source, String reason) implements MirrorChoice {}

  /// None can be asked now.
  ///
  /// @param untilNanos when one may be; only meaningful if `soon`
  record Wait(boolean soon, long untilNanos, String reason) implements MirrorChoice {}

  /// None will ever do.
  record GiveUp(String reason) implements MirrorChoice {}

  /// @param sources in the order of their list
  /// @param country of the user in lower case; null if unknown
  static MirrorChoice next(List<SourceStats> sources, @Nullable String country, long nowNanos) {
    List<SourceStats> alive =
        sources.stream().filter(s -> s.standing() != SourceStats.Standing.DEAD).toList();
    if (alive.isEmpty()) {
      return new GiveUp("None of the " + sources.size() + " addresses has the file");
    }
    List<SourceStats> usable = alive.stream().filter(s -> mayBeAsked(s, nowNanos)).toList();
    if (usable.isEmpty()) {
      return whyNot(alive, nowNanos);
    }
    boolean first = sources.stream().allMatch(s -> s.connections() == 0);
    SourceStats fastest =
        usable.stream()
            .filter(s -> isKnown(s, nowNanos))
            .max(Comparator.comparingLong(MirrorChoice::expected))
            .orElse(null);
    if (first && fastest != null && fastest.bytesPerSecond() >= GOOD_BYTES_PER_SECOND) {
      return new Use(fastest.source(), "It was the fastest so far, with " + speed(fastest));
    }
    SourceStats untried =
        usable.stream()
            .filter(s -> !isKnown(s, nowNanos) && s.connections() == 0)
            .min(byRank(country))
            .orElse(null);
    if (untried != null && mayTry(sources, untried, fastest == null, country, nowNanos)) {
      return new Use(
          untried.source(),
          first
              ? "It comes first by its priority" + near(untried, country)
              : "It is tried beside the others, as nothing is known of it"
                  + near(untried, country));
    }
    if (fastest != null) {
      return new Use(fastest.source(), "Most can be expected of it: " + speed(fastest));
    }
    SourceStats least =
        usable.stream()
            .min(
                Comparator.<SourceStats>comparingInt(s -> s.connections())
                    .thenComparing(byRank(country)))
            .orElseThrow();
    return new Use(least.source(), "Nothing is known yet, and it has the fewest connections");
  }

  private static boolean mayBeAsked(SourceStats source, long nowNanos) {
    return !source.isFull()
        && (source.standing() == SourceStats.Standing.USABLE
            || source.blockedUntilNanos() - nowNanos <= 0);
  }

  private static MirrorChoice whyNot(List<SourceStats> alive, long nowNanos) {
    SourceStats soonest =
        alive.stream()
            .filter(s -> s.standing() == SourceStats.Standing.BLOCKED)
            .filter(s -> s.blockedUntilNanos() - nowNanos > 0)
            .min(Comparator.comparingLong(s -> s.blockedUntilNanos() - nowNanos))
            .orElse(null);
    return soonest == null
        ? new Wait(false, 0, "Every address has as many connections as it may")
        : new Wait(
            true,
            soonest.blockedUntilNanos(),
            "Every other address is full or has to be left alone");
  }

  /// Whether its speed is known and still worth something.
  private static boolean isKnown(SourceStats source, long nowNanos) {
    return source.isTested()
        && source.errorsInARow() == 0
        && (source.connections() > 0 || nowNanos - source.measuredNanos() < STALE_NANOS);
  }

  /// What a connection more would get, if those that it has share.
  private static long expected(SourceStats source) {
    int now = source.connections();
    return now == 0 ? source.bytesPerSecond() : source.bytesPerSecond() / (now + 1) * now;
  }

  /// The first few by rank; once something is known, one trial at a time.
  private static boolean mayTry(
      List<SourceStats> sources,
      SourceStats untried,
      boolean nothingKnown,
      @Nullable String country,
      long nowNanos) {
    boolean trialUnderWay =
        sources.stream().anyMatch(s -> s.connections() > 0 && !isKnown(s, nowNanos));
    long before = sources.stream().filter(s -> byRank(country).compare(s, untried) < 0).count();
    return before < MOST_TRIALS && (nothingKnown || !trialUnderWay);
  }

  /// Without errors first, then by priority, then near, then as listed: [List] sorts and minima are
  /// stable.
  private static Comparator<SourceStats> byRank(@Nullable String country) {
    return Comparator.comparingInt(SourceStats::errorsInARow)
        .thenComparingInt(s -> s.source().priority())
        .thenComparing(s -> country == null || !country.equals(s.source().location()));
  }

  private static String near(SourceStats source, @Nullable String country) {
    return country != null && country.equals(source.source().location())
        ? " and is in the same country"
        : "";
  }

  private static String speed(SourceStats source) {
    return source.bytesPerSecond() / 1024 + " KiB/s a connection";
  }
}
