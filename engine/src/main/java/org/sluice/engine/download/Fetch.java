package org.sluice.engine.download;

import java.nio.ByteBuffer;
import java.util.List;
import org.sluice.engine.download.LiveCarrier.EnoughException;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.item.Proof;
import org.sluice.engine.item.Validators;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.multi.TransferState;
import org.sluice.engine.range.Spans;
import org.sluice.engine.request.BodySink.Answer;
import org.sluice.engine.resume.AnswerCheck;
import org.sluice.engine.resume.AnswerDecision;
import org.sluice.engine.resume.Expected;
import org.sluice.engine.resume.RangeRequest;
import org.sluice.engine.retry.Failure;
import org.sluice.engine.retry.FailureKind;
import org.sluice.engine.segment.Lease;
import org.sluice.engine.segment.PlanAction;
import org.sluice.engine.segment.PlanEvent;
import org.sluice.engine.segment.PlanEvent.End;
import org.sluice.engine.segment.PlanOptions;

/// Fetches what is missing of one file over as many connections as its plan wants, and has every
/// answer judged before a byte of it is taken.
///
/// **Threads**: confined to the loop.
final class Fetch implements Segments.Owner, LiveCarrier.Judge {
  /// Who is told what comes of it.
  interface Boss {
    /// An answer whose body is taken. The first of all opens the file.
    void accepted(LiveCarrier carrier, ResponseHead head, Validators seen, Proof proof);

    /// An answer whose body is not wanted; its transfer is over.
    void unwanted(LiveCarrier carrier, AnswerDecision verdict);

    /// A mirror does not give what it had; its transfer is over.
    void mirrorFailed(LiveCarrier carrier, Failure failure);

    /// A transfer that broke; its transfer is over.
    void broke(LiveCarrier carrier, TransferErrorCode code);

    /// Its plan wants to be asked at this time of the clock, if not before.
    void wakeAt(long nanos);

    /// The server bears only so many connections.
    void hostCap(int connections, String reason);

    /// The rest can only be had with the whole file.
    void wholeNeeded(String reason);

    /// Every byte has been taken.
    void allTaken();
  }

  /// After an answer without a byte it is not asked again sooner.
  private static final long EMPTY_ANSWER_NANOS = 1_000_000_000L;

  private final Site site;
  private final Item item;
  private final PartWork part;
  private final Knowledge know;
  private final Boss boss;
  private final Feeds feeds;
  private final Segments segments;
  private boolean whole;
  private boolean passOver;
  private boolean proven;

  /// @param options with the limits of now
  Fetch(Site site, Item item, PartWork part, Feeds feeds, PlanOptions options, Boss boss) {
    this.site = site;
    this.item = item;
    this.part = part;
    this.feeds = feeds;
    know = feeds.main().know;
    this.boss = boss;
    segments = new Segments(site.clock, options, this);
  }

  /// Asks for what is missing of a file of known length, or for all of one of which nothing is
  /// known.
  void begin() {
    long length = know.length();
    if (length < 0) {
      segments.begin(PlanEvent.UNKNOWN_LENGTH, Spans.EMPTY);
    } else {
      segments.begin(length, part.here().gaps(length));
    }
  }

  /// Asks for the whole file without a range.
  ///
  /// What is here is passed over if it is proven, or if the answer's strong tag proves it; else the
  /// answer is written over it, so that no two files are ever mixed.
  void beginWhole(boolean provenBySamples) {
    whole = true;
    passOver = provenBySamples;
    segments.begin(PlanEvent.UNKNOWN_LENGTH, Spans.EMPTY);
  }

  /// Samples have proven the file, so it may be more than one connection at once.
  void proven() {
    proven = true;
    segments.rangesProven();
  }

  /// Whether parts are asked for, and the answers are known to be of this file.
  boolean canBeginAnew() {
    return proven && !whole && know.length() >= 0 && !segments.isOver();
  }

  Segments segments() {
    return segments;
  }

  /// Whether a speed limit keeps a carrier waiting at this moment.
  boolean isRateLimited() {
    return segments.carriers().stream()
        .anyMatch(it -> it.transfer().info().state() == TransferState.RATELIMITING);
  }

  // ---- what the plan wants ------------------------------------------------------------------

  @Override
  public LiveCarrier carrier(PlanAction.Open open, LiveLease lease) {
    long to = open.to() == Lease.OPEN_END ? RangeRequest.TO_END : open.to();
    Feed feed = whole || !proven ? feeds.main() : feeds.next();
    RangeRequest sent = whole ? RangeRequest.whole() : feed.know.request(open.from(), to);
    LiveCarrier carrier =
        new LiveCarrier(
            open.carrier(),
            lease,
            new LiveCarrier.Request(sent, feed),
            site.clock.nanoTime(),
            this);
    Transfer transfer = new Transfer(site.transfer(item, feed.know, sent), carrier);
    carrier.carriedBy(transfer);
    return carrier;
  }

  @Override
  public void start(LiveCarrier carrier) {
    site.start(carrier.transfer(), code -> done(carrier, code));
  }

  @Override
  public void wakeAt(long nanos) {
    boss.wakeAt(nanos);
  }

  @Override
  public void cancel(LiveCarrier carrier) {
    part.drop(carrier);
    feeds.ended(carrier);
    site.cancel(carrier.transfer());
  }

  @Override
  public void left(LiveLease lease) {
    part.note(List.of(lease));
  }

