package org.sluice.app.main;

import javafx.application.Platform;
import org.sluice.app.desktop.AfterCountdown;
import org.sluice.app.desktop.ClosingDialog;
import org.sluice.app.desktop.DesktopPresence;
import org.sluice.app.preferences.AllSettings;
import org.sluice.app.queues.QueuesWords;
import org.sluice.app.said.Said;
import org.sluice.engine.download.DownloadEvent;
import org.sluice.engine.download.DownloadEvent.Topic;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.queue.AfterFinishCommand.Os;
import org.sluice.engine.queue.SystemAction;

/// The main window as a part of the desktop: how it closes, what is said while nobody looks, and what
/// the computer does after the last download.
///
/// **Threads**: JavaFX.
final class DesktopWindow implements AutoCloseable {
  private final SluiceWindow window;
  private final Workbench workbench;
  private final Downloads list;
  private final DesktopPresence presence;

  /// Begins at once.
  DesktopWindow(SluiceWindow window, Workbench workbench) {
    this.window = window;
    this.workbench = workbench;
    list = workbench.list();
    presence =
        new DesktopPresence(
            Os.of(System.getProperty("os.name", "")),
            window::isWatched,
            new DesktopPresence.Face(
                window::title,
                window::raise,
                () -> run("downloads.add"),
                pause -> run(pause ? "downloads.pauseAll" : "downloads.resumeAll"),
                this::quitAsked,
                words -> window.shell().announce(words)));
    workbench.preferences().listen(presence);
    list.listener(this::happened);
    var _ = list.systemActions((queue, action) -> Platform.runLater(() -> after(queue, action)));
    window.onRefresh(now -> presence.refresh(now, list.snapshot()));
    window.onClose(this::closeAsked, this::quitAsked);
    workbench
        .monitor()
        .engineFailureProperty()
        .subscribe(
            failure -> {
              if (!failure.isEmpty()) {
                window.notice(failure); // nobody has to look at the Monitor for that
              }
            });
  }

  private void run(String command) {
    window.shell().commands().find(command).ifPresent(found -> found.run());
  }

  /// On the loop's thread.
  private void happened(DownloadEvent event) {
    if (event instanceof DownloadEvent.Notice(Topic topic, String sentence)
        && (topic == Topic.JOURNAL || topic == Topic.AFTER)) {
      Platform.runLater(() -> window.notice(Said.of(sentence))); // the others stand in the snapshot
    }
    presence.happened(event);
  }

  private void after(String queue, SystemAction action) {
    window.raise();
    AfterCountdown.open(
        window.shell().dialogs(),
        QueuesWords.name(queue),
        action,
        () -> {
          if (action == SystemAction.QUIT) {
            window.end();
          } else {
            workbench.downloads().wish(list.perform(action));
          }
        });
  }

  /// The window's own button for it was pressed.
  private void closeAsked() {
    boolean running = presence.activity().running() > 0;
    switch (workbench.preferences().get(AllSettings.WHEN_CLOSED)) {
      case BACKGROUND -> {
        if (presence.trayProperty().get()) {
          toBackground();
        } else {
          quitAsked();
        }
      }
      case ASK -> {
        if (running) {
          ask();
        } else {
          window.end();
        }
      }
      case END -> window.end();
    }
  }

  private void quitAsked() {
    boolean asks =
        workbench.preferences().get(AllSettings.WHEN_CLOSED) != AllSettings.WhenClosed.END;
    if (asks && presence.activity().running() > 0) {
      ask();
    } else {
      window.end();
    }
  }

  private void ask() {
    ClosingDialog.open(
        window.shell().dialogs(),
        presence.activity(),
        presence.trayProperty(),
        this::toBackground,
        window::end);
  }

  private void toBackground() {
    window.toBackground();
    presence.saysBackground();
  }

  @Override
  public void close() {
    presence.close();
  }
}
