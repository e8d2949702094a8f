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
    /// All bytes are in the file.
    WRITE,
    /// They are as many as they must be.
    LENGTH,
    /// It is marked before it has its name, so that nobody ever finds it without.
    WEB_MARK,
    /// No power cut takes the bytes away.
    FORCE,
    /// It has its name.
    CLAIM,
    /// No power cut takes the name away.
    FORCE_FOLDER,
    /// It has the time of the server's file.
    SERVER_TIME
  }

  /// Something that a whole file can do without.
  ///
  /// @param sentence for a person
  record Note(Step step, String sentence) {}
}
