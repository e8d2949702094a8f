package org.sluice.app.monitor;

import java.net.URI;
import java.nio.file.Path;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Amounts;
import org.sluice.app.fx.Messages;
import org.sluice.engine.download.FileResult;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.loop.TransferView;
import org.sluice.engine.multi.TransferInfo;

/// One transfer in the list; its properties are changed in place. **Threads**: JavaFX.
public final class TransferRow {
  private final long id;
  private final String url;
  private final String name;
  private final StringProperty amount = new SimpleStringProperty("");
  private final DoubleProperty progress = new SimpleDoubleProperty();
  private final StringProperty state = new SimpleStringProperty("");
  private final ObjectProperty<Phase> phase = new SimpleObjectProperty<>(Phase.QUEUED);
  private final StringProperty socket = new SimpleStringProperty("–");
  private final ObjectProperty<@Nullable Outcome> outcome = new SimpleObjectProperty<>();
  private @Nullable TransferInfo last;

  TransferRow(long id, String url, @Nullable Path file) {
    this.id = id;
    this.url = url;
    this.name = nameOf(url, file);
  }

  public long id() {
    return id;
  }

  /// For example `E7`.
  public String handle() {
    return "E" + id;
  }

  public String url() {
    return url;
  }

  /// The file's name.
  public String name() {
    return name;
  }

  /// What the engine said of it last; null before its first snapshot.
  public @Nullable TransferInfo last() {
    return last;
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

  /// How it ended; null while it runs.
  public ReadOnlyObjectProperty<@Nullable Outcome> outcomeProperty() {
    return outcome;
  }

  /// A sentence for a screen reader.
  public String spoken() {
    return Messages.text("transfer.accessible", handle(), name, state.get(), amount.get());
  }

  /// @param file what became of the file; null if there is none, or not yet
  void update(TransferView view, @Nullable FileResult file) {
    TransferInfo info = view.info();
    last = info;
    Phase now = Phase.of(info, file);
    progress.set(progressOf(info, now));
    amount.set(amountOf(info, now));
    state.set(Messages.text(now.ended() ? "state." + now : "state." + info.state()));
    socket.set(now.ended() || info.socketSerial() == 0 ? "–" : Long.toString(info.socketSerial()));
    TransferErrorCode result = info.result();
    if (result != null && outcome.get() == null) {
      outcome.set(Outcome.of(result, info, file));
    }
    phase.set(now);
  }

  private static double progressOf(TransferInfo info, Phase phase) {
    if (phase == Phase.DONE) {
      return 1;
    }
    return info.expected() > 0 ? Math.min(1, (double) info.received() / info.expected()) : 0;
  }

  private static String amountOf(TransferInfo info, Phase phase) {
    if (phase == Phase.DONE || info.expected() <= 0) {
      return Amounts.bytes(info.received());
    }
    return (int) (progressOf(info, phase) * 100) + " %";
  }

  private static String nameOf(String url, @Nullable Path file) {
    if (file != null && file.getFileName() != null) {
      return file.getFileName().toString();
    }
    try {
      URI uri = URI.create(url);
      String path = uri.getPath() == null ? "" : uri.getPath();
      String last = path.substring(path.lastIndexOf('/') + 1);
      return last.isEmpty() && uri.getHost() != null ? uri.getHost() : last;
    } catch (IllegalArgumentException notAUri) {
      return url;
    }
  }
}
