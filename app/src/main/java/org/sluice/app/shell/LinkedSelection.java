package org.sluice.app.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.ItemId;

/// What is selected, wherever it is shown: a download and a socket have one selection in all
/// perspectives while they are linked.
///
/// Each perspective writes what is selected in it and follows what others write.
///
/// **Threads**: JavaFX.
public final class LinkedSelection {
  private final BooleanProperty linked = new SimpleBooleanProperty(true);
  private final ObjectProperty<@Nullable ItemId> download = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Long> socket = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable ItemId> asked = new ReadOnlyObjectWrapper<>();

  /// Whether perspectives follow each other.
  public BooleanProperty linkedProperty() {
    return linked;
  }

  /// The download; null for none.
  public ObjectProperty<@Nullable ItemId> downloadProperty() {
    return download;
  }

  /// Asks the perspective that is shown next to show a download, linked or not.
  public void ask(ItemId id) {
    asked.set(null);
    asked.set(id);
    download.set(id);
  }

  /// Changes when somebody asks for a download.
  public ReadOnlyObjectProperty<@Nullable ItemId> askedProperty() {
    return asked.getReadOnlyProperty();
  }

  /// The socket, by its serial number, which is never used again; null for none.
  public ObjectProperty<@Nullable Long> socketProperty() {
    return socket;
  }
}
