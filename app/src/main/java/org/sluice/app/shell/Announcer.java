package org.sluice.app.shell;

import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;

/// A label that nobody sees: its words are read out when they change. JavaFX has no live regions, and the
/// focus is not to move because a download has ended.
///
/// **Threads**: JavaFX.
final class Announcer extends Label {
  private final Announcements announcements = new Announcements();

  Announcer() {
    setId("announcer");
    setManaged(false); // what is not visible would not be read either
    setOpacity(0);
    setMouseTransparent(true);
    resizeRelocate(0, 0, 1, 1);
  }

  void say(String words) {
    announcements.add(words);
  }

  /// @param topic of it only the newest is said
  void say(String topic, String words) {
    announcements.add(topic, words);
  }

  /// Ten times a second.
  void refresh(long nowNanos) {
    String words = announcements.due(nowNanos);
    if (!words.isEmpty()) {
      setText(words);
      notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT); // also if they are the same again
    }
  }
}
