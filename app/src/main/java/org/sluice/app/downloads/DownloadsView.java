package org.sluice.app.downloads;

import java.io.File;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.sluice.app.command.CommandNodes;
import org.sluice.app.fx.NoticeBar;
import org.sluice.app.fx.TokenPaints;
import org.sluice.app.said.Said;
import org.sluice.app.shell.LinkedSelection;
import org.sluice.app.shell.PaneSize;
import org.sluice.engine.download.DownloadsSnapshot;

/// The Downloads perspective: side bar, table, details.
final class DownloadsView extends BorderPane {
  private final DownloadsViewModel model;
  private final DownloadsActions actions;
  private final DownloadsToolbar toolbar;
  private final SideBar side;
  private final DownloadsTable table;
  private final DetailsPane details;
  private final SplitPane across;
  private final SplitPane down;
  private final StackPane centre = new StackPane();
  private final VBox nothing = new VBox(8);
  private final EmptyDownloads empty;
  private final Label hint =
      new Label(DownloadsWords.text("drop.hint"), new FontIcon(MaterialDesignT.TRAY_ARROW_DOWN));
  private final SimpleStringProperty notices = new SimpleStringProperty("");
  private double detailsAt = 0.655;

  /// @param empty what is shown before the first download
  DownloadsView(
      DownloadsViewModel model,
      DownloadsCommands commands,
      DownloadsActions actions,
      LinkedSelection selection,
      EmptyDownloads empty,
      Clock clock) {
    this.model = model;
    this.actions = actions;
    this.empty = empty;
    getStyleClass().add("sl-downloads");
    getStylesheets()
        .add(
            Objects.requireNonNull(DownloadsView.class.getResource("downloads.css"))
                .toExternalForm());
    TokenPaints paints = new TokenPaints();
    commands.addView(this);
    toolbar = new DownloadsToolbar(model, commands, actions, clock);
    side = new SideBar(model, commands, clock);
    side.setMinWidth(176);
    PaneSize.set(side, 212, 0.25);
    table = new DownloadsTable(model, paints, clock, actions::openOrShow);
    table.setContextMenu(rowMenu(commands));
    nothing.setAlignment(Pos.CENTER);
    table.setPlaceholder(nothing);
    details = new DetailsPane(model, actions, selection, paints, clock, this::toggleDetails);
    details.onCardLeaves(this::focusTable);
    details.setMinHeight(150);
    PaneSize.set(details, 270, 0.46);
    table.getStyleClass().add("grows");
    down = new SplitPane(table, details);
    down.setOrientation(Orientation.VERTICAL);
    down.setDividerPositions(detailsAt);
    centre.getChildren().addAll(paints, down, empty, hint);
    centre.getStyleClass().add("grows");
    across = new SplitPane(side, centre);
    across.setDividerPositions(0.147);
    setTop(
        new VBox(
            toolbar,
            new NoticeBar("list-notice", NoticeBar.Tone.WARNING, notices, null),
            new NoticeBar(
                "list-complaint",
                NoticeBar.Tone.DANGER,
                model.complaintProperty(),
                () -> model.complaintProperty().set(""))));
    setCenter(across);
    widthProperty().subscribe(width -> table.fit(width.doubleValue()));
    model.filterProperty().subscribe(_ -> sayNothing());
    model.searchProperty().subscribe(_ -> sayNothing());
    model.countsProperty().subscribe(_ -> showEmpty());
    model
        .snapshotProperty()
        .subscribe(now -> centre.setOpacity(now != null && now.isKnown() ? 1 : 0));
    hint.setId("drop-hint");
    hint.getStyleClass().add("drop-hint");
    hint.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    hint.setMouseTransparent(true);
    hint.setVisible(false);
    setOnDragEntered(_ -> hint.setVisible(true));
    setOnDragExited(_ -> hint.setVisible(false));
    setOnDragOver(this::dragOver);
    setOnDragDropped(this::dropped);
  }

  DownloadsTable table() {
    return table;
  }

  Map<String, SplitPane> splits() {
    return Map.of(
        "side",
        across,
        "details",
        down,
        "speed",
        details.split(),
        "attempt",
        details.failedSplit());
  }

  List<Node> panes() {
    return List.of(toolbar, side, empty.isVisible() ? empty : table, details);
  }

  void refresh() {
    DownloadsSnapshot now = model.snapshotProperty().get();
    notices.set(now == null ? "" : Said.lines(now.notices()));
    if (details.getScene() != null && down.getItems().contains(details)) {
      details.refresh();
    }
  }

  /// Where work begins.
  void focusTable() {
    if (empty.isVisible()) {
      empty.focusAdd();
    } else {
      table.requestFocus();
    }
  }

  void focusSearch() {
    toolbar.focusSearch();
  }

