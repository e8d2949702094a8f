package org.sluice.engine.resume;

/// What is done about a file that nothing proves to be the same but its samples.
public enum Strictness {
  /// It goes on if the samples are equal, and says so.
  LENIENT,
  /// It goes on if length, samples and what there is of validators agree; if a validator
  /// contradicts, the user decides.
  STRICT
}
