package org.sluice.app.preferences;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.sluice.app.fx.Names;
import org.sluice.app.fx.SharpScroll;

/// The dialog of the preferences: pages at the left, their settings at the right. A change takes effect
/// at once.
///
/// **Threads**: JavaFX.
public final class PreferencesView extends BorderPane {
  private static final double WIDTH = 1000;
  private static final double HEIGHT = 716;
  private static final double MARGIN = 32;
  private static final double NARROW_WIDTH = 800;
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final Map<Section, Ikon> ICONS =
      Map.of(
          Section.GENERAL, MaterialDesignC.COG_OUTLINE,
          Section.CATEGORIES, MaterialDesignS.SHAPE_OUTLINE,
          Section.CONNECTIONS, MaterialDesignL.LAN_CONNECT,
          Section.SPEED, MaterialDesignS.SPEEDOMETER,
          Section.QUEUES, MaterialDesignC.CALENDAR_CLOCK,
          Section.PROXY, MaterialDesignS.SERVER_NETWORK,
          Section.SECURITY, MaterialDesignS.SHIELD_LOCK_OUTLINE,
          Section.APPEARANCE, MaterialDesignP.PALETTE_OUTLINE,
          Section.REMOTE, MaterialDesignR.REMOTE_DESKTOP);

  private final PreferencesModel model;
  private final Map<Section, Supplier<Region>> pagesOfOthers;
  private final ListView<Section> pages = new ListView<>();
  private final TextField search = new TextField();
  private final Label title = new Label();
  private final VBox rows = new VBox();

  /// On both sides of the search field.
  private static final double SIDE = 12;

  private final ScrollPane scroll = new ScrollPane();
  private List<SettingRow<?>> shown = List.of();

  /// @param pagesOfOthers what stands on a page besides its settings
  /// @param first the key of the page to begin with; empty for any
  /// @param close takes the dialog away
  public PreferencesView(
      PreferencesModel model,
      Map<Section, Supplier<Region>> pagesOfOthers,
      String first,
      Runnable close) {
    this.model = model;
    this.pagesOfOthers = Map.copyOf(pagesOfOthers);
    setId("preferences");
    getStyleClass().addAll("dialog", "preferences");
    getStylesheets()
        .add(
            Objects.requireNonNull(PreferencesView.class.getResource("preferences.css"))
                .toExternalForm());
    fitInto(WIDTH, HEIGHT);
    parentProperty().subscribe(this::standIn);
    setLeft(side());
    setCenter(page(close));
    pages.getSelectionModel().selectedItemProperty().subscribe(this::select);
    search.textProperty().subscribe(this::seek);
    PreferencesModel.Listener listener = (_, _) -> shown.forEach(SettingRow::show);
    model.listen(listener);
    sceneProperty().subscribe((before, now) -> forget(listener, before != null && now == null));
    pages.getSelectionModel().select(Section.of(first));
    if (!first.isEmpty()) {
      search.getStyleClass().remove("initial-focus");
      pages.getStyleClass().add("initial-focus");
    }
  }

  /// Never larger than the window.
  private void standIn(@Nullable Parent holder) {
    if (holder instanceof Region region) {
      region
          .layoutBoundsProperty()
          .subscribe(room -> fitInto(room.getWidth() - MARGIN, room.getHeight() - MARGIN));
    }
  }

  private void fitInto(double width, double height) {
    setPrefSize(Math.min(WIDTH, width), Math.min(HEIGHT, height));
    pseudoClassStateChanged(NARROW, width < NARROW_WIDTH);
  }

  private void forget(PreferencesModel.Listener listener, boolean gone) {
    if (gone) {
      model.forget(listener);
    }
  }

  private VBox side() {
    search.setId("preferences-search");
    search.setPromptText(PreferencesWords.text("search"));
    search.setAccessibleText(PreferencesWords.text("search"));
    search.getStyleClass().add("initial-focus");
    pages.setId("preferences-pages");
    pages.setAccessibleText(PreferencesWords.text("title"));
    pages.getItems().setAll(ICONS.keySet().stream().sorted().toList());
    pages.setFixedCellSize(32);
    pages.setCellFactory(_ -> new PageCell());
    VBox.setVgrow(pages, Priority.ALWAYS);
    Label live = new Label(PreferencesWords.text("live"));
    live.getStyleClass().add("setting-more");
    live.setWrapText(true);
    live.setMinHeight(Region.USE_PREF_SIZE);
    VBox side = new VBox(12, search, pages, live);
    VBox.setMargin(search, new Insets(0, SIDE, 0, SIDE));
    side.getStyleClass().add("preferences-side");
    return side;
  }

  private BorderPane page(Runnable close) {
    title.getStyleClass().add("dialog-title");
    Button cross = new Button("", new FontIcon(MaterialDesignC.CLOSE));
    cross.setId("preferences-close");
    cross.getStyleClass().addAll("flat", "button-icon", "icon-button");
    Names.icon(cross, PreferencesWords.text("close"));
    cross.setOnAction(_ -> close.run());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(title, space, cross);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("preferences-head");
    rows.getStyleClass().add("preferences-rows");
    scroll.setContent(rows);
    SharpScroll.in(scroll);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    BorderPane page = new BorderPane(scroll);
    page.setTop(head);
    return page;
  }

  private void select(@Nullable Section section) {
    if (section != null) {
      title.setText(PreferencesWords.title(section));
      put(AllSettings.of(section).toList());
      Supplier<Region> other = pagesOfOthers.get(section);
      if (other != null) {
        rows.getChildren().addFirst(other.get());
      }
      scroll.setVvalue(0);
    }
  }

  private void seek(String sought) {
    if (sought.isBlank()) {
      if (pages.getSelectionModel().isEmpty()) {
        pages.getSelectionModel().select(Section.GENERAL);
      }
      return;
    }
    pages.getSelectionModel().clearSelection();
    List<Setting<?>> found =
        AllSettings.ALL.stream().filter(one -> PreferencesWords.speaks(one, sought)).toList();
    title.setText(PreferencesWords.text(found.isEmpty() ? "search.none" : "search.found", sought));
    put(found);
  }

  private void put(List<Setting<?>> settings) {
    List<SettingRow<?>> made = new ArrayList<>();
    settings.forEach(setting -> made.add(new SettingRow<>(setting, model)));
    shown = made;
    rows.getChildren().clear();
    for (int i = 0; i < made.size(); i++) {
      String group = PreferencesWords.group(settings.get(i));
      if (!group.isEmpty()) {
        Label heading = new Label(group);
        heading.getStyleClass().add("group-title");
        rows.getChildren().add(heading);
      }
      rows.getChildren().add(made.get(i));
    }
  }

  private static final class PageCell extends ListCell<Section> {
    @Override
    protected void updateItem(@Nullable Section section, boolean empty) {
      super.updateItem(section, empty);
      setText(section == null ? null : PreferencesWords.title(section));
      setGraphic(section == null ? null : new FontIcon(Objects.requireNonNull(ICONS.get(section))));
      setGraphicTextGap(10);
      setPrefWidth(0); // long words end in dots: a page is not to be scrolled for
    }
  }
}
