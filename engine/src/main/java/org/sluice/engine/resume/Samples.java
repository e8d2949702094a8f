package org.sluice.engine.resume;

/// What comparing the windows of an [OverlapPlan] gave.
public sealed interface Samples {
  /// They have not been compared.
  record NotCompared() implements Samples {}

  /// They are equal.
  ///
  /// @param bytes how many were compared
  record Equal(long bytes) implements Samples {}

  /// They differ.
  ///
  /// @param offset of the first byte in the file that does
  record Different(long offset) implements Samples {}
}
