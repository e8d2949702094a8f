package org.sluice.app.desktop;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import org.sluice.app.desktop.Tray.Choice;
import org.sluice.app.fx.Amounts;
import org.sluice.app.preferences.AllSettings;
import org.sluice.app.preferences.Preferences;
import org.sluice.app.preferences.PreferencesModel;
import org.sluice.engine.download.DownloadEvent;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.queue.AfterFinishCommand.Os;

/// Sluice outside of its window: it looks at the list, and tells the desktop.
///
/// **Threads**: JavaFX; [#happened] any. What talks to the desktop runs on a thread of its own.
public final class DesktopPresence implements PreferencesModel.Listener, AutoCloseable {
  private static final long PROGRESS_NANOS = 2_000_000_000L;

  private final Os os;
  private final BooleanSupplier watched;
  private final Face face;
  private final DesktopPrograms programs = new DesktopPrograms();
  private final Queue<DownloadEvent.Changed> events = new ConcurrentLinkedQueue<>();
  private final News news = new News();
  private final News spoken = new News();
  private final KeepAwake awake;
  private Activity activity = Activity.NONE;
  private boolean notify;
  private boolean keepAwake;
  private boolean awakeWanted;
  private int percentShown = -1;
  private long progressNanos;
  private String tipShown = "";
  private final ReadOnlyBooleanWrapper trayThere = new ReadOnlyBooleanWrapper();
  private volatile @Nullable Tray tray;

  /// What the window does for the desktop.
  ///
  /// @param title puts a title on the window
  /// @param show brings the window before the user's eyes
  /// @param add opens the dialog for new downloads
  /// @param pauseAll pauses, or resumes, all
  /// @param quit ends Sluice, as its command does
  /// @param announce says something to who does not see the window
  public record Face(
      Consumer<String> title,
      Runnable show,
      Runnable add,
      Consumer<Boolean> pauseAll,
      Runnable quit,
      Consumer<String> announce) {}

  /// @param watched whether the user has the window before the eyes: then nothing is noticed
  public DesktopPresence(Os os, BooleanSupplier watched, Face face) {
    this.os = os;
    this.watched = watched;
    this.face = face;
    awake =
        new KeepAwake(
            os,
            DesktopCommand.awake(
                os, DesktopWords.text("awake.why"), ProcessHandle.current().pid()));
  }

  /// Told of everything that happens to downloads.
  public void happened(DownloadEvent event) {
    if (event instanceof DownloadEvent.Changed changed) {
      events.add(changed);
    }
  }

  @Override
  public void changed(Preferences before, Preferences now) {
    notify = now.get(AllSettings.NOTIFICATIONS);
    keepAwake = now.get(AllSettings.KEEP_AWAKE);
    boolean wanted = now.get(AllSettings.TRAY);
    programs.run(() -> tray(wanted));
  }

  private void tray(boolean wanted) {
    Tray there = tray;
    if (wanted && there == null) {
      tray = Tray.open(choice -> Platform.runLater(() -> chosen(choice)));
    } else if (!wanted && there != null) {
      there.close();
      tray = null;
    }
    boolean open = tray != null;
    Platform.runLater(() -> trayThere.set(open));
  }

  private void chosen(Choice choice) {
    switch (choice) {
      case SHOW -> face.show().run();
      case ADD -> {
        face.show().run();
        face.add().run();
      }
      case PAUSE_ALL -> face.pauseAll().accept(true);
      case RESUME_ALL -> face.pauseAll().accept(false);
      case QUIT -> {
        face.show().run(); // it may have to ask
        face.quit().run();
      }
    }
  }

  /// Whether the window can be taken away without the user losing the way back to it.
  ///
  /// A tray needs a moment at the start.
  public ReadOnlyBooleanProperty trayProperty() {
    return trayThere.getReadOnlyProperty();
  }

  /// What the list did when it was looked at last.
  public Activity activity() {
    return activity;
  }

  /// Looks at the list; ten times a second.
  public void refresh(long nowNanos, DownloadsSnapshot list) {
    activity = Activity.of(list);
    face.title().accept(title());
    boolean wanted = keepAwake && activity.running() > 0;
    if (wanted != awakeWanted) {
      awakeWanted = wanted;
      programs.run(() -> awake.wanted(wanted));
    }
    progress(nowNanos);
    tip();
    for (DownloadEvent.Changed event = events.poll(); event != null; event = events.poll()) {
      news.happened(event, nowNanos);
      spoken.happened(event, nowNanos);
    }
    if (watched.getAsBoolean() || !notify) {
      news.seen();
    }
    News.Notice said = spoken.due(nowNanos);
    if (said != null) {
      String text = said.text().replace("\n", " \u00b7 ");
      face.announce().accept(DesktopWords.text("announce", said.title(), text));
    }
    News.Notice notice = news.due(nowNanos);
    if (notice != null) {
      notice(notice.title(), notice.text());
    }
  }

  /// Says that the window is away and the downloads are not.
  public void saysBackground() {
    notice(DesktopWords.text("notice.background.title"), DesktopWords.text("notice.background"));
  }

  private void notice(String title, String text) {
    List<String> command = DesktopCommand.notice(os, title, text);
    Tray there = tray;
    if (!command.isEmpty()) {
      programs.run(command);
    } else if (there != null) {
      programs.run(() -> there.notice(title, text));
    }
  }

  private String title() {
    String name = DesktopWords.text("app");
    if (activity.running() == 0) {
      return name;
    }
    return activity.percent() < 0
        ? DesktopWords.text("title.running", name)
        : DesktopWords.text("title.percent", Amounts.percent(activity.percent()), name);
  }

  private void progress(long nowNanos) {
    if (activity.percent() != percentShown
        && (progressNanos == 0 || nowNanos - progressNanos >= PROGRESS_NANOS)) {
      percentShown = activity.percent();
      progressNanos = nowNanos;
      programs.run(DesktopCommand.progress(os, percentShown));
    }
  }

  private void tip() {
    Tray there = tray;
    if (there == null) {
      return;
    }
    String tip = tipText();
    if (!tip.equals(tipShown)) {
      tipShown = tip;
      programs.run(() -> there.say(tip));
    }
  }

  private String tipText() {
    if (activity.running() == 0) {
      return DesktopWords.text("app");
    }
    return activity.percent() < 0
        ? DesktopWords.text("tip.running", activity.running())
        : DesktopWords.text("tip.percent", activity.running(), Amounts.percent(activity.percent()));
  }

  /// Takes everything away from the desktop.
  @Override
  public void close() {
    if (percentShown >= 0) {
      programs.run(DesktopCommand.progress(os, -1));
    }
    programs.run(
        () -> {
          awake.close();
          tray(false);
        });
    programs.close();
  }
}
