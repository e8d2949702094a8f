package org.sluice.app.monitor;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sluice.app.shell.LinkedSelection;
import org.sluice.engine.item.ItemId;

/// Lets what is selected in the Monitor be what is selected elsewhere: a download, a transfer of it,
/// and its socket are one selection.
///
/// A trace from a file is of another run, so nothing of it is said elsewhere.
/// **Threads**: JavaFX.
final class SelectionLink {
  private final MonitorViewModel model;
  private final LinkedSelection selection;
  private final BooleanSupplier shown;
  private @Nullable ItemId wanted;

  /// @param shown whether the Monitor can be seen
  SelectionLink(MonitorViewModel model, LinkedSelection selection, BooleanSupplier shown) {
    this.shown = shown;
    this.model = model;
    this.selection = selection;
    model.linkedProperty().bindBidirectional(selection.linkedProperty());
    model.selectedProperty().subscribe(this::downloadSelected);
    model
        .selectedProperty()
        .flatMap(row -> row == null ? null : row.socketProperty())
        .subscribe(this::socketOfTransfer);
    model.travel().socketProperty().subscribe(this::socketSelected);
    selection.downloadProperty().subscribe(this::follow);
    selection.socketProperty().subscribe(this::followSocket);
    selection.askedProperty().subscribe(this::show);
  }

  private boolean speaks() {
    return selection.linkedProperty().get() && model.loadedProperty().get() == null;
  }

  /// What selects itself while nobody looks here, a failure, is not to be selected elsewhere.
  private void downloadSelected(@Nullable TransferRow row) {
    if (row == null) {
      return;
    }
    if (speaks() && shown.getAsBoolean()) {
      selection.downloadProperty().set(row.item());
    }
    socketOfTransfer(row.socketProperty().get());
  }

  /// The sockets that a download has are found by its transfers; the first one is shown.
  private void socketOfTransfer(@Nullable String socket) {
    TransferRow row = model.selectedProperty().get();
    String its = row != null && row.isWhole() ? firstSocket(row) : socket;
    if (its != null && !its.equals(TransferFaces.NO_SOCKET) && !ownsSocket(row)) {
      model.travel().socketProperty().set(Long.parseLong(its));
    }
  }

  /// Whether the socket that is selected is one of the selected row's already.
  private boolean ownsSocket(@Nullable TransferRow row) {
    Long socket = model.travel().socketProperty().get();
    TransferRow owner = socket == null ? null : model.transfers().withSocket(socket);
    return row != null
        && owner != null
        && (row.isWhole() ? owner.item().equals(row.item()) : owner.equals(row));
  }

  private @Nullable String firstSocket(TransferRow whole) {
    return model.transfers().rows().stream()
        .filter(row -> row.item().equals(whole.item()))
        .map(row -> row.socketProperty().get())
        .filter(socket -> !socket.equals(TransferFaces.NO_SOCKET))
        .findFirst()
        .orElse(null);
  }

  private void socketSelected(@Nullable Long socket) {
    if (socket == null) {
      return;
    }
    if (speaks() && shown.getAsBoolean()) {
      selection.socketProperty().set(socket);
    }
    TransferRow owner = model.transfers().withSocket(socket);
    TransferRow row = model.selectedProperty().get();
    if (owner == null || !model.linkedProperty().get()) {
      return;
    }
    if (row == null || !row.isWhole() || !row.item().equals(owner.item())) {
      model.selectedProperty().set(owner);
    }
  }

  private void follow(@Nullable ItemId id) {
    if (id != null && speaks()) {
      select(id);
    }
  }

  private void followSocket(@Nullable Long socket) {
    if (socket != null && speaks()) {
      model.travel().socketProperty().set(socket);
    }
  }

  /// Somebody asked to see it here: linked or not, and whatever moment is shown.
  private void show(@Nullable ItemId id) {
    if (id != null) {
      wanted = id;
      model.closeTrace();
      refresh();
    }
  }

  /// What was asked for may not have been in the list at the moment that was shown.
  void refresh() {
    ItemId id = wanted;
    if (id == null) {
      return;
    }
    if (model.transfers().find(id) != null) {
      wanted = null;
      select(id);
    } else if (!model.travel().isLive()) {
      model.travel().live();
    }
  }

  private void select(ItemId id) {
    TransferRow row = model.selectedProperty().get();
    if (row == null || !row.item().equals(id)) {
      TransferRow whole = model.transfers().find(id);
      if (whole != null) {
        model.selectedProperty().set(whole);
      }
    }
  }
}
