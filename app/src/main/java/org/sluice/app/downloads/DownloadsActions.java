package org.sluice.app.downloads;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.sluice.app.said.Said;
import org.sluice.app.shell.DialogBox;
import org.sluice.app.shell.LinkedSelection;
import org.sluice.app.shell.Shell;
import org.sluice.engine.download.ChangedFile;
import org.sluice.engine.error.CertificateProblem;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.request.TrustedCertificate;

/// What the commands of this perspective do, with the dialogs that they need.
///
/// **Threads**: JavaFX.
final class DownloadsActions {
  private final DownloadsViewModel model;
  private final LinkedSelection selection;
  private final Adding adding;
  private final LinkClipboard clipboard;
  private final QueueActions queues;
  private final ListExchange exchange;
  private final FileActions files;
  private @Nullable Shell shell;

  DownloadsActions(DownloadsViewModel model, LinkedSelection selection, Adding adding) {
    this.model = model;
    this.selection = selection;
    this.adding = adding;
    clipboard = new LinkClipboard(model, adding, this::shell);
    queues = new QueueActions(model, this::shell);
    exchange = new ListExchange(model, this::shell);
    files = new FileActions(model, this::shell);
  }

  LinkClipboard clipboard() {
    return clipboard;
  }

  QueueActions queues() {
    return queues;
  }

  ListExchange exchange() {
    return exchange;
  }

  FileActions files() {
    return files;
  }

  void attach(Shell to) {
    shell = to;
  }

  private Shell shell() {
    if (shell == null) {
      throw new IllegalStateException("there is no shell yet");
    }
    return shell;
  }

  // ---- adding ---------------------------------------------------------------------------------

  void add() {
    adding.open(shell(), "");
  }

  void add(String text) {
    adding.open(shell(), text);
  }

  /// Adds a link without a question; says whether it is one.
  boolean addNow(String link) {
    return adding.now(shell(), link);
  }

  void addFile(Path file) {
    adding.file(shell(), file);
  }

  void chooseFiles() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(DownloadsWords.text("command.addFile"));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(
                DownloadsWords.text("file.links"), "*.meta4", "*.metalink", "*.txt"),
            new FileChooser.ExtensionFilter(DownloadsWords.text("file.all"), "*"));
    List<File> files = chooser.showOpenMultipleDialog(shell().getScene().getWindow());
    if (files != null) {
      files.forEach(file -> addFile(file.toPath()));
    }
  }

  // ---- the selected ones ----------------------------------------------------------------------

  private List<DownloadRow> selected() {
    return List.copyOf(model.selected());
  }

  void pause() {
    model.rowWishes().pause(selected());
  }

  void resume() {
    model.rowWishes().resume(selected());
  }

  void pauseAll() {
    model.rowWishes().pause(model.all());
  }

  void resumeAll() {
    model.rowWishes().resume(model.all());
  }

  void toggle() {
    model.rowWishes().toggle(selected());
  }

  void remove() {
    List<DownloadRow> which = selected();
    String words = DownloadsWords.text("removed", which.size(), which.getFirst().item().name());
    DownloadRow next = model.shown().after(which);
    Set<ItemId> ids = model.rowWishes().remove(which);
    if (next != null) {
      model.reveal(next);
    }
    shell()
        .toasts()
        .say(words, DownloadsWords.text("removed.undo"), () -> model.rowWishes().undoRemove(ids));
  }

  void removeFromDisk() {
    List<DownloadRow> which = selected();
    String words = DownloadsWords.text("delete", which.size(), which.getFirst().item().name());
    DialogBox.ask(
        shell().dialogs(),
        DownloadsWords.text("delete.title"),
        words,
        DownloadsWords.text("dialog.cancel"),
        DownloadsWords.text("delete.yes"),
        () -> model.rowWishes().removeFromDisk(which));
  }

  void restart() {
    List<DownloadRow> which = selected();
    DialogBox.ask(
        shell().dialogs(),
        DownloadsWords.text("restart.title"),
        DownloadsWords.text("restart.words", which.size(), which.getFirst().item().name()),
        DownloadsWords.text("dialog.cancel"),
        DownloadsWords.text("restart.yes"),
        () -> which.forEach(row -> model.wish(model.feed().restart(row.id()))));
  }

  void verify() {
    for (DownloadRow row : selected()) {
      model.whenDone(
          model.feed().verify(row.id()),
          result -> shell().toasts().say(Said.of(result.sentence())));
    }
  }

  /// A complete one is opened, of another its properties are shown.
  void openOrShow() {
    DownloadRow lead = model.lead();
    if (lead != null && lead.group() == StateGroup.DONE) {
      files.openFile();
    } else {
      properties();
    }
  }

  void properties() {
    DownloadRow lead = model.lead();
    if (lead != null) {
      model.requests(
          items ->
              items.stream()
                  .filter(item -> item.id().equals(lead.id()))
                  .findFirst()
                  .ifPresent(item -> PropertiesDialog.open(shell().dialogs(), model, lead, item)));
    }
  }

  void newAddress() {
    DownloadRow lead = model.lead();
    if (lead != null) {
      NewAddressDialog.open(shell().dialogs(), model, lead);
    }
  }

  /// Shows the chain and asks whether this one certificate is to be accepted.
  void acceptCertificate() {
    DownloadRow lead = model.lead();
    CertificateProblem problem = lead == null ? null : lead.item().standing().certificate();
    TrustedCertificate exception = TrustedCertificates.of(problem);
    if (lead != null && problem != null && exception != null) {
      CertificateDialog.open(
          shell().dialogs(),
          problem,
          () -> {
            model.trust(exception);
            model.wish(model.feed().resume(lead.id()));
          });
    }
  }

  void decide(ItemId id, ChangedFile choice) {
    model.wish(model.feed().decide(id, choice));
  }

  void showInMonitor() {
    DownloadRow lead = model.lead();
    if (lead != null) {
      selection.ask(lead.id());
    }
    shell().show("monitor");
  }

  /// Shows in the Monitor how a download failed.
  void replay(DownloadRow row) {
    model.replay(row);
    shell().show("monitor");
  }

  void editCategories() {
    shell().openPreferences("categories");
  }

  void columns(DownloadsTable table) {
    ColumnsDialog.open(shell().dialogs(), table);
  }
}
