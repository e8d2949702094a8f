package org.sluice.engine.download;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.item.Proof;
import org.sluice.engine.item.Validators;
import org.sluice.engine.journal.JournalChange;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.range.Spans;
import org.sluice.engine.resume.AnswerDecision;
import org.sluice.engine.resume.Basis;
import org.sluice.engine.retry.Failure;

/// One run of an item, from the moment it gets its turn until it leaves the network.
///
/// [RunFile] opens the part file, [RunProof] has what is there proven, [RunNetwork] fetches the rest,
/// [RunVerdicts] says what follows when that fails, and [RunEnd] ends the file.
///
/// **Threads**: confined to the loop.
final class ItemRun implements Fetch.Boss, RunSteps {
  /// So soon after a run nothing is proven anew.
  private static final long PROVEN_NANOS = 60_000_000_000L;

  /// Who is told what becomes of a run.
  interface Listener {
    /// Its file has a name.
    void named(Item item);

    /// A server gave what was asked for.
    void fed();

    /// It does something else now.
    void changed(Item item, Ending now);

    /// It is over, and everything that came is safe.
    void ended(Item item, Ending ending);
  }

  private final Site site;
  private final Item item;
  private final Listener listener;
  private final RunBench bench;
  private final PartWork part;
  private final Knowledge know;
  private final RunNetwork network;
  private final RunFile file;
  private final RunProof proof;
  private final RunVerdicts verdicts;
  private final RunEnd end;
  private final RunTicks ticks;
  private final RunSpeed speed;
  private @Nullable Ending ending;
  private boolean discards;

  ItemRun(Site site, Item item, Listener listener) {
    this.site = site;
    this.item = item;
    this.listener = listener;
    part = new PartWork(site, item, failure -> failed(null, Failures.of(failure)));
    know = new Knowledge(item.address());
    bench = new RunBench(site, item, part, know);
    network = new RunNetwork(bench, this);
    file = new RunFile(bench, network, this);
    proof = new RunProof(bench, network, this);
    verdicts = new RunVerdicts(bench, network, file, proof, this);
    end = new RunEnd(bench, network, listener, this);
    ticks = new RunTicks(site, this::tick, this::wake);
    speed = new RunSpeed(site.clock.nanoTime());
  }

  void start() {
    item.lastCode = null;
    item.lastCertificate = null;
    item.lastTransfer = 0;
    network.enter();
    ticks.begin();
    file.begin();
  }

  /// The user wants something else of this item.
  void wishesChanged() {
    network.wishesChanged();
  }

  /// A limit of this item, its queue, its host or everything is another one now.
  void limitsChanged() {
    network.limitsChanged();
  }

  // ---- what the fetch tells -------------------------------------------------------------------

  @Override
  public void accepted(LiveCarrier carrier, ResponseHead head, Validators seen, Proof now) {
    String at = carrier.transfer().info().effectiveUrl();
    know.accepted(seen, now, at);
    verdicts.accepted();
    site.hosts.succeeded(network.host());
    listener.fed();
    network.moveTo(HostDesk.key(know.address()));
    file.accepted(at, head.headers());
    end.learn(carrier.address, at, head);
  }

  @Override
  public void unwanted(LiveCarrier carrier, AnswerDecision verdict) {
    judge(carrier, verdict);
  }

  @Override
  public void mirrorFailed(LiveCarrier carrier, Failure failure) {
    failed(carrier, failure);
  }

  @Override
  public void broke(LiveCarrier carrier, TransferErrorCode code) {
    broke(carrier, carrier.transfer(), code);
  }

  @Override
  public void hostCap(int connections, String reason) {
    site.journal.post(
        new JournalChange.HostLearned(site.hosts.learnCap(network.host(), connections)));
  }

  @Override
  public void wholeNeeded(String reason) {
    site.loop.post(
        () -> {
          if (ending == null) {
            network.end();
            network.fetchWhole(false);
          }
        });
  }

  @Override
  public void wakeAt(long nanos) {
    if (ending == null) {
      ticks.wakeAt(nanos);
    }
  }

  // ---- what its parts have it do ----------------------------------------------------------------

