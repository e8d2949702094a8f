package org.sluice.engine.download;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.disk.DiskFailure;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.PieceHashes;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// The end of one run whose bytes are all here: its hashes and its name, and where it turns to when
/// the hashes are wrong.
///
/// **Threads**: confined to the loop.
final class RunEnd implements Completion.Boss {
  private final RunBench bench;
  private final Item item;
  private final PartWork part;
  private final Knowledge know;
  private final RunNetwork network;
  private final ItemRun.Listener listener;
  private final RunSteps run;
  private final Completion completion;
  private boolean allTaken;

  RunEnd(RunBench bench, RunNetwork network, ItemRun.Listener listener, RunSteps run) {
    this.bench = bench;
    item = bench.item();
    part = bench.part();
    know = bench.know();
    this.network = network;
    this.listener = listener;
    this.run = run;
    completion = new Completion(bench.site(), item, part, know, this);
  }

  /// What a head says of the file besides.
  ///
  /// @param first the address that was asked
  /// @param at where the answer came from in the end
  void learn(String first, String at, ResponseHead head) {
    completion.learn(first, at, head);
  }

  /// The file can be read from now on.
  void opened() {
    completion.opened();
  }

  /// There is more of the file.
  void grown() {
    completion.grown();
  }

  /// Whether the file is complete and waits for the Metalink that describes it.
  boolean isAwaiting() {
    return completion.isAwaiting();
  }

  boolean isNaming() {
    return completion.isNaming();
  }

  /// Bytes that were hashed; -1 if it is not verified now.
  long verifiedBytes() {
    return completion.verifiedBytes();
  }

  /// @return false if the file is getting its name already, which cannot be stopped
  boolean stop() {
    return completion.stop();
  }

  /// Every byte has been taken: ends the file as soon as there is one.
  void allTaken() {
    allTaken = true;
    if (know.length() < 0) {
      know.length(part.here().prefix());
    }
    finishIfTaken();
  }

  /// Ends the file if it is there and has every byte.
  void finishIfTaken() {
    if (!allTaken || part.file() == null) {
      return;
    }
    network.end();
    long length = know.length();
    if (length > 0 && !part.here().covers(new Span(0, length))) {
      throw new IllegalStateException(item + " misses " + part.here().gaps(length));
    }
    bench.identify();
    completion.begin();
  }

  @Override
  public void verifying() {
    listener.changed(item, new Ending(ItemState.VERIFYING, StateReason.NONE, "", null));
  }

  @Override
  public void proven() {
    bench.identify();
  }

  @Override
  public void completed(Ending why) {
    run.ended(why);
  }

  /// Leaves the network, to come back for what is broken and nothing else.
  @Override
  public void broken(Spans pieces) {
    PieceHashes known = item.request().pieces();
    if (known == null) {
      throw new IllegalStateException(item + " has no pieces");
    }
    part.lose(pieces);
    String elsewhere =
        item.repairs < Repair.MOST_TIMES ? goElsewhere(network.feeds().blame(pieces)) : null;
    Ending next = Repair.of(known, pieces, item.repairs, elsewhere);
    item.repairs++;
    run.stop(next);
  }

  /// Without pieces nobody knows what is wrong, but a mirror is the first to be doubted.
  @Override
  public void wrong(Ending why) {
    Spans doubtful = network.feeds().fromMirrors();
    if (doubtful.isEmpty() || item.repairs >= Repair.MOST_TIMES) {
      run.stop(why);
      return;
    }
    item.repairs++;
    network.feeds().distrustMirrors();
    part.lose(doubtful);
    run.stop(
        Ending.queued(
            "The file is not right; what came from mirrors is fetched again from "
                + network.host()));
  }

  /// Does not ask `liar` the next time.
  ///
  /// @return the host that is asked instead; null if the address stays the same
  private @Nullable String goElsewhere(Feed liar) {
    int sources = item.request().sources().size();
    item.lyingSources.set(liar.source);
    if (liar != network.feeds().main()) {
      return null;
    }
    int next = item.lyingSources.nextClearBit(0);
    Identity identity = item.identity();
    if (next >= sources || identity == null) {
      return null;
    }
    item.source(next);
    item.identity(Knowledge.movedAway(identity));
    return HostDesk.key(item.address());
  }

  @Override
  public void refused(Ending why) {
    run.stop(why);
  }

  @Override
  public void diskFailed(DiskFailure failure) {
    run.failed(null, Failures.of(failure));
  }
}
