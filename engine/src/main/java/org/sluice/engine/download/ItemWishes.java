package org.sluice.engine.download;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import org.sluice.engine.disk.DiskAnswer;
import org.sluice.engine.disk.DiskFailure;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Url;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.Proof;
import org.sluice.engine.item.Source;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.item.StoredItem.Progress;
import org.sluice.engine.item.Validators;
import org.sluice.engine.journal.JournalChange;
import org.sluice.engine.range.Spans;

/// What the user may want of one download.
///
/// **Threads**: confined to the loop. **Errors**: a download that is not in the list is a
/// [NoSuchElementException], a wish that makes no sense an [IllegalArgumentException].
final class ItemWishes {
  private static final Ending BY_USER = Ending.paused(StateReason.BY_USER, "");

  private final Site site;
  private final Runs runs;

  ItemWishes(Site site, Runs runs) {
    this.site = site;
    this.runs = runs;
  }

  Item item(ItemId id) {
    Item item = runs.find(id);
    if (item == null) {
      throw new NoSuchElementException("There is no download " + id + " in the list");
    }
    return item;
  }

  /// @throws IllegalArgumentException with a sentence for a person if its proxy makes no sense; an
  ///   address that makes none is kept, to be corrected
  CompletableFuture<ItemId> add(DownloadRequest request) {
    site.maker.check(request.fetch());
    ItemId id = site.journal.journal().nextId();
    Progress progress = request.startPaused() ? runs.progress(Progress.NEW, BY_USER) : Progress.NEW;
    StoredItem stored =
        new StoredItem(
            id,
            request,
            site.options.clock().instant(),
            runs.nextPlace(),
            null,
            Spans.EMPTY,
            progress);
    return runs.post(List.of(new JournalChange.Added(stored)))
        .thenApply(
            nothing -> {
              Item item = new Item(stored);
              runs.put(item);
              runs.tell(new DownloadEvent.Added(runs.views.of(item)));
              runs.turns.ask();
              return id;
            });
  }

  CompletableFuture<Void> pause(ItemId id) {
    Item item = item(id);
    if (item.run != null) {
      return runs.stopped(item, BY_USER, false);
    }
    runs.turns.ask(); // one that waits for a moment keeps a place
    return item.state().isOver() ? Site.done() : runs.become(item, BY_USER);
  }

  CompletableFuture<Void> resume(ItemId id) {
    Item item = item(id);
    runs.turns.admit(item);
    if (item.run != null) {
      return item.run.isEnding()
          ? runs.stopped(item, BY_USER, false).thenCompose(nothing -> resume(id))
          : Site.done();
    }
    if (item.state() == ItemState.COMPLETE) {
      return Site.done();
    }
    item.tryAnew();
    CompletableFuture<Void> safe = runs.become(item, Ending.queued(""));
    runs.turns.ask();
    return safe;
  }

  CompletableFuture<Void> restart(ItemId id) {
    Item item = item(id);
    if (item.run != null) {
      return runs.stopped(item, BY_USER, true).thenCompose(nothing -> restart(id));
    }
    CompletableFuture<Void> bare =
        item.state() == ItemState.COMPLETE ? forgetFile(item) : deletePart(item);
    return bare.thenCompose(nothing -> queueAgain(id));
  }

  private CompletableFuture<Void> queueAgain(ItemId id) {
    Item item = item(id);
    runs.turns.admit(item);
    item.tryAnew();
    CompletableFuture<Void> safe = runs.become(item, Ending.queued(""));
    runs.turns.ask();
    return safe;
  }

  private CompletableFuture<Void> deletePart(Item item) {
    Identity identity = item.identity();
    if (identity == null) {
      return Site.done();
    }
    return deletePart(identity).thenCompose(nothing -> forgetFile(item));
  }

  /// What has taken the place of the part file is not the download's: it stays, and is in nobody's
  /// way.
  private CompletableFuture<Void> deletePart(Identity identity) {
    return site.<Boolean>answer(
        then ->
            site.disk.delete(
                identity.part(),
                identity.partKey(),
                site.loop::post,
                given -> then.accept(isAnothers(given) ? new DiskAnswer.Done<>(false) : given)));
  }

  private static boolean isAnothers(DiskAnswer<Boolean> given) {
    return given instanceof DiskAnswer.Failed<Boolean>(DiskFailure failure)
        && (failure.kind() == DiskFailure.Kind.NOT_OURS
            || failure.kind() == DiskFailure.Kind.LINK_IN_THE_WAY);
  }

  private CompletableFuture<Void> forgetFile(Item item) {
    item.identity(null);
    item.committed(Spans.EMPTY);
    return runs.post(
        List.of(
            new JournalChange.Committed(item.id, Spans.EMPTY),
            new JournalChange.Identified(item.id, null)));
  }

