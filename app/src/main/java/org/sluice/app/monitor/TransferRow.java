package org.sluice.app.monitor;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Messages;
import org.sluice.engine.item.ItemId;

/// A download in the list, or one of several transfers that feed it; its properties are changed in
/// place. **Threads**: JavaFX.
public final class TransferRow {
  /// For a row that is not one transfer but the whole download.
  static final long WHOLE = 0;

  private final ItemId item;
  private final long transfer;
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty handle = new SimpleStringProperty("");
  private final StringProperty amount = new SimpleStringProperty("");
  private final DoubleProperty progress = new SimpleDoubleProperty();
  private final StringProperty state = new SimpleStringProperty("");
  private final ObjectProperty<Phase> phase = new SimpleObjectProperty<>(Phase.QUEUED);
  private final BooleanProperty open = new SimpleBooleanProperty(true);
  private final IntegerProperty parts = new SimpleIntegerProperty();
  private final StringProperty socket = new SimpleStringProperty(TransferFaces.NO_SOCKET);
  private final ObjectProperty<@Nullable Outcome> outcome = new SimpleObjectProperty<>();

  /// @param transfer [#WHOLE] for the download itself
  TransferRow(ItemId item, long transfer) {
    this.item = item;
    this.transfer = transfer;
  }

  /// The download, which is what the buttons mean.
  public ItemId item() {
    return item;
  }

  /// Whether it is a whole download and not one of its transfers.
  public boolean isWhole() {
    return transfer == WHOLE;
  }

  /// The file's name, with the number of the segment if it is one.
  public String name() {
    return name.get();
  }

  public ReadOnlyStringProperty nameProperty() {
    return name;
  }

  /// For example `E7`, or `4 ×` for a download that has several transfers; empty before the first.
  public ReadOnlyStringProperty handleProperty() {
    return handle;
  }

  /// Percent if the length is known, else what has come so far.
  public ReadOnlyStringProperty amountProperty() {
    return amount;
  }

  /// 0 to 1.
  public ReadOnlyDoubleProperty progressProperty() {
    return progress;
  }

  /// The word for its state.
  public ReadOnlyStringProperty stateProperty() {
    return state;
  }

  public ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase;
  }

  /// The number of its socket; an en dash for none.
  public ReadOnlyStringProperty socketProperty() {
    return socket;
  }

  /// Where it stands if it does not run; null while it does.
  public ReadOnlyObjectProperty<@Nullable Outcome> outcomeProperty() {
    return outcome;
  }

  /// How many rows of its transfers stand under it, if it is open.
  IntegerProperty partsProperty() {
    return parts;
  }

  /// Whether the rows of its transfers are shown.
  BooleanProperty openProperty() {
    return open;
  }

  /// A sentence for a screen reader.
  public String spoken() {
    return Messages.text(
        "transfer.accessible", handle.get(), name.get(), state.get(), amount.get());
  }

  void show(TransferFace face) {
    name.set(face.name());
    if (!face.handle().isEmpty()) {
      handle.set(face.handle()); // else that of its last transfer stays
    }
    amount.set(face.amount());
    progress.set(face.progress());
    state.set(face.state());
    socket.set(face.socket());
    if (!java.util.Objects.equals(outcome.get(), face.outcome())) {
      outcome.set(face.outcome());
    }
    phase.set(face.phase());
  }
}
