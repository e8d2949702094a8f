package org.sluice.engine.download;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.disk.DiskFailure;
import org.sluice.engine.disk.PartFile;
import org.sluice.engine.disk.PartOpening;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.item.FileWish.Preallocation;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.PieceHashes;
import org.sluice.engine.item.Proof;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.item.Validators;
import org.sluice.engine.journal.HostFacts.Trait;
import org.sluice.engine.journal.JournalChange;
import org.sluice.engine.loop.Alarm;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;
import org.sluice.engine.resume.AnswerDecision;
import org.sluice.engine.resume.Basis;
import org.sluice.engine.resume.OverlapPlan;
import org.sluice.engine.resume.ProofDecision;
import org.sluice.engine.resume.ResumePlan;
import org.sluice.engine.resume.Strictness;
import org.sluice.engine.retry.Failure;
import org.sluice.engine.retry.FailureKind;
import org.sluice.engine.segment.PlanEvent.End;
import org.sluice.engine.segment.PlanLimits;
import org.sluice.engine.segment.PlanOptions;

/// One run of an item, from the moment it gets its turn until it leaves the network: opens the part
/// file, has what is there proven, fetches the rest, and ends the file.
///
/// **Threads**: confined to the loop.
final class ItemRun implements Fetch.Boss, Completion.Boss, HostDesk.Visitor {
  private static final long TICK_NANOS = 250_000_000L;

  /// A request for a part that got the whole instead is not made again sooner.
  private static final long NO_RANGE_NANOS = 1_000_000_000L;

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
  private final PartWork part;
  private final PartDoor door;
  private final Knowledge know;
  private String host;
  private final Trouble trouble;
  private final Completion completion;
  private final RunSpeed speed;
  private final HeldBack heldBack;
  private @Nullable Fetch fetch;
  private @Nullable SampleCheck samples;
  private @Nullable Alarm tick;
  private @Nullable Alarm wake;
  private long wakeNanos;
  private long tickNanos;
  private @Nullable Ending ending;
  private boolean allTaken;
  private boolean etagRefused;
  private String obstacle = "";
  private boolean discards;

  ItemRun(Site site, Item item, Listener listener) {
    this.site = site;
    this.item = item;
    this.listener = listener;
    part = new PartWork(site, item, this::diskFailed);
    door = new PartDoor(site, item, this::diskFailed, this::opened);
    know = new Knowledge(item.address());
    host = HostDesk.key(know.original());
    speed = new RunSpeed(site.clock.nanoTime());
    heldBack = new HeldBack(site.isLimited(item));
    trouble = new Trouble(site, item, part, know);
    completion = new Completion(site, item, part, know, this);
  }

  // ---- beginning ------------------------------------------------------------------------------

  void start() {
    item.lastCode = null;
    item.lastCertificate = null;
    site.hosts.enter(host, this);
    tick();
    Identity identity = item.identity();
    if (identity == null) {
      door.tidy(this::begin);
      return;
    }
    know.recall(identity, item.isProven(site.clock.nanoTime()));
    know.etagWorks(!site.hosts.has(host, Trait.NO_ETAG_IF_RANGE));
    door.kept(identity);
  }

  private void begin() {
    if (ending != null) {
      leave();
    } else {
      fetch(false);
    }
  }

  private void opened(PartOpening answer) {
    switch (answer) {
      case PartOpening.Opened(PartFile file) -> {
        item.refusedRoomBytes = 0;
        part.opened(file);
        if (ending != null) {
          leave();
        } else if (item.identity() == null) {
          named();
        } else {
          goOn(file);
        }
      }
      case PartOpening.Claimed _ -> {
        ending = Ending.complete(""); // also if it was to stop
        leave();
      }
      case PartOpening.Refused(DiskFailure failure) -> refused(failure);
    }
  }

  /// A part file that is gone costs its bytes, but nothing else is in the way of fetching them
  /// again.
  private void refused(DiskFailure failure) {
    if (ending != null) {
      leave();
      return;
    }
    switch (failure.kind()) {
      case FILE_GONE, NOT_OURS -> {
        part.forget();
        know.forget();
        item.identity(null);
        site.journal.post(
            new JournalChange.Identified(item.id, null),
            new JournalChange.Committed(item.id, Spans.EMPTY));
        fetch(false);
      }
      default -> {
        if (failure.kind().stopsVolume()
            && item.identity() == null
            && item.request().file().preallocation() == Preallocation.FULL) {
          item.refusedRoomBytes = Math.max(0, know.length());
        }
        failed(null, Failures.of(failure));
      }
    }
  }

  /// The file of an earlier run is open.
  private void goOn(PartFile file) {
    if (file.openedBytes() < endOf(item.committed())) {
      part.cutTo(file.openedBytes());
      site.journal.post( // before a byte behind the end makes the file longer, with a hole in it
          List.of(new JournalChange.Committed(item.id, part.here())),
          () -> {
            if (ending == null) {
              goOnWith();
            }
          });
    } else {
      goOnWith();
    }
  }

