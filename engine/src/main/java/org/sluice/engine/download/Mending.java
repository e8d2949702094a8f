package org.sluice.engine.download;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.journal.JournalChange;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// Has the broken pieces of a complete file fetched again, and nothing else: it becomes a part file
/// once more, from which they are missing.
///
/// The journal knows it before the file loses its name: a crash in between leaves a paused download
/// whose file has its name, which is then complete as it was.
///
/// **Threads**: confined to the loop.
final class Mending {
  private final Site site;
  private final Runs runs;

  Mending(Site site, Runs runs) {
    this.site = site;
    this.runs = runs;
  }

  /// @return what was found; the download is queued again if pieces were broken
  CompletableFuture<Verification> mend(Item item) {
    Identity identity = item.identity();
    if (item.state() != ItemState.COMPLETE || identity == null) {
      throw new IllegalArgumentException("Download " + item.id + " is not complete");
    }
    if (item.request().pieces() == null) {
      throw new IllegalArgumentException(
          "Nothing is known of the pieces of download "
              + item.id
              + "; to restart it fetches all of it again");
    }
    return Verifying.of(identity.target(), item.request().checksums(), item.request().pieces())
        .thenComposeAsync(found -> verified(item, identity, found), site.loop::post);
  }

  private CompletableFuture<Verification> verified(
      Item item, Identity identity, Verification found) {
    if (found.broken().isEmpty()) {
      return CompletableFuture.completedFuture(found);
    }
    if (item.state() != ItemState.COMPLETE
        || !identity.equals(item.identity())
        || !runs.items.containsKey(item.id)) {
      throw new IllegalStateException("Download " + item.id + " was changed while it was read");
    }
    Spans rest = Spans.of(new Span(0, identity.validators().length())).minus(found.broken());
    item.committed(rest);
    CompletableFuture<Void> known = runs.post(List.of(new JournalChange.Committed(item.id, rest)));
    CompletableFuture<Void> held =
        runs.become(
            item, Ending.paused(StateReason.BY_USER, found.sentence() + "; to be fetched again"));
    return known
        .thenCompose(nothing -> held)
        .thenCompose(nothing -> unname(item, identity))
        .thenCompose(nothing -> queued(item.id, found));
  }

  private CompletableFuture<Void> unname(Item item, Identity identity) {
    return site.<Boolean>answer(
            then ->
                site.disk.unname(
                    identity.target(), identity.partKey(), identity.part(), site.loop::post, then))
        .whenComplete(
            (nothing, problem) -> {
              if (problem != null) {
                runs.put(item, Ending.complete("")); // it is as it was
              }
            });
  }

  private CompletableFuture<Verification> queued(ItemId id, Verification found) {
    Item item = runs.items.get(id);
    if (item == null || item.run != null) {
      return CompletableFuture.completedFuture(found); // somebody was faster
    }
    runs.turns.admit(item);
    item.tryAnew();
    CompletableFuture<Void> safe =
        runs.become(item, Ending.queued(found.sentence() + "; fetched again"));
    runs.turns.ask();
    return safe.thenApply(nothing -> found);
  }
}
