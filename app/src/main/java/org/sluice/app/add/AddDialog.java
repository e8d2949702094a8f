package org.sluice.app.add;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.sluice.app.downloads.CellTexts;
import org.sluice.app.downloads.DownloadRow;
import org.sluice.app.downloads.DownloadsViewModel;
import org.sluice.app.fx.Direction;
import org.sluice.app.fx.Messages;
import org.sluice.app.language.Isolate;
import org.sluice.app.preferences.Category;
import org.sluice.app.shell.DialogBox;
import org.sluice.app.shell.Shell;
import org.sluice.engine.item.Checksum.Algorithm;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.queue.QueueRules;

/// The dialog by which downloads are added; see [AddViewModel].
final class AddDialog extends VBox {
  private static final double WIDTH = 760;
  private static final Duration TYPING = Duration.millis(350);

  private final Shell shell;
  private final DownloadsViewModel list;
  private final AddViewModel model;
  private final TextArea text = new TextArea();
  private final ProbeCard card;
  private final LinkTable table;
  private final Label complaint = warning("add-complaint", true);
  private final CheckBox inMonitor = new CheckBox(AddWords.text("openInMonitor"));
  private final PauseTransition typing = new PauseTransition(TYPING);
  private @Nullable DialogBox box;

  private AddDialog(Shell shell, DownloadsViewModel list, Prober prober) {
    super(12);
    this.shell = shell;
    this.list = list;
    model = new AddViewModel(list, prober::ask, Platform::runLater);
    getStylesheets()
        .add(
            java.util.Objects.requireNonNull(AddDialog.class.getResource("add.css"))
                .toExternalForm());
    getStyleClass().add("add-dialog");
    card = new ProbeCard(name -> list.categoriesProperty().get().of(name, null), model::probeAgain);
    table = new LinkTable(model);
    typing.setOnFinished(_ -> model.probe());
    getChildren().addAll(kinds(), text(), complaint, note(), card, table, duplicate(), form());
    HeadersPane headers = new HeadersPane(model);
    getChildren().addAll(more(headers), headers);
    model.links().addListener((ListChangeListener<LinkRow>) _ -> showLinks());
    model.complaintProperty().subscribe(this::complain);
    showLinks();
  }

