package org.sluice.app.fx;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.text.TextFlow;

/// Keeps text that is wrapped wider than its words, in windows that are read from the right.
///
/// JavaFX 26.0.2 fails when a line ends inside of a run of right-to-left text. Between words
/// [org.sluice.app.language.Isolate] prevents it; inside of a word a line ends only where it has less
/// room than the word, as in the first pass over a window that has no width yet.
///
/// **Threads**: JavaFX.
final class WrapGuard {
  /// Wider than the longest word at the size of a title.
  private static final double LEAST = 160;

  private final ListChangeListener<Node> added = this::added;

  /// All under `node`, now and later.
  void watch(Node node) {
    if (node instanceof Labeled labeled) {
      labeled.wrapTextProperty().subscribe(wraps -> widen(labeled, wraps));
    } else if (node instanceof TextFlow flow) {
      widen(flow, true);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().removeListener(added);
      parent.getChildrenUnmodifiable().addListener(added);
      parent.getChildrenUnmodifiable().forEach(this::watch);
    }
  }

  private void added(ListChangeListener.Change<? extends Node> change) {
    while (change.next()) {
      change.getAddedSubList().forEach(this::watch);
    }
  }

  private static void widen(Region text, boolean wraps) {
    double least = text.getMinWidth();
    if (wraps && least < LEAST && least != Region.USE_PREF_SIZE) {
      text.setMinWidth(LEAST);
    }
  }
}
