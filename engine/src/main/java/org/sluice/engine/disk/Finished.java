package org.sluice.engine.disk;

import java.nio.file.Path;
import java.util.List;

/// How a complete file ended. The part file is closed in any case.
public sealed interface Finished {
  /// It has its name, and a power cut does not take it away.
  ///
  /// @param target may have got a number
  /// @param notes what did not work besides
  record Saved(Path target, List<Note> notes) implements Finished {
    public Saved {
      notes = List.copyOf(notes);
    }
  }

  /// It has not; everything is kept in the part file.
  ///
  /// @param step that failed
  record Kept(Path part, Step step, DiskFailure failure) implements Finished {}

  /// The steps, in their order.
  enum Step {
    WRITE,
    LENGTH,
    FORCE,
    CLAIM,
    FORCE_FOLDER,
    WEB_MARK,
    SERVER_TIME
  }

  /// Something that a whole file can do without.
  ///
  /// @param sentence for a person
  record Note(Step step, String sentence) {}
}
