package org.sluice.app.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.sluice.app.monitor.MonitorViewModel;
import org.sluice.app.monitor.NewDownload;
import org.sluice.app.monitor.Phase;
import org.sluice.app.monitor.TransferRow;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.lab.LabServer;

/// Starts the built-in server and downloads from it what is worth seeing, step by step.
///
/// **Threads**: JavaFX; [#advance] is called with every refresh and never waits.
public final class LabTour implements AutoCloseable {
  private static final long MILLI = 1_000_000L;

  private final LabServer lab;
  private final MonitorViewModel model;
  private final Path folder;
  private final Path caFile;
  private final List<Ride> rides = new ArrayList<>();
  private long startNanos = Long.MIN_VALUE;

  /// A step and how far it is.
  private static final class Ride {
    final TourStep step;
    @Nullable CompletableFuture<ItemId> added;
    boolean paused;
    boolean resumed;

    Ride(TourStep step) {
      this.step = step;
    }

    /// Its number in the list; null until it has one.
    @Nullable ItemId id() {
      return added != null && added.state() == Future.State.SUCCESS ? added.resultNow() : null;
    }
  }

  /// One line of the report.
  ///
  /// @param result null while it runs
  /// @param received bytes
  public record Line(
      String name,
      String purpose,
      TransferErrorCode expected,
      @Nullable TransferErrorCode result,
      long received) {
    /// Whether it ended as it must.
    public boolean asExpected() {
      return result == expected;
    }
  }

  private LabTour(LabServer lab, MonitorViewModel model, Path folder, Path caFile) {
    this.lab = lab;
    this.model = model;
    this.folder = folder;
    this.caFile = caFile;
    TourStep.ALL.forEach(step -> rides.add(new Ride(step)));
  }

  /// Starts the server; the downloads begin with the first [#advance].
  ///
  /// @param folder for the files, of its own
  /// @throws IOException if no port can be had or the folder cannot be written
  public static LabTour start(MonitorViewModel model, Path folder) throws IOException {
    LabServer lab = LabServer.start();
    try {
      Path caFile = Files.createTempFile(folder, "lab-", ".pem");
      Files.writeString(caFile, lab.certificatePem());
      return new LabTour(lab, model, folder, caFile);
    } catch (IOException e) {
      lab.close();
      throw e;
    }
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
      ItemId id = ride.id();
      if (ride.added == null && millis >= ride.step.afterMillis()) {
        ride.added = begin(ride.step);
      } else if (id != null && ride.step.pauseMillis() > 0) {
        pauseAndResume(ride, id, millis);
      }
    }
  }

  private void pauseAndResume(Ride ride, ItemId id, long millis) {
    if (!ride.paused && millis >= ride.step.pauseMillis()) {
      ride.paused = true;
      model.wishes().pause(id);
    } else if (ride.paused && !ride.resumed && millis >= ride.step.resumeMillis()) {
      ride.resumed = true;
      model.wishes().resume(id);
    }
  }

  /// Milliseconds since the first download began.
  public long elapsedMillis(long localNanos) {
    return startNanos == Long.MIN_VALUE ? 0 : (localNanos - startNanos) / MILLI;
  }

  /// Whether every download has ended.
  public boolean done() {
    return rides.stream().map(this::row).allMatch(LabTour::hasEnded);
  }

  private static boolean hasEnded(@Nullable TransferRow row) {
    return row != null && row.phaseProperty().get().ended();
  }

  /// How each download stands.
  public List<Line> lines() {
    return rides.stream().map(this::line).toList();
  }

  @Override
  public void close() {
    lab.close();
  }

  private CompletableFuture<ItemId> begin(TourStep step) {
    return model
        .wishes()
        .add(
            NewDownload.of(lab.uri(step.origin(), step.path()).toString(), folder)
                .named(step.name())
                .trusting(caFile)
                .maxSegments(step.segments())
                .limitBytesPerSecond(step.limitBytesPerSecond()));
  }

  private @Nullable TransferRow row(Ride ride) {
    ItemId id = ride.id();
    return id == null ? null : model.transfers().find(id);
  }

  private Line line(Ride ride) {
    TransferRow row = row(ride);
    ItemView item = row == null ? null : model.transfers().view(row.item());
    TransferErrorCode result = null;
    if (row != null && item != null && hasEnded(row)) {
      result =
          row.phaseProperty().get() == Phase.DONE ? TransferErrorCode.OK : item.standing().code();
    }
    return new Line(
        ride.step.name(),
        ride.step.purpose(),
        ride.step.expected(),
        result,
        item == null ? 0 : item.amount().received());
  }
}
