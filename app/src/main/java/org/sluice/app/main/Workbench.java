package org.sluice.app.main;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import org.sluice.app.monitor.LiveEngine;
import org.sluice.app.monitor.MonitorPerspective;
import org.sluice.app.monitor.MonitorViewModel;
import org.sluice.app.monitor.StatusLine;
import org.sluice.app.preferences.AllSettings;
import org.sluice.app.preferences.PreferencesModel;
import org.sluice.app.shell.LinkedSelection;
import org.sluice.app.shell.Perspective;
import org.sluice.app.shell.Shell;

/// The perspectives over one list of downloads: the place where they are plugged in.
///
/// **Threads**: JavaFX.
public final class Workbench {
  private final MonitorViewModel monitor;
  private final LinkedSelection selection = new LinkedSelection();
  private final PreferencesModel preferences;
  private final Runnable startTour;

  /// @param startTour what a button that offers the lab tour does
  public Workbench(LiveEngine engine, PreferencesModel preferences, Runnable startTour) {
    this.monitor = new MonitorViewModel(engine, Path.of(preferences.get(AllSettings.FOLDER)));
    this.preferences = preferences;
    this.startTour = startTour;
    preferences.listen(
        (_, now) -> monitor.folderProperty().set(Path.of(now.get(AllSettings.FOLDER))));
    monitor
        .folderProperty()
        .subscribe((_, folder) -> preferences.set(AllSettings.FOLDER, folder.toString()));
  }

  /// What the user has set.
  public PreferencesModel preferences() {
    return preferences;
  }

  /// Puts the perspectives into the window, in the order of their buttons.
  Shell shell(Runnable switchTheme, Runnable quit) {
    List<Perspective> perspectives = List.of(new MonitorPerspective(monitor, startTour));
    return new Shell(perspectives, new StatusLine(monitor), switchTheme, quit);
  }

  /// The model of the Monitor.
  public MonitorViewModel monitor() {
    return monitor;
  }

  /// What is selected in all perspectives.
  public LinkedSelection selection() {
    return selection;
  }

  /// Where downloads go.
  public ObjectProperty<Path> folderProperty() {
    return monitor.folderProperty();
  }
}
