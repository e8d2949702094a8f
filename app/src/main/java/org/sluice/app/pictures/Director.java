package org.sluice.app.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.stage.PopupWindow;
import org.sluice.app.command.Command;
import org.sluice.app.main.SluiceWindow;

/// Does in the window what a user would do, and waits until it is to be seen.
///
/// **Threads**: one thread of its own, never JavaFX's; what it does is done on that one, between two
/// of the window's refreshes. **Limits**: [#PATIENCE_SECONDS].
final class Director {
  /// How long something may take to be seen.
  static final int PATIENCE_SECONDS = 60;

  /// Refreshes until colours and layout have settled: fades take 150 ms.
  private static final int SETTLED = 4;

  private final SluiceWindow window;
  private final List<Wait> waits = new ArrayList<>();

  private record Wait(BooleanSupplier condition, CompletableFuture<Void> held) {}

  Director(SluiceWindow window) {
    this.window = window;
    act(() -> window.onRefresh(_ -> look()));
  }

  private void look() {
    for (Wait wait : List.copyOf(waits)) {
      if (wait.condition().getAsBoolean()) {
        waits.remove(wait);
        wait.held().complete(null);
      }
    }
  }

  /// Asks something of the window.
  <T> T ask(Supplier<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            answer.complete(question.get());
          } catch (RuntimeException | Error e) { // else who asks would wait for ever
            answer.completeExceptionally(e);
          }
        });
    return answer.join();
  }

  void act(Runnable action) {
    ask(
        () -> {
          action.run();
          return true;
        });
  }

  /// Waits until something holds, looking with each refresh of the window.
  ///
  /// @throws NotReached after [#PATIENCE_SECONDS]
  void until(String what, BooleanSupplier condition) throws NotReached, InterruptedException {
    Wait wait = new Wait(condition, new CompletableFuture<>());
    act(() -> waits.add(wait));
    try {
      wait.held().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      act(() -> waits.remove(wait));
      throw new NotReached(what);
    }
  }

  /// Waits until what was changed is drawn.
  void settle() throws InterruptedException {
    CountDownLatch drawn = new CountDownLatch(SETTLED);
    Wait counting =
        new Wait(
            () -> {
              drawn.countDown();
              return false;
            },
            new CompletableFuture<>());
    act(() -> waits.add(counting));
    boolean settled = drawn.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    act(() -> waits.remove(counting));
    if (!settled) {
      throw new IllegalStateException("the window does not refresh");
    }
  }

  Scene scene() {
    return window.scene();
  }

  /// A node that can be seen.
  Optional<Node> seen(String selector) {
    return scene().getRoot().lookupAll(selector).stream().filter(Director::isSeen).findFirst();
  }

  private static boolean isSeen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null;
  }

  /// Waits for a node and uses it.
  <T extends Node> void with(String selector, Class<T> type, java.util.function.Consumer<T> use)
      throws NotReached, InterruptedException {
    until(selector, () -> seen(selector).filter(type::isInstance).isPresent());
    act(() -> use.accept(type.cast(seen(selector).orElseThrow())));
  }

  /// Gives a command, once it can be given.
  void run(String command) throws NotReached, InterruptedException {
    until(
        "the command " + command,
        () -> window.shell().commands().find(command).filter(Command::isEnabled).isPresent());
    act(() -> window.shell().commands().get(command).run());
  }

  void press(String selector) throws NotReached, InterruptedException {
    with(selector, ButtonBase.class, ButtonBase::fire);
  }

  void type(String selector, String text) throws NotReached, InterruptedException {
    with(
        selector,
        TextInputControl.class,
        field -> {
          field.setText(text);
          field.end();
        });
  }

  void show(String perspective) {
    act(
        () -> {
          if (!window.shell().current().id().equals(perspective)) {
            window.shell().show(perspective);
          }
        });
  }

  /// Takes away what lies over the window.
  void clear() {
    act(
        () -> {
          WindowPicture.popups().forEach(PopupWindow::hide);
          while (window.shell().dialogs().isOpen()) {
            window.shell().dialogs().close();
          }
          for (String notice : List.of(".toast .notice-close", ".notice .notice-close")) {
            List.copyOf(scene().getRoot().lookupAll(notice)).stream()
                .filter(Director::isSeen)
                .forEach(cross -> ((ButtonBase) cross).fire());
          }
        });
  }
}
