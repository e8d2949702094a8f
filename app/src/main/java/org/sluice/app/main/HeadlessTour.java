package org.sluice.app.main;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.sluice.app.fx.Messages;
import org.sluice.app.fx.PngFile;
import org.sluice.app.monitor.MonitorViewModel;
import org.sluice.app.settings.Settings.WindowPlace;
import org.sluice.app.tour.LabTour;
import org.sluice.app.tour.TourReport;

/// The lab tour for a machine without a display: the real window off screen, its tables in the
/// terminal, its picture in a file for each theme.
///
/// **Threads**: JavaFX.
final class HeadlessTour {
  /// The size of the picture.
  static final WindowPlace PLACE = new WindowPlace(0, 0, 1440, 900, false);

  private static final long FIRST_PICTURE_MILLIS = 7_000;
  private static final long SECOND_PICTURE_MILLIS = 7_500;
  private static final long GIVE_UP_MILLIS = 60_000;

  private final SluiceWindow window;
  private final MonitorViewModel model;
  private final LabTour tour;
  private final PrintStream out;
  private final IntConsumer end;
  private int pictures;
  private boolean failed;
  private boolean over;

  /// @param end told the exit code
  HeadlessTour(
      SluiceWindow window, MonitorViewModel model, LabTour tour, PrintStream out, IntConsumer end) {
    this.window = window;
    this.model = model;
    this.tour = tour;
    this.out = out;
    this.end = end;
  }

  /// Does what is due; ten times a second.
  void advance(long localNanos) {
    tour.advance(localNanos);
    long millis = tour.elapsedMillis(localNanos);
    if (pictures == 0 && millis >= FIRST_PICTURE_MILLIS) {
      out.println();
      out.println(Messages.text("tour.sockets"));
      out.println(TourReport.sockets(model.sockets().rows()));
      takePicture();
      window.switchTheme();
    } else if (pictures == 1 && millis >= SECOND_PICTURE_MILLIS) {
      takePicture();
    } else if (pictures == 2 && !over && (tour.done() || millis > GIVE_UP_MILLIS)) {
      over = true;
      report();
    }
  }

  private void takePicture() {
    pictures++;
    String name = "sluice-tour-" + window.theme().name().toLowerCase(Locale.ROOT) + ".png";
    var image = window.scene().snapshot(null);
    try {
      Path file = folderForPictures().resolve(name).toAbsolutePath();
      PngFile.write(image, file);
      out.println(Messages.text("tour.picture", file.toString()));
    } catch (IOException e) {
      failed = true;
      out.println(Messages.text("tour.noPicture", e.toString()));
    }
  }

  private void report() {
    out.println();
    out.println(Messages.text("tour.results"));
    out.println(TourReport.results(tour.lines()));
    boolean well = tour.lines().stream().allMatch(LabTour.Line::asExpected) && !failed;
    out.println(Messages.text(well ? "tour.well" : "tour.badly", tour.folder().toString()));
    out.flush();
    end.accept(well ? 0 : 1);
  }

  /// The current folder if it can be written, else the system's for temporary files.
  private static Path folderForPictures() {
    Path here = Path.of("");
    return Files.isWritable(here.toAbsolutePath())
        ? here
        : Path.of(System.getProperty("java.io.tmpdir"));
  }
}
