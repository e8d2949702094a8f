package org.sluice.app.add;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.checksum.ChecksumText;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.Checksum.Algorithm;

/// What was typed of what the file must hash to, and what it means.
///
/// **Threads**: JavaFX (or one thread in a test).
final class ChecksumField {
  private final ObjectProperty<Algorithm> algorithm = new SimpleObjectProperty<>(Algorithm.SHA_256);
  private final StringProperty text = new SimpleStringProperty("");

  ObjectProperty<Algorithm> algorithmProperty() {
    return algorithm;
  }

  StringProperty textProperty() {
    return text;
  }

  boolean isEmpty() {
    return text.get().isBlank();
  }

  /// The checksum that was typed; null if it is none.
  @Nullable Checksum parsed() {
    String typed = text.get().strip();
    if (typed.isEmpty()) {
      return null;
    }
    try {
      boolean digits = typed.matches("[0-9A-Fa-f]+");
      return digits ? new Checksum(algorithm.get(), typed) : ChecksumText.parse(typed);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /// Digits tell their algorithm by their number.
  void recognizeAlgorithm() {
    try {
      String typed = text.get().strip();
      if (!typed.isEmpty()) {
        algorithm.set(ChecksumText.parse(typed).algorithm());
      }
    } catch (IllegalArgumentException e) {
      return; // not a whole checksum yet
    }
  }
}
