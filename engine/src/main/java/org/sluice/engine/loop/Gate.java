package org.sluice.engine.loop;

/// Can hold the loop before each call, so that a person can follow it step by step. While it holds,
/// the engine's clock stands still, and no timeout runs out.
///
/// **Threads**: [#pass] is called by the loop; the rest is the implementation's own.
@FunctionalInterface
public interface Gate {
  /// Always open.
  Gate OPEN = (step, about) -> {};

  /// Returns when the loop may go on with `step`.
  ///
  /// @param about what is going to be called, in words
  void pass(Step step, String about) throws InterruptedException;
}
