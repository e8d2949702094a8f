package org.sluice.engine.download;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.loop.SelectorLoop;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.queue.SpeedPlan;
import org.sluice.engine.queue.SystemAction;

/// The download core as the faces see it: a list of downloads that survives every crash.
///
/// A wish is posted to the loop; its future is complete once it has taken effect, and what must not
/// be forgotten is in the journal by then. A wish about a download that is not in the list fails
/// with [java.util.NoSuchElementException].
///
/// **Threads**: any. Futures complete on the loop's thread: what is chained there must not wait.
public final class Downloads implements AutoCloseable {
  private final DownloadCore core;

  private Downloads(DownloadCore core) {
    this.core = core;
  }

  /// Reads the list from the journal and goes on with what was running.
  ///
  /// @throws IOException if the folder or its journal cannot be used at all
  public static Downloads open(DownloadsOptions options) throws IOException {
    return open(options, World.real());
  }

  /// The same in another world, to see what it does when that fails.
  static Downloads open(DownloadsOptions options, World world) throws IOException {
    return new Downloads(DownloadCore.open(options, world));
  }

  // ---- one download -------------------------------------------------------------------------

  /// Puts a download into the list.
  public CompletableFuture<ItemId> add(DownloadRequest request) {
    return core.ask(() -> core.items.add(request));
  }

  /// Stops it; every byte that has come is kept and will not be fetched again.
  public CompletableFuture<Void> pause(ItemId id) {
    return core.ask(() -> core.items.pause(id));
  }

  /// Lets it go on, whatever it waited for; a failed one tries again with what it has.
  public CompletableFuture<Void> resume(ItemId id) {
    return core.ask(() -> core.items.resume(id));
  }

  /// Throws away what it has and begins at the first byte; a complete file stays where it is.
  public CompletableFuture<Void> restart(ItemId id) {
    return core.ask(() -> core.items.restart(id));
  }

  /// Takes it out of the list, and its part file from the disk.
  ///
  /// @param deleteFile whether a complete file goes too; only one that this download has made
  public CompletableFuture<Void> remove(ItemId id, boolean deleteFile) {
    return core.ask(() -> core.items.remove(id, deleteFile));
  }

  /// What is to happen to a download whose file is another one on the server now.
  public CompletableFuture<Void> decide(ItemId id, ChangedFile choice) {
    return core.ask(() -> core.items.decide(id, choice));
  }

  /// Gives it another address of the same file; what is here is proven against it and kept.
  public CompletableFuture<Void> replaceAddress(ItemId id, String url) {
    return core.ask(() -> core.items.replaceAddress(id, url));
  }

  /// Changes what is asked for: addresses, headers, limits, checksums. A file that has been begun
  /// keeps its place and its name. What runs goes on as it was asked for before.
  public CompletableFuture<Void> change(ItemId id, DownloadRequest request) {
    return core.ask(() -> core.items.change(id, request));
  }

  /// Reads the file again, hashes it, and compares that with every hash that is known.
  public CompletableFuture<Verification> verify(ItemId id) {
    return core.ask(() -> core.items.verify(id));
  }

  /// Reads a complete file whose pieces are known again; if some are broken, queues it so that they,
  /// and nothing else, are fetched again.
  ///
  /// @return what was found
  public CompletableFuture<Verification> repair(ItemId id) {
    return core.ask(() -> core.items.repair(id));
  }

  /// Limits one download from now on.
  ///
  /// @param bytesPerSecond 0 for no limit
  public CompletableFuture<Void> setLimit(ItemId id, long bytesPerSecond) {
    return core.ask(() -> core.items.setLimit(id, bytesPerSecond));
  }

  public CompletableFuture<Void> setPriority(ItemId id, int priority) {
    return core.ask(() -> core.items.setPriority(id, priority));
  }

  // ---- all of them, and their queues --------------------------------------------------------

  /// Limits all transfers together from now on; where the limit has hours, until the next of them.
  ///
  /// @param bytesPerSecond 0 for no limit
  /// @throws IllegalArgumentException if it is negative
  public CompletableFuture<Void> setLimit(long bytesPerSecond) {
    if (bytesPerSecond < 0) {
      throw new IllegalArgumentException("a limit cannot be negative: " + bytesPerSecond);
    }
    return core.ask(() -> core.list.setLimit(bytesPerSecond));
  }

  /// Limits all transfers together from now on, in some hours by another speed.
  public CompletableFuture<Void> setSpeed(SpeedPlan plan) {
    return core.ask(() -> core.list.setSpeed(plan));
  }

