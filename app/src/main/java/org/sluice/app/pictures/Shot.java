package org.sluice.app.pictures;

/// One picture of the tour.
///
/// @param name of the file, and of its sentence in the bundle
/// @param act brings the window to what is to be seen
/// @param anew whether the act is played for each theme once more
/// @param lasts whether there is time for everything to be drawn; else the first glimpse counts
record Shot(String name, Act act, boolean anew, boolean lasts) {
  /// What a user would do to get there, on the thread of the tour.
  interface Act {
    /// @throws NotReached if it does not come to be seen
    void play() throws NotReached, InterruptedException;
  }

  Shot {
    if (!name.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException("the name of a picture is the name of a file: " + name);
    }
  }

  static Shot of(String name, Act act) {
    return new Shot(name, act, false, true);
  }

  /// Of a menu: it does not change its colours while it is open.
  static Shot menu(String name, Act act) {
    return new Shot(name, act, true, true);
  }

  /// Of something that passes.
  static Shot passing(String name, Act act) {
    return new Shot(name, act, true, false);
  }
}
