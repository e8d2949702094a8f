package org.sluice.app.downloads;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// How much room there is where downloads go.
final class FolderRoom extends VBox {
  private static final long EVERY_NANOS = 5_000_000_000L;

  private final DownloadsViewModel model;
  private final Label free = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private long askedNanos;

  FolderRoom(DownloadsViewModel model) {
    this.model = model;
    getStyleClass().add("folder-room");
    Label title = new Label(DownloadsWords.text("room.title"));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(DownloadsWords.text("room.title"));
    getChildren().addAll(new HBox(6, title, space, free), bar);
    model.snapshotProperty().subscribe(_ -> ask());
  }

  /// A disk may take its time to answer: it is asked on a thread of its own.
  private void ask() {
    long now = System.nanoTime();
    if (askedNanos != 0 && now - askedNanos < EVERY_NANOS) {
      return;
    }
    askedNanos = now;
    Path folder = model.folderProperty().get();
    Thread.ofVirtual()
        .name("sluice-room")
        .start(
            () -> {
              try {
                FileStore store = Files.getFileStore(existing(folder));
                long usable = store.getUsableSpace();
                long total = store.getTotalSpace();
                Platform.runLater(() -> show(usable, total));
              } catch (IOException e) {
                Platform.runLater(() -> free.setText(CellTexts.NONE)); // nothing to show
              }
            });
  }

  private void show(long usable, long total) {
    free.setText(DownloadsWords.text("room.free", CellTexts.size(usable)));
    bar.setProgress(total <= 0 ? 0 : 1 - (double) usable / total);
  }

  /// The folder may not have been made yet.
  private static Path existing(@Nullable Path folder) throws IOException {
    for (Path each = folder; each != null; each = each.getParent()) {
      if (Files.exists(each)) {
        return each;
      }
    }
    throw new IOException("no folder of " + folder + " exists");
  }
}
