package org.sluice.app.pictures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import org.sluice.app.monitor.MonitorPerspective;
import org.sluice.app.monitor.MonitorViewModel;
import org.sluice.app.monitor.SocketRow;
import org.sluice.app.monitor.TransferRow;
import org.sluice.app.preferences.AllSettings;
import org.sluice.app.preferences.AllSettings.PollColours;
import org.sluice.engine.multi.Poll;

/// The Monitor: live, held still, in the past, and with a trace of a file.
record MonitorShots(Studio studio, Director director, Scenery scenery) {
  List<Shot> all() {
    return List.of(
        Shot.of(
            "monitor-live",
            () -> {
              scenery.flow();
              live();
            }),
        Shot.of("monitor-strong", () -> colours(PollColours.STRONG)),
        Shot.of("monitor-grey", () -> colours(PollColours.GREY)),
        Shot.of(
            "monitor-why",
            () -> {
              colours(PollColours.STANDARD);
              why();
            }),
        Shot.of("monitor-failed", this::failed),
        Shot.of(
            "monitor-grouped",
            () -> {
              live();
              director.run("monitor.group.TRANSFER");
            }),
        Shot.of(
            "monitor-list",
            () -> {
              director.run("monitor.group.NONE");
              director.run("monitor.list");
            }),
        Shot.of(
            "monitor-frozen",
            () -> {
              director.run("monitor.list");
              director.run("monitor.freeze");
            }),
        Shot.of(
            "monitor-travel",
            () -> {
              director.run("monitor.freeze");
              live();
              director.with("#sockets", TableView.class, table -> table.requestFocus());
              for (int i = 0; i < 40; i++) {
                director.run("monitor.step.back");
              }
            }),
        Shot.of(
            "monitor-recording",
            () -> {
              director.run("monitor.step.end");
              director.run("monitor.record");
              director.settle();
            }),
        Shot.of("monitor-loaded", this::loaded),
        Shot.of("monitor-replay", this::replayed),
        Shot.menu(
            "menu-export",
            () -> {
              if (director.ask(() -> model().loadedProperty().get() != null)) {
                director.run("monitor.close");
              }
              live();
              director.with("#export", MenuButton.class, MenuButton::show);
              director.until("the menu", () -> !WindowPicture.popups().isEmpty());
            }));
  }

  private MonitorViewModel model() {
    return studio.workbench().monitor();
  }

  /// On a slow machine all may have been fetched by now; then the main one begins anew.
  private void live() throws NotReached, InterruptedException {
    if (director.ask(() -> model().travel().isLive() && model().sockets().rows().size() < 6)) {
      scenery.fill();
    }
    director.show(MonitorPerspective.ID);
    if (director.ask(() -> director.seen("#transfers-layer").isPresent())) {
      director.press("#transfers-drop");
    }
    director.until("six sockets", () -> model().sockets().rows().size() >= 6);
  }

  private void colours(PollColours colours) throws NotReached, InterruptedException {
    director.act(() -> studio.preferences().set(AllSettings.POLL_COLOURS, colours));
    live();
  }

  private void why() throws NotReached, InterruptedException {
    live();
    director.with(
        "#sockets",
        TableView.class,
        table -> table.getSelectionModel().select(Math.max(0, working(table))));
    director.until("the answer", () -> director.seen("#why-answer").isPresent());
  }

  /// The first row of a socket that is not only kept.
  private static int working(TableView<?> table) {
    for (int i = 0; i < table.getItems().size(); i++) {
      if (table.getItems().get(i) instanceof SocketRow row
          && row.pollProperty().get() != Poll.REMOVE) {
        return i;
      }
    }
    return -1;
  }

  /// What became of a download, below the list of transfers.
  private void failed() throws NotReached, InterruptedException {
    live();
    director.until("the row of " + Scenery.EXPIRED, () -> failedRow().isPresent());
    director.act(() -> model().selectedProperty().set(failedRow().orElseThrow()));
    if (director.ask(() -> director.seen("#transfers-drop").isPresent())) {
      director.press("#transfers-drop"); // a narrow window shows the list over the table
    }
    director.until("the outcome", () -> director.seen("#outcome-title").isPresent());
  }

  private Optional<TransferRow> failedRow() {
    return model().transfers().rows().stream()
        .filter(row -> row.isWhole() && row.name().equals(Scenery.EXPIRED))
        .findFirst();
  }

  /// Ends the recording that has begun, or makes a short one, and opens its file.
  private void loaded() throws NotReached, InterruptedException {
    live();
    director.run("monitor.record");
    director.settle();
    if (!director.ask(() -> director.seen("#trace-words").isPresent())) {
      director.run("monitor.record");
    }
    director.until(
        "a file of the recording", () -> trace().isPresent() && !perspective().isWriting());
    Path file = director.ask(() -> trace().orElseThrow());
    director.act(() -> perspective().open(file));
    director.until("the trace", () -> model().loadedProperty().get() != null);
  }

  /// How a download failed, a few events after its beginning.
  private void replayed() throws NotReached, InterruptedException {
    director.show("downloads");
    scenery.select(Scenery.EXPIRED);
    director.until("the attempt", () -> director.seen("#failed-replay").isPresent());
    director.press("#failed-replay");
    director.until("the record", () -> director.seen("#trace-banner").isPresent());
    director.with("#sockets", TableView.class, table -> table.requestFocus());
    for (int i = 0; i < 5; i++) {
      director.run("monitor.step.on");
    }
  }

  private MonitorPerspective perspective() {
    return (MonitorPerspective) studio.window().shell().current();
  }

  private Optional<Path> trace() {
    try (var files = Files.list(studio.downloads())) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
