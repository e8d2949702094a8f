package org.sluice.app.downloads;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Reveal;
import org.sluice.app.fx.TextWidth;
import org.sluice.app.fx.TokenPaints;
import org.sluice.engine.download.ItemView;

/// The table of downloads.
///
/// Rows are of one height and cells listen to their own row only, so that ten thousand rows cost what
/// the visible ones cost.
final class DownloadsTable extends TableView<DownloadRow> {
  static final double ROW = 34;

  /// Below these widths of the window a column leaves.
  private static final double NO_ADDED = 1200;

  private static final double NO_CONNECTIONS = 1080;
  private static final double SCROLL_BAR = 14;
  private static final double LEAST_NAME = 200;

  /// The column of the progress in a narrow window.
  private static final double SHORT_PROGRESS = 232;

  private final DownloadsViewModel model;
  private final Map<Column, TableColumn<DownloadRow, ItemView>> columns =
      new EnumMap<>(Column.class);
  private final AskedLines asked = new AskedLines();
  private boolean arranging;
  private boolean fitted;

  /// @param open what a double click does
  DownloadsTable(DownloadsViewModel model, TokenPaints paints, Clock clock, Runnable open) {
    this.model = model;
    setId("downloads");
    getStyleClass().addAll("downloads-table", "edge-to-edge");
    setFixedCellSize(ROW);
    setAccessibleText(DownloadsWords.text("table.accessible"));
    setTableMenuButtonVisible(false);
    setColumnResizePolicy(UNCONSTRAINED_RESIZE_POLICY);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setRowFactory(_ -> row(open));
    for (Column column : Column.values()) {
      TableColumn<DownloadRow, ItemView> made = column(column, paints, clock);
      columns.put(column, made);
      getColumns().add(made);
    }
    setSortPolicy(table -> sort(table));
    setItems(model.rows());
    model.askedProperty().subscribe(asked::run);
    model.shown().onArranged(this::showSelection);
    model.shown().onRevealed(this::reveal);
    model.filterProperty().subscribe((_, _) -> seeLead());
    model.searchProperty().subscribe((_, _) -> seeLead());
    getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<DownloadRow>) _ -> tellSelection());
    hoverProperty().subscribe(_ -> hold());
    paints.onChange(this::refresh);
    model.categoriesProperty().subscribe((_, _) -> refresh());
    widthProperty().subscribe(_ -> fitName());
    ContextMenu menu = columnMenu();
    getColumns().forEach(column -> column.setContextMenu(menu));
  }

  private static boolean sort(TableView<DownloadRow> table) {
    DownloadsTable self = (DownloadsTable) table;
    boolean live =
        self.getSortOrder().stream()
            .anyMatch(each -> each.getUserData() instanceof Column column && column.isLive());
    self.model.shown().sortBy(self.order(), live);
    self.seeLead();
    return true;
  }

  /// Of all columns that it is sorted by; null for none.
  private @Nullable Comparator<DownloadRow> order() {
    Comparator<DownloadRow> order = null;
    for (TableColumn<DownloadRow, ?> each : getSortOrder()) {
      if (each.getUserData() instanceof Column column) {
        boolean up = each.getSortType() == TableColumn.SortType.ASCENDING;
        Comparator<DownloadRow> one = up ? column.order() : column.order().reversed();
        order = order == null ? one : order.thenComparing(one);
      }
    }
    return order;
  }

  private TableColumn<DownloadRow, ItemView> column(
      Column column, TokenPaints paints, Clock clock) {
    TableColumn<DownloadRow, ItemView> made = new TableColumn<>(column.title());
    made.setId("column-" + column.key());
    made.setUserData(column);
    made.setPrefWidth(Math.max(column.width(), wordsWidth(column)));
    made.setMinWidth(Math.min(column.width(), 56));
    made.setVisible(column.isUsual());
    made.setCellValueFactory(features -> features.getValue().itemProperty());
    made.setComparator((_, _) -> 0); // rows are compared, not cells: see order()
    made.setCellFactory(
        _ ->
            switch (column) {
              case NAME -> new NameCell(model::categoryOf);
              case PROGRESS -> new ProgressCell(paints, asked);
              case SIZE,
                  SPEED,
                  ETA,
                  CONNECTIONS,
                  ADDED,
                  STATUS,
                  DONE,
                  AVERAGE,
                  QUEUE,
                  NUMBER,
                  PRIORITY,
                  CATEGORY,
                  HOST,
                  FOLDER,
                  RESUMABLE,
                  RETRIES,
                  LAST_TRY,
                  FINISHED,
                  LIMIT,
                  ERROR ->
                  new TextCell(column, clock);
            });
    if (column.isNumeric()) {
      made.getStyleClass().add("numeric");
    }
    made.visibleProperty().subscribe(_ -> fitName());
    made.widthProperty().subscribe(_ -> fitName());
    return made;
  }

  /// What its title needs, and days in words, which are longer in some languages.
  private static double wordsWidth(Column column) {
    double title = TextWidth.header(column.title());
    return switch (column) {
      case ADDED, LAST_TRY, FINISHED ->
          Math.max(title, TextWidth.cell(DownloadsWords.text("time.today", "00:00")));
      default -> title;
    };
  }

  private TableRow<DownloadRow> row(Runnable open) {
    TableRow<DownloadRow> row = new TableRow<>();
    row.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2
              && event.getButton() == MouseButton.PRIMARY
              && !row.isEmpty()) {
            open.run();
          }
        });
    return row;
  }

  // ---- selection ------------------------------------------------------------------------------

  private void tellSelection() {
    if (!arranging) {
      List<DownloadRow> now =
          getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
      if (!model.selected().equals(now)) {
        model.selected().setAll(now);
      }
    }
  }

  /// The rows stand elsewhere now: the same downloads stay selected.
  private void showSelection() {
    arranging = true;
    try {
      select(List.copyOf(model.selected()));
    } finally {
      arranging = false;
    }
  }

  /// Rows were selected elsewhere: they are shown, the last of them in sight.
  private void reveal() {
    showSelection();
    DownloadRow lead = model.lead();
    if (lead != null) {
      scrollTo(lead);
    }
  }

  /// The user has asked for other rows, or for another order: what is selected is in sight then. A list
  /// that moves by itself never scrolls.
  void seeLead() {
    Platform.runLater(
        () -> {
          DownloadRow lead = model.lead();
          if (lead != null) {
            layout(); // until then it knows the rows of before
            Reveal.row(this, getItems().indexOf(lead));
          }
        });
  }

  /// Selects these and no others.
  void select(List<DownloadRow> which) {
    getSelectionModel().clearSelection();
    if (which.isEmpty()) {
      return;
    }
    Map<DownloadRow, Integer> places = new HashMap<>();
    for (int i = 0; i < getItems().size(); i++) {
      places.put(getItems().get(i), i);
    }
    int[] indices =
        which.stream().map(places::get).filter(Objects::nonNull).mapToInt(i -> i).toArray();
    if (indices.length > 0) {
      getSelectionModel().selectIndices(indices[0], indices);
      getFocusModel().focus(indices[indices.length - 1]);
    }
  }

  private void hold() {
    model.shown().hold(isHover());
  }

  // ---- columns --------------------------------------------------------------------------------

  /// Hides what a narrow window has no room for.
  void fit(double windowWidth) {
    if (!fitted) {
      show(Column.ADDED, windowWidth >= NO_ADDED);
      show(Column.CONNECTIONS, windowWidth >= NO_CONNECTIONS);
    }
    fitProgress(windowWidth >= NO_ADDED);
    fitName();
  }

  /// Names need the room more than bars; a width that the user has chosen stays.
  private void fitProgress(boolean wide) {
    TableColumn<DownloadRow, ItemView> progress = columns.get(Column.PROGRESS);
    double before = wide ? SHORT_PROGRESS : Column.PROGRESS.width();
    if (progress != null && progress.getPrefWidth() == before) {
      progress.setPrefWidth(wide ? Column.PROGRESS.width() : SHORT_PROGRESS);
    }
  }

  private void show(Column column, boolean visible) {
    TableColumn<DownloadRow, ItemView> made = columns.get(column);
    if (made != null) {
      made.setVisible(visible);
    }
  }

  boolean isShown(Column column) {
    TableColumn<DownloadRow, ItemView> made = columns.get(column);
    return made != null && made.isVisible();
  }

  /// As the user wants it: from now on it does not follow the window's width.
  void choose(Column column, boolean visible) {
    fitted = true;
    show(column, visible);
  }

  /// All of them, shown or not, from the left.
  List<Column> arranged() {
    return getColumns().stream().map(each -> (Column) each.getUserData()).toList();
  }

  /// So many places to the right, or to the left.
  void move(Column column, int by) {
    List<TableColumn<DownloadRow, ?>> all = new ArrayList<>(getColumns());
    int at = arranged().indexOf(column);
    all.add(Math.clamp(at + (long) by, 0, all.size() - 1), all.remove(at));
    List<TableColumn<DownloadRow, ?>> sorted = List.copyOf(getSortOrder());
    getColumns().setAll(all);
    getSortOrder().setAll(sorted); // it is forgotten for columns that were away for a moment
  }

  /// By so many pixels; the name takes what the others leave.
  void widen(Column column, double by) {
    TableColumn<DownloadRow, ItemView> made = columns.get(column);
    if (made != null && column != Column.NAME) {
      made.setPrefWidth(Math.max(made.getMinWidth(), made.getWidth() + by));
    }
  }

  double widthOf(Column column) {
    TableColumn<DownloadRow, ItemView> made = columns.get(column);
    return made == null ? 0 : made.getWidth();
  }

  /// Sorts by it; the other way round if it is sorted by it already.
  void sort(Column column) {
    sortBy(column.key() + (sorted(column).equals("up") ? ",down" : ""));
  }

  /// `up` or `down` for the column that it is sorted by first; empty for the others.
  String sorted(Column column) {
    TableColumn<DownloadRow, ?> first = getSortOrder().isEmpty() ? null : getSortOrder().getFirst();
    if (first == null || first.getUserData() != column) {
      return "";
    }
    return first.getSortType() == TableColumn.SortType.ASCENDING ? "up" : "down";
  }

  /// The name takes what the others leave.
  private void fitName() {
    TableColumn<DownloadRow, ItemView> name = columns.get(Column.NAME);
    if (name == null || getWidth() <= 0) {
      return;
    }
    double others = SCROLL_BAR;
    for (TableColumn<DownloadRow, ?> each : getColumns()) {
      if (each.isVisible() && !each.equals(name)) {
        others += each.getWidth();
      }
    }
    double wanted = Math.max(LEAST_NAME, Math.floor(getWidth() - others));
    if (Math.abs(name.getWidth() - wanted) > 0.5) {
      name.setPrefWidth(wanted);
    }
  }

  private ContextMenu columnMenu() {
    ContextMenu menu = new ContextMenu();
    columns.forEach(
        (column, made) -> {
          if (column != Column.NAME) {
            CheckMenuItem item = new CheckMenuItem(column.title());
            made.visibleProperty().subscribe(item::setSelected);
            item.setOnAction(_ -> choose(column, item.isSelected()));
            menu.getItems().add(item);
          }
        });
    return menu;
  }

  // ---- memory ---------------------------------------------------------------------------------

  Map<String, String> remember() {
    return ColumnMemory.of(this, fitted);
  }

  void restore(Map<String, String> memory) {
    ColumnMemory.restore(this, memory);
  }

  /// @param text the key of a column, with `,down` behind it for the other way round
  void sortBy(String text) {
    String[] parts = text.split(",", -1);
    for (Column column : Column.values()) {
      TableColumn<DownloadRow, ItemView> made = columns.get(column);
      if (made != null && column.key().equals(parts[0].toLowerCase(Locale.ROOT))) {
        made.setSortType(
            parts.length > 1 ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
        getSortOrder().setAll(List.of(made));
        sort();
      }
    }
  }
}