  /// The limit of all transfers together, and for how long.
  public CompletableFuture<SpeedNow> speed() {
    return core.ask(() -> CompletableFuture.completedFuture(core.list.speed()));
  }

  /// How transfers that start from now on reach their servers.
  public CompletableFuture<Void> setNetwork(DownloadsOptions.Network network) {
    return core.ask(() -> core.list.setNetwork(network));
  }

  /// Limits the connections to one host, of all downloads, from now on.
  ///
  /// @param most 0 for no limit
  /// @throws IllegalArgumentException if it is negative
  public CompletableFuture<Void> setHostConnections(int most) {
    if (most < 0) {
      throw new IllegalArgumentException("not a number of connections: " + most);
    }
    return core.ask(() -> core.list.setHostConnections(most));
  }

  /// Limits how many downloads run at once, in all queues together, from now on.
  ///
  /// @param most 0 for no limit
  /// @throws IllegalArgumentException if it is negative
  public CompletableFuture<Void> setAtOnce(int most) {
    if (most < 0) {
      throw new IllegalArgumentException("not a number of downloads: " + most);
    }
    return core.ask(() -> core.list.setAtOnce(most));
  }

  /// Makes a queue, or gives one of that name other rules, from now on.
  public CompletableFuture<Void> putQueue(QueueRules rules) {
    return core.ask(() -> core.list.putQueue(rules));
  }

  /// Gives a queue another name; its downloads stay in it. The main one keeps its name.
  public CompletableFuture<Void> renameQueue(String name, String other) {
    return core.ask(() -> core.list.renameQueue(name, other));
  }

  /// Puts a queue at another place among the queues: those in front have the first choice.
  ///
  /// @param place 0 for the first
  public CompletableFuture<Void> placeQueue(String name, int place) {
    return core.ask(() -> core.list.placeQueue(name, place));
  }

  /// Takes a queue away; its downloads go to the end of the main one.
  public CompletableFuture<Void> removeQueue(String name) {
    return core.ask(() -> core.list.removeQueue(name));
  }

  /// The rules of all queues, in their order.
  public CompletableFuture<List<QueueRules>> queues() {
    return core.ask(() -> CompletableFuture.completedFuture(core.list.queues()));
  }

  /// Starts what waits in a queue, as its rules allow.
  public CompletableFuture<Void> startQueue(String name) {
    return core.ask(() -> core.list.openQueue(name, true));
  }

  /// Starts nothing more from a queue, and pauses what runs.
  public CompletableFuture<Void> stopQueue(String name) {
    return core.ask(() -> core.list.openQueue(name, false));
  }

  /// Puts downloads into a queue, in this order.
  ///
  /// @param before the download that they come to stand in front of; null for the end
  public CompletableFuture<Void> move(List<ItemId> ids, String queue, @Nullable ItemId before) {
    return core.ask(() -> core.list.move(ids, queue, before));
  }

  // ---- to look at -----------------------------------------------------------------------------

  /// The latest picture of the list. Never waits: asks for a newer one for the next time.
  public DownloadsSnapshot snapshot() {
    return core.runs.views.snapshot();
  }

  /// The list as the journal keeps it: every request as it was given, with the secrets in it.
  public CompletableFuture<List<StoredItem>> stored() {
    return core.ask(() -> CompletableFuture.completedFuture(core.items.stored()));
  }

  /// A picture that is taken now.
  public CompletableFuture<DownloadsSnapshot> freshSnapshot() {
    return core.ask(() -> CompletableFuture.completedFuture(core.runs.views.take()));
  }

  /// Told of states on the loop's thread; must not wait. The one before is told nothing more.
  public void listener(Consumer<DownloadEvent> listener) {
    core.listener(listener);
  }

  /// From now on the computer's own actions, like sleep after a queue's last download, are told on the
  /// loop's thread instead of being done: whoever is told may ask the user first, and then
  /// [#perform]s them.
  ///
  /// @param told is given the name of the queue, too
  public CompletableFuture<Void> systemActions(BiConsumer<String, SystemAction> told) {
    return core.ask(
        () -> {
          core.outside.after.face(told);
          return Site.done();
        });
  }

  /// Does what the computer is to do. What is not possible is told as a notice.
  public CompletableFuture<Void> perform(SystemAction action) {
    return core.ask(
        () -> {
          core.outside.after.perform(action);
          return Site.done();
        });
  }

  /// The loop that runs everything, for a monitor.
  public SelectorLoop loop() {
    return core.loop();
  }

  /// Stops everything, forces what has come to the disk, and closes the journal: what is opened
  /// next on the same folder goes on where this ended.
  @Override
  public void close() {
    core.close();
  }
}