  CompletableFuture<Void> remove(ItemId id, boolean deleteFile) {
    Item item = item(id);
    if (item.run != null) {
      return runs.stopped(item, BY_USER, true).thenCompose(nothing -> remove(id, deleteFile));
    }
    Identity identity = item.identity();
    boolean complete = item.state() == ItemState.COMPLETE;
    CompletableFuture<Void> deleted;
    if (identity == null || (complete && !deleteFile)) {
      deleted = site.<Boolean>answer(then -> site.leftOvers.delete(item, then));
    } else if (complete) {
      deleted =
          site.<Boolean>answer(
              then ->
                  site.disk.delete(identity.target(), identity.partKey(), site.loop::post, then));
    } else {
      deleted = deletePart(identity);
    }
    return deleted.thenCompose(
        nothing -> {
          runs.remove(id);
          runs.turns.ask();
          return runs.post(List.of(new JournalChange.Removed(id)))
              .thenRun(() -> runs.tell(new DownloadEvent.Removed(id)));
        });
  }

  CompletableFuture<Void> decide(ItemId id, ChangedFile choice) {
    Item item = item(id);
    if (item.run != null || item.progress().reason() != StateReason.FILE_CHANGED) {
      throw new IllegalArgumentException("Nothing is to be decided about download " + id);
    }
    return switch (choice) {
      case KEEP_OLD -> runs.become(item, BY_USER);
      case REPLACE_OLD -> restart(id);
      case TAKE_NEW -> takeNew(item);
      case CONTINUE -> believe(item);
    };
  }

  private CompletableFuture<Void> takeNew(Item item) {
    Identity identity = item.identity();
    if (identity == null) {
      return queueAgain(item.id);
    }
    return site.<Path>answer(then -> site.disk.moveAside(identity.part(), site.loop::post, then))
        .thenCompose(nothing -> forgetFile(item))
        .thenCompose(nothing -> queueAgain(item.id));
  }

  /// Of the validators only the length is kept: that is not a matter of belief.
  private CompletableFuture<Void> believe(Item item) {
    Identity old = item.identity();
    if (old == null) {
      return queueAgain(item.id);
    }
    Validators length = new Validators(old.validators().length(), null, null, null, null);
    Proof proof =
        new Proof(Proof.Level.UNVERIFIED, "You said that it is the same file; nothing proves it");
    item.identity(
        new Identity(old.target(), old.part(), old.partKey(), length, item.address(), proof));
    item.believed();
    return runs.post(List.of(new JournalChange.Identified(item.id, item.identity())))
        .thenCompose(nothing -> queueAgain(item.id));
  }

  CompletableFuture<Void> replaceAddress(ItemId id, String url) {
    Item item = item(id);
    try {
      Url.parse(url);
    } catch (TransferException e) {
      throw new IllegalArgumentException(e.sentence(), e);
    }
    if (item.state() == ItemState.COMPLETE) {
      throw new IllegalArgumentException("Download " + id + " is complete");
    }
    if (item.run != null) {
      return runs.stopped(item, BY_USER, false).thenCompose(nothing -> replaceAddress(id, url));
    }
    List<Source> sources = new ArrayList<>(item.request().sources());
    sources.set(0, Source.of(url));
    item.request(item.request().sources(sources));
    item.tryAnew();
    List<JournalChange> changes = new ArrayList<>();
    changes.add(new JournalChange.Requested(id, item.request()));
    Identity identity = item.identity();
    if (identity != null) {
      item.identity(Knowledge.movedAway(identity));
      changes.add(new JournalChange.Identified(id, item.identity()));
    }
    return runs.post(changes).thenCompose(nothing -> queueAgain(id));
  }

  CompletableFuture<Void> setLimit(ItemId id, long bytesPerSecond) {
    Item item = item(id);
    DownloadRequest request = item.request();
    CompletableFuture<Void> safe =
        want(item, request.fetch(request.fetch().limitBytesPerSecond(bytesPerSecond)));
    site.loop.limit(item.limit(), bytesPerSecond);
    runs.limitsChanged();
    return safe;
  }

  CompletableFuture<Void> change(ItemId id, DownloadRequest request) {
    Item item = item(id);
    item.request(request);
    if (item.run != null) {
      item.run.wishesChanged();
    }
    runs.turns.ask();
    return runs.post(List.of(new JournalChange.Requested(id, request)));
  }

  List<StoredItem> stored() {
    return runs.items.values().stream().map(Item::stored).toList();
  }

  CompletableFuture<Void> setPriority(ItemId id, int priority) {
    Item item = item(id);
    CompletableFuture<Void> safe = want(item, item.request().priority(priority));
    runs.turns.ask();
    return safe;
  }

  /// The item wants something else from now on.
  private CompletableFuture<Void> want(Item item, DownloadRequest request) {
    item.request(request);
    return runs.post(List.of(new JournalChange.Requested(item.id, request)));
  }

  CompletableFuture<Verification> verify(ItemId id) {
    Item item = item(id);
    Identity identity = item.identity();
    if (item.state() != ItemState.COMPLETE || identity == null) {
      throw new IllegalArgumentException("Download " + id + " is not complete");
    }
    return Verifying.of(identity.target(), item.request().checksums(), item.request().pieces());
  }

  CompletableFuture<Verification> repair(ItemId id) {
    return new Mending(site, runs).mend(item(id));
  }
}
