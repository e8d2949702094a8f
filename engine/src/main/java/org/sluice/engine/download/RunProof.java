package org.sluice.engine.download;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.disk.DiskFailure;
import org.sluice.engine.disk.PartFile;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.item.Validators;
import org.sluice.engine.journal.HostFacts.Trait;
import org.sluice.engine.journal.JournalChange;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.range.Spans;
import org.sluice.engine.resume.AnswerDecision;
import org.sluice.engine.resume.ProofDecision;
import org.sluice.engine.resume.Strictness;

/// Has what is here proven by samples, and goes on with what they say.
///
/// **Threads**: confined to the loop.
final class RunProof {
  private final RunBench bench;
  private final RunNetwork network;
  private final RunSteps run;
  private @Nullable SampleCheck samples;
  private boolean etagRefused;

  RunProof(RunBench bench, RunNetwork network, RunSteps run) {
    this.bench = bench;
    this.network = network;
    this.run = run;
  }

  /// An answer was the whole file, although the tag was to be that of what is here: if samples say
  /// that it is the same file, the host is remembered for it.
  void etagRefused() {
    etagRefused = true;
  }

  /// Whether samples are on their way.
  boolean isComparing() {
    return samples != null;
  }

  void compare(Spans windows) {
    PartFile file = bench.part().file();
    if (file == null) {
      throw new IllegalStateException(bench.item() + " has nothing to compare with");
    }
    network.end();
    SampleCheck made =
        new SampleCheck(bench.site(), bench.item(), file, bench.know(), windows, this::compared);
    samples = made;
    made.begin();
  }

  void cancel() {
    if (samples != null) {
      samples.cancel();
      samples = null;
    }
  }

  private void compared(SampleCheck.Outcome outcome) {
    samples = null;
    if (run.isEnding()) {
      return;
    }
    switch (outcome) {
      case SampleCheck.Outcome.Compared(Validators seen, var found) ->
          decided(
              seen,
              ProofDecision.decide(
                  bench.know().known(), seen, bench.know().basis(), found, Strictness.LENIENT));
      case SampleCheck.Outcome.Unwanted(AnswerDecision verdict) -> run.judge(null, verdict);
      case SampleCheck.Outcome.Broke(Transfer transfer, TransferErrorCode code) ->
          run.broke(null, transfer, code);
      case SampleCheck.Outcome.Unreadable(DiskFailure failure) ->
          run.failed(null, Failures.of(failure));
    }
  }

  private void decided(Validators seen, ProofDecision decision) {
    switch (decision) {
      case ProofDecision.Continue go -> goOn(seen, go);
      case ProofDecision.Compare(String reason) ->
          run.stop(Ending.paused(StateReason.FILE_CHANGED, reason));
      case ProofDecision.Changed(boolean _, String reason) ->
          run.stop(Ending.paused(StateReason.FILE_CHANGED, reason));
    }
  }

  private void goOn(Validators seen, ProofDecision.Continue decision) {
    Site site = bench.site();
    Item item = bench.item();
    Knowledge know = bench.know();
    know.proven(decision);
    if (know.length() < 0 && seen.length() >= 0) {
      know.length(seen.length());
    }
    if (etagRefused) {
      site.journal.post(
          new JournalChange.HostLearned(site.hosts.learn(network.host(), Trait.NO_ETAG_IF_RANGE)));
    }
    if (item.verifyFirst) {
      item.verifyFirst = false;
      site.journal.post(new JournalChange.Verified(item.id));
    }
    bench.identify();
    if (know.length() < 0) { // nobody says where it ends: once more, over what is here
      network.fetchWhole(true);
    } else {
      network.fetch(true);
    }
  }
}
