package org.sluice.app.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.sluice.app.bench.FrameMeter;
import org.sluice.app.bench.Named;
import org.sluice.app.downloads.DownloadsPerspective;
import org.sluice.app.fx.Fonts;
import org.sluice.app.fx.PngFile;
import org.sluice.app.monitor.LiveEngine;
import org.sluice.app.preferences.AllSettings;
import org.sluice.app.preferences.AllSettings.ThemeChoice;
import org.sluice.app.preferences.Preferences;
import org.sluice.app.preferences.PreferencesFile;
import org.sluice.app.preferences.PreferencesModel;
import org.sluice.app.settings.Settings;
import org.sluice.app.settings.Settings.View;
import org.sluice.app.settings.Settings.WindowPlace;
import org.sluice.app.settings.SettingsFile;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.download.DownloadsOptions;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.lab.LabOrigin;
import org.sluice.engine.lab.LabServer;
import org.sluice.engine.queue.QueueRules;

/// Measures the window with a long list at work: the real engine, journal and lab, in this process.
///
/// So many downloads run at a limit all the time, small ones end one after the other in a second queue,
/// the rest is paused. Meanwhile a user looks, scrolls, sorts by speed, filters and searches; each of
/// these is measured by itself.
///
/// Run by `app/bench-downloads.sh`; see `app/BENCHMARKS.md`. Arguments: `--downloads=`, `--running=`,
/// `--small=` downloads that end meanwhile, `--seconds=` for each thing that the user does,
/// `--warmup=` seconds, `--picture=` file.
public final class DownloadsBench extends Application {
  private static final long SECOND = 1_000_000_000L;
  private static final String LARGE = "large";

  private final FrameMeter meter = new FrameMeter();
  private final Deque<Act> acts = new ArrayDeque<>();
  private TableView<?> table = new TableView<>();
  private int frames;

  /// What the user does.
  ///
  /// @param begin once
  /// @param each with every frame
  private record Act(String name, Runnable begin, Runnable each) {}

  @Override
  public void start(Stage stage) throws IOException, ExecutionException, InterruptedException {
    Map<String, String> named = getParameters().getNamed();
    Named numbers = new Named(named);
    Path folder = Files.createTempDirectory("sluice-bench-");
    LabServer lab = LabServer.start();
    LiveEngine engine =
        LiveEngine.open(
            DownloadsOptions.in(folder.resolve("data"))
                .limits(DownloadsOptions.Limits.DEFAULT.hostConnections(0)));
    fill(engine.list(), lab, Files.createDirectories(folder.resolve("files")), numbers);
    SluiceWindow window = window(stage, engine, folder);
    window.open();
    table = (TableView<?>) window.scene().lookup("#downloads");
    TextField search = (TextField) window.scene().lookup("#search");
    acts.add(new Act("looks", () -> {}, () -> {}));
    acts.add(new Act("scrolls", () -> {}, this::scroll));
    acts.add(new Act("has it sorted by speed", this::sortBySpeed, () -> {}));
    acts.add(new Act("filters", () -> {}, () -> type(search)));
    measure(numbers, named, engine, () -> picture(named.get("picture"), window), folder, lab);
  }

  private static SluiceWindow window(Stage stage, LiveEngine engine, Path folder)
      throws IOException {
    Fonts.load();
    Path config = folder.resolve("config");
    Preferences preferences =
        new PreferencesFile(config)
            .load()
            .preferences()
            .with(AllSettings.THEME, ThemeChoice.LIGHT)
            .with(AllSettings.FOLDER, folder.resolve("files").toString());
    PreferencesModel model =
        new PreferencesModel(new PreferencesFile(config), preferences, System.err::println);
    Settings settings =
        Settings.INITIAL
            .withPlace(new WindowPlace(0, 0, 1440, 900, false))
            .withView(new View(DownloadsPerspective.ID, Map.of()));
    return new SluiceWindow(
        stage,
        "Sluice",
        new Workbench(engine, model, () -> {}),
        new SettingsFile(config),
        settings);
  }

