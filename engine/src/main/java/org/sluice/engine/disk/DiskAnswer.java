package org.sluice.engine.disk;

/// What came of a question to the disk.
public sealed interface DiskAnswer<T> {
  /// It went well.
  record Done<T>(T value) implements DiskAnswer<T> {}

  /// It did not.
  record Failed<T>(DiskFailure failure) implements DiskAnswer<T> {}
}
