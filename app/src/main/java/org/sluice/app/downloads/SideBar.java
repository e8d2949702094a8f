package org.sluice.app.downloads;

import java.time.Clock;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.sluice.app.command.CommandNodes;

/// States, categories and queues with their counts: what is chosen here is what the table shows.
final class SideBar extends VBox {
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
  private static final PseudoClass ALARM = PseudoClass.getPseudoClass("alarm");

  private final DownloadsViewModel model;
  private final DownloadsCommands commands;
  private final ListView<Entry> list = new ListView<>();

  SideBar(DownloadsViewModel model, DownloadsCommands commands, Clock clock) {
    this.model = model;
    this.commands = commands;
    getStyleClass().add("side-bar");
    list.setId("filters");
    list.setAccessibleText(DownloadsWords.text("side.accessible"));
    list.setCellFactory(_ -> new Cell());
    model.queuesProperty().subscribe(_ -> fill(clock));
    model.categoriesProperty().subscribe((_, _) -> fill(clock));
    model.filterProperty().subscribe(_ -> showFilter());
    list.getSelectionModel()
        .selectedIndexProperty()
        .subscribe((before, now) -> chosen(before, now));
    list.setOnContextMenuRequested(this::askedForMenu);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(list, new FolderRoom(model));
  }

  /// By the menu key it is asked for at the list, which has the focus, and means the chosen line.
  private void askedForMenu(ContextMenuEvent event) {
    Entry entry = list.getSelectionModel().getSelectedItem();
    ContextMenu menu = entry == null ? null : menu(entry.filter(), false);
    if (event.isKeyboardTrigger() && menu != null) {
      menu.show(list, event.getScreenX(), event.getScreenY());
      event.consume();
    }
  }

  private @Nullable ContextMenu menu(@Nullable Filter filter, boolean categories) {
    return filter instanceof Filter.InQueue(String name)
        ? queueMenu(name)
        : categories || filter instanceof Filter.InCategory
            ? new ContextMenu(CommandNodes.menuItem(commands.editCategories()))
            : null;
  }

  private ContextMenu queueMenu(String name) {
    ContextMenu menu = new ContextMenu();
    commands.ofQueue(name).forEach(each -> menu.getItems().add(CommandNodes.menuItem(each)));
    return menu;
  }

  ListView<Entry> list() {
    return list;
  }

  private void fill(Clock clock) {
    List<Entry> entries =
        SideEntries.of(model.categoriesProperty().get(), model.queuesProperty().get(), clock);
    if (!list.getItems().equals(entries)) {
      Filter chosen = model.filterProperty().get(); // the selection moves while the lines change
      list.getItems().setAll(entries);
      model.filterProperty().set(chosen);
      showFilter();
    }
  }

  private void showFilter() {
    for (Entry entry : list.getItems()) {
      if (entry.filter() != null && entry.filter().equals(model.filterProperty().get())) {
        list.getSelectionModel().select(entry);
        return;
      }
    }
    model.filterProperty().set(new Filter.All()); // its queue or category is gone
  }

  /// A heading is passed over in the direction that the keys went.
  private void chosen(Number before, Number now) {
    int at = now.intValue();
    if (at < 0 || at >= list.getItems().size()) {
      return;
    }
    Entry entry = list.getItems().get(at);
    Filter filter = entry.filter();
    if (filter != null) {
      model.filterProperty().set(filter);
      return;
    }
    int next = at + (at < before.intValue() ? -1 : 1);
    list.getSelectionModel().select(next < 0 ? at + 1 : next);
  }

  private final class Cell extends ListCell<Entry> {
    private final Label title = new Label();
    private final Label note = new Label();
    private final FontIcon icon = new FontIcon(MaterialDesignP.PLUS);
    private final Button add = CommandNodes.iconButton(commands.newQueue());
    private final Button edit = CommandNodes.iconButton(commands.editCategories());
    private final Tooltip tip = new Tooltip();
    private final HBox row;

    Cell() {
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      note.getStyleClass().add("side-note");
      note.setMinWidth(Region.USE_PREF_SIZE);
      title.setGraphicTextGap(10);
      add.getStyleClass().add("side-add");
      edit.getStyleClass().add("side-add");
      row = new HBox(6, title, space, note, edit, add);
      row.setAlignment(Pos.CENTER_LEFT);
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      getStyleClass().add("side-cell");
      setPrefWidth(0); // as wide as the list, never wider
      model.countsProperty().subscribe((_, _) -> showCount(getItem()));
    }

    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      pseudoClassStateChanged(HEADING, entry != null && entry.isHeading());
      if (empty || entry == null) {
        setGraphic(null);
        setContextMenu(null);
        setTooltip(null);
        return;
      }
      title.setText(entry.title());
      Filter filter = entry.filter();
      boolean queues = filter == null && entry.title().equals(DownloadsWords.text("side.queues"));
      add.setVisible(queues);
      add.setManaged(queues);
      boolean categories =
          filter == null && entry.title().equals(DownloadsWords.text("side.categories"));
      edit.setVisible(categories);
      edit.setManaged(categories);
      if (entry.icon() == null || filter == null) {
        title.setGraphic(null);
        note.setText("");
        setText(entry.title());
        setTooltip(null);
      } else {
        icon.setIconCode(entry.icon());
        title.setGraphic(icon);
      }
      setContextMenu(menu(filter, categories));
      setGraphic(row);
      showCount(entry);
    }

    /// All of a line that changes while downloads come and go.
    private void showCount(@Nullable Entry entry) {
      if (entry == null || entry.filter() == null) {
        return;
      }
      Filter filter = entry.filter();
      int count = model.countsProperty().get().of(filter);
      note.setText(
          !entry.note().isEmpty()
              ? entry.note()
              : model.countsProperty().get().all() == 0 ? "" : Integer.toString(count));
      note.pseudoClassStateChanged(
          ALARM, count > 0 && filter.equals(new Filter.InState(StateGroup.FAILED)));
      setText(entry.title() + " " + count);
      tip.setText(DownloadsWords.text("queue.tip", entry.title(), count));
      setTooltip(filter instanceof Filter.InQueue ? tip : null);
    }
  }
}
