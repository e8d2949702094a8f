package org.sluice.engine.download;

import java.time.Instant;
import java.util.BitSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.CertificateProblem;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.item.StoredItem.Progress;
import org.sluice.engine.queue.Candidate;
import org.sluice.engine.range.Spans;
import org.sluice.engine.request.RateLimit;

/// One download of the list as it is now. It is small: what only a running one needs is in its run.
///
/// **Threads**: confined to the loop.
final class Item {
  final ItemId id;
  final Instant added;
  private DownloadRequest request;
  private long place;
  private @Nullable Identity identity;
  private Spans committed;
  private Progress progress;
  private @Nullable String hostKey;
  private @Nullable RateLimit limit;
  private String holdSentence = "";
  private Consumer<Item> onTurn = item -> {};

  /// What works on it; null while nothing does.
  @Nullable ItemRun run;

  /// Whether its newest commits may be missing, so that nothing is believed without samples.
  boolean verifyFirst;

  /// Which of its addresses is asked.
  private int source;

  /// Addresses that have failed since there was more of the file than before.
  final BitSet failedSources = new BitSet();

  /// Addresses that gave bytes that were wrong; not asked again before the user says so.
  final BitSet lyingSources = new BitSet();

  /// How often broken pieces were fetched again.
  int repairs;

  /// The most that there has ever been of its file since the user last wanted it.
  long mostHereBytes;

  /// How its last transfer failed in this process; null if none has.
  @Nullable TransferErrorCode lastCode;

  /// The number of the transfer that failed last in its run; 0 if that was none.
  long lastTransfer;

  /// What was wrong with the server's certificate, if that is why the last transfer failed.
  @Nullable CertificateProblem lastCertificate;

  /// Until when, by the loop's clock, what a server proved in the last run still holds.
  long provenUntilNanos;

  boolean proven;

  /// The room that its file was to take at once and could not; 0 if it could, or was not to.
  long refusedRoomBytes;

  /// A file that was about to be made when its run ended, so that an empty one may be left.
  @Nullable Identity announced;

  /// Where its file is, while the program runs; empty before anybody asked.
  String volume = "";

  /// Whether it waits for room that it has not begun to take, so that no other has to stop.
  boolean waitsForRoom;

  /// As it was shown last; null if it has changed since.
  @Nullable ItemView view;

  Item(StoredItem stored) {
    id = stored.id();
    added = stored.added();
    request = stored.request();
    place = stored.place();
    Identity kept = stored.identity();
    if (kept != null && kept.isAnnounced()) {
      announced = kept;
    } else {
      identity = kept;
    }
    committed = stored.committed();
    progress = stored.progress();
  }

  /// Told whenever something has changed that its turn depends on.
  void onTurn(Consumer<Item> listener) {
    onTurn = listener;
  }

  StoredItem stored() {
    return new StoredItem(id, request, added, place, identity, committed, progress);
  }

  DownloadRequest request() {
    return request;
  }

  long place() {
    return place;
  }

  @Nullable Identity identity() {
    return identity;
  }

  /// What is on the disk for sure.
  Spans committed() {
    return committed;
  }

  Progress progress() {
    return progress;
  }

  ItemState state() {
    return progress.state();
  }

  void request(DownloadRequest value) {
    request = value;
    hostKey = null;
    view = null;
    onTurn.accept(this);
  }

  void place(long value) {
    place = value;
    view = null;
    onTurn.accept(this);
  }

  void identity(@Nullable Identity value) {
    identity = value;
    announced = value == null ? announced : null;
    view = null;
  }

  void committed(Spans value) {
    committed = value;
    view = null;
  }

  void progress(Progress value) {
    progress = value;
    view = null;
    onTurn.accept(this);
  }

  /// Whether its turn is a question at all.
  boolean wantsTurns() {
    return switch (progress.state()) {
      case QUEUED, RUNNING, WAITING -> true;
      case PAUSED -> progress.reason() == StateReason.QUEUE_CLOSED;
      case VERIFYING, COMPLETE, FAILED -> false;
    };
  }

  /// As the choice of the next ones sees it. One that is ending still has its place.
  Candidate candidate() {
    ItemState state = run == null ? progress.state() : ItemState.RUNNING;
    return new Candidate(
        id,
        request.queue(),
        request.priority(),
        place,
        host(),
        state,
        progress.reason(),
        progress.until());
  }

  /// Every address may be tried again, and as often as if nothing had failed.
  void tryAnew() {
    source(0);
    failedSources.clear();
    lyingSources.clear();
    repairs = 0;
    mostHereBytes = 0;
    progress =
        new Progress(
            progress.state(),
            progress.reason(),
            progress.sentence(),
            progress.until(),
            progress.finished(),
            progress.fetchedBytes(),
            0);
    onTurn.accept(this);
  }

  /// The user vouches for what is here, until the next run has begun.
  void believed() {
    proven = true;
    provenUntilNanos = Long.MAX_VALUE;
  }

  /// Whether what is here needs no proof at `nowNanos`.
  boolean isProven(long nowNanos) {
    return proven && (provenUntilNanos == Long.MAX_VALUE || provenUntilNanos - nowNanos > 0);
  }

  int source() {
    return source;
  }

  /// Another address is asked from now on.
  void source(int value) {
    source = value;
    hostKey = null;
    onTurn.accept(this);
  }

  /// What is asked now.
  String address() {
    return request.sources().get(Math.min(source, request.sources().size() - 1)).url();
  }

  /// The server that it will ask first.
  String host() {
    String key = hostKey;
    if (key == null) {
      key = HostDesk.key(address());
      hostKey = key;
    }
    return key;
  }

  /// What its transfers share.
  RateLimit limit() {
    RateLimit mine = limit;
    if (mine == null) {
      mine = new RateLimit(request.fetch().limitBytesPerSecond());
      limit = mine;
    }
    return mine;
  }

  /// Why it has to wait for its turn; empty if it has not.
  void holdSentence(String sentence) {
    if (!sentence.equals(holdSentence)) {
      holdSentence = sentence;
      view = null;
    }
  }

  String holdSentence() {
    return holdSentence;
  }

  @Override
  public String toString() {
    return "download " + id;
  }
}
