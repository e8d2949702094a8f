package org.sluice.app.add;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.sluice.app.downloads.DownloadRow;
import org.sluice.app.downloads.DownloadsViewModel;
import org.sluice.app.fx.Direction;
import org.sluice.app.fx.GrowingScroll;
import org.sluice.app.fx.Messages;
import org.sluice.app.language.Isolate;
import org.sluice.app.said.Said;
import org.sluice.app.shell.DialogBox;
import org.sluice.app.shell.Shell;
import org.sluice.engine.download.DownloadsOptions.Network;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.ItemId;

/// The dialog by which downloads are added; see [AddViewModel].
final class AddDialog extends VBox {
  private static final double WIDTH = 760;

  /// What of the window a dialog leaves: its own head and foot, and a margin.
  private static final double AROUND = 190;

  private static final double LEAST = 300;
  private static final Duration TYPING = Duration.millis(350);

  private final Shell shell;
  private final DownloadsViewModel list;
  private final AddViewModel model;
  private final LinkField field;
  private final ProbeCard card;
  private final LinkTable table;
  private final Label complaint = AddNodes.warning("add-complaint", true);
  private final CheckBox inMonitor = new CheckBox(AddWords.text("openInMonitor"));
  private final PauseTransition typing = new PauseTransition(TYPING);
  private final StringProperty yes = new SimpleStringProperty(AddWords.text("download"));
  private Subscription answered = Subscription.EMPTY;
  private @Nullable DialogBox box;

  /// Null until it is open.
  private @Nullable GrowingScroll scroll;

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
    field = new LinkField(model, typing::playFromStart);
    typing.setOnFinished(_ -> model.probe());
    getChildren()
        .addAll(field, complaint, note(), card, table, duplicate(), new AddForm(model, list));
    HeadersPane headers = new HeadersPane(model);
    getChildren().addAll(more(headers), headers);
    model.links().addListener((ListChangeListener<LinkRow>) _ -> showLinks());
    model.complaintProperty().subscribe(this::complain);
    showLinks();
  }

  /// Opens it over the window.
  ///
  /// @param network how servers are reached
  /// @param text links or a command to begin with
  /// @param closed run once it is closed, in whatever way
  static AddDialog open(
      Shell shell, DownloadsViewModel list, Network network, String text, Runnable closed) {
    Prober prober = new Prober(network);
    AddDialog dialog = new AddDialog(shell, list, prober);
    GrowingScroll scroll = new GrowingScroll(dialog, Math.max(LEAST, shell.getHeight() - AROUND));
    dialog.scroll = scroll;
    scroll.getStyleClass().add("add-scroll");
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
    Label words = new Label();
    words.setId("add-download-words");
    words.textProperty().bind(dialog.yes);
    HBox face = new HBox(8, new FontIcon(MaterialDesignT.TRAY_ARROW_DOWN), words, keys);
    face.setAlignment(Pos.CENTER);
    download.setGraphic(face);
    download.accessibleTextProperty().bind(dialog.yes);
    download.setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
    var nothing = Bindings.isEmpty(dialog.model.links());
    paused.disableProperty().bind(nothing);
    download.disableProperty().bind(nothing);
    dialog.field.put(
        text); // before it is drawn: a combo box goes back to what it had before its skin
    shell
        .dialogs()
        .open(
            box,
            Pos.CENTER,
            Insets.EMPTY,
            () -> {
              dialog.typing.stop();
              Thread.ofVirtual().start(prober::close); // it waits for its loop
              closed.run();
            });
    if (!text.isEmpty()) {
      dialog.model.probe();
      download.requestFocus();
    }
    return dialog;
  }

  /// More links come while it is open; a command takes the place of what stands there.
  void append(String text) {
    String now = model.textProperty().get().strip();
    boolean together = !now.isEmpty() && !LinkText.isCurl(now) && !LinkText.isCurl(text);
    field.put(together ? now + "\n" + text : text);
    model.probe();
  }

  private void add(boolean paused) {
    try {
      List<DownloadRequest> requests = model.requests(paused);
      for (int i = 0; i < requests.size(); i++) {
        CompletableFuture<ItemId> added = list.add(requests.get(i)); // what fails is said there
        if (i == 0) {
          list.whenDone(added, list::revealNew);
        }
      }
      if (box != null) {
        box.close();
      }
      if (inMonitor.isSelected()) {
        shell.show("monitor");
      }
    } catch (IllegalArgumentException e) {
      complain(Said.of(e));
    }
  }

  private void complain(String words) {
    complaint.setText(words);
    AddNodes.visible(complaint, !words.isEmpty());
  }

  private void showLinks() {
    LinkRow single = model.single();
    card.show(single);
    answered.unsubscribe();
    answered =
        single == null ? Subscription.EMPTY : single.answerProperty().subscribe(this::sayYes);
    if (single == null) {
      sayYes(null);
    }
    AddNodes.visible(card, single != null);
    AddNodes.visible(table, model.links().size() > 1);
  }

  private void sayYes(@Nullable ProbeAnswer answer) {
    yes.set(AddWords.text(answer instanceof ProbeAnswer.Refused ? "addAnyway" : "download"));
  }

  // ---- parts ----------------------------------------------------------------------------------

  private Node note() {
    Label note = AddNodes.warning("add-note", false);
    model
        .noteProperty()
        .subscribe(
            words -> {
              note.setText(words);
              AddNodes.visible(note, !words.isEmpty());
            });
    return note;
  }

  private Node duplicate() {
    Label words = AddNodes.warning("add-duplicate", false);
    Hyperlink action = new Hyperlink();
    action.setId("add-duplicate-action");
    HBox row = new HBox(8, words, action);
    row.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    action.setMinWidth(USE_PREF_SIZE);
    AddNodes.visible(words, true);
    Runnable show = () -> showDuplicates(row, words, action);
    model.duplicateProperty().subscribe(show);
    model.repeatedProperty().subscribe(show);
    model.leaveOutKnownProperty().subscribe(show);
    show.run();
    return row;
  }

  private void showDuplicates(HBox row, Label words, Hyperlink action) {
    DownloadRow known = model.duplicateProperty().get();
    int repeated = model.repeatedProperty().get();
    AddNodes.visible(row, known != null || repeated > 0);
    if (known != null) {
      words.setText(AddWords.text("duplicate", known.item().name()));
      action.setText(AddWords.text("duplicate.show"));
      action.setOnAction(_ -> showDuplicate(known));
    } else {
      boolean out = model.leaveOutKnownProperty().get();
      words.setText(AddWords.text(out ? "duplicates.out" : "duplicates", repeated));
      action.setText(AddWords.text(out ? "duplicates.addAgain" : "duplicates.leaveOut"));
      action.setOnAction(_ -> model.leaveOutKnownProperty().set(!out));
    }
  }

  private void showDuplicate(DownloadRow known) {
    if (box != null) {
      box.close();
      list.reveal(known);
    }
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
              AddNodes.visible(headers, open);
              more.setGraphic(
                  new FontIcon(open ? MaterialDesignC.CHEVRON_DOWN : Direction.folded()));
              if (open && scroll != null) {
                scroll.reveal(headers);
              }
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
    card.onSignIn(
        () -> {
          more.setSelected(true);
          if (scroll != null) {
            scroll.reveal(headers.signIn()); // as little as can be: somebody may type above
          }
        });
    HBox row = new HBox(8, more, count);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