  /// Opens it over the window.
  ///
  /// @param text links or a command to begin with
  static void open(Shell shell, DownloadsViewModel list, String text) {
    Prober prober = new Prober();
    AddDialog dialog = new AddDialog(shell, list, prober);
    ScrollPane scroll = new ScrollPane(dialog);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().addAll("edge-to-edge", "add-scroll");
    double most = Math.max(300, shell.getHeight() - 190);
    scroll.setMaxHeight(most);
    scroll
        .prefViewportHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.min(Math.max(dialog.getHeight(), 300), most), dialog.heightProperty()));
    DialogBox box = new DialogBox(shell.dialogs(), AddWords.text("title"), scroll, WIDTH);
    box.setId("add-dialog");
    dialog.box = box;
    box.aside(dialog.inMonitor);
    box.cancel(AddWords.text("cancel"));
    Button paused =
        box.button("add-paused", AddWords.text("addPaused"), "", () -> dialog.add(true));
    Button download =
        box.button("add-download", AddWords.text("download"), "accent", () -> dialog.add(false));
    Label keys = new Label(Isolate.leftToRight(Messages.text("key.CONTROL") + " \u23ce"));
    keys.getStyleClass().add("key-cap-on-accent");
    HBox face =
        new HBox(
            8,
            new FontIcon(MaterialDesignT.TRAY_ARROW_DOWN),
            new Label(AddWords.text("download")),
            keys);
    face.setAlignment(Pos.CENTER);
    download.setGraphic(face);
    download.setAccessibleText(AddWords.text("download"));
    download.setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
    var nothing = Bindings.isEmpty(dialog.model.links());
    paused.disableProperty().bind(nothing);
    download.disableProperty().bind(nothing);
    shell
        .dialogs()
        .open(
            box,
            Pos.CENTER,
            Insets.EMPTY,
            () -> {
              dialog.typing.stop();
              Thread.ofVirtual().start(prober::close); // it waits for its loop
            });
    dialog.text.setText(text);
    dialog.text.positionCaret(text.length());
    if (!text.isEmpty()) {
      dialog.model.probe();
      download.requestFocus();
    }
  }

  private void add(boolean paused) {
    try {
      List<DownloadRequest> requests = model.requests(paused);
      for (DownloadRequest request : requests) {
        var _ = list.add(request); // what fails is said in the list
      }
      if (box != null) {
        box.close();
      }
      if (inMonitor.isSelected()) {
        shell.show("monitor");
      }
    } catch (IllegalArgumentException e) {
      complain(String.valueOf(e.getMessage()));
    }
  }

  private void complain(String words) {
    complaint.setText(words);
    visible(complaint, !words.isEmpty());
  }

  private void showLinks() {
    LinkRow single = model.single();
    card.show(single);
    visible(card, single != null);
    visible(table, model.links().size() > 1);
  }

  // ---- parts ----------------------------------------------------------------------------------

  private Node kinds() {
    ToggleButton urls =
        new ToggleButton(AddWords.text("urls"), new FontIcon(MaterialDesignL.LINK_VARIANT));
    ToggleButton curl =
        new ToggleButton(AddWords.text("curl"), new FontIcon(MaterialDesignC.CONSOLE_LINE));
    urls.getStyleClass().add("left-pill");
    curl.getStyleClass().add("right-pill");
    urls.setFocusTraversable(false);
    curl.setFocusTraversable(false);
    model
        .textProperty()
        .subscribe(
            typed -> {
              curl.setSelected(LinkText.isCurl(typed));
              urls.setSelected(!curl.isSelected());
            });
    urls.setOnAction(_ -> kind(urls, curl, false));
    curl.setOnAction(_ -> kind(urls, curl, true));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label hint = new Label(AddWords.text("hint"));
    hint.getStyleClass().addAll("muted", "text-small");
    HBox row = new HBox(new HBox(urls, curl), space, hint);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /// What stands in the field says what it is; the buttons only help to begin.
  private void kind(ToggleButton urls, ToggleButton curl, boolean command) {
    if (command && text.getText().isBlank()) {
      text.setText("curl ");
      text.positionCaret(5);
    } else if (!command && text.getText().strip().equals("curl")) {
      text.clear();
    }
    boolean is = LinkText.isCurl(text.getText()) || text.getText().equals("curl ");
    curl.setSelected(is);
    urls.setSelected(!is);
    text.requestFocus();
  }

  private Node text() {
    text.setId("add-text");
    Direction.leftToRight(text).getStyleClass().addAll("sl-code", "initial-focus");
    text.setPromptText(AddWords.text("prompt"));
    text.setAccessibleText(AddWords.text("prompt"));
    text.setPrefRowCount(2);
    text.setMinHeight(58);
    text.textProperty().bindBidirectional(model.textProperty());
    text.textProperty().subscribe((_, _) -> typing.playFromStart());
    text.addEventFilter(
        javafx.scene.input.KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == javafx.scene.input.KeyCode.TAB && !event.isControlDown()) {
            event.consume(); // a tab is no part of an address
            text.fireEvent(
                new javafx.scene.input.KeyEvent(
                    text,
                    text,
                    javafx.scene.input.KeyEvent.KEY_PRESSED,
                    "",
                    "",
                    javafx.scene.input.KeyCode.TAB,
                    event.isShiftDown(),
                    true,
                    false,
                    false));
          }
        });
    return text;
  }

  private Node note() {
    Label note = warning("add-note", false);
    model
        .noteProperty()
        .subscribe(
            words -> {
              note.setText(words);
              visible(note, !words.isEmpty());
            });
    return note;
  }

  private Node duplicate() {
    Label words = warning("add-duplicate", false);
    Hyperlink show = new Hyperlink(AddWords.text("duplicate.show"));
    HBox row = new HBox(8, words, show);
    row.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    visible(words, true);
    model
        .duplicateProperty()
        .subscribe(
            known -> {
              visible(row, known != null);
              words.setText(known == null ? "" : AddWords.text("duplicate", known.item().name()));
              show.setOnAction(_ -> showDuplicate(known));
            });
    return row;
  }

  private void showDuplicate(@Nullable DownloadRow known) {
    if (known != null && box != null) {
      box.close();
      list.selected().setAll(known);
    }
  }

  private Node form() {
    GridPane grid = new GridPane(14, 10);
    ColumnConstraints words = new ColumnConstraints(104);
    words.setHalignment(javafx.geometry.HPos.RIGHT);
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(words, fields);
    grid.addRow(0, label("folder"), folder());
    grid.addRow(1, label("name"), name());
    grid.add(taken(), 1, 2);
    grid.addRow(3, label("segments"), segments());
    grid.addRow(4, label("queue"), queue());
    grid.addRow(5, label("checksum"), checksum());
    return grid;
  }

  private Node folder() {
    ComboBox<String> folder = new ComboBox<>();
    folder.setId("add-folder");
    folder.setEditable(true);
    Direction.leftToRight(folder.getEditor());
    Set<String> known = new TreeSet<>();
    known.add(list.folderFor(Category.OTHER).toString());
    for (Category category : list.categoriesProperty().get().all()) {
      known.add(list.folderFor(category).toString());
    }
    folder.getItems().setAll(known);
    folder.getEditor().textProperty().bindBidirectional(model.folderProperty());
    folder.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(folder, Priority.ALWAYS);
    Button browse = new Button(AddWords.text("browse"));
    browse.setId("add-browse");
    browse.setMinWidth(USE_PREF_SIZE);
    browse.setOnAction(_ -> browse());
    return new HBox(8, folder, browse);
  }

  private void browse() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(AddWords.text("folder"));
    Path now = Path.of(model.folderProperty().get());
    for (Path each = now; each != null; each = each.getParent()) {
      if (Files.isDirectory(each)) {
        chooser.setInitialDirectory(each.toFile());
        break;
      }
    }
    File chosen = chooser.showDialog(getScene().getWindow());
    if (chosen != null) {
      model.folderProperty().set(chosen.getPath());
    }
  }

  private Node name() {
    TextField name = new TextField();
    name.setId("add-name");
    name.textProperty().bindBidirectional(model.nameProperty());
    name.setPromptText(AddWords.text("name.several"));
    name.disableProperty().bind(Bindings.size(model.links()).greaterThan(1));
    return name;
  }

  private Node taken() {
    Label words = warning("add-taken", false);
    Hyperlink replace = new Hyperlink();
    replace.setId("add-replace");
    replace.setOnAction(_ -> model.replaceProperty().set(!model.replaceProperty().get()));
    HBox row = new HBox(8, words, replace);
    row.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    visible(words, true);
    words.setMaxWidth(Double.MAX_VALUE);
    replace.setMinWidth(USE_PREF_SIZE);
    Runnable show =
        () -> {
          String file = model.takenProperty().get();
          boolean over = model.replaceProperty().get();
          visible(row, !file.isEmpty());
          words.setText(AddWords.text(over ? "taken.replace" : "taken"));
          replace.setText(AddWords.text(over ? "taken.keep" : "taken.replaceInstead"));
        };
    model.takenProperty().subscribe(show);
    model.replaceProperty().subscribe(show);
    show.run();
    return row;
  }

  private Node segments() {
    Slider slider = new Slider(1, FetchWish.MOST_SEGMENTS, model.segmentsProperty().get());
    slider.setId("add-segments");
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    HBox.setHgrow(slider, Priority.ALWAYS);
    Spinner<Integer> spinner =
        new Spinner<>(1, FetchWish.MOST_SEGMENTS, model.segmentsProperty().get());
    spinner.setPrefWidth(84);
    spinner.setEditable(true);
    slider
        .valueProperty()
        .subscribe(value -> model.segmentsProperty().set((int) Math.round(value.doubleValue())));
    spinner.valueProperty().subscribe(value -> model.segmentsProperty().set(value));
    Label parts = new Label();
    parts.getStyleClass().addAll("muted", "text-small");
    parts.setMinWidth(150);
    Runnable show =
        () -> {
          int count = model.segmentsProperty().get();
          slider.setValue(count);
          spinner.getValueFactory().setValue(count);
          parts.setText(parts(count));
          boolean one = isWithoutParts();
          slider.setDisable(one);
          spinner.setDisable(one);
        };
    model.segmentsProperty().subscribe(show);
    model
        .links()
        .addListener(
            (ListChangeListener<LinkRow>)
                _ -> model.links().forEach(row -> row.answerProperty().subscribe(show)));
    show.run();
    HBox row = new HBox(14, slider, spinner, parts);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private boolean isWithoutParts() {
    LinkRow single = model.single();
    return single != null
        && single.answerProperty().get() instanceof ProbeAnswer.Ready ready
        && !ready.ranges();
  }

  private String parts(int count) {
    LinkRow single = model.single();
    if (single == null || !(single.answerProperty().get() instanceof ProbeAnswer.Ready ready)) {
      return "";
    }
    if (!ready.ranges()) {
      return AddWords.text("parts.none");
    }
    return ready.length() < 0
        ? ""
        : AddWords.text("parts", CellTexts.size(Math.ceilDiv(ready.length(), count)));
  }

  private Node queue() {
    ComboBox<String> queue = new ComboBox<>();
    queue.setId("add-queue");
    queue.getItems().setAll(list.queuesProperty().get().stream().map(QueueRules::name).toList());
    if (queue.getItems().isEmpty()) {
      queue.getItems().add(DownloadRequest.MAIN_QUEUE);
    }
    queue.setCellFactory(_ -> queueCell());
    queue.setButtonCell(queueCell());
    queue.valueProperty().bindBidirectional(model.queueProperty());
    queue.setPrefWidth(216);
    Label hint = new Label();
    hint.getStyleClass().addAll("muted", "text-small");
    model.queueProperty().subscribe(name -> hint.setText(hint(name)));
    HBox row = new HBox(14, queue, hint);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private String hint(String name) {
    return list.queuesProperty().get().stream()
        .filter(rules -> rules.name().equals(name))
        .findFirst()
        .map(rules -> AddWords.text("queue.hint", Integer.toString(rules.concurrency())))
        .orElse("");
  }

  private static ListCell<String> queueCell() {
    return new ListCell<>() {
      @Override
      protected void updateItem(@Nullable String name, boolean empty) {
        super.updateItem(name, empty);
        setText(
            empty || name == null
                ? null
                : name.equals(DownloadRequest.MAIN_QUEUE) ? AddWords.text("queue.main") : name);
      }
    };
  }

  private Node checksum() {
    ComboBox<Algorithm> algorithm = new ComboBox<>();
    algorithm.setId("add-algorithm");
    algorithm.getItems().setAll(List.of(Algorithm.values()).reversed());
    algorithm.setCellFactory(_ -> algorithmCell());
    algorithm.setButtonCell(algorithmCell());
    algorithm.valueProperty().bindBidirectional(model.algorithmProperty());
    algorithm.setPrefWidth(112);
    algorithm.setMinWidth(112);
    TextField digits = new TextField();
    digits.setId("add-checksum");
    Direction.leftToRight(digits).getStyleClass().add("sl-code");
    digits.setPromptText(AddWords.text("checksum.prompt"));
    digits.textProperty().bindBidirectional(model.checksumProperty());
    HBox.setHgrow(digits, Priority.ALWAYS);
    FontIcon mark = new FontIcon(MaterialDesignC.CHECK);
    Label state = new Label("", mark);
    state.setMinWidth(24);
    model
        .checksumProperty()
        .subscribe(
            typed -> {
              model.recognizeAlgorithm();
              boolean good = model.parsedChecksum() != null;
              mark.setIconCode(good ? MaterialDesignC.CHECK : MaterialDesignA.ALERT_OUTLINE);
              state.setVisible(!typed.isBlank());
            });
    HBox row = new HBox(8, algorithm, digits, state);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static ListCell<Algorithm> algorithmCell() {
    return new ListCell<>() {
      @Override
      protected void updateItem(@Nullable Algorithm algorithm, boolean empty) {
        super.updateItem(algorithm, empty);
        setText(empty || algorithm == null ? null : algorithm.jdkName());
      }
    };
  }

  private Node more(HeadersPane headers) {
    ToggleButton more = new ToggleButton(AddWords.text("more"), new FontIcon(Direction.folded()));
    more.setId("add-more");
    more.getStyleClass().add("more");
    Label count = new Label();
    count.getStyleClass().add("count-chip");
    more.selectedProperty()
        .subscribe(
            open -> {
              visible(headers, open);
              more.setGraphic(
                  new FontIcon(open ? MaterialDesignC.CHEVRON_DOWN : Direction.folded()));
            });
    Runnable show =
        () -> {
          int size = model.headers().size();
          count.setText(Integer.toString(size));
          count.setVisible(size > 0);
          if (size > 0) {
            more.setSelected(true);
          }
        };
    model
        .headers()
        .addListener((ListChangeListener<org.sluice.engine.http.Headers.Field>) _ -> show.run());
    show.run();
    HBox row = new HBox(8, more, count);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static Label label(String key) {
    Label label = new Label(AddWords.text(key));
    label.getStyleClass().add("muted");
    return label;
  }

  private static Label warning(String id, boolean bad) {
    Label label = new Label("", new FontIcon(MaterialDesignA.ALERT_OUTLINE));
    label.setId(id);
    label.setWrapText(true);
    label.getStyleClass().add(bad ? "complaint" : "caution");
    visible(label, false);
    return label;
  }

  private static void visible(Node node, boolean value) {
    node.setVisible(value);
    node.setManaged(value);
  }
}