  @Override
  public void compare(Spans windows) {
    proof.compare(windows);
  }

  @Override
  public void judge(@Nullable LiveCarrier carrier, AnswerDecision verdict) {
    verdicts.judge(carrier, verdict);
  }

  @Override
  public void broke(@Nullable LiveCarrier carrier, Transfer transfer, TransferErrorCode code) {
    verdicts.broke(carrier, transfer, code);
  }

  @Override
  public void failed(@Nullable LiveCarrier carrier, Failure failure) {
    verdicts.failed(carrier, failure);
  }

  @Override
  public void named() {
    end.opened();
    listener.named(item);
    end.finishIfTaken();
  }

  @Override
  public void allTaken() {
    end.allTaken();
  }

  // ---- ticking --------------------------------------------------------------------------------

  private void tick() {
    boolean fetches = network.tick();
    part.commitIfDue();
    if (fetches) {
      end.grown();
    }
    speed.tick(
        site.clock.nanoTime(),
        part.fetchedBytes(),
        part.here().total(),
        know.length(),
        site.isLimited(item));
    item.view = null;
  }

  private void wake() {
    Segments now = network.segments();
    if (now != null) {
      now.tick();
    }
  }

  // ---- ending ---------------------------------------------------------------------------------

  @Override
  public void stop(Ending why) {
    if (ending == null && end.stop()) { // a file that gets its name is ended in any case
      ending = why;
      ticks.end();
      network.end();
      proof.cancel();
      if (file.isBusy()) {
        file.callOff();
      } else {
        leave();
      }
    }
  }

  /// The same, but nothing of what came is worth keeping.
  void discard(Ending why) {
    discards = true;
    stop(why);
  }

  @Override
  public boolean isEnding() {
    return ending != null;
  }

  @Override
  public void ended(Ending why) {
    ending = why;
    leave();
  }

  @Override
  public void leave() {
    Ending why = Objects.requireNonNull(ending);
    ticks.end();
    network.leave();
    item.proven = know.basis() == Basis.THIS_RUN;
    item.provenUntilNanos = site.clock.nanoTime() + PROVEN_NANOS;
    Runnable then = () -> listener.ended(item, why);
    if (discards) {
      part.discard(then);
    } else {
      part.close(then);
    }
  }

  // ---- as it is now -----------------------------------------------------------------------------

  /// What stands in the way just now; empty for nothing.
  String obstacle() {
    if (ending != null) {
      return "It is stopping; what has come is being written";
    }
    if (end.isNaming()) {
      return "It gets its name";
    }
    if (end.isAwaiting()) {
      return "It is complete; the Metalink that describes it is still to come";
    }
    if (proof.isComparing()) {
      return "It is proven that the server still has the same file";
    }
    Segments now = network.segments();
    if (now == null) {
      return file.isBusy() ? "Its file is being opened" : "";
    }
    List<LiveCarrier> carriers = now.carriers();
    if (carriers.isEmpty()) {
      return verdicts.obstacle().isEmpty()
          ? "It waits a moment before it asks again"
          : verdicts.obstacle();
    }
    if (carriers.stream().allMatch(carrier -> carrier.held)) {
      return "The disk is slower than the network";
    }
    return verdicts.obstacle();
  }

  /// How many tries have failed in a row since the last byte came.
  int tries() {
    return verdicts.tries();
  }

  /// Bytes that the disk has no room for yet; -1 if nobody knows.
  long missingOnDisk() {
    return bench.missingOnDisk();
  }

  /// Bytes that were hashed; -1 if it is not verified now.
  long verifiedBytes() {
    return end.verifiedBytes();
  }

  long bytesPerSecond() {
    return speed.bytesPerSecond(site.clock.nanoTime(), part.fetchedBytes());
  }

  /// -1 if nobody can say.
  long etaSeconds() {
    return speed.etaSeconds();
  }

  /// Bytes over the network in this run.
  long fetchedBytes() {
    return part.fetchedBytes();
  }

  Spans here() {
    return part.here();
  }

  @Nullable Segments segments() {
    return network.segments();
  }

  Knowledge knowledge() {
    return know;
  }
}
