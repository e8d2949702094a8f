package org.sluice.app.main;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.sluice.app.add.AddDownloads;
import org.sluice.app.downloads.DownloadsPerspective;
import org.sluice.app.downloads.DownloadsViewModel;
import org.sluice.app.downloads.FileIcons;
import org.sluice.app.downloads.LimitLabel;
import org.sluice.app.downloads.LiveList;
import org.sluice.app.learn.LearnPerspective;
import org.sluice.app.monitor.AddingHere;
import org.sluice.app.monitor.LiveEngine;
import org.sluice.app.monitor.MonitorPerspective;
import org.sluice.app.monitor.MonitorViewModel;
import org.sluice.app.monitor.StatusLine;
import org.sluice.app.preferences.AllSettings;
import org.sluice.app.preferences.CategoryRules;
import org.sluice.app.preferences.EnginePreferences;
import org.sluice.app.preferences.PreferencesModel;
import org.sluice.app.preferences.Usual;
import org.sluice.app.shell.LinkedSelection;
import org.sluice.app.shell.Perspective;
import org.sluice.app.shell.Shell;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.download.DownloadsOptions.Network;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.request.TrustedCertificate;

/// The perspectives over one list of downloads: the place where they are plugged in.
///
/// **Threads**: JavaFX.
public final class Workbench {
  private final MonitorViewModel monitor;
  private final DownloadsViewModel downloads;
  private final LinkedSelection selection = new LinkedSelection();
  private final PreferencesModel preferences;
  private final Runnable startTour;
  private final LiveEngine engine;
  private Runnable endOfRecording = () -> {};
  private Runnable endOfLesson = () -> {};
  private @Nullable DownloadsPerspective downloading;

  /// @param startTour what a button that offers the lab tour does
  public Workbench(LiveEngine engine, PreferencesModel preferences, Runnable startTour) {
    this.monitor =
        new MonitorViewModel(
            engine, Path.of(preferences.get(AllSettings.FOLDER)), System::nanoTime);
    this.engine = engine;
    this.preferences = preferences;
    this.downloads =
        new DownloadsViewModel(new LiveList(engine.list()), monitor.wishes().folderProperty());
    this.startTour = startTour;
    preferences.listen(
        (_, now) -> {
          monitor.wishes().folderProperty().set(Path.of(now.get(AllSettings.FOLDER)));
          downloads.usualProperty().set(Usual.of(now));
          downloads.categoriesProperty().set(now.get(AllSettings.CATEGORIES));
          monitor.fileIconsProperty().set(icons(now.get(AllSettings.CATEGORIES)));
          downloads.pollWordsProperty().set(now.get(AllSettings.POLL_WORDS));
        });
    downloads.onTrust(this::trust);
    downloads.attemptsFrom(monitor::attempt);
    downloads.onReplay(monitor::replay);
    monitor
        .wishes()
        .folderProperty()
        .subscribe((_, folder) -> preferences.set(AllSettings.FOLDER, folder.toString()));
  }

  private static Function<String, Ikon> icons(CategoryRules rules) {
    return file -> FileIcons.of(file, rules.of(file, null));
  }

  private void trust(TrustedCertificate accepted) {
    List<TrustedCertificate> all = new ArrayList<>(preferences.get(AllSettings.TRUSTED));
    if (!all.contains(accepted)) {
      all.add(accepted);
      preferences.set(AllSettings.TRUSTED, List.copyOf(all));
    }
  }

  /// What the user has set.
  public PreferencesModel preferences() {
    return preferences;
  }

  /// Puts the perspectives into the window, in the order of their buttons.
  Shell shell(Runnable switchTheme, Runnable quit) {
    LearnPerspective learning = new LearnPerspective();
    endOfLesson = learning::close;
    DownloadsPerspective listing =
        new DownloadsPerspective(
            downloads,
            selection,
            new AddDownloads(downloads, this::network),
            startTour,
            Clock.system(ZoneId.systemDefault()));
    MonitorPerspective monitoring =
        new MonitorPerspective(
            monitor, selection, new AddingHere(() -> listing.add(""), listing::paste), startTour);
    endOfRecording = monitoring::close;
    downloading = listing;
    List<Perspective> perspectives = List.of(listing, monitoring, learning);
    StatusLine status = new StatusLine(monitor);
    status.addBeforeRates(new LimitLabel(downloads));
    return new Shell(perspectives, status, switchTheme, quit);
  }

  /// As the list has it; a proxy that is none has been complained of, and is not used.
  private Network network() {
    try {
      return EnginePreferences.network(preferences.now(), System.getenv());
    } catch (TransferException e) {
      return Network.DEFAULT;
    }
  }

  /// Adds what another program, or a second start of this one, has handed over: links, and files that
  /// name downloads.
  ///
  /// @param folder what a relative path begins at
  void hand(List<String> given, Path folder) {
    for (String one : given) {
      Path file = HandedFile.of(one, folder);
      if (file == null) {
        addNow(one);
      } else {
        Objects.requireNonNull(downloading).addFile(file);
      }
    }
  }

  /// Adds a link that was handed over; says whether it is one.
  boolean addNow(String link) {
    return Objects.requireNonNull(downloading).addNow(link);
  }

  /// The list that all of them look at.
  Downloads list() {
    return engine.list();
  }

  /// What was removed and could still be undone is removed now, what is recorded is written out, and
  /// the lesson ends.
  void close() {
    endOfLesson.run();
    endOfRecording.run();
    downloads.close();
  }

  /// The model of the list.
  public DownloadsViewModel downloads() {
    return downloads;
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
    return monitor.wishes().folderProperty();
  }
}