  @Override
  public void hostCap(int connections, String reason) {
    long ofMirrors =
        segments.carriers().stream().filter(carrier -> carrier.feed != feeds.main()).count();
    boss.hostCap((int) Math.max(1, connections - ofMirrors), reason);
  }

  /// What `feed` feeds is to come from others.
  void drop(Feed feed) {
    for (LiveCarrier carrier : segments.carriers()) {
      if (carrier.feed == feed && !carrier.gone) {
        cancel(carrier);
        segments.ended(carrier, End.FAILED, site.clock.nanoTime());
      }
    }
  }

  @Override
  public void wholeNeeded(String reason) {
    boss.wholeNeeded(reason);
  }

  @Override
  public void finished() {
    part.note(segments.leases());
    boss.allTaken();
  }

  // ---- what the transfers bring -------------------------------------------------------------

  @Override
  public boolean head(LiveCarrier carrier, ResponseHead head) {
    part.note(segments.leases());
    Expected expected =
        carrier.feed.know.expected(carrier.sent, part.here().total(), segments.othersFed(carrier));
    if (expected == null) {
      return false;
    }
    AnswerDecision verdict = AnswerCheck.decide(expected, head, site.options.clock().instant());
    carrier.verdict = verdict;
    if (carrier.feed != feeds.main()) {
      return mirrored(carrier, verdict);
    }
    return switch (verdict) {
      case AnswerDecision.TakeBody body -> {
        carrier.answerEnd = body.span().to();
        accept(carrier, head, body.seen(), body.proof());
        segments.answered(carrier, carrier.askedNanos(), body.total(), true);
        yield !carrier.gone;
      }
      case AnswerDecision.TakeWhole all -> {
        carrier.answerEnd = all.total() < 0 ? Long.MAX_VALUE : all.total();
        if (passOver || know.isSurely(all.seen())) {
          part.passOverWhatIsHere();
        } else {
          part.startOver();
        }
        accept(carrier, head, all.seen(), Proof.NOT_NEEDED);
        boolean ranges = !whole && all.ranges() == AnswerDecision.Ranges.OFFERED;
        segments.answered(carrier, carrier.askedNanos(), all.total(), ranges);
        yield !carrier.gone;
      }
      case AnswerDecision.CompareFirst _,
          AnswerDecision.Changed _,
          AnswerDecision.NoRanges _,
          AnswerDecision.NotSatisfiable _,
          AnswerDecision.WebPage _,
          AnswerDecision.NeedsCredentials _,
          AnswerDecision.Expired _,
          AnswerDecision.TooMany _,
          AnswerDecision.Busy _,
          AnswerDecision.ServerError _,
          AnswerDecision.Refused _ ->
          false;
    };
  }

  /// A mirror has shown that it has the file: it gives what is asked for, or nothing.
  private boolean mirrored(LiveCarrier carrier, AnswerDecision verdict) {
    if (!(verdict instanceof AnswerDecision.TakeBody body)) {
      return false;
    }
    carrier.answerEnd = body.span().to();
    String at = carrier.transfer().info().effectiveUrl();
    carrier.feed.know.accepted(body.seen(), body.proof(), at);
    know.mixedWith(carrier.feed.know.proof());
    segments.answered(carrier, carrier.askedNanos(), body.total(), true);
    return !carrier.gone;
  }

  private void accept(LiveCarrier carrier, ResponseHead head, Validators seen, Proof proof) {
    boolean first = !proven;
    proven = true;
    boss.accepted(carrier, head, seen, proof);
    if (first && proof.level() != Proof.Level.SINGLE_RUN) {
      segments.rangesProven();
    }
  }

  @Override
  public Answer body(LiveCarrier carrier, ByteBuffer chunk) throws EnoughException {
    return part.take(carrier, chunk);
  }

  @Override
  public void room(LiveCarrier carrier) {
    part.release(carrier);
  }

  private void done(LiveCarrier carrier, TransferErrorCode code) {
    part.drop(carrier);
    feeds.ended(carrier);
    part.note(segments.leases());
    if (carrier.gone || segments.isOver()) {
      return;
    }
    AnswerDecision verdict = carrier.verdict;
    boolean ok = code == TransferErrorCode.OK;
    if (verdict != null && !carrier.isFed() && carrier.feed != feeds.main()) {
      Failure failure = Failures.of(verdict);
      boss.mirrorFailed(
          carrier, failure == null ? Failure.of(FailureKind.CHANGED, verdict.reason()) : failure);
    } else if (verdict == null || (carrier.isFed() && !isComplete(carrier, ok) && !ok)) {
      boss.broke(carrier, ok ? TransferErrorCode.GOT_NOTHING : code);
    } else if (!carrier.isFed()) {
      boss.unwanted(carrier, verdict);
    } else {
      End how = isComplete(carrier, ok) ? End.COMPLETE : End.FAILED;
      segments.ended(carrier, how, notBefore(carrier));
    }
  }

  /// After an answer that was shorter than what was asked for, the rest is asked for at once; but not
  /// if it had nothing at all.
  private long notBefore(LiveCarrier carrier) {
    long pause = carrier.position > carrier.sent.from() ? 0 : EMPTY_ANSWER_NANOS;
    return site.clock.nanoTime() + pause;
  }

  private static boolean isComplete(LiveCarrier carrier, boolean ok) {
    return carrier.lease.isComplete() || (ok && carrier.lease.to == Lease.OPEN_END);
  }
}