  private void goOnWith() {
    Spans here = part.here();
    if (know.length() >= 0 && !here.isEmpty() && here.gaps(know.length()).isEmpty()) {
      allTaken();
      return;
    }
    if (here.isEmpty()) {
      know.forget();
      fetch(false);
      return;
    }
    if (item.verifyFirst || know.length() < 0) {
      compare(OverlapPlan.windows(here));
      return;
    }
    switch (ResumePlan.decide(here, know.known(), know.basis(), know.etagWorks())) {
      case ResumePlan.AskForRest _ -> fetch(know.basis() == Basis.THIS_RUN);
      case ResumePlan.CompareFirst(Spans windows, String _) -> compare(windows);
      case ResumePlan.FromStart _ -> {
        know.forget();
        fetch(false);
      }
    }
  }

  private static long endOf(Spans spans) {
    return spans.isEmpty() ? 0 : spans.spans().getLast().to();
  }

  private void fetch(boolean proven) {
    Fetch made = new Fetch(site, item, part, know, options(), this);
    fetch = made;
    made.begin();
    if (proven) {
      made.proven();
    }
  }

  private void fetchWhole(boolean provenBySamples) {
    Fetch made = new Fetch(site, item, part, know, options(), this);
    fetch = made;
    made.beginWhole(provenBySamples);
  }

  private PlanOptions options() {
    return new PlanOptions(limits(), item.request().fetch().inOrder());
  }

  private PlanLimits limits() {
    return new PlanLimits(
        item.request().fetch().maxSegments(), site.hosts.share(host), heldBack.is());
  }

  @Override
  public void sharesChanged() {
    limitsChanged();
  }

  @Override
  public int connections() {
    return fetch == null ? 1 : fetch.segments().connections();
  }

  /// A limit of this item, its queue, its host or everything is another one now.
  void limitsChanged() {
    if (fetch != null) {
      fetch.segments().limits(limits());
    }
  }

  // ---- proof by samples -----------------------------------------------------------------------

  private void compare(Spans windows) {
    PartFile file = part.file();
    if (file == null) {
      throw new IllegalStateException(item + " has nothing to compare with");
    }
    endFetch();
    SampleCheck made = new SampleCheck(site, item, file, know, windows, this::compared);
    samples = made;
    made.begin();
  }

  private void compared(SampleCheck.Outcome outcome) {
    samples = null;
    if (ending != null) {
      return;
    }
    switch (outcome) {
      case SampleCheck.Outcome.Compared(Validators seen, var found) ->
          proven(
              seen,
              ProofDecision.decide(know.known(), seen, know.basis(), found, Strictness.LENIENT));
      case SampleCheck.Outcome.Unwanted(AnswerDecision verdict) -> judge(null, verdict);
      case SampleCheck.Outcome.Broke(Transfer transfer, TransferErrorCode code) ->
          broke(null, transfer, code);
      case SampleCheck.Outcome.Unreadable(DiskFailure failure) ->
          failed(null, Failures.of(failure));
    }
  }

  private void proven(Validators seen, ProofDecision decision) {
    switch (decision) {
      case ProofDecision.Continue go -> {
        know.proven(go);
        if (know.length() < 0 && seen.length() >= 0) {
          know.length(seen.length());
        }
        if (etagRefused) {
          site.journal.post(
              new JournalChange.HostLearned(site.hosts.learn(host, Trait.NO_ETAG_IF_RANGE)));
        }
        if (item.verifyFirst) {
          item.verifyFirst = false;
          site.journal.post(new JournalChange.Verified(item.id));
        }
        identify();
        if (know.length() < 0) { // nobody says where it ends: once more, over what is here
          fetchWhole(true);
        } else {
          fetch(true);
        }
      }
      case ProofDecision.Compare(String reason) ->
          stop(Ending.paused(StateReason.FILE_CHANGED, reason));
      case ProofDecision.Changed(boolean _, String reason) ->
          stop(Ending.paused(StateReason.FILE_CHANGED, reason));
    }
  }

  // ---- what the fetch tells -------------------------------------------------------------------

  @Override
  public void accepted(LiveCarrier carrier, ResponseHead head, Validators seen, Proof proof) {
    String at = carrier.transfer().info().effectiveUrl();
    know.accepted(seen, proof, at);
    obstacle = "";
    site.hosts.succeeded(host);
    listener.fed();
    moveHost(HostDesk.key(know.address()));
    if (part.file() == null && !door.isBusy()) {
      door.fresh(at, head.headers(), know.length());
    } else if (part.file() != null) {
      identify();
    }
    completion.learn(carrier.address, head);
  }

