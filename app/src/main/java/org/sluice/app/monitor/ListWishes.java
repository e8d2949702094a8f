package org.sluice.app.monitor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.sluice.app.said.Said;
import org.sluice.engine.item.ItemId;

/// What the user wants of the list of downloads: carried to the engine, and said if it is refused.
///
/// **Threads**: JavaFX (or one thread in a test).
public final class ListWishes {
  private final EngineFeed feed;
  private final TransferRows transfers;
  private final ObjectProperty<Path> folder;
  private final StringProperty complaint = new SimpleStringProperty("");
  private final List<Wish> wishes = new ArrayList<>();

  /// Something that was asked of the list.
  ///
  /// @param undo for one that it could not do
  private record Wish(CompletableFuture<?> answer, Runnable undo) {}

  ListWishes(EngineFeed feed, TransferRows transfers, Path folder) {
    this.feed = feed;
    this.transfers = transfers;
    this.folder = new SimpleObjectProperty<>(folder);
  }

  /// Where downloads go.
  public ObjectProperty<Path> folderProperty() {
    return folder;
  }

  /// What is wrong with the last wish; empty if nothing is.
  public ReadOnlyStringProperty complaintProperty() {
    return complaint;
  }

  /// Says under the toolbar what went wrong.
  public void complain(String words) {
    complaint.set(words);
  }

  /// Takes back the complaint.
  public void forgive() {
    complaint.set("");
  }

  /// Puts a download into the list; says its number once it is there.
  public CompletableFuture<ItemId> add(NewDownload download) {
    forgive();
    CompletableFuture<ItemId> added = feed.add(download);
    wishes.add(new Wish(added, () -> {}));
    return added;
  }

  public void pause(ItemId id) {
    wishes.add(new Wish(feed.pause(id), () -> {}));
  }

  public void resume(ItemId id) {
    wishes.add(new Wish(feed.resume(id), () -> {}));
  }

  private void remove(ItemId id) {
    transfers.remove(id);
    wishes.add(new Wish(feed.remove(id), () -> transfers.restore(id)));
  }

  public void pauseSelected() {
    TransferRow row = selected();
    if (row != null) {
      pause(row.item());
    }
  }

  public void resumeSelected() {
    TransferRow row = selected();
    if (row != null) {
      resume(row.item());
    }
  }

  public void removeSelected() {
    TransferRow row = selected();
    if (row != null) {
      remove(row.item());
    }
  }

  private @Nullable TransferRow selected() {
    return transfers.selectedProperty().get();
  }

  /// Says which wishes could not be fulfilled.
  void look() {
    for (Wish wish : wishes) {
      if (wish.answer().isCompletedExceptionally()) {
        Throwable problem = wish.answer().exceptionNow();
        wish.undo().run();
        if (!(problem instanceof NoSuchElementException)) { // else somebody else has removed it
          complain(Said.of(problem));
        }
      }
    }
    wishes.removeIf(wish -> wish.answer().isDone());
  }
}