  private static void fill(Downloads list, LabServer lab, Path folder, Named numbers)
      throws ExecutionException, InterruptedException {
    int all = numbers.number("downloads", 10_000);
    int running = numbers.number("running", 64);
    int small = numbers.number("small", 5_000);
    list.putQueue(QueueRules.named(LARGE).concurrency(running).connectionsPerHost(0)).get();
    list.putQueue(QueueRules.named(DownloadRequest.MAIN_QUEUE).concurrency(2).connectionsPerHost(0))
        .get();
    List<CompletableFuture<ItemId>> added = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      boolean large = i % Math.max(1, all / running) == 0;
      boolean ends = !large && i % Math.max(1, all / Math.max(1, small)) == 1;
      DownloadRequest request =
          DownloadRequest.of(
                  lab.uri(LabOrigin.HTTP, large ? "/1g" : "/small").toString(),
                  FileWish.into(folder.resolve("f" + i % 100)).named("file-" + i + ".bin"))
              .startPaused(!large && !ends);
      added.add(
          list.add(
              large
                  ? request
                      .queue(LARGE)
                      .fetch(FetchWish.DEFAULT.maxSegments(4).limitBytesPerSecond(100_000))
                  : request));
    }
    for (CompletableFuture<ItemId> one : added) {
      one.get();
    }
  }

  private void scroll() {
    frames++;
    int rows = table.getItems().size();
    table.scrollTo(frames * 3 % Math.max(1, rows));
  }

  private void sortBySpeed() {
    table.scrollTo(0);
    for (TableColumn<?, ?> column : table.getColumns()) {
      if ("column-speed".equals(column.getId())) {
        sort(table, column);
      }
    }
  }

  @SuppressWarnings("unchecked") // the column is the table's own
  private static <T> void sort(TableView<T> table, TableColumn<?, ?> column) {
    column.setSortType(TableColumn.SortType.DESCENDING);
    table.getSortOrder().setAll((TableColumn<T, ?>) column);
  }

  /// Other words twice a second.
  private void type(TextField search) {
    if (frames++ % 30 == 0) {
      search.setText(frames / 30 % 4 == 3 ? "" : "file-" + frames / 30 % 10);
    }
  }

  private void measure(
      Named numbers,
      Map<String, String> named,
      LiveEngine engine,
      Runnable picture,
      Path folder,
      LabServer lab) {
    long seconds = numbers.number("seconds", 20) * SECOND;
    long begin = System.nanoTime() + numbers.number("warmup", 15) * SECOND;
    new AnimationTimer() {
      private long end;

      @Override
      public void handle(long unused) {
        long now = System.nanoTime();
        if (now < begin) {
          return;
        }
        if (end != 0 && now < end) {
          meter.frame(now);
          act().each().run();
          return;
        }
        if (end != 0) {
          System.out.printf(
              Locale.ROOT,
              "%s: %d rows, %d running, %d complete%n%s%n",
              act().name(),
              table.getItems().size(),
              engine.list().snapshot().total().running(),
              complete(engine),
              meter.report(now));
          acts.remove();
        }
        if (acts.isEmpty()) {
          stop();
          picture.run();
          lab.close();
          remove(folder);
          Platform.exit();
          System.exit(0);
        }
        end = System.nanoTime() + seconds;
        act().begin().run();
        meter.begin(System.nanoTime());
      }
    }.start();
  }

  private Act act() {
    return acts.element();
  }

  private static long complete(LiveEngine engine) {
    return engine.list().snapshot().items().stream()
        .filter(item -> item.standing().finished() != null)
        .count();
  }

  private static void picture(@org.jspecify.annotations.Nullable String file, SluiceWindow window) {
    if (file != null) {
      try {
        PngFile.write(window.scene().snapshot(null), Path.of(file));
      } catch (IOException e) {
        System.err.println("no picture: " + e);
      }
    }
  }

  private static void remove(Path folder) {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      System.err.println("not removed: " + folder + ": " + e);
    }
  }
}
