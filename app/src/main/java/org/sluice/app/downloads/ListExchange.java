package org.sluice.app.downloads;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.stage.FileChooser;
import org.sluice.app.said.Said;
import org.sluice.app.shell.Shell;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.queue.QueueRules;

/// Writes the list of downloads to a file and takes in what such a file has.
///
/// **Threads**: JavaFX.
final class ListExchange {
  private final DownloadsViewModel model;
  private final Supplier<Shell> shell;

  /// @param shell asked when it is needed: there is none at the beginning
  ListExchange(DownloadsViewModel model, Supplier<Shell> shell) {
    this.model = model;
    this.shell = shell;
  }

  void exportList() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(DownloadsWords.text("command.export"));
    chooser.setInitialFileName("sluice-downloads.json");
    File file = chooser.showSaveDialog(shell.get().getScene().getWindow());
    if (file != null) {
      exportTo(file.toPath());
    }
  }

  void exportTo(Path file) {
    model.requests(items -> exportTo(file, items));
  }

  private void exportTo(Path file, List<StoredItem> items) {
    try {
      Files.writeString(file, ListFile.write(items), StandardCharsets.UTF_8);
      shell.get().toasts().say(DownloadsWords.text("exported", items.size(), file.toString()));
    } catch (IOException e) {
      shell.get().notice(DownloadsWords.text("export.failed", file.toString(), Said.of(e)));
    }
  }

  void importList() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(DownloadsWords.text("command.import"));
    File file = chooser.showOpenDialog(shell.get().getScene().getWindow());
    if (file != null) {
      importFrom(file.toPath());
    }
  }

  void importFrom(Path file) {
    try {
      List<DownloadRequest> requests =
          ListFile.read(Files.readString(file), model.folderProperty().get());
      model.requests(items -> add(requests, items));
    } catch (IOException | IllegalArgumentException e) {
      shell.get().notice(DownloadsWords.text("import.failed", file.toString(), Said.of(e)));
    }
  }

  private void add(List<DownloadRequest> requests, List<StoredItem> here) {
    Set<String> queues =
        model.queuesProperty().get().stream().map(QueueRules::name).collect(Collectors.toSet());
    List<DownloadRequest> fresh = fresh(requests, here, queues);
    for (DownloadRequest request : fresh) {
      var _ = model.add(request); // what fails is said in the list
    }
    int left = requests.size() - fresh.size();
    String added = DownloadsWords.text("imported", fresh.size());
    shell
        .get()
        .toasts()
        .say(left == 0 ? added : added + ". " + DownloadsWords.text("imported.known", left));
  }

  /// What is in the list already is left as it is; what was in a queue that is not here goes to
  /// the main one.
  static List<DownloadRequest> fresh(
      List<DownloadRequest> requests, List<StoredItem> here, Set<String> queues) {
    Set<String> known =
        here.stream().map(item -> address(item.request())).collect(Collectors.toSet());
    return requests.stream()
        .filter(request -> !known.contains(address(request)))
        .map(
            request ->
                queues.contains(request.queue())
                    ? request
                    : request.queue(DownloadRequest.MAIN_QUEUE))
        .toList();
  }

  private static String address(DownloadRequest request) {
    return request.sources().getFirst().url();
  }
}
