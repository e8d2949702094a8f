package org.sluice.app.pictures;

import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.control.Cell;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.sluice.engine.item.ItemState;

/// The list of downloads: every state, the details, and what is asked over it.
record DownloadShots(Studio studio, Director director, Scenery scenery) {
  /// A download in each state.
  List<Shot> states() {
    return List.of(
        Shot.of("downloads", () -> chosen(Scenery.MAIN, "segments")),
        state("queued", Scenery.QUEUED),
        state("probing", Scenery.PROBING),
        state("active", Scenery.MAIN),
        state("limited", Scenery.LIMITED),
        state("waiting", Scenery.WAITING),
        state("paused", Scenery.PAUSED),
        Shot.passing(
            "downloads-checking",
            () -> {
              director.press("#tab-general");
              String name = scenery.check();
              scenery.until(name, "is checked", item -> item.state() == ItemState.VERIFYING);
            }),
        state("done", Scenery.DONE),
        state("verified", Scenery.VERIFIED),
        Shot.of("downloads-failed", () -> failed(Scenery.EXPIRED)),
        Shot.of("downloads-failed-cut", () -> failed(Scenery.CUT)),
        Shot.of(
            "downloads-several",
            () -> scenery.select(Scenery.MAIN, Scenery.LIMITED, Scenery.PAUSED)),
        Shot.of("downloads-no-match", () -> director.type("#search", "zebra")),
        Shot.of(
            "downloads-filtered",
            () -> {
              director.type("#search", "");
              filter("Overnight");
            }),
        Shot.of("downloads-filter-failed", () -> filter("FAILED")),
        Shot.of("downloads-all-again", () -> filter("All[")));
  }

  /// The tabs below the table.
  List<Shot> details() {
    return List.of(
        Shot.of("details-general", () -> chosen(Scenery.MAIN, "general")),
        Shot.of("details-segments", () -> chosen(Scenery.MAIN, "segments")),
        Shot.of("details-sockets", () -> chosen(Scenery.MAIN, "sockets")),
        Shot.of("details-headers", () -> chosen(Scenery.MAIN, "headers")),
        Shot.of("details-log", () -> chosen(Scenery.MAIN, "log")),
        Shot.of("details-hidden", () -> director.run("downloads.details")),
        Shot.of(
            "details-back",
            () -> {
              director.run("downloads.details");
              chosen(Scenery.MAIN, "segments");
            }));
  }

  /// Menus, questions and notices.
  List<Shot> dialogs() {
    return List.of(
        Shot.menu("menu-add", () -> menu("#downloads-add")),
        Shot.menu("menu-limit", () -> menu("#limit")),
        Shot.menu("menu-row", () -> contextMenu(TableMenu.ROWS)),
        Shot.menu("menu-columns", () -> contextMenu(TableMenu.COLUMNS)),
        Shot.menu("menu-queue", this::queueMenu),
        Shot.of("downloads-drop", () -> drag(DragEvent.DRAG_ENTERED)),
        dialog("columns", "downloads.columns", () -> drag(DragEvent.DRAG_EXITED)),
        dialog("limit", "downloads.limit"),
        dialog("limit-one", "downloads.limitOne"),
        dialog("properties", "downloads.properties"),
        dialog("new-address", "downloads.newAddress"),
        dialog("new-queue", "downloads.newQueue"),
        dialog("edit-queue", "downloads.queue.edit.Overnight"),
        dialog("remove-from-disk", "downloads.removeDisk"),
        dialog("restart", "downloads.restart"),
        Shot.of(
            "notice-undo",
            () -> {
              scenery.select("kernel-handbook.pdf");
              director.run("downloads.remove");
              director.until("the notice", () -> director.seen(".toast").isPresent());
            }),
        Shot.of(
            "notice-copied",
            () -> {
              scenery.select(Scenery.MAIN);
              director.run("downloads.copyCurl");
              director.until("the notice", () -> director.seen(".toast").isPresent());
            }));
  }

  private Shot state(String name, String download) {
    return Shot.of("downloads-" + name, () -> chosen(download, "general"));
  }

  private Shot dialog(String name, String command) {
    return dialog(name, command, () -> {});
  }

  private Shot dialog(String name, String command, Shot.Act before) {
    return Shot.of(
        "dialog-" + name,
        () -> {
          before.play();
          scenery.fill(); // on a slow machine the main one may be complete by now
          scenery.select(Scenery.MAIN);
          director.run(command);
          director.until("a dialog", () -> studio.window().shell().dialogs().isOpen());
        });
  }

  private void chosen(String download, String tab) throws NotReached, InterruptedException {
    scenery.select(download);
    director.press("#tab-" + tab);
  }

  private void failed(String download) throws NotReached, InterruptedException {
    scenery.select(download);
    director.until("the card of the failure", () -> director.seen("#failed-title").isPresent());
  }

  /// By what it filters, not by its words: these are of the language.
  private void filter(String entry) throws NotReached, InterruptedException {
    director.with(
        "#filters",
        ListView.class,
        list -> {
          for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i).toString().contains(entry)) {
              list.getSelectionModel().select(i);
              return;
            }
          }
          throw new IllegalStateException("the side bar has no " + entry);
        });
  }

  private void menu(String button) throws NotReached, InterruptedException {
    scenery.select(Scenery.MAIN);
    director.with(button, MenuButton.class, MenuButton::show);
    director.until("the menu", () -> !WindowPicture.popups().isEmpty());
  }

  /// Of the entry of the side bar.
  private void queueMenu() throws NotReached, InterruptedException {
    director.with("#filters", ListView.class, list -> list.scrollTo(list.getItems().size() - 1));
    director.until("a queue in the side bar", () -> queueCell().isPresent());
    director.act(
        () -> {
          Cell<?> cell = queueCell().orElseThrow();
          Point2D at = cell.localToScreen(60, 16);
          cell.getContextMenu().show(cell, at.getX(), at.getY());
        });
    director.until("the menu", () -> !WindowPicture.popups().isEmpty());
  }

  private Optional<Cell<?>> queueCell() {
    return director.scene().lookup("#filters").lookupAll(".side-cell").stream()
        .filter(Cell.class::isInstance)
        .<Cell<?>>map(Cell.class::cast)
        .filter(
            cell ->
                cell.getContextMenu() != null
                    && String.valueOf(cell.getItem()).contains("Overnight"))
        .findFirst();
  }

  /// As if something were dragged into or out of the list.
  private void drag(EventType<DragEvent> what) throws NotReached, InterruptedException {
    director.with(
        ".sl-downloads",
        Parent.class,
        view ->
            Event.fireEvent(
                view, new DragEvent(what, null, 0, 0, 0, 0, TransferMode.COPY, null, null, null)));
  }

  private enum TableMenu {
    ROWS,
    COLUMNS
  }

  private void contextMenu(TableMenu which) throws NotReached, InterruptedException {
    scenery.select(Scenery.MAIN);
    director.with(
        "#downloads",
        TableView.class,
        table -> {
          ContextMenu menu =
              which == TableMenu.ROWS
                  ? table.getContextMenu()
                  : ((TableView<?>) table).getColumns().getFirst().getContextMenu();
          Point2D at = table.localToScreen(260, which == TableMenu.ROWS ? 48 : 28);
          menu.show(table, at.getX(), at.getY());
        });
    director.until("the menu", () -> !WindowPicture.popups().isEmpty());
  }
}
