package org.sluice.app.downloads;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import org.sluice.app.said.Said;

/// What was asked of the list and is not answered yet. Nothing waits: answers are looked at with each
/// refresh.
///
/// **Threads**: that of the view model.
final class Wishes {
  private final StringProperty complaint;
  private final List<CompletableFuture<?>> open = new ArrayList<>();
  private final List<Question> questions = new ArrayList<>();

  private record Question(CompletableFuture<?> answer, Runnable then) {}

  /// @param complaint gets what a wish could not be fulfilled for
  Wishes(StringProperty complaint) {
    this.complaint = complaint;
  }

  /// Complains if it cannot be fulfilled.
  void wish(CompletableFuture<?> answer) {
    open.add(answer);
  }

  /// Does something once an answer is there; one that failed is passed over.
  <T> void ask(CompletableFuture<T> answer, Consumer<T> then) {
    questions.add(
        new Question(
            answer,
            () -> {
              if (answer.state() == Future.State.SUCCESS) {
                then.accept(answer.resultNow());
              }
            }));
  }

  /// Looks at what has been answered.
  void look() {
    for (CompletableFuture<?> answer : open) {
      if (answer.isCompletedExceptionally() && !answer.isCancelled()) {
        Throwable problem = answer.exceptionNow();
        if (!(problem instanceof NoSuchElementException)) { // else somebody else has removed it
          complaint.set(Said.of(problem));
        }
      }
    }
    open.removeIf(CompletableFuture::isDone);
    List<Question> answered =
        questions.stream().filter(question -> question.answer().isDone()).toList();
    questions.removeAll(answered);
    answered.forEach(question -> question.then().run());
  }
}