  private void moveHost(String next) {
    if (!next.equals(host)) {
      site.hosts.leave(host, this);
      host = next;
      site.hosts.enter(host, this);
    }
  }

  private void named() {
    identify();
    completion.opened();
    listener.named(item);
    if (allTaken) {
      finish();
    }
  }

  /// Tells the journal what is known of the file, if that is news.
  private void identify() {
    PartFile file = part.file();
    if (file == null) {
      return;
    }
    Identity next =
        new Identity(
            file.target(), file.part(), file.key(), know.known(), know.address(), know.proof());
    if (!next.equals(item.identity())) {
      item.identity(next);
      site.journal.post(new JournalChange.Identified(item.id, next));
    }
  }

  @Override
  public void hostCap(int connections, String reason) {
    site.journal.post(new JournalChange.HostLearned(site.hosts.learnCap(host, connections)));
  }

  @Override
  public void wholeNeeded(String reason) {
    site.loop.post(
        () -> {
          if (ending == null) {
            endFetch();
            fetchWhole(false);
          }
        });
  }

  @Override
  public void unwanted(LiveCarrier carrier, AnswerDecision verdict) {
    judge(carrier, verdict);
  }

  @Override
  public void broke(LiveCarrier carrier, TransferErrorCode code) {
    broke(carrier, carrier.transfer(), code);
  }

