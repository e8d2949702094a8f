package org.sluice.app.add;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// A link in the dialog, and what its server has said.
///
/// **Threads**: JavaFX.
final class LinkRow {
  private final Link link;
  private final ObjectProperty<@Nullable ProbeAnswer> answer = new SimpleObjectProperty<>();

  private final BooleanProperty known = new SimpleBooleanProperty();

  LinkRow(Link link) {
    this.link = link;
  }

  Link link() {
    return link;
  }

  /// Null before it is asked.
  ObjectProperty<@Nullable ProbeAnswer> answerProperty() {
    return answer;
  }

  /// Whether the list has it already.
  BooleanProperty knownProperty() {
    return known;
  }

  /// What the file will likely be called.
  String name() {
    String given = link.name();
    return given != null
        ? given
        : answer.get() instanceof ProbeAnswer.Ready ready
            ? ready.name()
            : Prober.lastSegment(link.url());
  }
}
