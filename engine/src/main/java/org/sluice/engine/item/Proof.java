package org.sluice.engine.item;

/// How sure it is that bytes of an earlier run and of this one belong to the same file.
///
/// @param reason a sentence for a person
public record Proof(Level level, String reason) {
  /// From a single run, so there was nothing to prove.
  public static final Proof NOT_NEEDED = new Proof(Level.SINGLE_RUN, "");

  /// The levels, surest first.
  public enum Level {
    /// All bytes came in one run under one validator.
    SINGLE_RUN,
    /// A strong validator, a hash, or both say so.
    PROVEN,
    /// Length and samples agree.
    PROBABLE,
    /// Nothing contradicts, nothing proves.
    UNVERIFIED
  }
}
