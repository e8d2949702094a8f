package org.sluice.app.learn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.sluice.engine.loop.Step;

/// The nine steps as code, in C and in Java, the current line marked.
final class CodePane extends VBox {
  private static final int LINES_ABOVE = 4;

  private final ObjectProperty<@Nullable Moment> moment = new SimpleObjectProperty<>();
  private final ObjectProperty<CodeListing> listing = new SimpleObjectProperty<>();
  private final ListView<@Nullable CodeLine> list = new ListView<>();
  private final Map<CodeListing, ToggleButton> tabs = new LinkedHashMap<>();

  CodePane() {
    getStyleClass().add("code-pane");
    list.setId("code");
    list.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    list.getStyleClass().addAll("code-list", "pane-begin");
    list.setFixedCellSize(CodeCell.HEIGHT);
    list.setCellFactory(_ -> new CodeCell(this));
    list.setAccessibleText(LearnWords.text("code.accessible"));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::scrollAside);
    VBox.setVgrow(list, Priority.ALWAYS);
    CodeListing c = CodeListing.c();
    CodeListing java = CodeListing.java();
    HBox bar = new HBox(tab(c), tab(java));
    bar.getStyleClass().add("code-tabs");
    bar.setAlignment(Pos.CENTER_LEFT);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    bar.getChildren().addAll(space, copy());
    getChildren().addAll(bar, list);
    listing.subscribe(
        (_, wanted) -> {
          tabs.forEach((each, tab) -> tab.setSelected(each.equals(wanted)));
          list.getItems().setAll(wanted.lines());
          follow();
        });
    listing.set(c);
  }

  private ToggleButton tab(CodeListing of) {
    ToggleButton tab = new ToggleButton(of.title());
    tab.setId("code-" + of.id());
    tab.getStyleClass().add("code-tab");
    tab.setMinWidth(USE_PREF_SIZE);
    tab.setOnAction(
        _ -> {
          tab.setSelected(true);
          listing.set(of);
        });
    tabs.put(of, tab);
    return tab;
  }

  private Button copy() {
    Button copy = new Button("", new FontIcon(MaterialDesignC.CONTENT_COPY));
    copy.setId("code-copy");
    copy.getStyleClass().addAll("flat", "button-icon", "icon-button");
    copy.setTooltip(new Tooltip(LearnWords.text("code.copy")));
    copy.setAccessibleText(LearnWords.text("code.copy"));
    copy.setOnAction(
        _ ->
            Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, listing.get().text())));
    return copy;
  }

  ObjectProperty<@Nullable Moment> momentProperty() {
    return moment;
  }

  ListView<@Nullable CodeLine> list() {
    return list;
  }

  /// Which text is shown, `c` or `java`.
  String shown() {
    return listing.get().id();
  }

  /// Shows the text of that name, if there is one.
  void show(@Nullable String id) {
    tabs.keySet().stream().filter(each -> each.id().equals(id)).findFirst().ifPresent(listing::set);
  }

  /// Marks the line of a moment.
  void look(@Nullable Moment now) {
    moment.set(now);
    follow();
  }

  /// Brings the beginning of a step into view and selects it.
  void showStep(Step step) {
    int at = listing.get().indexOf(step);
    if (at >= 0) {
      list.getSelectionModel().clearAndSelect(at);
      list.scrollTo(Math.max(0, at - LINES_ABOVE));
    }
  }

  private void follow() {
    List<Integer> current = new ArrayList<>();
    for (CodeLine line : listing.get().lines()) {
      if (CodeListing.isCurrent(line, moment.get())) {
        current.add(line.number() - 1);
      }
    }
    if (!current.isEmpty() && !isSeen(current.getFirst(), current.getLast())) {
      list.scrollTo(Math.max(0, current.getFirst() - LINES_ABOVE));
    }
  }

  /// Whether both lines are in view already: then nothing has to move.
  private boolean isSeen(int from, int to) {
    int first = Integer.MAX_VALUE;
    int last = -1;
    for (var node : list.lookupAll(".code-cell")) {
      if (node instanceof CodeCell cell && !cell.isEmpty()) {
        double y = cell.localToScene(0, 0).getY() - list.localToScene(0, 0).getY();
        if (y >= 0 && y + CodeCell.HEIGHT <= list.getHeight()) {
          first = Math.min(first, cell.getIndex());
          last = Math.max(last, cell.getIndex());
        }
      }
    }
    return from >= first && to <= last;
  }

  /// Left and right step through the lesson; with Shift they move long lines.
  private void scrollAside(KeyEvent event) {
    boolean left = event.getCode() == KeyCode.LEFT;
    if (!event.isShiftDown() || !(left || event.getCode() == KeyCode.RIGHT)) {
      return;
    }
    for (var node : list.lookupAll(".scroll-bar")) {
      if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.HORIZONTAL) {
        if (left) {
          bar.decrement();
        } else {
          bar.increment();
        }
        event.consume();
      }
    }
  }
}
