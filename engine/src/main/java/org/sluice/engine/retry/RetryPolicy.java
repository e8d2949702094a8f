package org.sluice.engine.retry;

import java.time.Duration;
import java.time.Instant;
import org.sluice.engine.http.RetryAfter;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.retry.RetryDecision.Again;
import org.sluice.engine.retry.RetryDecision.GiveUp;
import org.sluice.engine.retry.RetryDecision.OtherSource;
import org.sluice.engine.retry.RetryDecision.Pause;
import org.sluice.engine.retry.RetryDecision.WaitUntil;

/// How often, and how soon, a failed download is tried again.
///
/// The wait doubles from try to try; half of it is chance, so that many downloads of one host do
/// not come back together.
///
/// **Limits**: [#DEFAULT_TRIES] since the last byte came, [#DEFAULT_FIRST] to [#DEFAULT_LONGEST]
/// between two. A wait that a server asked for is as long as it asked.
///
/// @param tries how many in a row without a byte between them; 0 for none
/// @param first the wait before the first of them, at most
/// @param longest the wait before the last of them, at most
public record RetryPolicy(int tries, Duration first, Duration longest) {
  public static final int DEFAULT_TRIES = 10;
  public static final Duration DEFAULT_FIRST = Duration.ofSeconds(1);
  public static final Duration DEFAULT_LONGEST = Duration.ofSeconds(60);

  /// From here on a wait is told by the time of day, and leaves its place in the queue.
  public static final Duration LONG_WAIT = Duration.ofMinutes(5);

  public static final RetryPolicy DEFAULT =
      new RetryPolicy(DEFAULT_TRIES, DEFAULT_FIRST, DEFAULT_LONGEST);

  /// More doublings than this would leave a long.
  private static final int MOST_DOUBLINGS = 30;

  public RetryPolicy {
    if (tries < 0 || first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "no policy: " + tries + " tries, " + first + " to " + longest);
    }
  }

  /// @param failed how many tries have failed in a row since the last byte came, this one left out
  /// @param otherSource whether there is another address of the file that has not failed as well
  /// @param chance from 0 up to 1, that one left out
  /// @param now the wall clock
  public RetryDecision decide(
      Failure failure, int failed, boolean otherSource, double chance, Instant now) {
    if (otherSource && failure.kind().isOfTheSource()) {
      return new OtherSource(failure.sentence() + "; the next address is tried");
    }
    return switch (failure.kind()) {
      case NO_NAME, NO_CONNECTION, CUT, TIMEOUT, TLS_BROKEN ->
          again(failure, failed, StateReason.NOT_REACHED, chance, now);
      case SERVER_ERROR, NO_SENSE -> again(failure, failed, StateReason.REFUSED, chance, now);
      case BUSY -> again(failure, failed, StateReason.SERVER_BUSY, chance, now);
      case TOO_MANY ->
          failure
              .retryAfter()
              .<RetryDecision>map(asked -> waitFor(failure, asked, chance, now))
              .orElseGet(() -> new Again(backoff(failed, chance), false, failure.sentence()));
      case NETWORK_CHANGED, SLEPT ->
          new Again(
              backoff(0, chance), false, failure.sentence() + "; this counts as no failed try");
      case EXPIRED -> pause(failure, StateReason.NEEDS_ADDRESS);
      case NEEDS_CREDENTIALS -> pause(failure, StateReason.NEEDS_CREDENTIALS);
      case WEB_PAGE -> pause(failure, StateReason.WEB_PAGE);
      case SIGN_IN -> pause(failure, StateReason.CAPTIVE_PORTAL);
      case CHANGED, NO_RANGES -> pause(failure, StateReason.FILE_CHANGED);
      case NOT_TRUSTED -> pause(failure, StateReason.NOT_TRUSTED);
      case DISK_FULL -> pause(failure, StateReason.DISK_FULL);
      case CANNOT_WRITE -> pause(failure, StateReason.CANNOT_WRITE);
      case NAME_TAKEN -> pause(failure, StateReason.NAME_TAKEN);
      case JOURNAL_FAILED -> pause(failure, StateReason.JOURNAL_FAILED);
      case CANCELLED -> pause(failure, StateReason.BY_USER);
      case REFUSED -> new GiveUp(StateReason.REFUSED, failure.sentence());
      case BAD_REQUEST -> new GiveUp(StateReason.BAD_REQUEST, failure.sentence());
      case WRONG_CHECKSUM -> new GiveUp(StateReason.WRONG_CHECKSUM, failure.sentence());
    };
  }

  private RetryDecision again(
      Failure failure, int failed, StateReason atTheEnd, double chance, Instant now) {
    if (failed >= tries) {
      return new GiveUp(
          atTheEnd,
          failure.sentence()
              + (failed == 0
                  ? ""
                  : "; after "
                      + failed
                      + (failed == 1 ? " try" : " tries")
                      + " without a byte that is the end"));
    }
    RetryAfter asked = failure.retryAfter().orElse(null);
    if (asked != null && !asked.delay().isZero()) {
      return waitFor(failure, asked, chance, now);
    }
    return new Again(
        backoff(failed, chance),
        true,
        failure.sentence() + "; try " + (failed + 1) + " of " + tries);
  }

  /// Never earlier than asked, and a little later each, so that not all come at once.
  private WaitUntil waitFor(Failure failure, RetryAfter asked, double chance, Instant now) {
    Duration delay = asked.delay().plus(scaled(first, chance));
    return new WaitUntil(
        now.plus(delay),
        delay,
        delay.compareTo(LONG_WAIT) > 0,
        failure.sentence() + "; the server asked to wait " + asked.delay().toSeconds() + " s");
  }

  private static Pause pause(Failure failure, StateReason state) {
    return new Pause(state, failure.sentence());
  }

  /// Half of the doubled wait, and chance over the other half.
  Duration backoff(int failed, double chance) {
    if (chance < 0 || chance >= 1) {
      throw new IllegalArgumentException("chance is 0 up to 1: " + chance);
    }
    Duration whole = longest;
    if (failed < MOST_DOUBLINGS && first.compareTo(longest.dividedBy(1L << failed)) < 0) {
      whole = first.multipliedBy(1L << failed);
    }
    Duration half = whole.dividedBy(2);
    return half.plus(scaled(half, chance));
  }

  private static Duration scaled(Duration duration, double factor) {
    return Duration.ofNanos((long) (duration.toNanos() * factor));
  }
}
