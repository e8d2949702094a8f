package org.sluice.engine.download;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.resume.AnswerDecision;
import org.sluice.engine.retry.Failure;
import org.sluice.engine.retry.FailureKind;
import org.sluice.engine.retry.RetryDecision;
import org.sluice.engine.segment.PlanEvent.End;

/// What follows from the failures of one run: asks the policy, and counts the tries.
///
/// **Threads**: confined to the loop.
final class Trouble {
  /// What the run is to do.
  sealed interface Next {
    /// Others go on; the place of this carrier stays empty for a while.
    ///
    /// @param how it ended, for the plan
    /// @param sentence why, for a person
    record Hold(End how, long notBeforeNanos, String sentence) implements Next {}

    /// Leave the network.
    record Stop(Ending ending) implements Next {}
  }

  private final Site site;
  private final Item item;
  private final PartWork part;
  private final Knowledge know;
  private int tries;

  Trouble(Site site, Item item, PartWork part, Knowledge know) {
    this.site = site;
    this.item = item;
    this.part = part;
    this.know = know;
    tries = item.progress().retries();
    item.mostHereBytes = Math.max(item.mostHereBytes, part.here().total());
  }

  /// How many tries have failed in a row since there was more of the file than ever before.
  int tries() {
    return hasMore() ? 0 : tries;
  }

  /// Bytes that come again and again are no progress: a server that always begins at the first one
  /// and always breaks off would be asked for ever.
  private boolean hasMore() {
    return part.here().total() > item.mostHereBytes;
  }

  /// @param carrier whose failure it is; null if it was no carrier's
  /// @param others how many other carriers there are
  /// @param othersFed how many of these receive bytes
  Next after(Failure failure, @Nullable LiveCarrier carrier, int others, int othersFed) {
    long now = site.clock.nanoTime();
    if (hasMore()) {
      tries = 0;
      item.failedSources.clear();
      item.mostHereBytes = part.here().total();
    }
    double chance = site.options.random().nextDouble();
    if (carrier != null && othersFed > 0 && isOfThisRequest(failure.kind())) {
      return new Next.Hold(End.NO_RANGE, now, failure.sentence());
    }
    boolean besides = carrier != null && others > 0;
    End how = carrier != null && isRefused(carrier) ? End.REFUSED : End.FAILED;
    if (leadsElsewhere(failure.kind()) && know.backToOriginal()) {
      return next(besides, how, now, Ending.queued(failure.sentence()));
    }
    item.failedSources.set(item.source());
    boolean otherSource = nextSource() < item.request().sources().size();
    Instant wall = site.options.clock().instant();
    return switch (site.policy.decide(failure, tries, otherSource, chance, wall)) {
      case RetryDecision.Again(Duration delay, boolean counts, String reason) -> {
        tries += counts ? 1 : 0;
        boolean busy = failure.kind() == FailureKind.BUSY;
        StateReason why = busy ? StateReason.SERVER_BUSY : StateReason.RETRY;
        Ending ending = Ending.waiting(why, reason, wall.plus(delay));
        yield next(besides, how, now + delay.toNanos(), ending);
      }
      case RetryDecision.WaitUntil(Instant until, Duration delay, boolean _, String reason) ->
          next(
              besides,
              how,
              now + delay.toNanos(),
              Ending.waiting(StateReason.SERVER_BUSY, reason, until));
      case RetryDecision.OtherSource(String reason) -> otherSource(reason);
      case RetryDecision.Pause(StateReason state, String reason) ->
          new Next.Stop(Ending.paused(state, reason));
      case RetryDecision.GiveUp(StateReason state, String reason) ->
          new Next.Stop(Ending.failed(state, reason));
    };
  }

  private Next otherSource(String reason) {
    item.source(nextSource());
    Identity identity = item.identity();
    if (identity != null) {
      item.identity(Knowledge.movedAway(identity));
    }
    return new Next.Stop(Ending.queued(reason));
  }

  private int nextSource() {
    BitSet useless = (BitSet) item.lyingSources.clone();
    useless.or(item.failedSources);
    return useless.nextClearBit(0);
  }

  private static Next next(boolean besides, End how, long notBeforeNanos, Ending ending) {
    return besides ? new Next.Hold(how, notBeforeNanos, ending.sentence()) : new Next.Stop(ending);
  }

  private static boolean isRefused(LiveCarrier carrier) {
    return carrier.verdict instanceof AnswerDecision.TooMany
        || carrier.verdict instanceof AnswerDecision.Busy;
  }

  /// What a one-time address answers to the second request says nothing of the first.
  private static boolean isOfThisRequest(FailureKind kind) {
    return switch (kind) {
      case EXPIRED, REFUSED, NEEDS_CREDENTIALS, WEB_PAGE, NO_RANGES -> true;
      default -> false;
    };
  }

  /// The end of the redirects may have run out while the address that the user gave has not.
  private static boolean leadsElsewhere(FailureKind kind) {
    return switch (kind) {
      case EXPIRED, REFUSED, NEEDS_CREDENTIALS, NO_NAME, NO_CONNECTION -> true;
      default -> false;
    };
  }
}
