package org.sluice.app.queues;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the engine says of something that the user changes here too: an answer that was asked for
/// before a change is older than what is shown, and is not taken.
///
/// **Threads**: one, that of the window.
final class Latest<T> {
  private final Supplier<CompletableFuture<T>> question;
  private final Consumer<T> taken;
  private @Nullable CompletableFuture<T> asked;

  Latest(Supplier<CompletableFuture<T>> question, Consumer<T> taken) {
    this.question = question;
    this.taken = taken;
  }

  /// Asks, unless an answer is still to come.
  void ask() {
    if (asked == null) {
      asked = question.get();
    }
  }

  /// The user has changed it: what was asked before is of no use.
  void changed() {
    asked = question.get();
  }

  /// Takes the answer if there is one.
  void look() {
    CompletableFuture<T> answer = asked;
    if (answer != null && answer.isDone()) {
      asked = null;
      if (!answer.isCompletedExceptionally()) {
        taken.accept(answer.resultNow());
      }
    }
  }
}
