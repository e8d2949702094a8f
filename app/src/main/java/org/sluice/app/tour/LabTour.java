package org.sluice.app.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.sluice.app.monitor.MonitorViewModel;
import org.sluice.app.monitor.NewDownload;
import org.sluice.app.monitor.TransferRow;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.lab.LabServer;
import org.sluice.engine.multi.TransferInfo;
import org.sluice.engine.request.TlsOptions;

/// Starts the built-in server and downloads from it what is worth seeing, step by step.
///
/// **Threads**: JavaFX; [#advance] is called with every refresh and never waits.
public final class LabTour implements AutoCloseable {
  private static final long MILLI = 1_000_000L;

  private final LabServer lab;
  private final MonitorViewModel model;
  private final Path folder;
  private final SSLContext trust;
  private final List<Ride> rides = new ArrayList<>();
  private long startNanos = Long.MIN_VALUE;

  /// A step and how far it is.
  private static final class Ride {
    final TourStep step;
    @Nullable TransferRow row;
    boolean paused;
    boolean resumed;

    Ride(TourStep step) {
      this.step = step;
    }
  }

  /// One line of the report.
  ///
  /// @param result null while it runs
  public record Line(
      String name,
      String purpose,
      TransferErrorCode expected,
      @Nullable TransferErrorCode result,
      @Nullable TransferInfo info) {
    /// Whether it ended as it must.
    public boolean asExpected() {
      return result == expected;
    }
  }

  private LabTour(LabServer lab, MonitorViewModel model, Path folder) {
    this.lab = lab;
    this.model = model;
    this.folder = folder;
    this.trust = lab.trustingContext();
    TourStep.ALL.forEach(step -> rides.add(new Ride(step)));
  }

  /// Starts the server; the downloads begin with the first [#advance].
  ///
  /// @throws IOException if no port can be had or no folder made
  public static LabTour start(MonitorViewModel model) throws IOException {
    Path folder = Files.createTempDirectory("sluice-tour-");
    return new LabTour(LabServer.start(), model, folder);
  }

  /// Where the files go.
  public Path folder() {
    return folder;
  }

  /// Does what is due.
  public void advance(long localNanos) {
    if (startNanos == Long.MIN_VALUE) {
      startNanos = localNanos;
    }
    long millis = (localNanos - startNanos) / MILLI;
    for (Ride ride : rides) {
      TransferRow row = ride.row;
      TourStep step = ride.step;
      if (row == null) {
        if (millis >= step.afterMillis()) {
          ride.row = begin(step);
        }
      } else if (step.pauseMillis() > 0 && !ride.paused && millis >= step.pauseMillis()) {
        ride.paused = true;
        model.pause(row);
      } else if (ride.paused && !ride.resumed && millis >= step.resumeMillis()) {
        ride.resumed = true;
        model.resume(row);
      }
    }
  }

  /// Milliseconds since the first download began.
  public long elapsedMillis(long localNanos) {
    return startNanos == Long.MIN_VALUE ? 0 : (localNanos - startNanos) / MILLI;
  }

  /// Whether every download has ended.
  public boolean done() {
    return rides.stream()
        .allMatch(ride -> ride.row != null && ride.row.phaseProperty().get().ended());
  }

  /// How each download stands.
  public List<Line> lines() {
    return rides.stream().map(LabTour::line).toList();
  }

  @Override
  public void close() throws IOException {
    lab.close();
  }

  private TransferRow begin(TourStep step) {
    return model.add(
        new NewDownload(
            lab.uri(step.origin(), step.path()).toString(),
            folder,
            step.name(),
            TlsOptions.trusting(trust),
            step.limitBytesPerSecond()));
  }

  private static Line line(Ride ride) {
    TransferRow row = ride.row;
    TransferInfo info = row == null ? null : row.last();
    return new Line(
        ride.step.name(),
        ride.step.purpose(),
        ride.step.expected(),
        info == null ? null : info.result(),
        info);
  }
}
