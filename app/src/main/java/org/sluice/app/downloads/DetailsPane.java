package org.sluice.app.downloads;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.sluice.app.fx.TokenPaints;
import org.sluice.app.shell.LinkedSelection;
import org.sluice.app.shell.PaneSize;
import org.sluice.engine.loop.LoopSnapshot;

/// Everything about the chosen download, in tabs, with its speed beside it.
final class DetailsPane extends BorderPane {
  /// The tabs, in order.
  enum Tab {
    GENERAL,
    SEGMENTS,
    SOCKETS,
    HEADERS,
    LOG
  }

  private final DownloadsViewModel model;
  private final Map<Tab, ToggleButton> buttons = new EnumMap<>(Tab.class);
  private final StackPane body = new StackPane();
  private final StackPane failedBody = new StackPane();
  private final Label name = new Label();
  private final Label sockets = new Label();
  private final FailedCard card;
  private final GeneralTab general;
  private final SegmentsTab segments;
  private final SocketsTab socketsTab;
  private final HeadersTab headers = new HeadersTab();
  private final LogTab log;
  private final SpeedPane speed;
  private final LastAttempt attempt;
  private final SplitPane split;
  private final SplitPane failedSplit;
  private final Label nothing = new Label(DownloadsWords.text("details.nothing"));
  private Tab tab = Tab.SEGMENTS;
  private @Nullable DownloadRow before;
  private boolean beforeFailed;
  private Runnable cardLeaves = () -> {};

  /// What was looked at before a failure was shown; null if the user chose the tab.
  private @Nullable Tab lookedAt;

  /// @param hide what the button at the end of the tabs does
  DetailsPane(
      DownloadsViewModel model,
      DownloadsActions actions,
      LinkedSelection selection,
      TokenPaints paints,
      Clock clock,
      Runnable hide) {
    this.model = model;
    getStyleClass().add("details");
    card = new FailedCard(actions, clock);
    general = new GeneralTab(card, new FullAddress(model::requests), clock);
    segments = new SegmentsTab(paints, model.pollWordsProperty());
    socketsTab = new SocketsTab(selection, model.pollWordsProperty());
    log = new LogTab(clock.getZone());
    speed = new SpeedPane(paints);
    attempt =
        new LastAttempt(
            clock, paints, model.pollWordsProperty(), card.foot(), card.codeInFootProperty());
    HBox tabs = new HBox();
    tabs.getStyleClass().add("tab-row");
    tabs.setAlignment(Pos.CENTER_LEFT);
    for (Tab each : Tab.values()) {
      ToggleButton button = tabButton(each);
      buttons.put(each, button);
      tabs.getChildren().add(button);
    }
    sockets.getStyleClass().add("count-chip");
    ToggleButton socketButton = buttons.get(Tab.SOCKETS);
    if (socketButton != null) {
      sockets
          .textProperty()
          .subscribe(count -> socketButton.setGraphic(count.isEmpty() ? null : sockets));
      socketButton.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    }
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    name.getStyleClass().addAll("text-small", "muted");
    name.setMinWidth(40);
    Button close = new Button("", new FontIcon(MaterialDesignC.CHEVRON_DOWN));
    close.getStyleClass().addAll("flat", "button-icon", "notice-close");
    close.setTooltip(new Tooltip(DownloadsWords.text("details.hide")));
    close.setAccessibleText(DownloadsWords.text("details.hide"));
    close.setOnAction(_ -> hide.run());
    tabs.getChildren().addAll(space, name, close);
    setTop(tabs);
    nothing.setId("details-nothing");
    nothing.getStyleClass().add("nothing");
    split = beside(body, speed, 340, 0.31);
    failedSplit = beside(failedBody, attempt, 468, 0.4); // calls have their meaning beside them
    setCenter(new StackPane(split, failedSplit, nothing));
    choose(Tab.SEGMENTS);
  }

  private static SplitPane beside(StackPane body, Region pane, double pixels, double most) {
    body.setMinSize(260, 0);
    body.getStyleClass().add("grows");
    pane.setMinSize(220, 0);
    PaneSize.set(pane, pixels, most);
    SplitPane split = new SplitPane(body, pane);
    split.setDividerPositions(0.724);
    split.setMinHeight(0);
    return split;
  }

  /// The tabs beside the speed.
  SplitPane split() {
    return split;
  }

  /// The tabs beside the last attempt.
  SplitPane failedSplit() {
    return failedSplit;
  }

  /// @param then puts the focus somewhere: the card that has it is about to leave
  void onCardLeaves(Runnable then) {
    cardLeaves = then;
  }

  Tab tab() {
    return tab;
  }

  void choose(Tab wanted) {
    tab = wanted;
    buttons.forEach((each, button) -> button.setSelected(each == wanted));
    refresh();
  }

  /// By the user.
  private void chosen(Tab wanted) {
    lookedAt = null;
    choose(wanted);
  }

  private static void put(Node content, StackPane into) {
    if (!into.getChildren().equals(List.of(content))) {
      into.getChildren().setAll(content);
    }
  }

  private Node content(Tab of) {
    return switch (of) {
      case GENERAL -> general;
      case SEGMENTS -> segments;
      case SOCKETS -> socketsTab;
      case HEADERS -> headers;
      case LOG -> log;
    };
  }

  /// Shows the chosen download as it is now; ten times a second.
  void refresh() {
    DownloadRow row = model.lead();
    LoopSnapshot loop = model.loopProperty().get();
    boolean failed = row != null && row.group() == StateGroup.FAILED;
    if (!failed && card.isFocusWithin()) {
      cardLeaves.run(); // else the focus would go to the beginning of the window
    }
    if (row != null && (!row.equals(before) || failed != beforeFailed)) {
      before = row;
      beforeFailed = failed;
      if (failed && tab != Tab.GENERAL) {
        lookedAt = tab;
        choose(Tab.GENERAL); // what is wrong is what one wants to know
        return;
      }
      if (!failed && lookedAt != null) {
        chosen(lookedAt);
        return;
      }
    }
    nothing.setVisible(row == null);
    split.setVisible(row != null && !failed);
    failedSplit.setVisible(failed);
    put(content(tab), failed ? failedBody : body);
    (failed ? body : failedBody).getChildren().clear();
    int selected = model.selected().size();
    String shown = row == null ? "" : row.item().name();
    name.setText(
        selected < 2
            ? shown
            : DownloadsWords.text("details.several", shown, Integer.toString(selected)));
    int count = row == null || loop == null ? 0 : SocketsTab.of(row.item(), loop).size();
    sockets.setText(count == 0 ? "" : Integer.toString(count));
    switch (tab) {
      case GENERAL -> general.show(row);
      case SEGMENTS -> segments.show(row, loop);
      case SOCKETS -> socketsTab.show(row, loop);
      case HEADERS -> headers.show(row);
      case LOG -> log.show(row);
    }
    if (row != null && failed) {
      attempt.show(row);
      card.show(row); // its foot stands there on every tab
    } else {
      speed.show(row, loop);
    }
  }

  private ToggleButton tabButton(Tab of) {
    String key = of.name().toLowerCase(Locale.ROOT);
    ToggleButton button = new ToggleButton(DownloadsWords.text("tab." + key));
    button.setId("tab-" + key);
    button.getStyleClass().add("tab-button");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> chosen(of));
    button.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          int step =
              event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
          if (step != 0) {
            Tab next = Tab.values()[Math.floorMod(of.ordinal() + step, Tab.values().length)];
            chosen(next);
            ToggleButton target = buttons.get(next);
            if (target != null) {
              target.requestFocus();
            }
            event.consume();
          }
        });
    return button;
  }
}
