package org.sluice.engine.disk;

import java.nio.file.Path;

/// What came of opening a part file.
public sealed interface PartOpening {
  /// It can be written to.
  record Opened(PartFile file) implements PartOpening {}

  /// Nothing is left to do: an earlier run has given the file its name, and was stopped before it
  /// could say so.
  record Claimed(Path target) implements PartOpening {}

  /// It could not be opened; what is there is as it was.
  record Refused(DiskFailure failure) implements PartOpening {}
}