  /// Takes back what was typed, then the filter, then the selection.
  void clear() {
    if (!model.searchProperty().get().isEmpty()) {
      model.searchProperty().set("");
      table.requestFocus();
    } else {
      table.getSelectionModel().clearSelection();
    }
  }

  void selectAll() {
    table.requestFocus();
    table.getSelectionModel().selectAll();
  }

  void toggleDetails() {
    showDetails(!down.getItems().contains(details));
  }

  boolean hasDetails() {
    return down.getItems().contains(details);
  }

  void showDetails(boolean shown) {
    if (shown && !hasDetails()) {
      down.getItems().add(details);
      down.setDividerPositions(detailsAt);
    } else if (!shown && hasDetails()) {
      detailsAt = down.getDividerPositions()[0];
      down.getItems().remove(details);
      table.requestFocus();
    }
  }

  DetailsPane details() {
    return details;
  }

  private ContextMenu rowMenu(DownloadsCommands commands) {
    ContextMenu menu = new ContextMenu();
    List<List<String>> groups =
        List.of(
            List.of("openFile", "openFolder"),
            List.of("resume", "pause", "restart", "verify", "newAddress"),
            List.of("copyLink", "copyCurl"),
            List.of("queueTop", "queueUp", "queueDown", "queueBottom", "limitOne"),
            List.of("monitor", "properties"),
            List.of("remove", "removeDisk"));
    for (List<String> group : groups) {
      if (!menu.getItems().isEmpty()) {
        menu.getItems().add(new SeparatorMenuItem());
      }
      group.forEach(name -> menu.getItems().add(CommandNodes.menuItem(commands.get(name))));
      if (group.contains("limitOne")) {
        menu.getItems().add(queueMenu(menu, commands));
      }
    }
    return menu;
  }

  /// Where the selected ones can go; there is none as long as there is one queue.
  private static Menu queueMenu(ContextMenu menu, DownloadsCommands commands) {
    Menu queues = new Menu(DownloadsWords.text("menu.moveTo"));
    queues.setGraphic(new FontIcon(MaterialDesignP.PLAYLIST_PLAY));
    menu.setOnShown(_ -> CommandNodes.arrowAtEnd(queues));
    menu.setOnShowing(
        _ -> {
          queues
              .getItems()
              .setAll(commands.toQueues().stream().map(CommandNodes::menuItem).toList());
          queues.setVisible(queues.getItems().size() > 1);
        });
    return queues;
  }

  /// What stands in a table that has no row for what is chosen.
  private void sayNothing() {
    String typed = model.searchProperty().get().strip();
    Label words = new Label();
    words.setId("nothing");
    words.getStyleClass().add("nothing");
    Hyperlink way = new Hyperlink();
    way.setId("nothing-way");
    if (!typed.isEmpty()) {
      words.setText(DownloadsWords.text("nothing.search", typed));
      way.setText(DownloadsWords.text("nothing.clear"));
      way.setOnAction(_ -> model.searchProperty().set(""));
    } else {
      Filter filter = model.filterProperty().get();
      words.setText(
          filter instanceof Filter.InState(StateGroup group)
              ? DownloadsWords.text("nothing." + group)
              : DownloadsWords.text("nothing.here"));
      way.setText(DownloadsWords.text("nothing.all"));
      way.setOnAction(_ -> model.filterProperty().set(new Filter.All()));
    }
    nothing.getChildren().setAll(words, way);
  }

  private void showEmpty() {
    boolean none = model.countsProperty().get().all() == 0;
    Node shown = none ? empty : down;
    Node hidden = none ? down : empty;
    boolean focused = hidden.isFocusWithin();
    shown.setVisible(true);
    shown.setManaged(true);
    if (focused && none) { // else the focus goes to what happens to come next
      empty.focusAdd();
    } else if (focused) {
      table.requestFocus();
    }
    hidden.setVisible(false);
    hidden.setManaged(false); // else it would want its room
  }

  // ---- drag and drop --------------------------------------------------------------------------

  private void dragOver(DragEvent event) {
    Dragboard board = event.getDragboard();
    if (board.hasFiles() || board.hasUrl() || board.hasString()) {
      event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
    }
    event.consume();
  }

  private void dropped(DragEvent event) {
    hint.setVisible(false);
    event.setDropCompleted(drop(event.getDragboard()));
    event.consume();
  }

  private boolean drop(Dragboard board) {
    boolean files = board.hasFiles();
    if (files) {
      for (File file : board.getFiles()) {
        actions.addFile(file.toPath());
      }
    }
    String links = Dropped.links(board.getUrl(), board.getString(), files);
    if (!links.isEmpty()) {
      actions.add(links);
    }
    return files || !links.isEmpty();
  }
}
