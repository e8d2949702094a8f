package org.sluice.app.pictures;

import java.util.List;

/// Some pictures that begin at the same place.
///
/// @param before brings the window there
record Part(Shot.Act before, List<Shot> shots) {
  Part {
    shots = List.copyOf(shots);
  }

  /// All of the tour, in order: what is shown of an empty list comes first.
  static List<Part> all(Studio studio, Director director) {
    Scenery scenery = new Scenery(studio, director);
    AddShots add = new AddShots(studio, director);
    DownloadShots downloads = new DownloadShots(studio, director, scenery);
    return List.of(
        new Part(() -> {}, new FirstRunShots(director).all()),
        new Part(() -> {}, add.all()),
        new Part(scenery::fill, downloads.states()),
        new Part(scenery::fill, downloads.details()),
        new Part(scenery::fill, downloads.dialogs()),
        new Part(scenery::fill, add.overList()),
        new Part(scenery::fill, new ShellShots(studio, director).all()),
        new Part(scenery::fill, new PreferenceShots(studio, director).all()),
        new Part(scenery::fill, new MonitorShots(studio, director, scenery).all()),
        new Part(scenery::fill, new LearnShots(studio, director).all()));
  }
}
