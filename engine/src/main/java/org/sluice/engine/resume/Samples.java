package org.sluice.engine.resume;

/// What comparing the windows of an [OverlapPlan] gave.
public sealed interface Samples {
  /// They have not been compared.
  record NotCompared() implements Samples {}

  /// They are equal.
  ///
  /// @param bytes how many were compared
  /// @param everything whether that is all there is on the disk, so that nothing is left to doubt
  record Equal(long bytes, boolean everything) implements Samples {
    public Equal {
      if (bytes <= 0) {
        throw new IllegalArgumentException("nothing was compared");
      }
    }
  }

  /// They differ.
  ///
  /// @param offset of the first byte in the file that does
  record Different(long offset) implements Samples {}
}
