package org.sluice.app.downloads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.sluice.app.said.Said;
import org.sluice.app.shell.Shell;

/// Shows the file of the chosen download, and its folder, with the programs of this desktop.
///
/// **Threads**: JavaFX.
final class FileActions {
  private final DownloadsViewModel model;
  private final Supplier<Shell> shell;

  /// @param shell asked when it is needed: there is none at the beginning
  FileActions(DownloadsViewModel model, Supplier<Shell> shell) {
    this.model = model;
    this.shell = shell;
  }

  void openFile() {
    Path file = file();
    if (file != null && isThere(file)) {
      attempt(() -> DesktopFiles.open(file, this::failed));
    }
  }

  /// Of one that is not complete, its folder is shown where its part is.
  void openFolder() {
    Path file = file();
    if (file == null) {
      return;
    }
    Path folder = file.getParent();
    if (isThere(folder == null ? file : folder)) {
      attempt(() -> DesktopFiles.reveal(file, this::failed));
    }
  }

  /// Whether the user has neither moved nor deleted it.
  private boolean isThere(Path path) {
    boolean there = Files.exists(path);
    if (!there) {
      shell.get().notice(DownloadsWords.text("desktop.gone", path.toString()));
    }
    return there;
  }

  private @Nullable Path file() {
    DownloadRow lead = model.lead();
    return lead == null ? null : lead.item().file().target();
  }

  /// What may fail on this desktop.
  private interface Attempt {
    void run() throws IOException;
  }

  private void attempt(Attempt attempt) {
    try {
      attempt.run();
    } catch (IOException e) {
      shell.get().notice(DownloadsWords.text("desktop.failed", Said.of(e)));
    }
  }

  private void failed(String command) {
    Platform.runLater(() -> shell.get().notice(DownloadsWords.text("desktop.failed", command)));
  }
}
