package org.sluice.engine.download;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.resume.AnswerDecision;
import org.sluice.engine.resume.OverlapPlan;
import org.sluice.engine.retry.Failure;
import org.sluice.engine.retry.FailureKind;
import org.sluice.engine.segment.PlanEvent.End;

/// What one run does after an answer without a wanted body, and after a failure.
///
/// **Threads**: confined to the loop.
final class RunVerdicts {
  /// A request for a part that got the whole instead is not made again sooner.
  private static final long NO_RANGE_NANOS = 1_000_000_000L;

  private final Site site;
  private final Item item;
  private final PartWork part;
  private final Knowledge know;
  private final RunNetwork network;
  private final RunFile file;
  private final RunProof proof;
  private final RunSteps run;
  private final Trouble trouble;
  private String obstacle = "";

  RunVerdicts(RunBench bench, RunNetwork network, RunFile file, RunProof proof, RunSteps run) {
    site = bench.site();
    item = bench.item();
    part = bench.part();
    know = bench.know();
    this.network = network;
    this.file = file;
    this.proof = proof;
    this.run = run;
    trouble = new Trouble(site, item, part, know);
  }

  /// A server gave what was asked for.
  void accepted() {
    obstacle = "";
  }

  /// What stands in the way since the last failure; empty for nothing.
  String obstacle() {
    return obstacle;
  }

  /// How many tries have failed in a row since the last byte came.
  int tries() {
    return trouble.tries();
  }

  /// What an answer without a wanted body leads to.
  ///
  /// @param carrier null if it was the answer to a sample
  void judge(@Nullable LiveCarrier carrier, AnswerDecision verdict) {
    Failure failure = Failures.of(verdict);
    if (failure != null) {
      item.lastCode = TransferErrorCode.HTTP_RETURNED_ERROR;
      item.lastCertificate = null;
      failed(carrier, failure);
      return;
    }
    switch (verdict) {
      case AnswerDecision.CompareFirst first -> {
        if (first.withoutCondition()) {
          know.etagWorks(false);
        }
        if (first.etagRefused()) {
          proof.etagRefused();
        }
        if (carrier == null) {
          run.stop(Ending.paused(StateReason.FILE_CHANGED, first.reason()));
        } else {
          run.compare(OverlapPlan.windows(part.here()));
        }
      }
      case AnswerDecision.NoRanges none -> noRanges(carrier, none);
      case AnswerDecision.NotSatisfiable not -> notSatisfiable(carrier, not);
      default -> failed(carrier, Failure.of(FailureKind.CUT, "The answer broke off"));
    }
  }

  private void noRanges(@Nullable LiveCarrier carrier, AnswerDecision.NoRanges none) {
    Segments plan = network.segments();
    if (none.remedy() == AnswerDecision.Remedy.KEEP_RUNNING && carrier != null && plan != null) {
      plan.ended(carrier, End.NO_RANGE, site.clock.nanoTime() + NO_RANGE_NANOS);
    } else {
      network.end();
      network.fetchWhole(false);
    }
  }

  private void notSatisfiable(@Nullable LiveCarrier carrier, AnswerDecision.NotSatisfiable not) {
    switch (not.next()) {
      case COMPLETE -> {
        network.end();
        know.length(not.total());
        run.allTaken();
      }
      case EMPTY -> {
        network.end();
        know.length(0);
        run.allTaken();
        if (carrier != null) {
          ResponseHead head = carrier.transfer().info().head();
          file.fresh(know.address(), head == null ? Headers.EMPTY : head.headers(), 0);
        }
      }
      case ASK_WHOLE -> {
        network.end();
        network.fetchWhole(false);
      }
      case CHANGED -> failed(carrier, Failure.of(FailureKind.CHANGED, not.reason()));
    }
  }

  /// A transfer broke.
  ///
  /// @param carrier null if it was no carrier's
  void broke(@Nullable LiveCarrier carrier, Transfer transfer, TransferErrorCode code) {
    item.lastCode = code;
    item.lastCertificate = transfer.info().certificate();
    follow(carrier, transfer.id(), Failures.of(code, transfer.info()));
  }

  /// @param carrier whose; null if it was no carrier's
  void failed(@Nullable LiveCarrier carrier, Failure failure) {
    follow(carrier, carrier == null ? 0 : carrier.transfer().id(), failure);
  }

  private void follow(@Nullable LiveCarrier carrier, long transfer, Failure failure) {
    item.lastTransfer = transfer;
    Segments plan = network.segments();
    if (plan != null && carrier != null && isAnswered(failure, carrier)) {
      String its = carrier.feed.host();
      int there = site.hosts.connections(its);
      network.feeds().failed(carrier, failure);
      plan.ended(carrier, End.FAILED, site.clock.nanoTime());
      refused(its, there, failure);
      return;
    }
    int others = plan == null ? 0 : plan.connections() - 1;
    int othersFed = plan == null || carrier == null ? 0 : plan.othersFed(carrier);
    String host = network.host();
    int attempted = site.hosts.connections(host);
    switch (trouble.after(failure, carrier, others, othersFed)) {
      case Trouble.Next.Hold(End how, long notBeforeNanos, String sentence) -> {
        obstacle = sentence;
        if (plan != null && carrier != null) {
          plan.ended(carrier, how, notBeforeNanos);
        }
      }
      case Trouble.Next.Stop(Ending why) -> run.stop(why);
    }
    refused(host, attempted, failure); // only now: the plan would else give up one that is served
  }

  private void refused(String by, int attempted, Failure failure) {
    if (failure.kind() == FailureKind.BUSY || failure.kind() == FailureKind.TOO_MANY) {
      site.hosts.refused(by, attempted, failure.retryAfter(), site.options.random().nextDouble());
    }
  }

  /// Whether another address goes on in its place: that of a mirror, or mirrors for the main one.
  private boolean isAnswered(Failure failure, LiveCarrier carrier) {
    Feeds feeds = network.feeds();
    boolean ofMirror = carrier.feed != feeds.main();
    boolean ofServer =
        failure.kind() != FailureKind.CHANGED && failure.kind() != FailureKind.SIGN_IN;
    return ofMirror || (ofServer && feeds.hasOther(carrier.feed));
  }
}
