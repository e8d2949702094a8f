package org.sluice.app.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// Waits for what a list of downloads answers.
final class Answers {
  private Answers() {}

  /// The answer.
  ///
  /// @throws IllegalStateException if the list cannot answer: Sluice itself has failed
  static <T extends @Nullable Object> T of(CompletableFuture<T> answer)
      throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the list does not answer", e.getCause());
    }
  }

  /// What went wrong; null if nothing did.
  static @Nullable String problem(CompletableFuture<?> answer) throws InterruptedException {
    try {
      answer.get();
      return null;
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
  }
}