  /// What an answer without a wanted body leads to.
  ///
  /// @param carrier null if it was the answer to a sample
  private void judge(@Nullable LiveCarrier carrier, AnswerDecision verdict) {
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
        etagRefused |= first.etagRefused();
        if (carrier == null) {
          stop(Ending.paused(StateReason.FILE_CHANGED, first.reason()));
        } else {
          compare(OverlapPlan.windows(part.here()));
        }
      }
      case AnswerDecision.NoRanges none -> noRanges(carrier, none);
      case AnswerDecision.NotSatisfiable not -> notSatisfiable(carrier, not);
      default -> failed(carrier, Failure.of(FailureKind.CUT, "The answer broke off"));
    }
  }

  private void noRanges(@Nullable LiveCarrier carrier, AnswerDecision.NoRanges none) {
    if (none.remedy() == AnswerDecision.Remedy.KEEP_RUNNING && carrier != null && fetch != null) {
      fetch.segments().ended(carrier, End.NO_RANGE, site.clock.nanoTime() + NO_RANGE_NANOS);
    } else {
      endFetch();
      fetchWhole(false);
    }
  }

  private void notSatisfiable(@Nullable LiveCarrier carrier, AnswerDecision.NotSatisfiable not) {
    switch (not.next()) {
      case COMPLETE -> {
        endFetch();
        know.length(not.total());
        allTaken();
      }
      case EMPTY -> {
        endFetch();
        know.length(0);
        allTaken();
        if (part.file() == null && carrier != null) {
          ResponseHead head = carrier.transfer().info().head();
          door.fresh(know.address(), head == null ? Headers.EMPTY : head.headers(), 0);
        }
      }
      case ASK_WHOLE -> {
        endFetch();
        fetchWhole(false);
      }
      case CHANGED -> failed(carrier, Failure.of(FailureKind.CHANGED, not.reason()));
    }
  }

  /// @param carrier whose; null if it was no carrier's
  private void failed(@Nullable LiveCarrier carrier, Failure failure) {
    Segments plan = segments();
    int others = plan == null ? 0 : plan.connections() - 1;
    int othersFed = plan == null || carrier == null ? 0 : plan.othersFed(carrier);
    int attempted = site.hosts.connections(host);
    switch (trouble.after(failure, carrier, others, othersFed)) {
      case Trouble.Next.Hold(End how, long notBeforeNanos, String sentence) -> {
        obstacle = sentence;
        if (plan != null && carrier != null) {
          plan.ended(carrier, how, notBeforeNanos);
        }
      }
      case Trouble.Next.Stop(Ending why) -> stop(why);
    }
    if (failure.kind() == FailureKind.BUSY || failure.kind() == FailureKind.TOO_MANY) {
      // only now: the plan would else give up a carrier that is served for the one that is not
      site.hosts.refused(host, attempted, failure.retryAfter(), site.options.random().nextDouble());
    }
  }

  private void broke(@Nullable LiveCarrier carrier, Transfer transfer, TransferErrorCode code) {
    item.lastCode = code;
    item.lastCertificate = transfer.info().certificate();
    failed(carrier, Failures.of(code, transfer.info()));
  }

  /// How many tries have failed in a row since the last byte came.
  int tries() {
    return trouble.tries();
  }

  // ---- ticking --------------------------------------------------------------------------------

  private void tick() {
    if (ending == null) {
      tickNanos = site.clock.nanoTime() + TICK_NANOS;
      tick = site.loop.later(TICK_NANOS, this::tick);
      Fetch now = fetch;
      if (now != null) {
        part.note(now.segments().leases());
        if (heldBack.tick(part.takeHolds() > 0 || now.isRateLimited())) {
          limitsChanged();
        }
        now.segments().tick();
      }
      part.commitIfDue();
      if (now != null) {
        completion.grown();
      }
      speed.tick(
          site.clock.nanoTime(),
          part.fetchedBytes(),
          part.here().total(),
          know.length(),
          site.isLimited(item));
      item.view = null;
    }
  }

  @Override
  public void wakeAt(long nanos) {
    if (ending != null || nanos - tickNanos >= 0) {
      return; // the tick is sooner
    }
    if (wake != null && wake.isSet()) {
      if (wakeNanos - nanos <= 0) {
        return;
      }
      wake.cancel();
    }
    wakeNanos = nanos;
    wake = site.loop.later(Math.max(0, nanos - site.clock.nanoTime()), this::wake);
  }

  private void wake() {
    if (ending == null && fetch != null) {
      fetch.segments().tick();
    }
  }

  // ---- ending ---------------------------------------------------------------------------------

  @Override
  public void allTaken() {
    allTaken = true;
    if (know.length() < 0) {
      know.length(part.here().prefix());
    }
    PartFile file = part.file();
    if (file != null) {
      finish();
    }
  }

  private void finish() {
    endFetch();
    long length = know.length();
    if (length > 0 && !part.here().covers(new Span(0, length))) {
      throw new IllegalStateException(item + " misses " + part.here().gaps(length));
    }
    identify();
    completion.begin();
  }

  @Override
  public void verifying() {
    listener.changed(item, new Ending(ItemState.VERIFYING, StateReason.NONE, "", null));
  }

  @Override
  public void proven() {
    identify();
  }

  @Override
  public void completed(Ending why) {
    ending = why;
    leave();
  }

  /// Leaves the network, to come back for what is broken and nothing else.
  @Override
  public void broken(Spans pieces) {
    PieceHashes known = item.request().pieces();
    if (known == null) {
      throw new IllegalStateException(item + " has no pieces");
    }
    part.lose(pieces);
    String elsewhere = item.repairs < Repair.MOST_TIMES ? goElsewhere() : null;
    Ending next = Repair.of(known, pieces, item.repairs, elsewhere);
    item.repairs++;
    stop(next);
  }

  /// Asks another address the next time.
  ///
  /// @return its host; null if there is no other
  private @Nullable String goElsewhere() {
    int sources = item.request().sources().size();
    item.lyingSources.set(item.source());
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
    stop(why);
  }

  /// Bytes that were hashed; -1 if it is not verified now.
  long verifiedBytes() {
    return completion.verifiedBytes();
  }

  @Override
  public void diskFailed(DiskFailure failure) {
    failed(null, Failures.of(failure));
  }

  /// Leaves the network, keeps everything that came, and says so to the listener; nothing if it is
  /// ending already.
  void stop(Ending why) {
    if (ending == null && completion.stop()) { // a file that gets its name is ended in any case
      ending = why;
      endFetch();
      if (samples != null) {
        samples.cancel();
        samples = null;
      }
      if (door.isBusy()) {
        door.callOff();
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

  boolean isEnding() {
    return ending != null;
  }

  private void endFetch() {
    if (fetch != null) {
      part.note(fetch.segments().leases());
      fetch.segments().end();
      fetch = null;
    }
  }

  private void leave() {
    Ending why = Objects.requireNonNull(ending);
    if (tick != null) {
      tick.cancel();
      tick = null;
    }
    if (wake != null) {
      wake.cancel();
      wake = null;
    }
    site.hosts.leave(host, this);
    item.proven = know.basis() == Basis.THIS_RUN;
    item.provenUntilNanos = site.clock.nanoTime() + PROVEN_NANOS;
    Runnable end = () -> listener.ended(item, why);
    if (discards) {
      part.discard(end);
    } else {
      part.close(end);
    }
  }

  /// What stands in the way just now; empty for nothing.
  String obstacle() {
    if (ending != null) {
      return "It is stopping; what has come is being written";
    }
    if (completion.isNaming()) {
      return "It gets its name";
    }
    if (samples != null) {
      return "It is proven that the server still has the same file";
    }
    Fetch now = fetch;
    if (now == null) {
      return door.isBusy() ? "Its file is being opened" : "";
    }
    List<LiveCarrier> carriers = now.segments().carriers();
    if (carriers.isEmpty()) {
      return obstacle.isEmpty() ? "It waits a moment before it asks again" : obstacle;
    }
    if (carriers.stream().allMatch(carrier -> carrier.held)) {
      return "The disk is slower than the network";
    }
    return obstacle;
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
    return fetch == null ? null : fetch.segments();
  }

  Knowledge knowledge() {
    return know;
  }
}
